"""Where the supply of many passes through few: chokepoints of the needs, and how concentrated each layer is."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.answer import Edge, Node
from kg.query.exposure import bereft
from kg.query.needs import MAKER, OWN, Need, Needs, needs_of_all
from kg.query.question import Found, Parameter, Question, Row
from kg.query.view import View
from ontology.layers import load_layers
from ontology.load import load_ontology

if TYPE_CHECKING:
    import networkx as nx

    from kg.query.shares import Point

_SOURCE = ("", True)
_COLUMNS = ("who", "type", "layers", "dependents", "sole source of", "gate to", "betweenness", "cut point")


def chokepoints(view: View, *, top: int) -> Found:
    """Who has most dependents, how many of them have nothing else, and how central it is."""
    import networkx as nx

    from kg.query.betweenness import betweenness

    needs = needs_of_all(view)
    flows = _flows(needs)
    graph = _entities(flows)
    direct = _by_source(needs, lambda layer: layer not in (OWN, MAKER))
    made = _by_source(needs, lambda layer: layer == MAKER)
    dependents = _dependents(needs, flows)
    first = sorted(direct.keys() & graph.nodes, key=lambda i: (-dependents[i], i))[:top]
    gates = _gates(needs, flows)
    between = betweenness(graph)
    cuts = set(nx.articulation_points(nx.Graph(graph.edges)))
    rows = []
    for i in first:
        node, layers = needs.nodes[i], ", ".join(sorted({need.layer for need in direct[i]}))
        counts = (dependents[i], bereft(needs, {i}), len(gates[i]), round(between[i], 4))
        # What hangs on its chips, models and units hangs on it as well.
        filled = [*direct[i], *(need for need in made[i] if need.who.id in direct)]
        rows.append(Row((node.name, node.type, layers, *counts, "yes" if i in cuts else ""), _edges(filled)))
    return Found("Chokepoints", _COLUMNS, rows)


def concentration(view: View) -> Found:
    """The Herfindahl-Hirschman index of each layer: the sum of the squared shares of users that its sources have."""
    needs = needs_of_all(view)
    makers = {need.who.id: need for held in needs.of.values() for need in held.get(MAKER, ())}
    layers: dict[str, dict[Node, list[Need]]] = defaultdict(lambda: defaultdict(list))
    for held in needs.of.values():
        for need in (need for layer, found in held.items() if layer in load_layers().names for need in found):
            layers[need.layer][makers[need.on.id].on if need.on.id in makers else need.on].append(need)
    columns = ("layer", "HHI", "sources", "users", "largest source", "its share")
    rows = [_concentration(name, layers[name], makers) for name in load_layers().names if name in layers]
    return Found("Concentration of each layer", columns, rows)


def herfindahl(counts: Collection[int]) -> int:
    """The Herfindahl-Hirschman index of shares given as counts: 10,000 for one, near 0 for many equal ones."""
    return round(sum((count / sum(counts)) ** 2 for count in counts) * 10_000)


def _concentration(name: str, sources: dict[Node, list[Need]], makers: Mapping[str, Need]) -> Row:
    users = Counter({source: len({need.who for need in found}) for source, found in sources.items()})
    total = users.total()
    largest, most = min(users.items(), key=lambda pair: (-pair[1], pair[0]))
    index = herfindahl(users.values())
    everyone = {need.who for found in sources.values() for need in found}
    needs = [need for source in sorted(sources) for need in sources[source]]
    made = [makers[need.on.id] for need in needs if need.on.id in makers]
    edges = tuple(dict.fromkeys(need.edge for need in (*needs, *made)))
    return Row((name, index, len(users), len(everyone), largest.name, round(most / total, 2)), edges)


def _flows(needs: Needs) -> "nx.DiGraph[Any]":
    """From each source to who needs it, and from `_SOURCE` to who needs nothing; readings of an entity stay apart."""
    import networkx as nx

    layers = ((user, layer) for user, layers in needs.sources.items() for layer in layers.values())
    flows = nx.DiGraph((source, user) for user, layer in layers for source in layer)
    flows.add_edges_from([(_SOURCE, point) for point, degree in flows.in_degree if degree == 0])
    return flows


def _entities(flows: "nx.DiGraph[Any]") -> "nx.DiGraph[str]":
    import networkx as nx

    return nx.DiGraph((source, user) for (source, _), (user, _) in flows.edges if source not in {user, _SOURCE[0]})


def _dependents(needs: Needs, flows: "nx.DiGraph[Any]") -> Mapping[str, int]:
    """How many organisations hang on each entity, directly or not.

    What can be reached from each other reaches the same, so each such part is followed once, after all that it leads
    to: in the order in which networkx finds them. A set of organisations is the bits of one number.
    """
    import networkx as nx

    is_a = load_ontology().is_a
    bits = {i: 1 << n for n, i in enumerate(i for i in needs.nodes if is_a(needs.nodes[i].type, "Organization"))}
    reach: dict[Point, int] = {}
    for part in nx.strongly_connected_components(flows):
        found = 0
        for point in part:
            found |= bits.get(point[0], 0) if point[1] else 0
            for onward in flows.successors(point):
                found |= 0 if onward in part else reach[onward]
        reach |= dict.fromkeys(part, found)
    total: dict[str, int] = defaultdict(int)
    for (entity, _), found in reach.items():
        total[entity] |= found
    return {entity: (found & ~bits.get(entity, 0)).bit_count() for entity, found in total.items()}


def _gates(needs: Needs, flows: "nx.DiGraph[Any]") -> dict[str, set[str]]:
    """For each entity the organisations to which every chain of supply passes through it (its dominated ones)."""
    import networkx as nx

    above = nx.immediate_dominators(flows, _SOURCE) if _SOURCE in flows else {}
    gates: dict[str, set[str]] = defaultdict(set)
    for point in above:
        if point == _SOURCE or not load_ontology().is_a(needs.nodes[point[0]].type, "Organization") or not point[1]:
            continue
        gate = above[point]
        while gate not in (None, _SOURCE):
            gates[gate[0]].add(point[0])
            gate = above[gate]
        gates[point[0]].discard(point[0])
    return gates


def _by_source(needs: Needs, wanted: Callable[[str], bool]) -> defaultdict[str, list[Need]]:
    """By entity the needs that it fills itself in the layers that are wanted."""
    found: defaultdict[str, list[Need]] = defaultdict(list)
    for held in needs.of.values():
        for need in (need for layer, filled in held.items() if wanted(layer) for need in filled):
            found[need.on.id].append(need)
    return found


def _edges(needs: Iterable[Need]) -> tuple[Edge, ...]:
    return tuple(sorted({need.edge for need in needs}, key=lambda edge: edge.triple))


CHOKEPOINTS = Question(
    name="chokepoints",
    help="Who most others hang on: dependents, those without another source, gates, betweenness, cut points.",
    function=chokepoints,
    example="chokepoints",
    options=(Parameter("top", "How many.", "number", default=20),),
)
CONCENTRATION = Question(
    name="concentration",
    help="How concentrated each layer of the stack is: HHI by users, 10,000 is one source.",
    function=concentration,
    example="concentration",
)
