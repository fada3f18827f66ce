"""The stores to measure: the embedded one, and the servers of KG_TEST_NEO4J, which are emptied."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

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
    if name == EMBEDDED:
        with TemporaryDirectory() as folder, open_store(Settings(home=Path(folder) / "kg")) as store:
            yield store
        return
    parts = urlsplit(servers()[name])
    uri = f"{parts.scheme}://{parts.hostname}:{parts.port}"
    with open_store(Settings(uri=uri, user=parts.username, password=parts.password)) as store:
        _empty(store)
        yield store


def _empty(store: Store) -> None:
    while store.write(_EMPTYING)[0]["gone"]:
        pass
