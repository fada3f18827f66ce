"""The part of the graph that an export writes, read from the store in a few statements."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import networkx as nx

from kg.derive import triple
from kg.same import SAME_AS

Record = Mapping[str, Any]
Triple = tuple[str, str, str]

_BATCH = 500
_ENDS = ("subject", "object", "speaker_id", "from_id")
_ENTITIES = "MATCH (e:Entity) RETURN e.id AS id"
_EDGES = """
MATCH (s:Entity)-[r]->(o:Entity) WHERE type(r) <> 'SAME_AS'
RETURN s.id AS subject, type(r) AS predicate, o.id AS object, properties(r) AS properties"""
_CLAIMS = """
UNWIND $ids AS id
MATCH (s:Entity {id: id})<-[:SUBJECT]-(c:Claim)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:SPEAKER]->(w:Entity)
OPTIONAL MATCH (c)-[:FROM]->(f:Entity)
RETURN properties(c) AS properties, s.id AS subject, o.id AS object, w.id AS speaker_id, f.id AS from_id"""
_ENTITIES_OF = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e) AS properties"
_ARTICLES = "MATCH (a:Article) RETURN a.id AS id"
_ARTICLES_OF = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN properties(a) AS properties"


class Reader(Protocol):
    """What an export needs of a store."""

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]: ...


@dataclass(frozen=True)
class Selection:
    """Which part of the graph: within `hops` of the entities `about`, of some predicates, said in some modalities.

    Empty means all. `limit` keeps the entities with most relations. The whole graph also holds entities and articles
    without any claim; a part holds only what its claims link.
    """

    about: tuple[str, ...] = ()
    hops: int = 1
    predicates: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    limit: int | None = None

    @property
    def whole(self) -> bool:
        return not (self.about or self.predicates or self.modalities or self.limit)


@dataclass(frozen=True)
class Landscape:
    """Entities, claims and articles by id, and derived edges; every collection in one fixed order.

    Edges have subject, predicate, object; claims have subject, article, and where there is one object, speaker_id and
    from_id: all of them ids, of whom the user judges them to be. Other keys are the store's properties. `found` counts
    the entities before any limit.
    """

    entities: Mapping[str, Record]
    edges: tuple[Record, ...]
    claims: Mapping[str, Record]
    articles: Mapping[str, Record]
    found: int = field(default=0, compare=False)

    def claims_of(self) -> Mapping[Triple, tuple[Record, ...]]:
        """The claims behind each edge, by the edge's subject, predicate and object."""
        behind: dict[Triple, list[Record]] = {}
        for claim in self.claims.values():
            if "object" in claim:
                behind.setdefault(triple_of(claim), []).append(claim)
        return {triple: tuple(claims) for triple, claims in behind.items()}

    def network(self) -> "nx.MultiDiGraph[str]":
        """Entities and derived edges with their properties; an edge's key is its id."""
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for entity_id, entity in self.entities.items():
            network.add_node(entity_id, **{key: value for key, value in entity.items() if key != "id"})
        for edge in self.edges:
            properties = {key: edge[key] for key in sorted(edge) if key not in {"id", "subject", "object"}}
            network.add_edge(edge["subject"], edge["object"], key=edge["id"], **properties)
        return network


def triple_of(statement: Record) -> Triple:
    """The triple that a claim or edge between entities belongs to."""
    return triple(statement["subject"], statement["predicate"], statement["object"])


def read_landscape(store: Reader, selection: Selection = Selection()) -> Landscape:
    """The selected part of a store's graph."""
    edges = [edge for edge in _edges(store) if not selection.predicates or edge["predicate"] in selection.predicates]
    same = _judged(store)
    ids = {row["id"] for row in store.read(_ENTITIES)} - same.keys()
    if selection.about:
        ids = within(edges, selection.about, selection.hops) & ids
    claims = [claim for claim in _claims(store, ids, same) if _is_selected(claim, selection, ids)]
    if selection.modalities:
        said = {triple_of(claim) for claim in claims if "object" in claim}
        edges = [edge for edge in edges if triple_of(edge) in said]
    if not selection.whole:
        ids = _linked(edges, claims, ids) | (set(selection.about) & ids)
    found = len(ids)
    if selection.limit is not None:
        ids = set(_best_connected(edges, ids, selection)[: selection.limit])
    edges = [edge for edge in edges if {edge["subject"], edge["object"]} <= ids]
    claims = [claim for claim in claims if {claim["subject"], claim.get("object", claim["subject"])} <= ids]
    if selection.limit is not None:
        ids = _linked(edges, claims, ids) | (set(selection.about) & ids)
    articles = (
        (row["id"] for row in store.read(_ARTICLES)) if selection.whole else (claim["article"] for claim in claims)
    )
    return Landscape(
        entities={row["id"]: row for row in _entities(store, ids, same)},
        edges=tuple(sorted(edges, key=lambda edge: (edge["subject"], edge["predicate"], edge["object"]))),
        claims={claim["id"]: claim for claim in sorted(claims, key=_position)},
        articles={row["id"]: row for row in _by_id(store, _ARTICLES_OF, articles)},
        found=found,
    )


def within(edges: Iterable[Record], roots: Iterable[str], hops: int) -> set[str]:
    """Ids of the entities at most so many edges away from a root, whatever way the edges point."""
    neighbours: dict[str, set[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge["subject"], set()).add(edge["object"])
        neighbours.setdefault(edge["object"], set()).add(edge["subject"])
    seen = border = set(roots)
    for _ in range(hops):
        border = {near for node in border for near in neighbours.get(node, ())} - seen
        seen = seen | border
    return seen


def _judged(store: Reader) -> Mapping[str, str]:
    """Whom an entity counts as, where the user judges it to be another."""
    return {row["id"]: row["as_id"] for row in store.read(SAME_AS)}


def _edges(store: Reader) -> Iterator[Record]:
    for row in store.read(_EDGES):
        yield {**row["properties"], "subject": row["subject"], "predicate": row["predicate"], "object": row["object"]}


def _claims(store: Reader, ids: Collection[str], same: Mapping[str, str]) -> Iterator[Record]:
    """The claims of these subjects; `read` keeps the ids as the claim was read, where its ends count as others."""
    for batch in _batches({*ids, *(i for i, other in same.items() if other in ids)}):
        for row in store.read(_CLAIMS, ids=batch):
            ends = {key: row[key] for key in _ENDS if row[key] is not None}
            meant = {key: same.get(i, i) for key, i in ends.items()}
            yield {**row["properties"], **meant, **({"read": ends} if meant != ends else {})}


def _entities(store: Reader, ids: Collection[str], same: Mapping[str, str]) -> Iterator[Record]:
    """The entities; each also has the names of those that count as it as aliases."""
    names: dict[str, set[str]] = {}
    for other in _by_id(store, _ENTITIES_OF, (i for i, meant in same.items() if meant in ids)):
        names.setdefault(same[other["id"]], set()).update((other["name"], *other.get("aliases", ())))
    for entity in _by_id(store, _ENTITIES_OF, ids):
        own = entity.get("aliases", [])
        more = names.get(entity["id"], set()) - {entity["name"], *own}
        yield {**entity, "aliases": [*own, *sorted(more)]} if more else entity


def _by_id(store: Reader, statement: str, ids: Iterable[str]) -> Iterator[Record]:
    for batch in _batches(ids):
        yield from sorted((row["properties"] for row in store.read(statement, ids=batch)), key=lambda row: row["id"])


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(set(ids))
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))


def _is_selected(claim: Record, selection: Selection, ids: set[str]) -> bool:
    return (
        claim.get("object", claim["subject"]) in ids
        and (not selection.predicates or claim["predicate"] in selection.predicates)
        and (not selection.modalities or claim["modality"] in selection.modalities)
    )


def _linked(edges: Iterable[Record], claims: Iterable[Record], ids: set[str]) -> set[str]:
    ends = {end for edge in edges for end in (edge["subject"], edge["object"])}
    return (ends | {claim["subject"] for claim in claims}) & ids


def _best_connected(edges: Iterable[Record], ids: set[str], selection: Selection) -> list[str]:
    degree = Counter(end for edge in edges for end in (edge["subject"], edge["object"]))
    return sorted(ids, key=lambda entity: (entity not in selection.about, -degree[entity], entity))


def _position(claim: Record) -> tuple[Any, ...]:
    place = (claim["article"], claim["start"], claim["subject_span"], claim["object_span"])
    return (*place, claim["predicate"], claim["id"])
