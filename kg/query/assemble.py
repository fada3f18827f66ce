"""From what a question found to its Answer: the limit, the claims behind each row, and the graph of all rows."""

from collections.abc import Iterable, Sequence
from functools import partial

from kg.answer import KNOWN, Answer, Citation, Edge, Graph, cut_note
from kg.query.question import Found, Row
from kg.query.records import Triple, by_triple, derived
from kg.query.view import View


def assemble(question: str, found: Found, view: View, notes: tuple[str, ...]) -> Answer:
    """The Answer, with at most the lens's number of rows."""
    rows = found.rows[: view.lens.limit]
    claims = _claims(rows, view)
    return Answer(
        question=question,
        title=found.title,
        columns=found.columns,
        rows=tuple([row.cells for row in rows]),
        claims=claims,
        draw=partial(_graph, rows, claims),
        cypher=tuple(view.statements),
        notes=(*notes, *cut_note(len(rows), len(found.rows))),
    )


def _graph(rows: Sequence[Row], claims: Sequence[Sequence[Citation]]) -> Graph:
    """The entities and edges of all rows."""
    edges = _edges(rows, claims)
    ends = (node for edge in edges for node in (edge.subject, edge.object))
    subjects = (claim.subject for behind in claims for claim in behind)
    return Graph(tuple(sorted({*ends, *subjects, *(node for row in rows for node in row.nodes)})), edges)


def _claims(rows: Sequence[Row], view: View) -> tuple[tuple[Citation, ...], ...]:
    """The claims of each row: its own, or those behind its edges, fetched for all rows at once."""
    edges = _each_once(row.edges for row in rows if not row.claims)
    behind = by_triple(view.behind([edge for edge in edges if edge.status != KNOWN]))
    return tuple(
        [row.claims or tuple([c for triple in _triples(row.edges) for c in behind.get(triple, ())]) for row in rows]
    )


def _triples(edges: Iterable[Edge]) -> list[Triple]:
    return list(dict.fromkeys(edge.triple for edge in edges))


def _each_once(edges: Iterable[Iterable[Edge]]) -> Iterable[Edge]:
    """Every edge object once: the rows of an answer share most of them, and to hash one takes its time."""
    return {id(edge): edge for some in edges for edge in some}.values()


def _edges(rows: Sequence[Row], claims: Sequence[Sequence[Citation]]) -> tuple[Edge, ...]:
    """Every edge of the rows once, with the ids of its claims; those of rows made of claims are derived from them."""
    evidence = by_triple({claim.id: claim for behind in claims for claim in behind}.values())
    told = {edge.triple: edge for edge in _each_once(row.edges for row in rows)}
    edges = ((told.get(triple), evidence.get(triple, ())) for triple in sorted(told.keys() | evidence.keys()))
    return tuple(edge.backed(tuple([c.id for c in behind])) if edge else derived(behind) for edge, behind in edges)
