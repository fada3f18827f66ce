"""The report: sentences a click away, flows drawn, and nothing that is data runs."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.answer import Answer, Citation, Node
from kg.cli import cli
from kg.config import Settings
from kg.export.report import Drawing, Flow, Report, Section, write_report
from kg.query import ask
from kg.store import open_store
from tests.export.browser import opened
from tests.export.hostile import STRINGS, hostile_data
from tests.export.world import world
from tests.store.records import busy

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


def with_drawings(report: Report, folder: Path) -> Report:
    """The same with both drawings of the hostile world."""
    with open_store(Settings(home=folder / "kg")) as store:
        world(hostile_data()).load(store)
        layers, timeline = ask(store, "chokepoints", {"top": 40}), ask(store, "timeline")
    drawn = [
        Section("layers", STRINGS[3], [("chokepoints", layers)], drawing=Drawing("layers", layers)),
        Section("time", STRINGS[4], [("timeline", timeline)], drawing=Drawing("timeline", timeline)),
    ]
    return Report(report.title, report.lead, [*report.sections, *drawn])


def test_report_is_written_alike_twice(tmp_path: Path) -> None:
    report = with_drawings(hostile_report(), tmp_path)
    for name in ("one.html", "two.html"):
        write_report(report, tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


@pytest.fixture(scope="module")
def busy_sections(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The sections of a report on more articles than it shows."""
    folder = tmp_path_factory.mktemp("busy")
    store, page = Settings(home=folder / "kg"), folder / "report.html"
    with open_store(store) as opened:
        opened.load(*busy())
    CliRunner(env={"KG_HOME": str(store.home)}).invoke(cli, ["report", "-o", str(page)], catch_exceptions=False)
    return dict(re.findall(r'<section id="(\w+)"(.*?)</section>', page.read_text(encoding="utf-8"), re.DOTALL))


@pytest.mark.parametrize(
    ("section", "command"),
    [
        ("timeline", "timeline --include rumoured,denied"),
        ("money", "funding"),
        ("people", "migration"),
        ("rumours", "rumours --include rumoured,speculative,denied"),
        ("conflicts", "conflicts --include rumoured,speculative,denied"),
        ("sources", "sources"),
    ],
)
def test_command_asks_for_what_is_shown(busy_sections: dict[str, str], section: str, command: str) -> None:
    assert f"<code>kg query {command}</code>" in busy_sections[section]


def test_sources_are_cut_with_a_note(busy_sections: dict[str, str]) -> None:
    _, *rows = busy_sections["sources"].split("<tr>")
    assert len(rows) == 1 + 25
    assert "10 more rows; raise --limit to see them." in busy_sections["sources"]


def test_no_question_is_asked_twice(landscape_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("kg.cli.report.ask", lambda *args, **rest: (asked.append(args[1]), ask(*args, **rest))[1])
    CliRunner(env={"KG_HOME": str(landscape_home)}).invoke(
        cli, ["report", "-o", str(tmp_path / "page.html")], catch_exceptions=False
    )
    assert sorted(asked) == sorted(set(asked))
    assert {"funding", "migration", "sources"} <= set(asked)


@pytest.mark.browser
def test_hostile_words_stay_words(tmp_path: Path) -> None:
    write_report(with_drawings(hostile_report(), tmp_path), tmp_path / "report.html")
    with opened(tmp_path / "report.html", ready=".flow text") as seen:
        assert seen.page.locator("svg.flow path").count() == len(STRINGS) - 1
        assert seen.page.locator("#all tbody tr").count() == len(STRINGS)
        marks = seen.page.locator("[data-drawing] .mark")
        assert marks.count() >= 3 * len(STRINGS)
        for at in range(marks.count()):
            marks.nth(at).dispatch_event("click")
        assert seen.page.locator(".behind .claim").count()
        assert seen.run("() => window.pwned") is None
        assert seen.run("() => document.querySelectorAll('img, iframe, b, figure script').length") == 0
        assert seen.quiet()


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


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_marks_of_a_drawing_open_their_sentences(tmp_path: Path, landscape_home: Path, scheme: str, width: int) -> None:
    page = tmp_path / "landscape.html"
    CliRunner(env={"KG_HOME": str(landscape_home)}).invoke(cli, ["report", "-o", str(page)], catch_exceptions=False)
    with opened(page, width=width, scheme=scheme, ready="#dependence .mark") as seen:
        assert seen.run("() => document.documentElement.scrollWidth <= innerWidth")
        assert "asserted" in seen.text("#dependence .legend")
        seen.page.locator("#dependence .mark[aria-label^='Lantern AI uses cloud']").dispatch_event("click")
        assert "Lantern AI uses cloud of Harbor Cloud (ledger-1, 1)." in seen.text("#dependence .behind")
        seen.page.keyboard.press("Escape")
        assert seen.page.locator("#dependence .behind").is_hidden()
        seen.page.locator("#timeline .mark[tabindex='0']").focus()
        seen.page.keyboard.press("End")
        seen.page.keyboard.press("Enter")
        assert seen.page.locator("#timeline .behind blockquote").count()
        seen.page.get_by_role("button", name="Close").click()
        assert seen.run("() => document.activeElement.closest('#timeline .mark') !== null")
        assert seen.quiet()


@pytest.mark.browser
def test_a_report_of_nothing_is_a_page_too(tmp_path: Path) -> None:
    page = tmp_path / "empty.html"
    CliRunner(env={"KG_HOME": str(tmp_path / "kg")}).invoke(cli, ["report", "-o", str(page)], catch_exceptions=False)
    with opened(page, ready="#timeline") as seen:
        assert "Nothing." in seen.text("#timeline")
        assert seen.quiet()
