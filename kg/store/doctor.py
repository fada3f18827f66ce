"""Whether a store can be used, and whether all in it follows from its claims."""

import importlib.metadata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction

from kg.config import Settings
from kg.errors import KGError
from kg.store.read import rows
from kg.store.rebuild import stored_triples
from kg.store.relations import relationships
from kg.store.same import due, linked
from kg.store.store import Store, open_store
from ontology.load import load_ontology

_BATCH = 1000
_ORPHANS = {
    "entities that no article names": "MATCH (n:Entity) WHERE NOT (n)<-[:MENTIONS]-(:Article) RETURN n.id AS id",
    "claims without a subject": "MATCH (n:Claim) WHERE NOT (n)-[:SUBJECT]->(:Entity) RETURN n.id AS id",
    "claims without an article": "MATCH (n:Claim) WHERE NOT (n)-[:IN]->(:Article) RETURN n.id AS id",
    "claims without an object": (
        "MATCH (n:Claim) WHERE n.object_kind IS NULL AND NOT (n)-[:OBJECT]->(:Entity) RETURN n.id AS id"
    ),
}


@dataclass(frozen=True)
class Finding:
    """One check: its name, whether it holds, and what was seen or what to do."""

    check: str
    ok: bool
    result: str


def examine(settings: Settings) -> Iterator[Finding]:
    """The findings of every check that could be made, in order."""
    yield Finding("driver", ok=True, result=f"neo4j {importlib.metadata.version('neo4j')}")
    try:
        store = open_store(settings)
    except KGError as error:
        yield Finding("store", ok=False, result=str(error))
        return
    with store:
        yield Finding("store", ok=True, result=emptiness(store) or store.location)
        for name, check in _CHECKS.items():
            wrong = check(store)
            yield Finding(name, ok=not wrong, result=wrong or "sound")


def emptiness(store: Store) -> str:
    """What to tell of a store without any claim, which may be the wrong one; nothing of one that has some."""
    if store.read("MATCH (c:Claim) RETURN c.id AS id LIMIT 1"):
        return ""
    return f"{store.location} is empty; kg ingest fills it, --home or KG_HOME names another."


def _schema(store: Store) -> str:
    there = {(row["labelsOrTypes"][0], row["properties"][0]) for row in store.read("SHOW INDEXES") if row["properties"]}
    wanted = {(label, "id") for label in ("Article", "Entity", "Claim", "Judgement", *load_ontology().relations)}
    missing = sorted(label for label, _ in wanted - there)
    return f"no index on the id of {', '.join(missing)}; load into a new store" if missing else ""


def _orphans(store: Store) -> str:
    found = {what: [row["id"] for row in store.read(cypher)] for what, cypher in _ORPHANS.items()}
    wrong = [f"{len(ids)} {what} (such as {min(ids)})" for what, ids in found.items() if ids]
    return f"{'; '.join(wrong)}; run kg rebuild, or load their articles again" if wrong else ""


def _judgements(store: Store) -> str:
    there, wanted = store.transaction(linked), store.transaction(due)
    wrong = {i for i in there.keys() | wanted.keys() if there.get(i) != wanted.get(i)}
    return (
        f"{len(wrong)} entities are not whom they are judged to be (such as {min(wrong)}); run kg rebuild"
        if wrong
        else ""
    )


def _derived(store: Store) -> str:
    wrong = store.transaction(_underived)
    return (
        f"{len(wrong)} relationships are not what their claims say (such as {min(wrong)}); run kg rebuild"
        if wrong
        else ""
    )


def _underived(tx: ManagedTransaction) -> list[str]:
    triples = stored_triples(tx)
    there = {
        row["p"].get("id", ""): (row["s"], row["type"], row["o"], row["p"])
        for row in rows(
            tx,
            "MATCH (s:Entity)-[r]->(o:Entity) WHERE type(r) <> 'SAME_AS' "
            "RETURN s.id AS s, type(r) AS type, o.id AS o, properties(r) AS p",
        )
    }
    ids = sorted(triples)
    due: dict[str, tuple[Any, ...]] = {}
    for start in range(0, len(ids), _BATCH):
        batch = {i: triples[i] for i in ids[start : start + _BATCH]}
        due |= {i: (*triples[i], properties) for i, properties in relationships(tx, batch).items()}
    return [i for i in there.keys() | due.keys() if there.get(i) != due.get(i)]


_CHECKS: dict[str, Callable[[Store], str]] = {
    "schema": _schema,
    "orphans": _orphans,
    "judgements": _judgements,
    "derived": _derived,
}
