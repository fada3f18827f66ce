"""What everybody needs, layer by layer: sources of one layer stand in for each other, every layer is needed.

Each entity is there twice: whole, with what its own chips, models and subsidiaries need, and bare, without. One that is
needed as the maker or owner of a part counts bare: the part doesn't need what the maker's other parts need.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.answer import Edge, Node
from kg.query.parts import known_parts
from kg.query.shares import Point, Shares
from kg.query.view import View
from kg.query.words import GONE
from ontology.dependence import DEPENDENT_OBJECT, DEPENDENT_SUBJECT, Role
from ontology.layers import load_layers

OWN, MAKER = "own parts", "maker"
"""Layers beside those of the ontology: what an entity is made up of, and who makes or owns it."""


@dataclass(frozen=True)
class Need:
    """`who` needs `on`, because of an edge."""

    who: Node
    on: Node
    layer: str
    edge: Edge
    point: Point


@dataclass
class Needs:
    """Needs by whose they are and by layer."""

    nodes: dict[str, Node] = field(default_factory=dict)
    of: dict[str, dict[str, list[Need]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def layers(self, point: Point) -> Mapping[str, list[Need]]:
        """The needs of an entity, by layer; those of its own parts only where it is meant whole."""
        entity, whole = point
        held = self.of.get(entity, {})
        return held if whole else {layer: needs for layer, needs in held.items() if layer != OWN}

    def exposure(self, removed: Collection[str]) -> dict[Point, float]:
        """How much of what each entity needs hangs on the removed ones: 1 where it can't do without, 0 where it can.

        Within a layer it is the mean over the sources that could stand in, over all layers the largest. It is the least
        solution: firms that only need each other hang on nobody, and a source that only passes on what it gets from
        who needs it counts for nothing.
        """
        return self._shares.of(_readings(removed))

    def lost(self, removed: Collection[str]) -> set[Point]:
        """Whose exposure is 1: in some layer all sources are removed ones, or lost in turn."""
        lost = set(_readings(removed))
        moved = set(lost)
        while moved:
            touched = {user for point in moved for user in self._users.get(point, ())} - lost
            moved = {user for user in touched if any(map(lost.issuperset, self.sources[user].values()))}
            lost |= moved
        return lost

    def steps(self, removed: Collection[str], hit: Collection[Point]) -> dict[Point, int]:
        """How many needs lead at least from each point that is hit to a removed one."""
        steps = dict.fromkeys(_readings(removed), 0)
        front = set(steps)
        while front:
            further = {user for point in front for user in self._users.get(point, ()) if user in hit} - steps.keys()
            steps |= dict.fromkeys(further, steps[next(iter(front))] + 1)
            front = further
        return steps

    @staticmethod
    def layer_share(sources: Collection[Point], share: Mapping[Point, float]) -> float:
        """The mean share over the sources of a layer."""
        return sum([share.get(source, 0.0) for source in sources]) / len(sources)

    @cached_property
    def sources(self) -> Mapping[Point, Mapping[str, tuple[Point, ...]]]:
        """What could stand in for each other in each layer of each entity; read once all needs are known.

        Only those are there bare that somebody needs so: of the others nothing follows.
        """
        every = (need for layers in self.of.values() for needs in layers.values() for need in needs)
        bare = dict.fromkeys(need.point for need in every if not need.point[1] and need.on.id in self.of)
        return {
            point: {
                layer: tuple(dict.fromkeys([need.point for need in needs]))
                for layer, needs in self.layers(point).items()
            }
            for point in (*((entity, True) for entity in self.of), *bare)
        }

    @cached_property
    def _shares(self) -> Shares:
        return Shares(self.sources)

    @cached_property
    def _users(self) -> Mapping[Point, set[Point]]:
        """Who needs each source."""
        users: dict[Point, set[Point]] = defaultdict(set)
        for user, layers in self.sources.items():
            for source in (source for sources in layers.values() for source in sources):
                users[source].add(user)
        return users


def _readings(entities: Iterable[str]) -> list[Point]:
    return [(entity, whole) for entity in entities for whole in (True, False)]


def needs_of_all(view: View) -> Needs:
    """The needs that the lens shows and that still hold, with the parts that the lexicon knows."""
    found = view.all({*DEPENDENT_SUBJECT, *DEPENDENT_OBJECT})
    stated = [edge for edge in found if edge.status not in GONE]
    ids = {node.id for edge in stated for node in (edge.subject, edge.object)}
    needs = Needs()
    for edge in (*stated, *known_parts(view).around(ids, besides=stated)):
        for need in _needs(edge):
            needs.nodes |= {node.id: node for node in (need.who, need.on)}
            needs.of[need.who.id][need.layer].append(need)
    _drop_idle_parts(needs)
    return needs


def _needs(edge: Edge) -> Iterator[Need]:
    if role := DEPENDENT_SUBJECT.get(edge.predicate):
        yield _need(edge.subject, edge.object, role, edge)
    if role := DEPENDENT_OBJECT.get(edge.predicate):
        yield _need(edge.object, edge.subject, role, edge)


def _need(who: Node, on: Node, role: Role, edge: Edge) -> Need:
    if role == "whole":
        return Need(who, on, OWN, edge, (on.id, True))
    if role == "part":
        return Need(who, on, MAKER, edge, (on.id, False))
    layer = load_layers().layer(edge.predicate, on.id, on.type) or f"supplies of {on.name}"
    return Need(who, on, layer, edge, (on.id, True))


def _drop_idle_parts(needs: Needs) -> None:
    """A part of which no need is known, nor of its own parts, says nothing about its owner."""
    idle = True
    while idle:
        idle = False
        for layers in (layers for layers in needs.of.values() if OWN in layers):
            busy = [need for need in layers[OWN] if set(needs.of.get(need.on.id, ())) - {MAKER}]
            idle |= len(busy) < len(layers[OWN])
            layers[OWN] = busy
            if not busy:
                del layers[OWN]
