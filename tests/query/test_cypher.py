"""Raw Cypher reads; what writes, or may, is refused before it is sent."""

import contextlib
import gc
import threading
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from kg.config import Settings
from kg.errors import KGError, UsageError
from kg.query.cypher import run_cypher
from kg.query.deadline import within
from kg.query.readonly import check_reads_only
from kg.query.script import as_script
from kg.store import Store, open_store
from ontology.read import read_yaml
from tests.query.world import CASES
from tests.store.dump import dump

TEXTS = read_yaml(CASES / "cypher.yaml")
MANY = "UNWIND range(1, 20000) AS x RETURN x"
ENDLESS = "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b RETURN sum(a * b) AS s"


@pytest.mark.parametrize("text", TEXTS["refused"])
def test_text_that_writes_is_refused_and_changes_nothing(landscape: Store, text: str) -> None:
    before = dump(landscape)
    with pytest.raises(UsageError, match="Refused"):
        run_cypher(landscape, text)
    assert dump(landscape) == before


@pytest.mark.parametrize(("text", "told"), TEXTS["told"].items())
def test_refusal_says_what_to_do(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        check_reads_only(text)


@pytest.mark.parametrize("text", TEXTS["allowed"])
def test_text_that_reads_is_run(landscape: Store, text: str) -> None:
    before = dump(landscape)
    assert run_cypher(landscape, text).cypher[0].cypher == text
    assert dump(landscape) == before


def test_server_itself_lets_no_reading_transaction_write(server: Settings) -> None:
    """A second wall on a real server, whatever the words: every statement is sent in a transaction that only reads."""
    with open_store(server) as store:
        store.write("CREATE (:Entity {id: 'org:x', name: 'X'})-[:IN]->(:Article {id: 'a'})")
        before = dump(store), schema(store)
        for ask in (store.read, lambda cypher: store.first(1, cypher)):
            with pytest.raises(UsageError, match="refused the statement"):
                ask("CREATE (n:X)")
            for text in TEXTS["refused"]:
                with contextlib.suppress(KGError):
                    ask(text)
                assert (dump(store), schema(store)) == before, text


def schema(store: Store) -> list[str]:
    found = (store.read(f"SHOW {what} YIELD name RETURN name ORDER BY name") for what in ("INDEXES", "CONSTRAINTS"))
    return [str(rows) for rows in found]


def test_write_runs_what_changes_the_graph(store: Store) -> None:
    run_cypher(store, "CREATE (n:Entity {id: 'org:x', name: 'X'})", write=True)
    found = run_cypher(
        store, "MATCH (n:Entity) RETURN n.id AS id, n AS node, [1, 2] AS list, date('2025-01-02') AS day"
    )
    assert found.columns == ("id", "node", "list", "day")
    assert found.rows == (("org:x", '{"id": "org:x", "name": "X"}', "[1, 2]", "2025-01-02"),)


def test_limit_holds_and_says_that_there_is_more(landscape: Store) -> None:
    cut = run_cypher(landscape, "UNWIND range(1, 50) AS x RETURN x", limit=3)
    assert cut.rows == ((1,), (2,), (3,))
    assert cut.notes == ("There are more rows; raise --limit to see them.",)
    assert run_cypher(landscape, "UNWIND range(1, 3) AS x RETURN x", limit=3).notes == ()


def test_limit_fetches_no_more_than_it_shows(landscape: Store) -> None:
    def seconds(limit: int | None) -> float:
        start = time.perf_counter()
        assert len(run_cypher(landscape, MANY, limit=limit).rows) == (limit or 20_000)
        return time.perf_counter() - start

    assert min(seconds(3) for _ in range(3)) < seconds(None) / 3


@pytest.mark.parametrize("wait", [within, lambda _, work: work()], ids=["here", "by the server"])
def test_timeout_ends_an_endless_statement(settings: Settings, wait: Callable[..., object]) -> None:
    if settings.uri is None and wait is not within:
        pytest.skip("the embedded server ends no transaction for its length")
    with open_store(replace(settings, timeout=0.5)) as store:
        start = time.perf_counter()
        with pytest.raises(KGError, match=r"No answer within 0\.5 s; ask for less, or raise --timeout\.") as raised:
            wait(0.5, lambda: run_cypher(store, ENDLESS))
        assert time.perf_counter() - start < 10
        assert raised.value.exit_code == 1
        assert store.read("RETURN 1 AS x") == [{"x": 1}]


def test_answer_given_up_leaves_no_connection_behind(settings: Settings) -> None:
    """Though the store is closed while the statement that nobody waits for is at work."""
    ended = threading.Event()

    def ask(store: Store) -> None:
        try:
            run_cypher(store, ENDLESS)
        finally:
            ended.set()

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        store = open_store(replace(settings, timeout=1.0))
        with pytest.raises(KGError, match="No answer"):
            within(0.2, partial(ask, store))
        store.close()
        assert ended.wait(60)
        del store
        gc.collect()
    assert [str(told.message) for told in caught if told.category is ResourceWarning] == []


def test_script_of_statements_is_one_that_a_browser_runs(landscape: Store) -> None:
    found = run_cypher(landscape, "RETURN 1 AS one")
    assert as_script(found.cypher) == "RETURN 1 AS one;\n"
