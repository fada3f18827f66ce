"""Linked points drawn together and all pushed apart, until they lie still. Pure, and the same in every run.

The push of all points on all others is that of their density on a grid, folded with the push of one point: the time
grows with the number of points, not with its square.
"""

import math

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Indexes = NDArray[np.intp]

_GOLDEN = math.pi * (3 - math.sqrt(5))
_MARGIN = 1.05
_GRAVITY = 0.02
_ROUNDS = 250
_NEAR = 0.1
_WARMTH = 0.12
"""How far a point may move in the first round, as a part of the picture's width."""


def settled(count: int, one: Indexes, other: Indexes) -> Points:
    """Coordinates of so many points, of which `one[i]` is linked to `other[i]`."""
    degree = np.bincount(one, minlength=count) + np.bincount(other, minlength=count)
    points = _spiral(degree)
    field = _Field(max(64, min(128, 2 * math.isqrt(count))))
    mass = np.asarray(1 + degree, dtype=float)
    rounds = min(_ROUNDS, 20 * count)
    for number in range(rounds):
        move = (field.push(points, mass) - _GRAVITY * points) * mass[:, None] + _pull(points, one, other, count)
        length = np.hypot(*move.T)
        most = _WARMTH * 4 * points.std() * (1 - number / rounds) ** 1.5
        points = points + move * (np.minimum(length, most) / np.maximum(length, 1e-9))[:, None]
    return points


def _spiral(degree: Indexes) -> Points:
    """The best-linked in the middle, the others around them."""
    place = np.empty(len(degree))
    place[np.argsort(-degree, kind="stable")] = np.arange(len(degree))
    angle, distance = place * _GOLDEN, np.sqrt(place + 0.5)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1) * distance[:, None]


def _pull(points: Points, one: Indexes, other: Indexes, count: int) -> Points:
    way = points[other] - points[one]
    return np.stack(
        [np.bincount(one, way[:, axis], count) - np.bincount(other, way[:, axis], count) for axis in (0, 1)], axis=1
    )


class _Field:
    """Pushes over a grid of so many cells a side."""

    def __init__(self, side: int) -> None:
        self.side = side
        away = np.fft.fftfreq(2 * side, 1 / (2 * side))
        x, y = np.meshgrid(away, away, indexing="ij")
        square = x**2 + y**2
        square[0, 0] = np.inf
        self.kernels = [np.fft.rfft2(axis / square) for axis in (x, y)]

    def push(self, points: Points, mass: Points) -> Points:
        """What pushes each point away from all others: mass over distance."""
        low, high = points.min(axis=0), points.max(axis=0)
        cell = float((high - low).max()) * _MARGIN / (self.side - 1)
        place = (points - low) / cell
        corner = place.astype(int)
        inside = place - corner
        corners = [(dx, dy) for dx in (0, 1) for dy in (0, 1)]
        shares = [np.abs(1 - dx - inside[:, 0]) * np.abs(1 - dy - inside[:, 1]) for dx, dy in corners]
        cells = np.concatenate([(corner[:, 0] + dx) * self.side + corner[:, 1] + dy for dx, dy in corners])
        density = np.bincount(cells, np.concatenate(shares) * np.tile(mass, 4), self.side**2)
        padded = (2 * self.side, 2 * self.side)
        folded = np.fft.rfft2(density.reshape(self.side, self.side), padded)
        felt = [np.fft.irfft2(folded * kernel, padded)[: self.side, : self.side].ravel() for kernel in self.kernels]
        parts = [(np.concatenate(shares) * field[cells]).reshape(4, -1).sum(axis=0) for field in felt]
        return np.stack(parts, axis=1) / cell + self._beside(points, mass, place.round().astype(int), cell)

    def _beside(self, points: Points, mass: Points, corner: Indexes, cell: float) -> Points:
        """The grid is too coarse for points of one cell: they leave its middle."""
        at = corner[:, 0] * self.side + corner[:, 1]
        heap = np.bincount(at, mass)
        middle = np.stack([np.bincount(at, mass * points[:, axis]) for axis in (0, 1)], axis=1)[at] / heap[at, None]
        away = points - middle
        strength = (heap[at] - mass) / ((away**2).sum(axis=1) + (_NEAR * cell) ** 2)
        return np.asarray(away * strength[:, None])
