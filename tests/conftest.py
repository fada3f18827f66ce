"""Fixtures of every test: a store to write to, on each server there is."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from kg.config import Settings
from kg.store import Store, open_store
from tests.query.gold import records as gold_records
from tests.query.world import records

if TYPE_CHECKING:
    from kg.errors import SourceError

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
"""How long an example takes is no matter of a test: machines are busy at times."""
EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
VARIABLES = ("KG_HOME", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")


def _servers() -> dict[str, str]:
    """Real servers by name, from KG_TEST_NEO4J="name=bolt://user:password@host:port,…"."""
    told = os.environ.get("KG_TEST_NEO4J", "")
    return dict(part.strip().partition("=")[::2] for part in told.split(",") if part.strip())


SERVERS = _servers()


@pytest.fixture(autouse=True)
def plain_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test meets the settings or the store of whoever runs it."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


REAL = [pytest.param(name, marks=pytest.mark.neo4j) for name in SERVERS]
KINDS = ["embedded", *REAL]


@pytest.fixture(params=KINDS)
def store_kind(request: pytest.FixtureRequest) -> str:
    """The name of the server that a test runs on."""
    return str(request.param)


@pytest.fixture
def settings(store_kind: str, tmp_path: Path) -> Settings:
    """Settings of an empty store."""
    return Settings(home=tmp_path / "kg-data") if store_kind == "embedded" else empty_server(store_kind)


@pytest.fixture(params=REAL)
def server(request: pytest.FixtureRequest) -> Settings:
    """Settings of an empty store on a real server; a test that asks for it is skipped where none is."""
    return empty_server(request.param)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """An empty, open store."""
    with open_store(settings) as opened:
        yield opened


@pytest.fixture
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    """Opens as many empty embedded stores as a test asks for, to compare with."""
    opened: list[Store] = []

    def new() -> Store:
        opened.append(open_store(Settings(home=tmp_path_factory.mktemp("other") / "kg-data")))
        return opened[-1]

    yield new
    for one in opened:
        one.close()


@pytest.fixture(scope="module", params=KINDS)
def landscape(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the claims of query/cases/world.yaml, to read from."""
    embedded = Settings(home=tmp_path_factory.mktemp("landscape") / "kg-data")
    found = embedded if request.param == "embedded" else server_settings(SERVERS[request.param])
    with open_store(found) as opened:
        empty(opened)
        opened.load(*records())
        yield opened


@pytest.fixture(scope="session")
def example_records() -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Articles, mentions and claims of the example articles, read once."""
    from ingest.parallel import extract_all
    from ingest.sources import read_inputs

    rejected: list[SourceError] = []
    found = list(extract_all(read_inputs([str(EXAMPLES)], on_reject=rejected.append), on_reject=rejected.append))
    assert not rejected
    return (
        [e.article.record() for e in found],
        [mention.record() for e in found for mention in e.mentions],
        [claim.record() for e in found for claim in e.claims],
    )


@pytest.fixture(scope="module", params=KINDS)
def examples(request: pytest.FixtureRequest, example_records: Any, tmp_path_factory: Any) -> Iterator[Store]:
    """A store with the example articles, to read from."""
    embedded = Settings(home=tmp_path_factory.mktemp("examples") / "kg-data")
    found = embedded if request.param == "embedded" else empty_server(request.param)
    with open_store(found) as opened:
        opened.load(*example_records)
        yield opened


@pytest.fixture(scope="module", params=KINDS)
def gold(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the claims of query/cases/gold, to read from."""
    embedded = Settings(home=tmp_path_factory.mktemp("gold") / "kg-data")
    found = embedded if request.param == "embedded" else empty_server(request.param)
    with open_store(found) as opened:
        opened.load(*gold_records())
        yield opened


@pytest.fixture(scope="module")
def landscape_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an embedded store with the same claims as `landscape`, for commands."""
    home = tmp_path_factory.mktemp("home") / "kg-data"
    with open_store(Settings(home=home)) as opened:
        opened.load(*records())
    return home


@pytest.fixture(scope="module")
def backwards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded store with the same claims as `landscape`, loaded one article at a time and last claim first."""
    articles, mentions, claims = records()
    with open_store(Settings(home=tmp_path_factory.mktemp("backwards") / "kg-data")) as opened:
        opened.load(articles[::-1], mentions[::-1], claims[::-1], batch=1)
        yield opened


@pytest.fixture(scope="module")
def until(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Store]]:
    """Opens an embedded store with the claims of `landscape` that were said until a day; one for each day."""
    opened: dict[str, Store] = {}

    def loaded(day: str) -> Store:
        if day not in opened:
            articles, mentions, claims = records()
            opened[day] = open_store(Settings(home=tmp_path_factory.mktemp("until") / "kg-data"))
            opened[day].load(articles, mentions, [claim for claim in claims if claim["said"] <= f"{day}~"])
        return opened[day]

    yield loaded
    for store in opened.values():
        store.close()


def server_settings(uri: str) -> Settings:
    """Settings from bolt://user:password@host:port."""
    scheme, _, rest = uri.partition("://")
    login, _, host = rest.rpartition("@")
    user, _, password = login.partition(":")
    return Settings(uri=f"{scheme}://{host}", user=user, password=password)


def empty_server(name: str) -> Settings:
    """Settings of a real server whose store has been emptied."""
    found = server_settings(SERVERS[name])
    with open_store(found) as store:
        empty(store)
    return found


def empty(store: Store) -> None:
    """Delete all but the schema."""
    store.write("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
