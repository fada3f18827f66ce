"""`kg query` from the words of a command line to its output and exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.errors import KGError
from kg.query import QUESTIONS

USAGE, UNKNOWN = 2, 3


def run(home: Path, *words: str) -> Result:
    return CliRunner(env={"KG_HOME": str(home)}).invoke(cli, ["query", *words])


def code(result: Result) -> int:
    return result.exception.exit_code if isinstance(result.exception, KGError) else result.exit_code


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--list"], 0),
        (["dependents", "NVIDIA"], 0),
        (["dependents", "エヌビディア", "--max-hops", "1", "--include", "rumoured,denied"], 0),
        (["timeline", "ASML"], 0),
        (["MATCH (n) RETURN count(n) AS n"], 0),
        (["CREATE (n:X)"], USAGE),
        (["MATCH (n) DETACH DELETE n"], USAGE),
        (["MATCH (n) RETRN n"], USAGE),
        (["dependants", "NVIDIA"], USAGE),
        (["dependents"], USAGE),
        (["dependents", "NVIDIA", "--max-hops", "0"], USAGE),
        (["dependents", "NVIDIA", "--include", "likely"], USAGE),
        (["dependents", "NVIDIA", "--as-of", "soon"], USAGE),
        (["claims", "--predicate", "LIKES"], USAGE),
        (["claims", "-o", "answer.docx"], USAGE),
        (["dependents", "Nvidla"], UNKNOWN),
        (["timeline", "Lantern"], UNKNOWN),
    ],
    ids=str,
)
def test_exit_code(landscape_home: Path, words: list[str], expected: int) -> None:
    assert code(run(landscape_home, *words)) == expected


def test_data_is_on_stdout_and_remarks_on_stderr(landscape_home: Path) -> None:
    result = run(landscape_home, "timeline", "ASML", "--format", "jsonl")
    assert result.stdout == ""
    assert "org:asml" in result.stderr
    assert run(landscape_home, "timeline", "ASML", "--quiet").stderr == ""


def test_explain_shows_sentence_modality_speaker_title_publisher_date_and_url(landscape_home: Path) -> None:
    shown = run(landscape_home, "dependents", "NVIDIA", "--explain").stdout
    assert "[1] Lantern AI uses hardware of NVIDIA (wire-1, 1).\n" in shown
    assert "    planned · speaker: Tom Berg · Talks and plans, Wire Desk, 2025-02-03\n" in shown
    assert " · https://news.example/1\n" in shown


def test_cypher_is_printed_in_place_of_the_answer(landscape_home: Path) -> None:
    shown = run(landscape_home, "rivals", "NVIDIA", "--cypher").stdout
    assert "MATCH (e)-[r:COMPETES_WITH|OUTPERFORMS]-(:Entity)" in shown
    assert ':param ids => ["org:nvidia"];' in shown
    assert "Huawei" not in shown


@pytest.mark.parametrize("name", ["answer.csv", "answer.json", "answer.md", "answer.txt", "answer.html"])
def test_output_file_gets_the_format_of_its_extension(landscape_home: Path, tmp_path: Path, name: str) -> None:
    result = run(landscape_home, "rivals", "NVIDIA", "-o", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (0, "")
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "Huawei" in text
    assert (json.loads(text)["question"] == "rivals") if name.endswith("json") else True


def test_write_needs_its_flag(landscape_home: Path) -> None:
    statement = "MERGE (n:Note {id: 'test'}) RETURN n.id AS id"
    assert code(run(landscape_home, statement)) == USAGE
    assert run(landscape_home, statement, "--write", "--format", "jsonl").stdout == '{"id": "test"}\n'


def test_timeout_ends_a_statement_that_takes_too_long(landscape_home: Path) -> None:
    result = run(
        landscape_home,
        "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN sum(a * b) AS s",
        "--timeout",
        "0.05",
    )
    assert code(result) == 1
    assert "0.05 s" in str(result.exception)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_help_with_its_example(landscape_home: Path, name: str) -> None:
    shown = run(landscape_home, name, "--help").output
    assert f"kg query {QUESTIONS[name].example}" in " ".join(shown.split())
    for parameter in (*QUESTIONS[name].arguments, *QUESTIONS[name].options):
        assert parameter.name.replace("_", "-") in shown.lower()
