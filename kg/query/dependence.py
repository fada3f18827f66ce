"""Who depends on whom: a walk over what organisations, models and products need, own and are part of."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.answer import KNOWN, Edge, Node
from kg.query.parts import known_parts
from kg.query.question import Found, Parameter, Question, Row
from kg.query.view import View
from kg.query.words import GONE, confidence, least_sure, path_state, path_text, rank
from ontology.dependence import DEPENDENT_OBJECT, DEPENDENT_SUBJECT, Role
from ontology.load import load_ontology

State = tuple[str, Role, bool]
"""Where a path ends, the role of its last link, and whether it is gone."""
_COLUMNS = ("type", "hops", "path", "status", "confidence", "first said", "last said")


@dataclass(frozen=True)
class Arrow:
    """`who` depends on `on`, because of an edge."""

    who: Node
    on: Node
    role: Role
    edge: Edge


@dataclass(frozen=True)
class Path:
    """Entities from the one asked about outwards, and the arrows between them."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...] = ()

    @property
    def end(self) -> Node:
        return self.nodes[-1]

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        return tuple(arrow.edge for arrow in self.arrows)

    @cached_property
    def status(self) -> str:
        """The least sure status on the way."""
        return least_sure(self.edges)

    @property
    def gone(self) -> bool:
        """Whether a link of it no longer holds."""
        return self.status in GONE

    @cached_property
    def confidence(self) -> float:
        return confidence(self.edges)

    @cached_property
    def order(self) -> tuple[object, ...]:
        names = tuple(edge.triple for edge in self.edges)
        return (len(self.arrows), rank(self.status), -self.confidence, names)


def dependents(view: View, *, vendor: Node, max_hops: int) -> Found:
    """Who depends on a vendor; the path reads from who depends to the vendor."""
    rows = [_row(path, tuple(reversed(path.edges)), path.end) for path in _walk(view, vendor, max_hops, upstream=False)]
    return Found(f"Who depends on {vendor.name}", ("who", *_COLUMNS), rows)


def dependencies(view: View, *, org: Node, max_hops: int) -> Found:
    """What an organisation depends on; the path reads from it outwards."""
    rows = [_row(path, path.edges, org) for path in _walk(view, org, max_hops, upstream=True)]
    return Found(f"What {org.name} depends on", ("on", *_COLUMNS), rows)


def _row(path: Path, edges: tuple[Edge, ...], start: Node) -> Row:
    return Row((path.end.name, path.end.type, len(edges), path_text(edges, start.id), *path_state(edges)), edges)


def _walk(view: View, start: Node, max_hops: int, *, upstream: bool) -> list[Path]:
    """The best path to each entity within reach, and one that is gone where it is shorter; nearest first."""
    parts = known_parts(view)
    best: dict[State, Path] = {}
    layer = [Path((start,))]
    for _ in range(max_hops):
        ids = {path.end.id for path in layer}
        stated = _stated(view, ids, upstream=upstream)
        arrows = _arrows((*stated, *parts.around(ids, besides=stated)), upstream=upstream)
        longer: dict[State, Path] = {}
        for path in layer:
            for arrow in arrows.get(path.end.id, ()):
                _extend(path, arrow, longer, upstream=upstream)
        layer = [path for state, path in sorted(longer.items()) if state not in best]
        best = {**longer, **best}
    return _listed(best.values(), start)


def _stated(view: View, ids: Collection[str], *, upstream: bool) -> list[Edge]:
    """The edges that lead on from these entities in the direction of the walk."""
    if upstream:
        return [*view.out(DEPENDENT_SUBJECT, ids), *view.into(DEPENDENT_OBJECT, ids)]
    return [*view.into(DEPENDENT_SUBJECT, ids), *view.out(DEPENDENT_OBJECT, ids)]


def _arrows(edges: Iterable[Edge], *, upstream: bool) -> dict[str, list[Arrow]]:
    """Each way on by where it starts: from who depends when walking upstream, else from what it depends on."""
    found: dict[str, list[Arrow]] = {}
    for edge in edges:
        if role := DEPENDENT_SUBJECT.get(edge.predicate):
            arrow = Arrow(edge.subject, edge.object, role, edge)
            found.setdefault((arrow.who if upstream else arrow.on).id, []).append(arrow)
        if role := DEPENDENT_OBJECT.get(edge.predicate):
            arrow = Arrow(edge.object, edge.subject, role, edge)
            found.setdefault((arrow.who if upstream else arrow.on).id, []).append(arrow)
    return found


def _extend(path: Path, arrow: Arrow, longer: dict[State, Path], *, upstream: bool) -> None:
    """Keep the path made longer by an arrow if it is the best to its end.

    A part's need is its owner's need, but not that of the owner's other parts: such a turn is not taken.
    """
    turn: tuple[Role, Role] = ("part", "whole") if upstream else ("whole", "part")
    end = arrow.on if upstream else arrow.who
    if end in path.nodes or (path.arrows and (path.arrows[-1].role, arrow.role) == turn):
        return
    candidate = Path((*path.nodes, end), (*path.arrows, arrow))
    state = (end.id, arrow.role, candidate.gone)
    if state not in longer or candidate.order < longer[state].order:
        longer[state] = candidate


def _listed(paths: Iterable[Path], start: Node) -> list[Path]:
    by_end: dict[tuple[str, bool], Path] = {}
    for path in sorted(paths, key=lambda path: path.order):
        if path.end.id != start.id and _worth_a_row(path):
            by_end.setdefault((path.end.id, path.gone), path)
    rows = [path for (end, gone), path in by_end.items() if not gone or _is_shorter(path, by_end.get((end, False)))]
    return sorted(rows, key=lambda path: (len(path.arrows), path.gone, path.order, path.end))


def _is_shorter(gone: Path, live: Path | None) -> bool:
    return live is None or len(gone.arrows) < len(live.arrows)


def _worth_a_row(path: Path) -> bool:
    """Not what only the lexicon links, nor who merely makes or owns the other, nor a vendor's own chips and models."""
    if all(edge.status == KNOWN for edge in path.edges) or all(arrow.role == "whole" for arrow in path.arrows):
        return False
    return path.arrows[-1].role == "need" or load_ontology().is_a(path.end.type, "Organization")


_MAX_HOPS = Parameter("max_hops", "How many links a path may have.", "number", default=3)

DEPENDENTS = Question(
    name="dependents",
    help="Who depends on a vendor: directly, and through chips, models, clouds, suppliers and subsidiaries.",
    function=dependents,
    example="dependents NVIDIA",
    arguments=(Parameter("vendor", "The vendor, chip or cloud.", types=("Organization",)),),
    options=(_MAX_HOPS,),
)
DEPENDENCIES = Question(
    name="dependencies",
    help="What an organisation depends on: the same walk the other way.",
    function=dependencies,
    example="dependencies OpenAI",
    arguments=(Parameter("org", "The organisation, model or product.", types=("Organization",)),),
    options=(_MAX_HOPS,),
)
