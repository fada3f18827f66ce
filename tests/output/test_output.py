"""The formats of an answer: what they hold, and what they never let through."""

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from rich.cells import cell_len

from kg.answer import Answer, Citation, Edge, Graph, Node, Statement
from kg.errors import UsageError
from kg.output import FORMATS, format_of, write
from ontology.read import read_yaml

CASES = read_yaml(Path(__file__).with_name("cases.yaml"))


def _answer(text: str = "plain", url: str = "https://news.example/1") -> Answer:
    one, other = Node("org:kasuga", "春日テクノロジー", "Company"), Node("org:x", text, "Company")
    claim = Citation(
        id="clm-1", subject=one, predicate="SUPPLIES", object=other, value="", modality="asserted", confidence=0.8,
        said="2025-01-10", date="", speaker=text, origin=None, left=False, round="", role="", kind="", money=None,
        text=text, sentence=0, start=0, end=5, article="a1", title=text, publisher="Ledger", url=url, lang="en",
    )  # fmt: skip
    edge = Edge(one, "SUPPLIES", other, "asserted", 0.8, 1, 1, "2025-01-10", "2025-01-10", evidence=("clm-1",))
    return Answer(
        question="test",
        title=text,
        columns=("who", "whom", "usd", "open"),
        rows=((one.name, text, 1200000.0, True), ("B", "b", None, False)),
        claims=((claim,), ()),
        draw=partial(Graph, (one, other), (edge,)),
        cypher=(Statement("MATCH (n) RETURN n", {"ids": ["x"]}),),
    )


def _written(answer: Answer, form: str, *, explain: bool = False) -> str:
    out = io.StringIO()
    write(answer, out, form=form, explain=explain)
    return out.getvalue()


def test_table_is_plain_and_aligned_by_width_on_screen() -> None:
    lines = _written(_answer(), "table").splitlines()
    assert "\x1b" not in "".join(lines)
    columns = {cell_len(line[: line.index(mark)]) for line, mark in zip(lines[::2], ("whom", "plain"), strict=False)}
    assert len(columns) == 1
    assert lines[2].split() == ["春日テクノロジー", "plain", "1,200,000", "yes", "1"]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _on_terminal(answer: Answer, width: int, monkeypatch: pytest.MonkeyPatch, *, explain: bool = False) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    out = _Terminal()
    write(answer, out, explain=explain)
    return re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).splitlines()


def test_terminal_that_is_wide_enough_shows_every_column(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _on_terminal(replace(_answer(), columns=("who", "confidence", "status", "last said")), 80, monkeypatch)
    assert lines[0].split() == ["who", "confidence", "status", "last", "said", "claims"]


def test_narrow_terminal_does_without_columns_before_it_breaks_words(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = replace(_answer("Hoshizora Laboratories"), columns=("who", "whom", "confidence", "last said"))
    lines = _on_terminal(answer, 50, monkeypatch)
    assert lines[0].split() == ["who", "whom", "claims"]
    assert "Hoshizora Laboratories" in lines[2]
    assert lines[-1].strip() == "No room for: confidence, last said."


@pytest.mark.parametrize("width", [20, 40, 80])
def test_nothing_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = _answer("星空研究所は次世代の半導体を春日テクノロジーから調達すると発表した。")
    lines = _on_terminal(answer, width, monkeypatch, explain=True)
    assert max(map(cell_len, lines)) <= width
    assert "星空研究所は" in "".join(lines)


def test_table_of_no_rows_is_nothing() -> None:
    assert _written(Answer("test", "Nothing", ("who",)), "table", explain=True) == ""


def test_json_holds_the_whole_answer() -> None:
    found = json.loads(_written(_answer(), "json"))
    assert found["rows"][0] == {
        "who": "春日テクノロジー",
        "whom": "plain",
        "usd": 1200000.0,
        "open": True,
        "claims": ["clm-1"],
    }
    assert [claim["text"] for claim in found["claims"]] == ["plain"]
    assert found["edges"][0]["evidence"] == ["clm-1"]
    assert found["cypher"] == [{"cypher": "MATCH (n) RETURN n", "parameters": {"ids": ["x"]}}]


@pytest.mark.parametrize(("explain", "claims"), [(False, "clm-1"), (True, "plain")])
def test_jsonl_is_one_row_a_line(explain: bool, claims: str) -> None:
    rows = [json.loads(line) for line in _written(_answer(), "jsonl", explain=explain).splitlines()]
    assert [row["whom"] for row in rows] == ["plain", "b"]
    assert (rows[0]["claims"][0]["text"] if explain else rows[0]["claims"][0]) == claims


@pytest.mark.parametrize(("form", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
@pytest.mark.parametrize("text", [*CASES["formulas"], "plain", 'a "quoted", word'])
def test_delimited_cell_is_no_formula_and_reads_back(form: str, dialect: str, text: str) -> None:
    rows = list(csv.DictReader(io.StringIO(_written(_answer(text), form, explain=True)), dialect=dialect))
    expected = f"'{text}" if text in CASES["formulas"] else text
    for column in ("whom", "claim speaker", "claim sentence", "claim article"):
        assert rows[0][column] == expected
    assert rows[0]["usd"] == "1200000.0"
    assert (rows[1]["who"], rows[1]["claims"], rows[1]["claim sentence"]) == ("B", "0", "")


@pytest.mark.parametrize("form", ["table", "md"])
@pytest.mark.parametrize("text", CASES["terminal"])
def test_readable_output_moves_no_cursor_and_turns_no_line(form: str, text: str) -> None:
    written = _written(_answer(text), form, explain=True)
    strange = {char for char in written if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} and char != "\n"}
    assert not strange


@pytest.mark.parametrize("text", CASES["markdown"])
def test_markdown_keeps_its_table_and_runs_nothing(text: str) -> None:
    written = _written(_answer(text, url="javascript:alert(1)"), "md", explain=True)
    assert not re.search(r"(?<!\\)(<|\]\()\s*(script|javascript)", written)
    rows = [line for line in written.splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {7}


@pytest.mark.parametrize("form", FORMATS)
def test_rows_without_claims_have_no_column_of_them(form: str) -> None:
    answer = Answer("cypher", "Cypher", ("n",), ((1,),), ((),), cited=False)
    assert "claims" not in _written(answer, form).replace('"claims": []', "")


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.csv", "csv"), ("a.TSV", "tsv"), ("a.json", "json"), ("a.ndjson", "jsonl"), ("a.md", "md"), ("a.txt", "table")],
)
def test_extension_gives_the_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


def test_extension_that_no_format_has_is_refused() -> None:
    with pytest.raises(UsageError, match=r"a\.docx"):
        format_of(Path("a.docx"))
