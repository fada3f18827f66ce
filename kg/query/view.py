"""The graph as a question sees it: derived relationships and claims through a lens, each fetched by one statement."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from kg.answer import Citation, Edge, Node, Statement
from kg.derive import triple_id
from kg.query.lens import Lens
from kg.query.records import CLAIM_FIELDS, EDGE_FIELDS, Nodes, Triple, by_triple, citation, derived, edge
from kg.same import SAME_AS
from ontology.fold import fold
from ontology.load import load_ontology

_NAMES = "MATCH (e:Entity)\nRETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases"
_CLAIM_ORDER = attrgetter("said", "date", "article", "start", "id")

T = TypeVar("T")
Make = Callable[[Sequence[Any]], T]
"""Makes something of a record's values, which come in the order in which its statement returns them."""


class Reader(Protocol):
    """The part of a store that questions need."""

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]: ...

    def read_as(self, make: Make[T], cypher: str, /, **parameters: Any) -> list[T]: ...


class View:
    """A store through a lens; `statements` are what has been run so far.

    Claims and edges are told of whom the user judges their ends to be.
    """

    def __init__(self, store: Reader, lens: Lens) -> None:
        self.lens = lens
        self.statements: list[Statement] = []
        self._store = store
        self._nodes = Nodes()

    def read(self, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
        """Run one statement; its records come in no order that may be relied on."""
        self.statements.append(Statement(cypher, parameters))
        return self._store.read(cypher, **parameters)

    def judged(self, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
        """As `read`, of the user's judgements; where there are none the statement is no part of the answer."""
        found = self._store.read(cypher, **parameters)
        self.statements += [Statement(cypher, parameters)] if found else []
        return found

    @cached_property
    def same(self) -> Mapping[str, Node]:
        """Whom an entity counts as, by its id, where the user judges it to be another."""
        return {row["id"]: Node(row["as_id"], row["as_name"], row["as_type"]) for row in self.judged(SAME_AS)}

    @cached_property
    def borne(self) -> Mapping[str, list[Node]]:
        """The store's entities by each of their names, folded."""
        found: dict[str, set[Node]] = defaultdict(set)
        for row in self.read(_NAMES):
            for name in (row["name"], *(row["aliases"] or ())):
                found[fold(name)].add(Node(row["id"], row["name"], row["type"]))
        return {name: sorted(nodes) for name, nodes in found.items()}

    def meant(self, node: Node) -> Node:
        """Whom an entity counts as."""
        return self.same.get(node.id, node)

    def out(self, predicates: Iterable[str], ids: Collection[str]) -> list[Edge]:
        """Edges of these predicates that start from one of the entities."""
        return self._edges(predicates, ids, "(e)-[r:{types}]->(:Entity)", ("SUBJECT",))

    def into(self, predicates: Iterable[str], ids: Collection[str]) -> list[Edge]:
        """Edges of these predicates that end at one of the entities."""
        return self._edges(predicates, ids, "(e)<-[r:{types}]-(:Entity)", ("OBJECT",))

    def around(self, predicates: Iterable[str], ids: Collection[str]) -> list[Edge]:
        """Edges of these predicates that start from or end at one of the entities."""
        return self._edges(predicates, ids, "(e)-[r:{types}]-(:Entity)", ("SUBJECT", "OBJECT"))

    def all(self, predicates: Iterable[str]) -> list[Edge]:
        """Every edge of these predicates."""
        return self._edges(predicates, None, "(:Entity)-[r:{types}]->(:Entity)", ())

    def claims(
        self,
        predicates: Iterable[str] = (),
        *,
        about: Collection[str] | None = None,
        roles: Sequence[str] = ("SUBJECT", "OBJECT"),
        modalities: Iterable[str] | None = None,
        since: str = "",
    ) -> list[Citation]:
        """Claims said by the lens's day, of these predicates (none: all), in which one of the entities has a role.

        They come in order of what they say, when and where. Modalities are not filtered unless given; with `since`, an
        ISO date, only claims said on or after it.
        """
        where: list[str] = []
        parameters: dict[str, Any] = {}
        if wanted := sorted(predicates):
            where.append("c.predicate IN $predicates")
            parameters["predicates"] = wanted
        if modalities is not None:
            where.append("c.modality IN $modalities")
            parameters["modalities"] = sorted(modalities)
        if since:
            where.append("c.said >= $said_since")
            parameters["said_since"] = since
        if self.lens.as_of:
            where.append("c.said <= $said_until")
            parameters["said_until"] = self.lens.said_until
        start = "MATCH (c:Claim)"
        if about is not None:
            start = f"UNWIND $ids AS id\nMATCH (e:Entity {{id: id}})<-[:{'|'.join(roles)}]-(c:Claim)"
            parameters["ids"] = sorted({*about, *(i for i, node in self.same.items() if node.id in about)})
        filters = f" WHERE {' AND '.join(where)}" if where else ""
        return self._citations(f"{start}{filters}", parameters)

    def behind(self, edges: Collection[Edge]) -> list[Citation]:
        """The claims that these edges are derived from."""
        if not edges:
            return []
        start = "UNWIND $triples AS triple\nMATCH (c:Claim {triple: triple})"
        parameters: dict[str, Any] = {"triples": sorted({triple_id(*edge.triple) for edge in edges})}
        if self.lens.as_of:
            start += " WHERE c.said <= $said_until"
            parameters["said_until"] = self.lens.said_until
        return self._citations(start, parameters)

    def derive(self, claims: Mapping[Triple, Sequence[Citation]]) -> list[Edge]:
        """The edges that follow from claims alone, as far as the lens sees them, in the order of their triples."""
        return [edge for edge in (derived(claims[triple]) for triple in sorted(claims)) if self._sees(edge)]

    def seen(self, claims: Iterable[Citation]) -> list[Citation]:
        """Those of these claims that are as sure as the lens wants, for answers that are not told of edges."""
        return [claim for claim in claims if claim.confidence >= self.lens.confidence]

    def _sees(self, edge: Edge) -> bool:
        return edge.status in self.lens.statuses and edge.confidence >= self.lens.confidence

    def _edges(
        self, predicates: Iterable[str], ids: Collection[str] | None, pattern: str, roles: Sequence[str]
    ) -> list[Edge]:
        wanted = sorted(predicates)
        assert set(wanted) <= set(load_ontology().relations)
        if ids is not None and not ids:
            return []
        if self.lens.as_of:
            return self.derive(by_triple(self.claims(wanted, about=ids, roles=roles)))
        start = "" if ids is None else "UNWIND $ids AS id\nMATCH (e:Entity {id: id})\n"
        cypher = (
            f"{start}MATCH {pattern.format(types='|'.join(wanted))} WHERE r.status IN $statuses\n"
            f"WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o\nRETURN {EDGE_FIELDS}"
        )
        parameters: dict[str, Any] = {"statuses": sorted(self.lens.statuses)}
        if ids is not None:
            parameters["ids"] = sorted(ids)
        found = self._read_as(partial(edge, self._nodes), cypher, parameters)
        return sorted(filter(self._sees, found), key=attrgetter("triple"))

    def _citations(self, start: str, parameters: dict[str, Any]) -> list[Citation]:
        cypher = (
            f"{start}\nWITH DISTINCT c\nMATCH (c)-[:SUBJECT]->(s:Entity)\nMATCH (c)-[:IN]->(a:Article)\n"
            f"OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)\nOPTIONAL MATCH (c)-[:FROM]->(f:Entity)\nRETURN {CLAIM_FIELDS}"
        )
        return sorted(self._read_as(partial(citation, self._nodes, self.same), cypher, parameters), key=_CLAIM_ORDER)

    def _read_as(self, make: Make[T], cypher: str, parameters: dict[str, Any]) -> list[T]:
        """What is made of each record; no dictionary of it comes between, an answer may take a million."""
        self.statements.append(Statement(cypher, parameters))
        return self._store.read_as(make, cypher, **parameters)
