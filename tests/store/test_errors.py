"""What a user is told when a store can't be used, and with which exit code."""

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.config import Settings
from kg.errors import KGError, LoginError, StoreError, UsageError
from kg.store import Store, open_store
from kg.store.schema import VERSION


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and hangs up."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0)
        yield int(server.getsockname()[1])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc"])
def test_unreachable_server_is_named(scheme: str, closed_port: int) -> None:
    uri = f"{scheme}://127.0.0.1:{closed_port}"
    with pytest.raises(StoreError, match=uri.replace("+", r"\+")) as caught:
        open_store(Settings(uri=uri, user="neo4j", password="x"))
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    "uri", ["localhost", "http://127.0.0.1:7474", "bolt:// /", "bolt://", "bolt://host:x", "nonsense://x"]
)
def test_wrong_address_is_named(uri: str) -> None:
    with pytest.raises(StoreError, match="bolt://host:7687"):
        open_store(Settings(uri=uri, user="neo4j", password="x"))


@pytest.mark.parametrize("password", ["wrong", None, ""])
def test_wrong_password_is_told(server: Settings, password: str | None) -> None:
    with pytest.raises(LoginError, match="NEO4J_PASSWORD") as caught:
        open_store(replace(server, password=password))
    assert caught.value.exit_code == 4
    assert str(server.password) not in str(caught.value)


def test_missing_database_is_told(server: Settings) -> None:
    with pytest.raises(StoreError, match="NEO4J_DATABASE"):
        open_store(replace(server, database="nowhere"))


def test_newer_store_is_refused_and_kept(store: Store, settings: Settings) -> None:
    store.write("MATCH (m:Meta) SET m.version = 99")
    try:
        with pytest.raises(StoreError, match=r"newer version.*upgrade") as caught:
            open_store(settings)
        assert caught.value.exit_code == 5
        assert store.read("MATCH (m:Meta) RETURN m.version AS v") == [{"v": 99}]
    finally:
        store.write("MATCH (m:Meta) SET m.version = $version", version=VERSION)


@pytest.mark.parametrize("cypher", ["MATCH (n RETURN n", "RETURN nothing", "RETURN 1 / 0"])
def test_wrong_statement_is_told(store: Store, cypher: str) -> None:
    with pytest.raises(UsageError, match="The store refused the statement"):
        store.read(cypher)


def test_unknown_procedure_is_told(store: Store) -> None:
    with pytest.raises(KGError, match=r"the statement: .*no\.such\.procedure"):
        store.read("CALL no.such.procedure()")


@pytest.mark.parametrize("name", ["cypher", "tx", "self", "work", "parameters", "database_", "query"])
def test_statement_takes_parameters_of_any_name(store: Store, name: str) -> None:
    assert store.read(f"RETURN ${name} AS found", **{name: "it"}) == [{"found": "it"}]


def test_work_that_fails_changes_nothing(store: Store) -> None:
    with pytest.raises(KGError):
        store.write("CREATE (:Entity {id: 'x'}) CREATE (:Entity {id: 'x'})")
    assert store.status().labels == {}


def test_closed_store_is_told(settings: Settings) -> None:
    store = open_store(settings)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.read("RETURN 1")


def test_password_is_in_no_text_of_the_settings() -> None:
    assert "secret" not in repr(Settings(uri="bolt://x", password="secret"))
