"""Making all that follows from articles, mentions and claims again, after the lexicon, the rates or a rule changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction

from kg.store.connection import Connection
from kg.store.properties import claim_properties, claim_record
from kg.store.read import called, rows, stored
from kg.store.relations import Triple, Triples, derive_again, triples_of
from kg.store.same import linked, representatives, settle
from kg.store.schema import lock
from kg.store.write import delete_unnamed, write_entities
from ontology.load import load_ontology

_BATCH = 1000
_CLAIMS = """
MATCH (c:Claim) WHERE c.id IN $ids
MATCH (c)-[:SUBJECT]->(s:Entity) OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN properties(c) AS claim, s.id AS subject, o.id AS object"""


@dataclass(frozen=True)
class RebuildReport:
    """How many entities, claims and derived relationships were made again."""

    entities: int
    claims: int
    relationships: int


def rebuild(connection: Connection) -> RebuildReport:
    """Rebuild in transactions that each leave the graph right; an interrupted one is completed by repeating it."""
    entities = _ids(connection, "MATCH (n:Entity) RETURN n.id AS id")
    claims = _ids(connection, "MATCH (n:Claim) RETURN n.id AS id")
    for ids in _batches(entities):
        connection.write(_rebuild_entities, ids)
    connection.write(_rebuild_same)
    for ids in _batches(claims):
        connection.write(_rebuild_claims, ids)
    found = connection.read(stored_triples)
    for ids in _batches(sorted(found)):
        connection.write(_rebuild_relations, {i: found[i] for i in ids})
    return RebuildReport(len(entities), len(claims), len(found))


def stored_triples(tx: ManagedTransaction) -> dict[str, Triple]:
    """Every triple that has claims or a derived relationship, by the relationship's id."""
    found = rows(
        tx,
        "MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Entity) "
        "RETURN DISTINCT s.id AS s, c.predicate AS p, o.id AS o",
    )
    claims = [{"subject": {"id": r["s"]}, "predicate": r["p"], "object": {"id": r["o"]}} for r in found]
    triples = triples_of(claims, representatives(tx))
    derived = rows(tx, "MATCH (s:Entity)-[r]->(o:Entity) RETURN r.id AS id, s.id AS s, type(r) AS p, o.id AS o")
    known = load_ontology().relations
    return {row["id"]: (row["s"], row["p"], row["o"]) for row in derived if row["p"] in known and row["id"]} | triples


def _rebuild_entities(tx: ManagedTransaction, ids: Sequence[str]) -> None:
    lock(tx)
    ways = called(tx, ids)
    triples = write_entities(tx, stored(tx, ways), {entity: by_article.values() for entity, by_article in ways.items()})
    derive_again(tx, triples)
    delete_unnamed(tx, ids)


def _rebuild_same(tx: ManagedTransaction) -> None:
    lock(tx)
    settle(tx, linked(tx))


def _rebuild_claims(tx: ManagedTransaction, ids: Sequence[str]) -> None:
    lock(tx)
    same, changed = representatives(tx), []
    for row in rows(tx, _CLAIMS, ids=list(ids)):
        due = claim_properties(claim_record(row["claim"], row["subject"], row["object"]), same)
        if due != row["claim"]:
            changed.append(due)
    rows(tx, "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c = row", rows=changed)


def _rebuild_relations(tx: ManagedTransaction, triples: Triples) -> None:
    lock(tx)
    derive_again(tx, triples)


def _ids(connection: Connection, cypher: str) -> list[str]:
    found: list[dict[str, Any]] = connection.read(rows, cypher)
    return sorted(row["id"] for row in found)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
