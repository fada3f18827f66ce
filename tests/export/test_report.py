"""The report: sentences a click away, flows drawn, and nothing that is data runs."""

from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.answer import Answer, Citation, Node
from kg.cli import cli
from kg.export.report import Flow, Report, Section, write_report
from tests.export.browser import opened
from tests.export.hostile import STRINGS

ONE, OTHER = Node("org:aoba", "Aoba", "Company"), Node("org:minato", "Minato", "Lab")


def citation(text: str) -> Citation:
    return Citation(
        id=f"clm-{text}", subject=ONE, predicate="SUPPLIES", object=OTHER, value="", modality="asserted",
        confidence=0.8, said="2025-01-01", date="",
        speaker=text, origin=None, left=False, round="", role="", kind="", money=None,
        text=text, sentence=0, start=0, end=1, article=text, title=text, publisher=text, url=text, lang="en",
    )  # fmt: skip


def hostile_report() -> Report:
    rows = tuple((text, 0.5) for text in STRINGS)
    answer = Answer("claims", "Claims", ("who", "share"), rows, tuple((citation(text),) for text in STRINGS))
    flow = Flow("Flows", [(text, other, 1.0, text) for text, other in pairwise(STRINGS)])
    return Report(STRINGS[0], STRINGS[1], [Section("all", STRINGS[2], [("claims", answer)], flow)])


def test_report_is_written_alike_twice(tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        write_report(hostile_report(), tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


@pytest.mark.browser
def test_hostile_words_stay_words(tmp_path: Path) -> None:
    write_report(hostile_report(), tmp_path / "report.html")
    with opened(tmp_path / "report.html", ready=".flow text") as seen:
        assert seen.page.locator("svg.flow path").count() == len(STRINGS) - 1
        assert seen.page.locator("tbody tr").count() == len(STRINGS)
        assert (seen.requests, seen.messages) == ([], [])


@pytest.mark.browser
def test_command_writes_a_page_whose_rows_open_their_sentences(tmp_path: Path, landscape_home: Path) -> None:
    page = tmp_path / "landscape.html"
    done = CliRunner(env={"KG_HOME": str(landscape_home)}).invoke(
        cli, ["report", "--since", "2025-04", "-o", str(page)]
    )
    assert (done.exit_code, "6 articles, news since 2025-04" in done.stderr) == (0, True)
    with opened(page, ready="#new tbody tr") as seen:
        row = seen.page.locator("#new tbody tr", has_text="SK hynix")
        row.locator("summary").click()
        assert "SK hynix supplies NVIDIA (gangkou-1" in row.inner_text()
        assert seen.page.locator("#money svg.flow text").all_inner_texts()
        assert (seen.requests, seen.messages) == ([], [])
