"""How much is in the store."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.store.connection import Connection
from kg.store.read import rows
from kg.store.schema import version


@dataclass(frozen=True)
class Status:
    """Counts: nodes by label, claims by predicate and by modality, derived relationships by type."""

    location: str
    version: int
    labels: Mapping[str, int]
    predicates: Mapping[str, int]
    modalities: Mapping[str, int]
    relationships: Mapping[str, int]


_COUNTS = {
    "labels": "MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS n",
    "predicates": "MATCH (c:Claim) RETURN c.predicate AS name, count(*) AS n",
    "modalities": "MATCH (c:Claim) RETURN c.modality AS name, count(*) AS n",
    "relationships": (
        "MATCH (:Entity)-[r]->(:Entity) WHERE type(r) <> 'SAME_AS' RETURN type(r) AS name, count(*) AS n"
    ),
}


def status(connection: Connection) -> Status:
    """Counts of what a store holds, each in order of name."""
    counts = {key: _count(connection, cypher) for key, cypher in _COUNTS.items()}
    counts["labels"].pop("Meta", None)
    return Status(connection.location, connection.read(version), **counts)


def _count(connection: Connection, cypher: str) -> dict[str, int]:
    return dict(sorted((row["name"], row["n"]) for row in connection.read(rows, cypher)))
