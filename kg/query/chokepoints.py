"""Where the supply of many passes through few: chokepoints of the needs, and how concentrated each layer is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
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

Direct = Mapping[str, list[Need]]
_SOURCE = ("", True)
_COLUMNS = ("who", "type", "layers", "dependents", "sole source of", "gate to", "betweenness", "cut point")


def chokepoints(view: View, *, top: int) -> Found:
    """Who has most dependents, how many of them have nothing else, and how central it is."""
    import networkx as nx

    from kg.query.betweenness import betweenness

    needs = needs_of_all(view)
    flows = _flows(needs)
    graph = _entities(flows)
    direct, dependents = _direct(needs), _dependents(needs, flows)
    first = sorted(direct.keys() & graph.nodes, key=lambda i: (-dependents[i], i))[:top]
    gates = _gates(needs, flows)
    between = betweenness(graph)
    cuts = set(nx.articulation_points(nx.Graph(graph.edges)))
    rows = [_row(needs, i, direct, dependents[i], len(gates[i]), round(between[i], 4), i in cuts) for i in first]
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
    """From each source to who needs it; the two readings of an entity stay apart."""
    import networkx as nx

    points = [(entity, whole) for entity in sorted(needs.of) for whole in (True, False)]
    layers = ((point, layer) for point in points for layer in needs.layers(point).values())
    return nx.DiGraph((need.point, point) for point, layer in layers for need in layer)


def _entities(flows: "nx.DiGraph[Any]") -> "nx.DiGraph[str]":
    import networkx as nx

    return nx.DiGraph((source, user) for (source, _), (user, _) in flows.edges if source != user)


def _dependents(needs: Needs, flows: "nx.DiGraph[Any]") -> Mapping[str, int]:
    """How many organisations hang on each entity, directly or not.

    What can be reached from each other reaches the same, so each such part is followed once; a set of organisations is
    the bits of one number.
    """
    import networkx as nx

    is_a = load_ontology().is_a
    bits = {i: 1 << n for n, i in enumerate(i for i in needs.nodes if is_a(needs.nodes[i].type, "Organization"))}
    parts = nx.condensation(flows)
    reach: dict[int, int] = {}
    for part in reversed(list(nx.topological_sort(parts))):
        found = 0
        for user, whole in parts.nodes[part]["members"]:
            found |= bits.get(user, 0) if whole else 0
        for onward in parts.successors(part):
            found |= reach[onward]
        reach[part] = found
    total: dict[str, int] = defaultdict(int)
    for (entity, _), part in parts.graph["mapping"].items():
        total[entity] |= reach[part]
    return {entity: (found & ~bits.get(entity, 0)).bit_count() for entity, found in total.items()}


def _gates(needs: Needs, flows: "nx.DiGraph[Any]") -> dict[str, set[str]]:
    """For each entity the organisations to which every chain of supply passes through it (its dominated ones)."""
    import networkx as nx

    rooted = flows.copy()
    rooted.add_edges_from((_SOURCE, point) for point, degree in flows.in_degree if degree == 0)
    above = nx.immediate_dominators(rooted, _SOURCE) if _SOURCE in rooted else {}
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


def _row(needs: Needs, entity: str, direct: Direct, dependents: int, gates: int, between: float, cut: bool) -> Row:
    node, filled = needs.nodes[entity], direct[entity]
    sole = bereft(needs, {entity})
    layers = ", ".join(sorted({need.layer for need in filled}))
    cells = (node.name, node.type, layers, dependents, sole, gates, between, "yes" if cut else "")
    return Row(cells, _edges([*filled, *_parts(needs, entity, direct)]))


def _direct(needs: Needs) -> Direct:
    """By entity the needs that it fills itself, other than as a maker or an owned part."""
    found: dict[str, list[Need]] = defaultdict(list)
    for held in needs.of.values():
        for need in (need for layer, filled in held.items() if layer not in (OWN, MAKER) for need in filled):
            found[need.on.id].append(need)
    return found


def _parts(needs: Needs, entity: str, direct: Direct) -> Iterable[Need]:
    """Its chips, models and units that others need: what hangs on them hangs on it as well."""
    makers = (need for held in needs.of.values() for need in held.get(MAKER, ()) if need.on.id == entity)
    return [need for need in makers if direct.get(need.who.id)]


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
    help="How concentrated chips, cloud, foundry, memory and lithography are: HHI by users, 10,000 is one source.",
    function=concentration,
    example="concentration",
)
