"""Whom an entity counts as: `(:Entity)-[:SAME_AS]->(:Entity)`, a function of the judgements and of all claims."""

from neo4j import ManagedTransaction

from kg.derive import triple_id
from kg.same import SAME_AS, Judgement, Same, groups
from kg.store.properties import triple_of
from kg.store.read import rows
from kg.store.relations import derive_again, triples_of
from ontology.lexicon import load_lexicon

_LINKED = "MATCH (e:Entity)-[:SAME_AS]->(r:Entity) RETURN e.id AS id, r.id AS as_id"
_NAMED = """
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (e)<-[:MENTIONS]-() RETURN DISTINCT e.id AS id"""
_COUNTED = """
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim) RETURN e.id AS id, count(DISTINCT c) AS claims"""
_CLAIMS = """
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim) WITH DISTINCT c
MATCH (c)-[:SUBJECT]->(s:Entity) MATCH (c)-[:OBJECT]->(o:Entity)
RETURN c.id AS id, s.id AS s, c.predicate AS p, o.id AS o"""


def judged(tx: ManagedTransaction) -> list[Judgement]:
    """Every judgement, the earliest first."""
    found = rows(tx, "MATCH (j:Judgement) RETURN j.a AS a, j.b AS b, j.same AS same, j.at AS at, j.by AS by")
    return sorted(map(Judgement.of, found))


def representatives(tx: ManagedTransaction) -> Same:
    """Who counts as whom now."""
    return {row["id"]: row["as_id"] for row in rows(tx, SAME_AS)}


def linked(tx: ManagedTransaction) -> Same:
    """As `representatives`, with what no judgement accounts for; looks at every entity."""
    return {row["id"]: row["as_id"] for row in rows(tx, _LINKED)}


def due(tx: ManagedTransaction) -> Same:
    """Who should count as whom, of the entities that articles name.

    A group counts as one that the lexicon lists, else as the one that most claims are about, else as the smaller id.
    """
    joined = groups(judged(tx))
    named = {row["id"] for row in rows(tx, _NAMED, ids=sorted(set().union(*joined)))} if joined else set()
    present = [group & named for group in joined if len(group & named) > 1]
    best = [group & load_lexicon().entries.keys() or group for group in present]
    undecided = sorted(set().union(*(group for group in best if len(group) > 1)))
    claims = {row["id"]: row["claims"] for row in rows(tx, _COUNTED, ids=undecided)} if undecided else {}
    found: dict[str, str] = {}
    for group, candidates in zip(present, best, strict=True):
        chosen = min(candidates, key=lambda entity: (-claims.get(entity, 0), entity))
        found |= dict.fromkeys(group - {chosen}, chosen)
    return found


def settle(tx: ManagedTransaction, before: Same) -> None:
    """Make who counts as whom what it should be, which until now is `before`, and what follows from it."""
    now = due(tx)
    moved = sorted(i for i in before.keys() | now.keys() if before.get(i) != now.get(i))
    if not moved:
        return
    rows(tx, "MATCH (e:Entity) WHERE e.id IN $ids MATCH (e)-[r:SAME_AS]->() DELETE r", ids=moved)
    rows(
        tx,
        "UNWIND $rows AS row MATCH (e:Entity {id: row.e}) MATCH (r:Entity {id: row.r}) CREATE (e)-[:SAME_AS]->(r)",
        rows=[{"e": i, "r": now[i]} for i in moved if i in now],
    )
    claims = [
        {"id": row["id"], "subject": {"id": row["s"]}, "predicate": row["p"], "object": {"id": row["o"]}}
        for row in rows(tx, _CLAIMS, ids=moved)
    ]
    ids = [(claim["id"], triple_of(claim, now)) for claim in claims]
    rows(
        tx,
        "UNWIND $rows AS row MATCH (c:Claim {id: row.c}) SET c.triple = row.triple",
        rows=[{"c": i, "triple": triple_id(*triple) if triple else None} for i, triple in ids],
    )
    derive_again(tx, triples_of(claims, before) | triples_of(claims, now))
