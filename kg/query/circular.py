"""Where money comes back: rings of investments, purchases and cloud deals, such as a vendor that pays its customers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.answer import Edge, Node
from kg.query.parts import known_parts
from kg.query.question import Found, Parameter, Question, Row
from kg.query.view import View
from kg.query.words import GONE, path_state, path_text, sureness

if TYPE_CHECKING:
    import networkx as nx

_PAYS_OBJECT = ("INVESTED_IN", "USES_CLOUD", "USES_HARDWARE")
_PAYS_SUBJECT = ("SUPPLIES", "MANUFACTURES")
_MADE = ("DESIGNS_CHIP", "DEVELOPS")
_COLUMNS = ("ring", "parties", "investments", "status", "confidence", "first said", "last said")
Payment = tuple[Edge, ...]
"""The edge by which one pays another; with the edge from a chip or product to its maker where it buys that."""


def circular(view: View, *, max_parties: int) -> Found:
    """Rings in which each pays the next, at least once by an investment; the surest of equal payments are shown."""
    graph = _payments(view)
    rings = []
    for ring in _rings(graph, max_parties):
        steps = [graph.edges[pair]["payment"] for pair in zip(ring, [*ring[1:], ring[0]], strict=True)]
        if any(payment[0].predicate == "INVESTED_IN" for payment in steps):
            rings.append(_row(ring[0], steps))
    return Found("Where money comes back", _COLUMNS, sorted(rings, key=lambda row: (row.cells[1], row.cells[0])))


def _rings(graph: "nx.DiGraph[Node]", longest: int) -> Iterator[list[Node]]:
    """Every ring of at most so many once, from its smallest member; numbers stand for the members, in their order."""
    members = sorted(graph)
    number = {node: i for i, node in enumerate(members)}
    pays = [{number[payee] for payee in graph.successors(node)} for node in members]
    for start, node in enumerate(members):
        payers = {number[payer] for payer in graph.predecessors(node)}
        paths: list[tuple[int, ...]] = [(start,)]
        while paths:
            path = paths.pop()
            if path[-1] in payers:
                yield [members[i] for i in path]
            if len(path) < longest:
                onward = pays[path[-1]] if len(path) < longest - 1 else pays[path[-1]] & payers
                paths += [(*path, i) for i in onward if i > start and i not in path]


def _payments(view: View) -> "nx.DiGraph[Node]":
    import networkx as nx

    found = [e for e in view.all({*_PAYS_OBJECT, *_PAYS_SUBJECT, *_MADE}) if e.status not in GONE]
    ids = {node.id for edge in found for node in (edge.subject, edge.object)}
    known = known_parts(view).around(ids, besides=found)
    makers = {edge.object: edge for edge in (*known, *found) if edge.predicate in _MADE}
    graph: nx.DiGraph[Node] = nx.DiGraph()
    for edge in sorted(found, key=_investments_first):
        for payer, payee, payment in _payment(edge, makers):
            if payer != payee and not graph.has_edge(payer, payee):
                graph.add_edge(payer, payee, payment=payment)
    return graph


def _investments_first(edge: Edge) -> tuple[object, ...]:
    return (edge.predicate != "INVESTED_IN", *sureness(edge))


def _payment(edge: Edge, makers: Mapping[Node, Edge]) -> Iterable[tuple[Node, Node, Payment]]:
    if edge.predicate in _PAYS_OBJECT:
        made = makers.get(edge.object)
        yield edge.subject, made.subject if made else edge.object, (edge, made) if made else (edge,)
    elif edge.predicate in _PAYS_SUBJECT:
        yield edge.object, edge.subject, (edge,)


def _row(first: Node, steps: list[Payment]) -> Row:
    edges = tuple(edge for payment in steps for edge in payment)
    payments = [payment[0] for payment in steps]
    investments = sum(edge.predicate == "INVESTED_IN" for edge in payments)
    return Row((path_text(edges, first.id), len(steps), investments, *path_state(payments)), edges)


CIRCULAR = Question(
    name="circular",
    help="Rings of investments, purchases and cloud deals in which money comes back, such as vendor financing.",
    function=circular,
    example="circular",
    options=(Parameter("max_parties", "How many a ring may have.", "number", default=4),),
)
