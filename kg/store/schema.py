"""Constraints and indexes, made on first use, and the version of the graph's shape."""

from neo4j import ManagedTransaction

from kg.errors import StoreError
from kg.store.connection import Connection
from kg.store.read import rows
from ontology.load import load_ontology

VERSION = 2
_UNIQUE = ("Article", "Entity", "Claim", "Judgement", "Meta")
_INDEXED = (("Entity", "name"), ("Claim", "article"), ("Claim", "predicate"), ("Claim", "triple"))


def statements() -> list[str]:
    """What makes a new store ready; each may be run again. A derived relationship is found by its id."""
    return [
        *(f"CREATE CONSTRAINT {n.lower()}_id IF NOT EXISTS FOR (n:{n}) REQUIRE n.id IS UNIQUE" for n in _UNIQUE),
        *(f"CREATE INDEX {n.lower()}_{p} IF NOT EXISTS FOR (n:{n}) ON (n.{p})" for n, p in _INDEXED),
        *(f"CREATE INDEX {r.lower()}_id IF NOT EXISTS FOR ()-[r:{r}]-() ON (r.id)" for r in load_ontology().relations),
    ]


def prepare(connection: Connection) -> None:
    """Make the schema where it is missing; raises `StoreError` for a store of a newer version."""
    found = connection.read(version)
    if found > VERSION:
        raise StoreError(
            f"{connection.location} was made by a newer version (schema {found}, this one knows {VERSION}); "
            "upgrade ai-landscape-kg or choose another store."
        )
    if found == VERSION:
        return
    for statement in statements():
        connection.write(rows, statement)
    connection.write(rows, "MERGE (m:Meta {id: 'schema'}) SET m.version = $version", version=VERSION)


def version(tx: ManagedTransaction) -> int:
    """The version a store was made with; 0 for one without a schema."""
    found = rows(tx, "MATCH (m:Meta {id: 'schema'}) RETURN m.version AS version")
    return int(found[0]["version"]) if found else 0


def lock(tx: ManagedTransaction) -> None:
    """Make writers take turns: what follows from claims is read before it is written."""
    rows(tx, "MATCH (m:Meta {id: 'schema'}) SET m.version = m.version")
