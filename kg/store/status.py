"""How much is in the store."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.store.connection import Connection
from kg.store.read import rows


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
    "relationships": "MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS name, count(*) AS n",
}


def status(connection: Connection) -> Status:
    """Counts of what a store holds, each in order of name."""
    version = connection.run(
        lambda tx: rows(tx, "MATCH (m:Meta {id: 'schema'}) RETURN m.version AS v")[0]["v"], write=False
    )
    counts = {
        key: {
            row["name"]: row["n"] for row in sorted(connection.run(lambda tx, c=c: rows(tx, c), write=False), key=_name)
        }  # type: ignore[misc]
        for key, c in _COUNTS.items()
    }
    counts["labels"].pop("Meta", None)
    return Status(connection.location, version, **counts)


def _name(row: Mapping[str, object]) -> str:
    return str(row["name"])
