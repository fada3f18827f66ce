"""`kg ingest`: whole, again, in parts, in two steps, killed; the graph is the same."""

import signal
from pathlib import Path

import pytest

from kg.config import Settings
from kg.store import open_store
from tests.cli.command import CHINESE, kg
from tests.store.dump import dump
from tests.store.records import claim

PARTS = (0.0, 0.15, 0.4, 0.65, 0.98)
"""Points of a run at which it is killed, as shares of the statements that it sends to the store."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int]:
    """The graph of a run that nobody disturbed, and the statements that it sent to a store with a schema."""
    home = Settings(home=tmp_path_factory.mktemp("whole") / "kg-data")
    open_store(home).close()
    done = kg(0, "ingest", *CHINESE, store=home, program=("tests.cli.child",))
    assert done.code == 0, done.lines
    return graph(home), int(done.lines[-1])


def graph(store: Settings) -> str:
    with open_store(store) as opened:
        return dump(opened)


@pytest.mark.parametrize("part", PARTS)
def test_ingest_killed_and_repeated_gives_the_same_graph(
    settings: Settings, whole: tuple[str, int], part: float
) -> None:
    expected, statements = whole
    killed = kg(1 + int(part * statements), "ingest", *CHINESE, store=settings, program=("tests.cli.child",))
    assert killed.code == -signal.SIGKILL, killed.lines
    assert kg("doctor", store=settings).code == 0
    assert graph(settings) != expected
    assert kg("ingest", *CHINESE, store=settings).code == 0
    assert graph(settings) == expected


def test_ingest_again_changes_nothing(settings: Settings, whole: tuple[str, int]) -> None:
    for _ in range(2):
        done = kg("ingest", *CHINESE, store=settings)
        assert done.code == 0, done.lines
        assert graph(settings) == whole[0]
    assert done.lines[-1] == f"0 articles read, 0 claims stored, {len(CHINESE)} already in, 0 rejected."
    assert kg("ingest", "--again", CHINESE[0], store=settings).code == 0
    assert kg("rebuild", store=settings).code == 0
    assert graph(settings) == whole[0]


@pytest.mark.parametrize("again", [True, False])
def test_what_an_older_version_read_goes_with_again(settings: Settings, whole: tuple[str, int], again: bool) -> None:
    words = ("ingest", *CHINESE[:2], *(["--again"] if again else []))
    assert kg("ingest", *CHINESE, store=settings).code == 0
    with open_store(settings) as opened:
        opened.load(claims=[claim(CHINESE[0].stem, "org:openai", "USES_HARDWARE", "chip:h100")])
    assert kg(*words, store=settings).code == 0
    assert (graph(settings) == whole[0]) == again


def test_ingest_over_processes_and_backwards_gives_the_same_graph(tmp_path: Path, whole: tuple[str, int]) -> None:
    store = Settings(home=tmp_path / "kg-data")
    done = kg("ingest", "--jobs", 2, *reversed(CHINESE), store=store)
    assert done.code == 0, done.lines
    assert graph(store) == whole[0]


def test_extract_and_load_give_the_graph_of_ingest(settings: Settings, tmp_path: Path, whole: tuple[str, int]) -> None:
    claims, mentions, articles = (tmp_path / f"{name}.jsonl" for name in ("claims", "mentions", "articles"))
    done = kg("extract", *CHINESE, "-o", claims, "--mentions", mentions, "--articles", articles)
    assert done.code == 0, done.lines
    for _ in range(2):
        done = kg("load", claims, "--mentions", mentions, "--articles", articles, store=settings)
        assert done.code == 0, done.lines
        assert graph(settings) == whole[0]
    assert done.lines == [
        f"0 articles loaded, {len(CHINESE)} unchanged, 0 replaced; 0 claims written, 0 records rejected."
    ]


def test_article_with_another_text_takes_the_place_of_the_old(tmp_path: Path) -> None:
    store, fresh = Settings(home=tmp_path / "kg-data"), Settings(home=tmp_path / "fresh")
    path = tmp_path / "story.txt"
    for source in CHINESE[:2]:
        path.write_bytes(source.read_bytes())
        assert kg("ingest", path, store=store).code == 0
    assert kg("ingest", path, store=fresh).code == 0
    assert graph(store) == graph(fresh)
