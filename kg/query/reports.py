"""Reports of one event that differ in how much they tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from kg.answer import Citation

Told = TypeVar("Told", bound=tuple[object, ...])
Places = tuple[int, ...]


def joined(groups: Mapping[Told, Sequence[Citation]]) -> dict[Told, list[Citation]]:
    """The claims by what they tell, in order of when they were said; what a claim leaves untold is None in its key.

    Claims that tell less join those that tell all of it and more, where only one such event is known.
    """
    found = {key: list(claims) for key, claims in groups.items()}
    untold = sorted((key for key in groups if None in key), key=lambda key: key.count(None)) if len(groups) > 1 else []
    alike = {places: _by_told(groups, places) for places in set(map(_places, untold))}
    for key in untold:
        told = _places(key)
        fuller = list(islice((other for other in alike[told][_told(key, told)] if other != key), 2))
        if len(fuller) == 1:
            found[fuller[0]] += found.pop(key)
            for places, keys in alike.items():
                del keys[_told(key, places)][key]
    for claims in found.values():
        claims.sort(key=attrgetter("said", "id"))
    return found


def _places(key: tuple[object, ...]) -> Places:
    """Where a key tells something."""
    return tuple([place for place, own in enumerate(key) if own is not None])


def _told(key: tuple[object, ...], places: Places) -> tuple[object, ...]:
    return tuple([key[place] for place in places])


def _by_told(keys: Iterable[Told], places: Places) -> dict[tuple[object, ...], dict[Told, None]]:
    """The keys in their order by what they tell at some places: those that complete a key which tells only these."""
    found: dict[tuple[object, ...], dict[Told, None]] = defaultdict(dict)
    for key in keys:
        found[_told(key, places)][key] = None
    return found
