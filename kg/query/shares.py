"""How much of what each needs hangs on some: a fixed point over all needs at once, as arrays."""

from collections.abc import Collection, Mapping
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Point = tuple[str, bool]
"""An entity's id, and whether it is meant whole."""
_CLOSE = 1e-9


class Shares:
    """Sources by layer of each user, as places in an order of all points."""

    def __init__(self, sources: Mapping[Point, Mapping[str, tuple[Point, ...]]]) -> None:
        users = {user: list(layers.values()) for user, layers in sources.items() if layers}
        layers = list(users.values())
        flat = [*chain.from_iterable(chain.from_iterable(layers))]
        self._place = {point: at for at, point in enumerate(dict.fromkeys([*users, *flat]))}
        self._users = np.arange(len(users))
        self._sources = np.array([self._place[point] for point in flat], dtype=np.int64)
        self._sizes = np.array([len(layer) for of_user in layers for layer in of_user], dtype=np.int64)
        self._first_source = np.cumsum(self._sizes) - self._sizes
        counts = np.array([len(of_user) for of_user in layers], dtype=np.int64)
        self._first_layer = np.cumsum(counts) - counts

    def of(self, removed: Collection[Point]) -> dict[Point, float]:
        """The share of every point that hangs on the removed ones, above 0: that of its most exposed layer.

        It is the least solution: it grows from the removed ones outwards until nothing changes.
        """
        share = np.zeros(len(self._place))
        fixed = np.array([self._place[point] for point in removed if point in self._place], dtype=np.int64)
        share[fixed] = 1.0
        while len(self._sources):
            grown = share.copy()
            grown[self._users] = np.maximum(share[self._users], self._most(share))
            grown[fixed] = 1.0
            if (grown - share).max() <= _CLOSE:
                break
            share = grown
        hit: NDArray[np.int64] = np.flatnonzero(share)
        points = list(self._place)
        found = {points[at]: float(share[at]) for at in hit}
        return dict.fromkeys(removed, 1.0) | found

    def _most(self, share: NDArray[np.float64]) -> NDArray[np.float64]:
        """The share of each user: the mean of each layer, and the largest of them."""
        means = np.add.reduceat(share[self._sources], self._first_source) / self._sizes
        most: NDArray[np.float64] = np.maximum.reduceat(means, self._first_layer)
        return most
