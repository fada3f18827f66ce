"""Coins names that nobody bears, letter by letter as the known ones of a type are built."""

import random
from collections import defaultdict
from collections.abc import Iterable

_END = "\n"
_SHORTEST, _TRIES = 2, 20


class Coiner:
    """A Markov chain over the letters of names: each letter follows the `order` before it as it does in some name."""

    def __init__(self, names: Iterable[str], order: int) -> None:
        self._names = sorted(set(names))
        self._known = frozenset(self._names)
        self._longest = max(map(len, self._names))
        self._order = order
        self._next: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            for at, letter in enumerate(name + _END):
                self._next[name[max(0, at - order) : at]].append(letter)

    def coin(self, chance: random.Random) -> str:
        """A name that is none of the known ones; one of them where the chain comes upon nothing else."""
        for _ in range(_TRIES):
            name = self._chained(chance)
            if len(name) >= _SHORTEST and not name[0].islower() and name not in self._known:
                return name
        return chance.choice(self._names)

    def _chained(self, chance: random.Random) -> str:
        """Letters up to an end, or nothing where they come to none."""
        name = ""
        while len(name) <= self._longest:
            letter = chance.choice(self._next[name[max(0, len(name) - self._order) :]])
            if letter == _END:
                return name.strip()
            name += letter
        return ""
