"""The derived relationships: one for each subject, predicate and object entity, a function of its claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from neo4j import ManagedTransaction

from kg.derive import derive, triple_id
from kg.same import Same
from kg.store.properties import triple_of
from kg.store.read import rows
from ontology.load import load_ontology

Triple = tuple[str, str, str]
Triples = Mapping[str, Triple]
"""Subject, predicate and object ids by the id of the derived relationship."""

_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {triple: id})
RETURN c.triple AS triple, c.article AS article, c.modality AS modality, c.confidence AS confidence,
  coalesce(c.said, '') AS said, coalesce(c.date, '') AS date, coalesce(c.speaker, '') AS speaker,
  c.amount_usd AS amount_usd"""


class StoredClaim(NamedTuple):
    """What a stored claim adds to its relationship."""

    article: str
    modality: str
    confidence: float
    said: str
    date: str
    speaker: str
    amount_usd: float | None


def triples_of(claims: Iterable[Mapping[str, Any]], same: Same) -> dict[str, Triple]:
    """The triples that claim records count for."""
    return {triple_id(*triple): triple for claim in claims if (triple := triple_of(claim, same))}


def derive_again(tx: ManagedTransaction, triples: Triples) -> None:
    """Make the relationships of these triples what their claims say now; one without claims goes."""
    due = relationships(tx, triples)
    by_predicate: dict[str, list[str]] = defaultdict(list)
    for relation_id, (_, predicate, _) in sorted(triples.items()):
        by_predicate[predicate].append(relation_id)
    for predicate, ids in by_predicate.items():
        # Only a list served by the index finds a relationship without walking along its ends.
        assert predicate in load_ontology().relations
        matched = f"MATCH ()-[r:{predicate}]->() WHERE r.id IN $ids"
        there = {
            row["id"]: row["properties"]
            for row in rows(tx, f"{matched} RETURN r.id AS id, properties(r) AS properties", ids=ids)
        }
        if gone := sorted(there.keys() - due.keys()):
            rows(tx, f"{matched} DELETE r", ids=gone)
        if changed := {i: due[i] for i in sorted(there.keys() & due.keys()) if there[i] != due[i]}:
            rows(tx, f"{matched} SET r = $due[r.id]", ids=sorted(changed), due=changed)
        new = [{"due": due[i], "s": triples[i][0], "o": triples[i][2]} for i in ids if i in due and i not in there]
        if new:
            rows(
                tx,
                "UNWIND $new AS row MATCH (s:Entity {id: row.s}) MATCH (o:Entity {id: row.o}) "
                f"CREATE (s)-[r:{predicate}]->(o) SET r = row.due",
                new=new,
            )


def relationships(tx: ManagedTransaction, triples: Triples) -> dict[str, dict[str, Any]]:
    """The properties that the relationships of these triples should have, by id; none for a triple without claims."""
    claims: dict[str, list[StoredClaim]] = defaultdict(list)
    for row in rows(tx, _CLAIMS, ids=sorted(triples)):
        claims[row.pop("triple")].append(StoredClaim(**row))
    return {relation_id: _properties(relation_id, group) for relation_id, group in claims.items()}


def _properties(relation_id: str, claims: Collection[StoredClaim]) -> dict[str, Any]:
    found = {**derive(claims)._asdict(), "id": relation_id}
    found["speakers"] = list(found["speakers"])
    return {key: value for key, value in found.items() if value not in (None, "")}
