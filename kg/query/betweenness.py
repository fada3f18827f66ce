"""Betweenness: the share of all shortest ways through a network that pass an entity, by Brandes' algorithm.

All links of one step are followed at once, as arrays; one by one, a large network would take longer than its Cypher.
"""

import random
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import networkx as nx

_SAMPLE, _LEAST_SAMPLE = 400, 20
"""Entities from which it is measured; in a larger graph a fixed sample stands for all."""
_STEPS = 500_000
"""Links that may be followed to measure it; for more the sample becomes smaller."""

Places = NDArray[np.int64]
Weights = NDArray[np.float64]


class Links:
    """Who follows on whom, as places in an order of the entities."""

    def __init__(self, graph: "nx.DiGraph[str]") -> None:
        place = {node: i for i, node in enumerate(graph)}
        onward = [[place[other] for other in graph.successors(node)] for node in graph]
        self.first = np.cumsum([0, *map(len, onward)])
        self.targets = np.array([target for targets in onward for target in targets], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.first) - 1

    def following(self, places: Places) -> tuple[Places, Places]:
        """Both ends of every link that starts from one of these places."""
        counts = self.first[places + 1] - self.first[places]
        skipped = np.repeat(self.first[places] - np.cumsum(counts) + counts, counts)
        return np.repeat(places, counts), self.targets[skipped + np.arange(len(skipped))]


def betweenness(graph: "nx.DiGraph[str]") -> Mapping[str, float]:
    """The betweenness of every entity, between 0 and 1; in a large graph as seen from a sample of them."""
    nodes, links = list(graph), Links(graph)
    size = min(_SAMPLE, len(nodes), max(_LEAST_SAMPLE, _STEPS // max(1, graph.number_of_edges())))
    chosen = random.Random(0).sample(range(len(nodes)), size)  # noqa: S311 - the same sample every time, no secret
    passed = sum((_passed(links, start) for start in chosen), np.zeros(len(nodes)))
    pairs = np.full(len(nodes), size * (len(nodes) - 2))
    pairs[chosen] -= len(nodes) - 2  # no way from an entity to another passes the entity
    return dict(zip(nodes, (passed / np.maximum(pairs, 1)).tolist(), strict=True))


def _passed(links: Links, start: int) -> Weights:
    """For each place how many of the others are reached from the start through it, in parts where ways are equal."""
    ways, steps = _ways(links, start)
    passed = np.zeros(len(links))
    for here, there in reversed(steps):
        np.add.at(passed, here, ways[here] / ways[there] * (1 + passed[there]))
    passed[start] = 0
    return passed


def _ways(links: Links, start: int) -> tuple[Weights, list[tuple[Places, Places]]]:
    """How many shortest ways lead to each place, and the links of all these ways, step by step."""
    ways, seen = np.zeros(len(links)), np.zeros(len(links), dtype=bool)
    ways[start], seen[start] = 1, True
    border, steps = np.array([start]), []
    while len(border):
        here, there = links.following(border)
        fresh = ~seen[there]
        here, there = here[fresh], there[fresh]
        np.add.at(ways, there, ways[here])
        steps.append((here, there))
        border = np.unique(there)
        seen[border] = True
    return ways, steps
