"""`kg same`, `kg not-same`, `kg judgements`: exit codes, what is said, and that taking back leaves no trace."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.config import Settings
from kg.errors import KGError, UnknownEntityError, UsageError
from kg.store import Store
from tests.cli.command import kg, variables
from tests.store.dump import dump
from tests.store.records import corpus

LABS, GULL = "org:kestrel-labs", "かもめ計算"


def run(store: Settings, *words: object) -> Result:
    done = CliRunner(env=variables(store)).invoke(cli, list(map(str, words)))
    if isinstance(done.exception, KGError):
        raise done.exception
    return done


@pytest.fixture
def loaded(store: Store) -> Store:
    store.load(*corpus())
    return store


def test_judging_and_taking_back_leaves_the_graph_as_it_was(loaded: Store, settings: Settings) -> None:
    before = dump(loaded)
    assert run(settings, "same", GULL, "Kestrel Laboratories", "--by", "Aya").stderr == (
        "かもめ計算 (org:かもめ計算) and Kestrel Labs (org:kestrel-labs) are the same.\n"
    )
    assert "as judged before" in run(settings, "same", LABS, GULL).stderr
    found = run(settings, "query", "timeline", GULL, "--quiet", "--format", "tsv")
    assert "Kestrel Labs" in found.stdout
    assert "かもめ計算" not in found.stdout
    assert run(settings, "resolve", GULL).stdout == f"{GULL}\torg:kestrel-labs\tKestrel Labs\tCompany\n"
    assert run(settings, "doctor").exit_code == 0
    assert run(settings, "judgements", "--undo", GULL, LABS).stderr.endswith(" is taken back.\n")
    assert dump(loaded) == before


def test_list_moves_from_store_to_store(loaded: Store, settings: Settings, tmp_path: Path) -> None:
    run(settings, "same", LABS, GULL, "--by", "Aya")
    run(settings, "not-same", LABS, "OpenAI", "--quiet")
    (one, other) = map(json.loads, run(settings, "judgements", "--format", "jsonl").stdout.splitlines())
    assert (one["same"], one["by"], other["same"], other["b_name"]) == (True, "Aya", False, "OpenAI")
    path = tmp_path / "judgements.jsonl"
    assert run(settings, "judgements", "-o", path).exit_code == 0
    (tmp_path / "claims.jsonl").touch()
    there = Settings(home=tmp_path / "other")
    for written in (2, 0):
        done = run(there, "load", tmp_path / "claims.jsonl", "--judgements", path)
        assert done.exit_code == 0
        assert f" and {written} judgements written" in done.stderr
    assert run(there, "judgements", "--format", "jsonl").stdout.count("\n") == 2


def test_names_that_are_told_apart_are_both_told(loaded: Store, settings: Settings) -> None:
    run(settings, "not-same", LABS, "OpenAI")
    table = run(settings, "judgements").stdout
    assert LABS in table
    assert "org:openai" in table
    with pytest.raises(UsageError, match="org:kestrel-labs is not org:openai"):
        run(settings, "same", GULL, LABS), run(settings, "same", GULL, "OpenAI")


REFUSED = {
    "unknown": (("same", LABS, "Nobody Anywhere"), UnknownEntityError, "No entity is called"),
    "one": (("same", LABS, "Kestrel Labs"), UsageError, "both mean Kestrel Labs"),
    "of other kinds": (("same", LABS, "Japan"), UsageError, "Kestrel Labs is a Company, Japan a Place. --force"),
    "nothing to take back": (("judgements", "--undo", LABS, GULL), UsageError, "Nothing is judged of Kestrel Labs"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_judged_is_told(loaded: Store, settings: Settings, case: str) -> None:
    words, error, reason = REFUSED[case]
    before = dump(loaded)
    with pytest.raises(error, match=reason):
        run(settings, *words)
    assert dump(loaded) == before


def test_exit_codes(loaded: Store, settings: Settings) -> None:
    assert kg("same", LABS, "Nobody Anywhere", store=settings).code == 3
    done = kg("same", LABS, "Japan", store=settings)
    assert (done.code, done.out, len(done.lines)) == (2, "", 1)
    assert kg("same", LABS, "Japan", "--force", store=settings).code == 0
    assert kg("same", LABS, GULL, store=Settings(uri="bolt://127.0.0.1:1", user="neo4j", password="x")).code == 5
