"""`kg status`, `kg doctor` and `kg rebuild`: what they say of a store, and what they leave of it."""

from click.testing import CliRunner, Result

from kg.cli import cli
from kg.config import Settings
from kg.store import Store, open_store
from tests.cli.command import variables
from tests.store.dump import dump
from tests.store.records import corpus


def run(store: Settings, *words: str) -> Result:
    return CliRunner(env=variables(store)).invoke(cli, words)


def test_status_counts_what_is_in(store: Store, settings: Settings) -> None:
    store.load(*corpus())
    lines = [" ".join(line.split()) for line in run(settings, "status").stdout.splitlines()]
    assert lines[0] == f"{store.location} (schema 2)"
    assert {"Article 5", "Claim 13", "asserted 7", "COMPETES_WITH 2", "COMPETES_WITH 1"} <= set(lines)
    assert not any(line.startswith("Meta") for line in lines)


def test_status_of_an_empty_store_says_what_to_do(store: Store, settings: Settings) -> None:
    assert run(settings, "status").stdout.splitlines()[1:] == ["It is empty; kg ingest or kg load fills it."]


def test_doctor_finds_and_rebuild_mends_what_does_not_follow_from_claims(store: Store, settings: Settings) -> None:
    store.load(*corpus())
    assert run(settings, "doctor").exit_code == 0
    store.write("MATCH ()-[r:COMPETES_WITH]->() SET r.claims = 99")
    found = run(settings, "doctor")
    assert found.exit_code == 1
    (wrong,) = [line for line in found.stdout.splitlines() if line.startswith("FAIL")]
    assert "1 relationships are not what their claims say" in wrong
    assert wrong.endswith("run kg rebuild")
    assert run(settings, "rebuild").stderr.endswith(" relationships made again.\n")
    assert run(settings, "doctor").exit_code == 0
    assert run(settings, "rebuild", "--quiet").stderr == ""


def test_doctor_names_a_store_that_cannot_be_reached() -> None:
    found = run(Settings(uri="bolt://127.0.0.1:1", user="neo4j", password="x"), "doctor")
    assert found.exit_code == 1
    assert "FAIL store: Neo4j at bolt://127.0.0.1:1 can't be reached" in found.stdout


def test_rebuild_changes_nothing_that_is_right(store: Store, settings: Settings) -> None:
    store.load(*corpus())
    before = dump(store)
    assert run(settings, "rebuild").exit_code == 0
    with open_store(settings) as again:
        assert dump(again) == before
