"""What the store holds about some articles and entities, as the parts of a load compare it.

Ids are looked up one by one: for a list of them the embedded store goes through the list for each it has found.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from neo4j import ManagedTransaction, Record

from kg.store.entities import Called
from kg.store.properties import claim_record
from kg.store.state import Mention, State

Made = TypeVar("Made")
Make = Callable[[Sequence[Any]], Made]
_SCALARS = frozenset({str, int, float, bool, type(None)})

_ARTICLES = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN properties(a) AS article"
_MENTIONS = """
UNWIND $ids AS id MATCH (a:Article {id: id})
MATCH (a)-[m:MENTIONS]->(e:Entity)
RETURN a.id AS article, e.id AS entity, m.count AS count, m.name AS name, m.type AS type, m.forms AS forms"""
_CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {article: id})
MATCH (c)-[:SUBJECT]->(s:Entity) OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN properties(c) AS claim, s.id AS subject, o.id AS object"""
_CALLED = """
UNWIND $ids AS id MATCH (e:Entity {id: id})
MATCH (e)<-[m:MENTIONS]-(a:Article)
RETURN e.id AS entity, a.id AS article, m.name AS name, m.type AS type, m.forms AS forms"""
_STORED = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e) AS entity"
_OWNERS = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c.id AS id, c.article AS article"


def rows(tx: ManagedTransaction, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
    """All records of a statement."""
    return [_plain(record) for record in tx.run(cypher, parameters)]


def made(tx: ManagedTransaction, make: Make[Made], cypher: str, /, **parameters: Any) -> list[Made]:
    """What is made of the values of each record of a statement that returns no nodes."""
    return [make(tuple(record)) for record in tx.run(cypher, parameters)]


def first_rows(tx: ManagedTransaction, count: int, cypher: str) -> list[dict[str, Any]]:
    """The first records of a statement; the others stay with the server."""
    return [_plain(record) for record in tx.run(cypher).fetch(count)]


def _plain(record: Record) -> dict[str, Any]:
    """A record as a dictionary; the driver is asked only for what may hold nodes: it takes its time for each value."""
    found = dict(zip(record.keys(), record, strict=True))
    nested = [key for key, value in found.items() if type(value) not in _SCALARS]
    return found | record.data(*nested) if nested else found


def states(tx: ManagedTransaction, articles: Collection[str]) -> dict[str, State]:
    """Those of these articles that are stored, with all they contribute."""
    ids = sorted(articles)
    mentions: dict[str, dict[str, Mention]] = defaultdict(dict)
    claims: dict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    stored = [row["article"] for row in rows(tx, _ARTICLES, ids=ids)]
    if not stored:
        return {}
    for row in rows(tx, _MENTIONS, ids=ids):
        mentions[row["article"]][row["entity"]] = Mention(row["count"], _called(row))
    for row in rows(tx, _CLAIMS, ids=ids):
        claim = claim_record(row["claim"], row["subject"], row["object"])
        claims[claim["article"]][claim["id"]] = claim
    return {article["id"]: State(article, mentions[article["id"]], claims[article["id"]]) for article in stored}


def stored(tx: ManagedTransaction, entities: Collection[str]) -> dict[str, dict[str, Any]]:
    """The properties of those of these entities that are stored, by id."""
    found = rows(tx, _STORED, ids=sorted(entities))
    return {row["entity"]["id"]: row["entity"] for row in found}


def called(tx: ManagedTransaction, entities: Collection[str]) -> dict[str, dict[str, Called]]:
    """What each article calls each of these entities: entity → article → words."""
    found: dict[str, dict[str, Called]] = defaultdict(dict)
    for row in rows(tx, _CALLED, ids=sorted(entities)):
        found[row["entity"]][row["article"]] = _called(row)
    return found


def owners(tx: ManagedTransaction, claims: Collection[str]) -> dict[str, str]:
    """The article of each of these claims that is stored."""
    found = rows(tx, _OWNERS, ids=sorted(claims))
    return {row["id"]: row["article"] for row in found}


def _called(row: Mapping[str, Any]) -> Called:
    return Called(row["name"], row["type"], tuple(row["forms"]))
