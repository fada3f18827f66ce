"""What every command does alike: a file that can't be written, a store without claims, values named in help."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.config import Settings
from kg.errors import UsageError
from kg.store import open_store
from tests.cli.command import ROOT, variables
from tests.store.records import corpus

GOLD = str(ROOT / "tests" / "score" / "gold.jsonl")
WRITING = [
    ["query", "funding", "-o", "answer.csv"],
    ["query", "funding", "-o", "answer.html"],
    ["judgements", "-o", "judgements.jsonl"],
    ["report", "-o", "report.html"],
    ["export", "html", "-o", "graph.html"],
    ["export", "jsonl", "-o", "claims.jsonl"],
    ["eval", GOLD, "--errors", "errors.jsonl"],
]
ASKING = [
    ["query", "funding"],
    ["query", "MATCH (c:Claim) RETURN c.id AS id"],
    ["ask", "Who depends on NVIDIA?"],
    ["report", "-o", "report.html"],
    ["export", "jsonl"],
]
QUIET = [[*words, "--quiet"] for words in ASKING]


def run(store: Settings, *words: str) -> Result:
    return CliRunner(env=variables(store)).invoke(cli, words)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words[:2] + words[-1:]))
def test_file_in_a_missing_folder_is_named(folder: Path, words: list[str]) -> None:
    done = run(Settings(home=folder / "kg-data"), *words[:-1], f"nowhere/{words[-1]}")
    assert isinstance(done.exception, UsageError), done.output
    assert str(done.exception).startswith(f"nowhere/{words[-1]} can't be written: No such file or directory;")


@pytest.mark.parametrize("words", [*ASKING, ["doctor"], *QUIET], ids=" ".join)
def test_store_without_claims_is_told(folder: Path, words: list[str]) -> None:
    store = Settings(home=folder / "kg-data")
    told = f"embedded store in {store.home} is empty; kg ingest fills it, --home or KG_HOME names another."
    done = run(store, *words)
    assert (done.exit_code, told in done.output) == (0, words[-1] != "--quiet")
    with open_store(store) as opened:
        opened.load(*corpus())
    assert "is empty" not in run(store, *words).output


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("export jsonl", "e.g. USES_HARDWARE"),
        ("export jsonl", "e.g. planned"),
        ("query claims", "e.g. INVESTED_IN"),
        ("resolve", "name, id, canonical name, type, with tabs between"),
        ("resolve", "or that it is unknown."),
        ("ingest", "in place of what was read of them."),
    ],
)
def test_help_names_values(words: str, named: str) -> None:
    assert named in " ".join(CliRunner().invoke(cli, [*words.split(), "--help"]).output.split())


@pytest.mark.parametrize("words", [["moves", "--style"], ["moves", "--list"], ["--list", "--style"]], ids=" ".join)
def test_cypher_gives_one_thing(words: list[str]) -> None:
    assert str(CliRunner().invoke(cli, ["cypher", *words]).exception) == "Give only one of NAME, --list and --style."
