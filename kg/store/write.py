"""The statements that turn what the store holds of some articles into what it should hold, in one transaction."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from neo4j import ManagedTransaction

from kg.same import Same
from kg.store.entities import Called, entity_properties, labels, stays
from kg.store.properties import claim_properties
from kg.store.read import called, rows, stored
from kg.store.relations import Triple, derive_again, triples_of
from kg.store.same import representatives, settle
from kg.store.state import Mention, State

_LINKS = ("SPEAKER", "FROM")
_DERIVED = """
MATCH (e:Entity {id: $id})-[r]-(:Entity) WHERE r.id IS NOT NULL
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN r.id AS id, s.id AS subject, type(r) AS predicate, o.id AS object"""


def write_states(tx: ManagedTransaction, before: Mapping[str, State], after: Mapping[str, State]) -> int:
    """Write articles whose state has changed, and all that follows from them; returns how many claims were written."""
    old = {i: claim for state in before.values() for i, claim in state.claims.items()}
    new = {i: claim for state in after.values() for i, claim in state.claims.items()}
    stale = [i for i, claim in old.items() if new.get(i) != claim]
    fresh = {i: claim for i, claim in new.items() if old.get(i) != claim}
    same = representatives(tx)
    rows(tx, "UNWIND $ids AS id MATCH (c:Claim {id: id}) DETACH DELETE c", ids=sorted(stale))
    _write_articles(tx, before, after)
    retyped = _write_mentions(tx, before, after)
    _create_claims(tx, fresh.values(), same)
    derive_again(tx, triples_of([*(old[i] for i in stale), *fresh.values()], same) | retyped)
    settle(tx, same)
    _delete_unnamed(tx, before, after)
    return len(fresh)


def _write_articles(tx: ManagedTransaction, before: Mapping[str, State], after: Mapping[str, State]) -> None:
    changed = [dict(s.article) for i, s in sorted(after.items()) if i not in before or before[i].article != s.article]
    rows(tx, "UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a = row", rows=changed)


def _write_mentions(
    tx: ManagedTransaction, before: Mapping[str, State], after: Mapping[str, State]
) -> dict[str, Triple]:
    """Write the entities and who names them; returns the triples of entities whose type is another now."""
    old = {(a, e): mention for a, state in before.items() for e, mention in state.mentions.items()}
    new = {(a, e): mention for a, state in after.items() for e, mention in state.mentions.items()}
    lost = old.keys() - new.keys()
    due = {key: mention for key, mention in sorted(new.items()) if old.get(key) != mention}
    there = stored(tx, {entity for _, entity in lost | due.keys()})
    moved = {e for (a, e), mention in due.items() if (a, e) in old or not stays(there.get(e), mention.called)}
    ways = called(tx, moved | {entity for _, entity in lost})
    for article, entity in lost:
        ways[entity].pop(article, None)
    for (article, entity), mention in due.items():
        if entity in moved:
            ways.setdefault(entity, {})[article] = mention.called
    retyped = write_entities(tx, there, {e: by_article.values() for e, by_article in ways.items() if by_article})
    gone = [{"a": a, "e": e} for a, e in sorted(lost)]
    ends = "UNWIND $rows AS row MATCH (e:Entity {id: row.e}) MATCH (a:Article {id: row.a})"
    rows(tx, f"{ends} MATCH (e)<-[m:MENTIONS]-(a) DELETE m", rows=gone)
    changed = [{"a": a, "e": e, "m": _properties(mention)} for (a, e), mention in due.items() if (a, e) in old]
    rows(tx, f"{ends} MATCH (e)<-[m:MENTIONS]-(a) SET m = row.m", rows=changed)
    fresh = [{"a": a, "e": e, "m": _properties(mention)} for (a, e), mention in due.items() if (a, e) not in old]
    rows(tx, f"{ends} CREATE (e)<-[m:MENTIONS]-(a) SET m = row.m", rows=fresh)
    return retyped


def _properties(mention: Mention) -> dict[str, Any]:
    way = mention.called
    return {"count": mention.count, "name": way.name, "type": way.type, "forms": list(way.forms)}


def write_entities(
    tx: ManagedTransaction, there: Mapping[str, Mapping[str, Any]], ways: Mapping[str, Iterable[Called]]
) -> dict[str, Triple]:
    """Make entities, which now are `there`, what the lexicon or all articles call them; returns the triples of those
    retyped."""
    due = {entity: entity_properties(entity, called) for entity, called in sorted(ways.items())}
    new = [entity for i, entity in due.items() if i not in there]
    changed = [entity for i, entity in due.items() if i in there and there[i] != entity]
    retyped = [entity for entity in changed if there[entity["id"]]["type"] != entity["type"]]
    for type_name in sorted({entity["type"] for entity in new}):
        batch = [entity for entity in new if entity["type"] == type_name]
        rows(tx, f"UNWIND $rows AS row CREATE (e:{labels(type_name)}) SET e = row", rows=batch)
    rows(
        tx,
        "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e = row",
        rows=[e for e in changed if e not in retyped],
    )
    triples: dict[str, Triple] = {}
    for entity in retyped:
        triples |= _replace_entity(tx, entity)
    return triples


def _replace_entity(tx: ManagedTransaction, entity: Mapping[str, Any]) -> dict[str, Triple]:
    """A node with other labels in an entity's place; its derived relationships are left to be derived again."""
    here = "MATCH (old:Entity {id: $retired}) MATCH (new:Entity {id: $id})"
    names = {"retired": f"\x1f{entity['id']}", "id": entity["id"]}
    derived = rows(tx, _DERIVED, id=entity["id"])
    rows(tx, "MATCH (e:Entity {id: $id}) SET e.id = $retired", **names)
    rows(tx, f"CREATE (e:{labels(entity['type'])}) SET e = $entity", entity=dict(entity))
    for link in ("SUBJECT", "OBJECT", *_LINKS, "MENTIONS", "SAME_AS"):
        rows(tx, f"{here} MATCH (old)<-[r:{link}]-(n) CREATE (new)<-[q:{link}]-(n) SET q = properties(r)", **names)
    rows(tx, f"{here} MATCH (old)-[:SAME_AS]->(n) CREATE (new)-[:SAME_AS]->(n)", **names)
    rows(tx, "MATCH (old:Entity {id: $retired}) DETACH DELETE old", **names)
    return {row["id"]: (row["subject"], row["predicate"], row["object"]) for row in derived}


def _create_claims(tx: ManagedTransaction, claims: Iterable[Mapping[str, Any]], same: Same) -> None:
    fresh = [
        {"c": claim_properties(claim, same), "s": claim["subject"]["id"], "o": claim["object"].get("id")}
        for claim in claims
    ]
    start = "UNWIND $rows AS row MATCH (s:Entity {id: row.s}) MATCH (a:Article {id: row.c.article})"
    made = "CREATE (c:Claim) SET c = row.c CREATE (c)-[:SUBJECT]->(s) CREATE (c)-[:IN]->(a)"
    rows(tx, f"{start} {made}", rows=[row for row in fresh if not row["o"]])
    rows(
        tx,
        f"{start} MATCH (o:Entity {{id: row.o}}) {made} CREATE (c)-[:OBJECT]->(o)",
        rows=[row for row in fresh if row["o"]],
    )
    for link in _LINKS:
        ends = [(claim["id"], claim["qualifiers"].get(link.lower())) for claim in claims]
        linked = [{"c": i, "e": end["id"]} for i, end in ends if isinstance(end, Mapping) and "id" in end]
        rows(
            tx,
            "UNWIND $rows AS row MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) "
            f"CREATE (c)-[:{link}]->(e)",
            rows=linked,
        )


def _delete_unnamed(tx: ManagedTransaction, before: Mapping[str, State], after: Mapping[str, State]) -> None:
    """Entities that no article names any more go."""
    gone = {e for i, state in before.items() for e in state.mentions.keys() - after[i].mentions.keys()}
    if gone:
        delete_unnamed(tx, gone)


def delete_unnamed(tx: ManagedTransaction, entities: Collection[str]) -> None:
    """Delete those of these entities that no article names."""
    rows(
        tx,
        "MATCH (e:Entity) WHERE e.id IN $ids OPTIONAL MATCH (e)<-[m:MENTIONS]-() "
        "WITH e, count(m) AS named WHERE named = 0 DETACH DELETE e",
        ids=sorted(entities),
    )
