"""The stores to measure: the embedded one, and the servers of KG_TEST_NEO4J, which are emptied."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from bench.generated import articles, generated
from kg.config import Settings
from kg.store import Store, open_store

EMBEDDED = "embedded"
_EMPTYING = "MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS gone"


def servers() -> Mapping[str, str]:
    """Servers by name, from KG_TEST_NEO4J="name=bolt://user:password@host:port,…"."""
    told = os.environ.get("KG_TEST_NEO4J", "")
    return dict(part.strip().partition("=")[::2] for part in told.split(",") if part.strip())


def names() -> tuple[str, ...]:
    """What `empty_store` takes."""
    return (EMBEDDED, *servers())


@contextmanager
def empty_store(name: str) -> Iterator[Store]:
    """An open store without anything in it."""
    with _store(name, None) as store:
        _empty(store)
        yield store


@contextmanager
def filled_store(name: str, claims: int, home: Path | None) -> Iterator[Store]:
    """An open store with so many generated claims and nothing else, loaded unless it holds as many.

    A server is emptied first, a folder never.
    """
    with _store(name, home) as store:
        held = store.read("MATCH (c:Claim) RETURN count(c) AS n")[0]["n"]
        if held and held != claims:
            if name == EMBEDDED:
                sys.exit(f"{home} holds {held:,} claims; choose another folder.")
            _empty(store)
        if held != claims:
            store.load((a.record() for a in articles(claims)), (), (claim.record() for claim in generated(claims)))
        yield store


@contextmanager
def _store(name: str, home: Path | None) -> Iterator[Store]:
    """The embedded store of a folder, or of one that goes again, or a server's."""
    if name != EMBEDDED:
        parts = urlsplit(servers()[name])
        uri = f"{parts.scheme}://{parts.hostname}:{parts.port}"
        with open_store(Settings(uri=uri, user=parts.username, password=parts.password)) as store:
            yield store
        return
    with TemporaryDirectory() as folder, open_store(Settings(home=home or Path(folder) / "kg")) as store:
        yield store


def _empty(store: Store) -> None:
    while store.write(_EMPTYING)[0]["gone"]:
        pass
