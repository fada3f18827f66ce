"""Where to draw each entity: computed once, the same in every run, so that a page opens still and readable."""

import math
import unicodedata
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.export.forces import settled

Place = tuple[int, int]
Size = tuple[float, float]
Points = NDArray[np.float64]
Indexes = NDArray[np.intp]

_ASPECT = 1.2
_ROOM = 2.2
_EVENNESS = 0.7
_GAP = 60.0
_STEP = 0.3
_GROWTH = 0.6
"""How much wider a picture may become while its captions find room."""
_WORK = 60_000
"""Rounds times nodes: fewer rounds for many nodes keep a picture of some thousands within seconds."""


def layout(sizes: Mapping[str, Size], links: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """Pixel coordinates of each node's centre, such that no box of `sizes` covers another; neighbours lie close."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sizes)
    graph.add_edges_from(link for link in links if link[0] != link[1])
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    boxes = [np.array([sizes[node] for node in part]) for part in parts]
    drawn = [_arranged(graph.subgraph(part), part, box) for part, box in zip(parts, boxes, strict=True)]
    placed: dict[str, Place] = {}
    for part, points in zip(parts, _packed(drawn, boxes), strict=True):
        placed |= {node: (int(x), int(y)) for node, (x, y) in zip(part, points.round(), strict=True)}
    return placed


def caption_size(caption: str, font: float, radius: float) -> Size:
    """Width and height in pixels of the box around a node's dot and the caption below it."""
    width = sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.58 for char in caption) * font
    return max(width, 2 * radius, 60.0) + 12, 2 * radius + 1.4 * font + 8


def _arranged(graph: "nx.Graph[str]", nodes: list[str], sizes: Points) -> Points:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    number = {node: index for index, node in enumerate(nodes)}
    one, other = np.array(sorted(sorted((number[a], number[b])) for a, b in graph.edges)).T
    points = settled(len(nodes), one, other)
    room = math.sqrt(float(sizes.prod(axis=1).sum()) * _ROOM)
    wide = np.array([math.sqrt(_ASPECT), 1 / math.sqrt(_ASPECT)])
    rounds = max(20, min(300, _WORK // len(nodes)))
    return _apart(_spread(_lying(points - points.mean(axis=0))) * room / 2 * wide, sizes, rounds)


def _lying(points: Points) -> Points:
    """Turned so that the longest way across lies level, and as wide as it is high."""
    axes = np.linalg.eigh(points.T @ points)[1][:, ::-1]
    turned: Points = points @ (axes * np.where(axes.sum(axis=0) < 0, -1, 1))
    even: Points = turned / np.maximum(turned.std(axis=0), 1e-9)
    return even


def _spread(points: Points) -> Points:
    """The same directions from the middle, with distances evened out so that a few far nodes don't crowd all others."""
    distance = np.hypot(points[:, 0], points[:, 1])
    even = np.sqrt((distance.argsort(kind="stable").argsort(kind="stable") + 0.5) / len(points))
    wanted = (1 - _EVENNESS) * distance / max(float(distance.max()), 1e-9) + _EVENNESS * even
    evened: Points = points * (wanted / np.maximum(distance, 1e-9))[:, None]
    return evened


def _apart(points: Points, sizes: Points, rounds: int) -> Points:
    """Push overlapping boxes away from each other along the shorter way out."""
    for _ in range(rounds):
        one, other = _overlapping(points, sizes)
        if not len(one):
            break
        gap = points[one] - points[other]
        depth = (sizes[one] + sizes[other]) / 2 - np.abs(gap)
        row, axis = np.arange(len(one)), depth.argmin(axis=1)
        way = np.where(gap[row, axis] == 0, np.sign(one - other), np.sign(gap[row, axis]))
        push = np.zeros_like(points)
        np.add.at(push, (one, axis), way * depth[row, axis] * _STEP)
        np.add.at(push, (other, axis), -way * depth[row, axis] * _STEP)
        points = points * (1 + _GROWTH / rounds) + push
    return points


def _overlapping(points: Points, sizes: Points) -> tuple[Indexes, Indexes]:
    """Every pair of boxes that cover each other, found by sweeping from left to right."""
    left = points[:, 0] - sizes[:, 0] / 2
    order = left.argsort(kind="stable")
    started = np.searchsorted(left[order], (left + sizes[:, 0])[order])
    beside = started - np.arange(len(order)) - 1
    first = np.repeat(np.arange(len(order)), beside)
    second = first + 1 + np.arange(len(first)) - np.repeat(beside.cumsum() - beside, beside)
    one, other = order[first], order[second]
    covered = np.abs(points[one, 1] - points[other, 1]) < (sizes[one, 1] + sizes[other, 1]) / 2
    return one[covered], other[covered]


def _packed(drawn: list[Points], boxes: list[Points]) -> list[Points]:
    """The parts of a graph that nothing links, in rows below the largest."""
    placed: list[Points] = []
    width = x = y = row_height = 0.0
    for points, sizes in zip(drawn, boxes, strict=True):
        low, high = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
        across, down = high - low
        if placed and x + across > width:
            x, y, row_height = 0.0, y + row_height + _GAP, 0.0
        placed.append(points - low + np.array([x, y]))
        x, row_height, width = x + across + _GAP, max(row_height, down), max(width, across, 600.0)
    return placed
