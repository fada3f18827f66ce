"""From what a question found to its Answer: the limit, the claims behind each row, and the subgraph of all rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.answer import KNOWN, Answer, Citation, Edge, Node
from kg.query.question import Found, Row
from kg.query.records import canonical, edges_from
from kg.query.view import View

Triple = tuple[str, str, str]


def assemble(question: str, found: Found, view: View, notes: tuple[str, ...]) -> Answer:
    """The Answer, with at most the lens's number of rows."""
    rows = found.rows[: view.lens.limit]
    claims = _claims(rows, view)
    edges = _edges(rows, claims)
    ends = [node for edge in edges for node in (edge.subject, edge.object)]
    values = [claim.subject for behind in claims for claim in behind]
    cut = len(found.rows) - len(rows)
    return Answer(
        question=question,
        title=found.title,
        columns=found.columns,
        rows=tuple(row.cells for row in rows),
        claims=claims,
        nodes=_unique(*ends, *values, *(node for row in rows for node in row.nodes)),
        edges=edges,
        cypher=tuple(view.statements),
        notes=(*notes, *([f"{cut} more rows; raise --limit to see them."] if cut else [])),
    )


def _claims(rows: Sequence[Row], view: View) -> tuple[tuple[Citation, ...], ...]:
    """The claims of each row: its own, or those behind its edges, fetched for all rows at once."""
    wanted = {edge.triple: edge for row in rows if not row.claims for edge in row.edges if edge.status != KNOWN}
    behind: dict[Triple, list[Citation]] = defaultdict(list)
    for claim in view.behind(tuple(wanted.values())):
        behind[canonical(claim)].append(claim)
    return tuple(
        row.claims or tuple(claim for triple in _triples(row.edges) for claim in behind[triple]) for row in rows
    )


def _triples(edges: Iterable[Edge]) -> list[Triple]:
    return list(dict.fromkeys(edge.triple for edge in edges))


def _edges(rows: Sequence[Row], claims: Sequence[Sequence[Citation]]) -> tuple[Edge, ...]:
    """Every edge of the rows once, with the ids of its claims; those of rows made of claims are derived from them."""
    evidence: dict[Triple, dict[str, Citation]] = defaultdict(dict)
    for claim in (claim for behind in claims for claim in behind):
        evidence[canonical(claim)][claim.id] = claim
    loose = [claim for row, behind in zip(rows, claims, strict=True) if not row.edges for claim in behind]
    derived = edges_from({claim.id: claim for claim in loose}.values())
    edges = {edge.triple: edge for edge in (*derived, *(edge for row in rows for edge in row.edges))}
    return tuple(replace(edges[triple], evidence=tuple(evidence[triple])) for triple in sorted(edges))


def _unique(*nodes: Node) -> tuple[Node, ...]:
    return tuple(sorted(set(nodes)))
