"""Who designs which chip, makes which model and owns whom, as the lexicon knows it without any article."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.answer import KNOWN, Edge, Node
from kg.query.view import View
from ontology.load import load_ontology
from ontology.names import Names

_LINKS = ("designer", "developer", "parent")


@dataclass(frozen=True)
class Parts:
    """Edges of status `known`."""

    edges: tuple[Edge, ...]

    def around(self, ids: Collection[str], besides: Iterable[Edge]) -> list[Edge]:
        """Those with one of the entities at an end that no article states."""
        stated = {edge.triple for edge in besides}
        near = (edge for edge in self.edges if edge.subject.id in ids or edge.object.id in ids)
        return [edge for edge in near if edge.triple not in stated]


def known_parts(view: View) -> Parts:
    """The parts, by lexicon, among the entities that the store has."""
    rows = view.read(
        "MATCH (e:Entity) WHERE e.designer IS NOT NULL OR e.developer IS NOT NULL OR e.parent IS NOT NULL\n"
        "RETURN e.id AS id, e.name AS name, e.type AS type,\n  "
        "e.designer AS designer, e.developer AS developer, e.parent AS parent"
    )
    lexicon = Names.load().lexicon
    edges = []
    for row in rows:
        part = Node(row["id"], row["name"], row["type"])
        for entry in filter(None, (lexicon.get(row[link] or "") for link in _LINKS)):
            edges.append(_edge(view.meant(part), view.meant(Node(entry.id, entry.name, entry.type))))
    return Parts(tuple(sorted({e for e in edges if e.subject != e.object}, key=lambda edge: edge.triple)))


def _edge(part: Node, whole: Node) -> Edge:
    """The relation that a part of its type has to its whole."""
    if load_ontology().is_a(part.type, "Organization"):
        return Edge(part, "SUBSIDIARY_OF", whole, KNOWN)
    return Edge(whole, "DESIGNS_CHIP" if part.type == "Chip" else "DEVELOPS", part, KNOWN)
