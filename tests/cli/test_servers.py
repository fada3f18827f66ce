"""`kg` with NEO4J_URI set: questions and exports give the bytes that they give over the embedded store."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.config import Settings
from kg.store import open_store
from tests.cli.command import variables
from tests.query.world import records

QUESTIONS = [
    ["dependents", "NVIDIA", "--explain"],
    ["claims", "--include", "rumoured,speculative,denied"],
    ["MATCH (e:Entity) RETURN e.id AS id, e.type AS type, e.aliases AS aliases ORDER BY id"],
]
EXPORTS = {
    "html": "graph.html",
    "rdf": "graph.ttl",
    "graphml": "graph.graphml",
    "csv": "tables",
    "jsonl": "graph.jsonl",
}


def run(store: Settings, *words: str) -> str:
    done = CliRunner(env=variables(store)).invoke(cli, words)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return loaded(Settings(home=tmp_path_factory.mktemp("embedded") / "kg-data"))


def loaded(store: Settings) -> Settings:
    with open_store(store) as opened:
        opened.load(*records())
    return store


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[0])
def test_question_through_a_server_gives_the_same_json(server: Settings, embedded: Settings, words: list[str]) -> None:
    there, here = (run(store, "query", *words, "--format", "json") for store in (loaded(server), embedded))
    assert there == here
    assert there.count("\n") > 5


@pytest.mark.parametrize("form", EXPORTS)
def test_export_from_a_server_gives_the_same_bytes(
    server: Settings, embedded: Settings, tmp_path: Path, form: str
) -> None:
    for name, store in (("there", loaded(server)), ("here", embedded)):
        (tmp_path / name).mkdir()
        run(store, "export", form, "-o", str(tmp_path / name / EXPORTS[form]))
    there, here = (files(tmp_path / name) for name in ("there", "here"))
    assert there == here
    assert all(here.values())


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_status_and_doctor_tell_the_server(server: Settings) -> None:
    assert f"Neo4j at {server.uri}" in run(loaded(server), "status")
    assert "FAIL" not in run(server, "doctor")
