"""How strongly others hang on a vendor or a country, and what happens without it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.answer import KNOWN, Edge, Node
from kg.query.needs import MAKER, OWN, Need, Needs, needs_of_all
from kg.query.question import Found, Parameter, Question, Row
from kg.query.shares import Point
from kg.query.view import View
from ontology.lexicon import load_lexicon
from ontology.load import load_ontology

Onward = Callable[[Point], Need | None]


@dataclass(frozen=True)
class Exposed:
    """Who hangs on what was asked about: in which layer most, through whom, beside what it could use instead."""

    who: Node
    share: float
    layer: str
    through: tuple[str, ...]
    instead: tuple[str, ...]
    edges: tuple[Edge, ...]


def exposure(view: View, *, on: Node) -> Found:
    """Who hangs on a vendor, or on the vendors of a country, how strongly, and through whom."""
    needs = needs_of_all(view)
    columns = ("who", "type", "exposure", "layer", "through", "instead")
    rows = [
        Row((e.who.name, e.who.type, e.share, e.layer, _listed(e.through), _listed(e.instead)), e.edges)
        for e in exposed(needs, _vendors(view, on, needs))
    ]
    return Found(f"Exposure to {on.name}", columns, rows)


def what_if(view: View, *, remove: tuple[Node, ...]) -> Found:
    """Who would lose all sources of something it needs, and who would keep some."""
    columns = ("who", "type", "then", "layer", "through", "left")
    rows = []
    for e in exposed(needs_of_all(view), {node.id for node in remove}):
        fate = "loses all" if e.share >= 1 else "keeps some"
        rows.append(Row((e.who.name, e.who.type, fate, e.layer, _listed(e.through), _listed(e.instead)), e.edges))
    return Found(f"What if {_listed(node.name for node in remove)} were gone", columns, rows)


def compare(view: View, *, one: Node, other: Node) -> Found:
    """Who hangs on either of two vendors, and how strongly on each."""
    needs = needs_of_all(view)
    sides = [{e.who: e for e in exposed(needs, {vendor.id})} for vendor in (one, other)]
    rows = []
    for who in {**sides[0], **sides[1]}:
        both = [side.get(who) for side in sides]
        shares = tuple(e.share if e else 0.0 for e in both)
        edges = dict.fromkeys(edge for e in both if e for edge in e.edges)
        rows.append(Row((who.name, who.type, *shares), tuple(edges)))
    rows.sort(key=lambda row: (-max(row.cells[2:4]), row.cells[0]))  # type: ignore[type-var,operator]
    return Found(f"{one.name} and {other.name} compared", ("who", "type", one.name, other.name), rows)


def exposed(needs: Needs, removed: Collection[str]) -> list[Exposed]:
    """Everyone that hangs on the removed ones, most exposed first: organisations, and models and products in use."""
    share = needs.exposure(removed)
    onward = _onward(needs, removed, share)
    found = (_exposed(needs, removed, share, onward, i) for i in _touched(needs, removed, share))
    told = (e for e in found if any(edge.status != KNOWN for edge in e.edges))
    return sorted(told, key=lambda e: (-e.share, e.who.id))


def bereft(needs: Needs, removed: Collection[str]) -> int:
    """How many of the exposed can't do without."""
    share = dict.fromkeys(needs.lost(removed), 1.0)
    onward = _onward(needs, removed, share)
    chains = (_chain(removed, onward, _hit(needs, share, i)[1]) for i in _touched(needs, removed, share))
    return sum(any(edge.status != KNOWN for edge in chain) for chain in chains)


def _touched(needs: Needs, removed: Collection[str], share: Mapping[Point, float]) -> list[str]:
    ids = {i for i, whole in share if whole} - set(removed)
    return [i for i in sorted(ids) if _counts(needs, i)]


def _exposed(
    needs: Needs, removed: Collection[str], share: Mapping[Point, float], onward: Onward, entity: str
) -> Exposed:
    layer, hit = _hit(needs, share, entity)
    through = {need.on.name for need in hit}
    return Exposed(
        needs.nodes[entity],
        round(share[entity, True], 3),
        layer,
        tuple(sorted(through)),
        tuple(sorted({need.on.name for need in needs.layers((entity, True))[layer]} - through)),
        tuple(_chain(removed, onward, hit)),
    )


def _hit(needs: Needs, share: Mapping[Point, float], entity: str) -> tuple[str, list[Need]]:
    """The layer in which an entity is most exposed, and the needs in it that are."""
    layers, sources = needs.layers((entity, True)), needs.sources[entity, True]
    layer = min(layers, key=lambda name: (-needs.layer_share(sources[name], share), name == OWN, name))
    return layer, [need for need in layers[layer] if need.point in share]


def _counts(needs: Needs, entity: str) -> bool:
    """Whether a row is worth it: an organisation, or a model or product of which an article tells a need."""
    if needs.nodes[entity].type == "Person":
        return False
    told = any(n.edge.status != KNOWN for layer, needs_ in needs.of[entity].items() if layer != MAKER for n in needs_)
    return told or load_ontology().is_a(needs.nodes[entity].type, "Organization")


def _onward(needs: Needs, removed: Collection[str], share: Mapping[Point, float]) -> Onward:
    """Of each entity the need that leads nearest to the removed ones, of equals that by which it is most exposed."""
    steps = needs.steps(removed, share.keys())

    @cache
    def best(point: Point) -> Need | None:
        ways = [n for layer in needs.layers(point).values() for n in layer if n.point in share]
        return min(ways, key=lambda n: (steps[n.point], -share[n.point], n.edge.triple), default=None)

    return best


def _chain(removed: Collection[str], onward: Onward, hit: Iterable[Need]) -> Iterator[Edge]:
    """The edges by which the removed ones are reached from each source."""
    seen: set[int] = set()
    front = list(hit)
    while front:
        need = front.pop()
        if id(need.edge) in seen:  # needs of one triple share its edge
            continue
        seen.add(id(need.edge))
        yield need.edge
        if need.on.id not in removed and (further := onward(need.point)):
            front.append(further)


def _vendors(view: View, on: Node, needs: Needs) -> set[str]:
    """The entity itself; for a place the organisations that are said or known to have their seat there."""
    if on.type != "Place":
        return {on.id}
    seated = {edge.subject.id for edge in view.into(["HEADQUARTERED_IN"], [on.id]) if edge.status == "asserted"}
    lexicon = load_lexicon()
    place = lexicon.get(on.id)
    if place and place.code:
        seated |= {i for i in needs.nodes if (entry := lexicon.get(i)) and entry.country == place.code}
    return seated


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


EXPOSURE = Question(
    name="exposure",
    help="Who hangs on a vendor or a country, how strongly (0 to 1) and through whom, substitutes counted.",
    function=exposure,
    example="exposure NVIDIA",
    arguments=(Parameter("on", "The vendor, chip, cloud or country.", types=("Organization",)),),
)
WHAT_IF = Question(
    name="what-if",
    help="Who loses all sources of something it needs if some vendors were gone, and who keeps some.",
    function=what_if,
    example="what-if --remove TSMC,ASML",
    options=(Parameter("remove", "Vendors, with commas between.", "entities", ("Organization",), required=True),),
)
COMPARE = Question(
    name="compare",
    help="Who hangs on either of two vendors, and how strongly on each.",
    function=compare,
    example="compare NVIDIA AMD",
    arguments=(
        Parameter("one", "A vendor.", types=("Organization",)),
        Parameter("other", "Another.", types=("Organization",)),
    ),
)
