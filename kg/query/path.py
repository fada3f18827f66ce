"""How two entities hang together."""

from itertools import pairwise
from math import prod

from kg.answer import Edge, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.view import View
from kg.query.words import label, rank, status_text, sureness
from ontology.load import load_ontology

_COLUMNS = ("step", "from", "relation", "to", "status", "confidence", "first said", "last said")


def path(view: View, *, start: Node, end: Node, max_hops: int) -> Found:
    """The shortest path over relationships in either direction, a row a step; of equals the surest.

    It leads through no place: that two firms sit in one country does not link them.
    """
    title = f"How {start.name} and {end.name} hang together"
    between = _between(view, start, end, max_hops)
    steps = _surest(between, start, end)
    return Found(title, _COLUMNS, [_row(number, here, edge) for number, (here, edge) in enumerate(steps, start=1)])


def _between(view: View, start: Node, end: Node, max_hops: int) -> list[Edge]:
    """The edges around both ends, fetched layer by layer from the smaller side until the sides meet."""
    predicates = load_ontology().relations
    edges: dict[tuple[str, str, str], Edge] = {}
    seen = ({start.id}, {end.id})
    fronts = [{start.id}, {end.id}]
    for _ in range(max_hops):
        if seen[0] & seen[1] or not all(fronts):
            break
        side = int(len(fronts[1]) < len(fronts[0]))
        reached = set()
        for edge in view.around(predicates, fronts[side]):
            edges[edge.triple] = edge
            reached |= {n.id for n in (edge.subject, edge.object) if n.type != "Place" or n in (start, end)}
        fronts[side] = reached - seen[side]
        seen[side].update(reached)
    return list(edges.values())


def _surest(edges: list[Edge], start: Node, end: Node) -> list[tuple[Node, Edge]]:
    import networkx as nx

    best: dict[tuple[Node, Node], Edge] = {}
    for edge in sorted(edges, key=sureness, reverse=True):
        if all(node.type != "Place" or node in (start, end) for node in (edge.subject, edge.object)):
            best[_pair(edge.subject, edge.object)] = edge
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_edges_from(sorted(best))
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return []
    shortest = nx.all_shortest_paths(graph, start, end)
    paths = [[(here, best[_pair(here, there)]) for here, there in pairwise(nodes)] for nodes in shortest]
    return min(paths, key=_path_order)


def _pair(one: Node, other: Node) -> tuple[Node, Node]:
    return (one, other) if one <= other else (other, one)


def _path_order(steps: list[tuple[Node, Edge]]) -> tuple[object, ...]:
    edges = [edge for _, edge in steps]
    return (max(rank(edge.status) for edge in edges), -prod(e.confidence for e in edges), [e.triple for e in edges])


def _row(number: int, here: Node, edge: Edge) -> Row:
    forward = edge.subject == here
    there = edge.object if forward else edge.subject
    cells = (
        number,
        here.name,
        label(edge.predicate, inverse=not forward),
        there.name,
        status_text(edge.status, contested=edge.contested),
        edge.confidence,
        edge.first_said,
        edge.last_said,
    )
    return Row(cells, (edge,))


PATH = Question(
    name="path",
    help="The shortest path between two entities, over any relation.",
    function=path,
    example="path 'Sam Altman' NVIDIA",
    arguments=(Parameter("start", "One end."), Parameter("end", "The other end.")),
    options=(Parameter("max_hops", "How many links the path may have.", "number", default=6),),
)
