"""Reports of one event that differ in how much they tell of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from operator import attrgetter, itemgetter
from typing import TypeVar

from kg.answer import Citation

Told = TypeVar("Told", bound=tuple[object, ...])
Places = tuple[int, ...]
Telling = Callable[[tuple[object, ...]], object]


def joined(groups: Mapping[Told, Sequence[Citation]]) -> dict[Told, list[Citation]]:
    """The claims by what they tell, in order of when they were said; what a claim leaves untold is None in its key.

    Claims that tell less join those that tell all of it and more, where only one such event is known.
    """
    found = {key: list(claims) for key, claims in groups.items()}
    untold = [(_places(key), key) for key in groups if None in key] if len(groups) > 1 else []
    alike = {places: _by_told(groups, _telling(places)) for places in {places for places, _ in untold}}
    for places, key in sorted(untold, key=_most_told):
        telling, known = alike[places]
        fuller = list(islice((other for other in known[telling(key)] if other != key), 2))
        if len(fuller) == 1:
            found[fuller[0]] += found.pop(key)
            for read, keys in alike.values():
                del keys[read(key)][key]
    for claims in found.values():
        if len(claims) > 1:
            claims.sort(key=_first_said)
    return found


_first_said = attrgetter("said", "id")


def _most_told(untold: tuple[Places, object]) -> int:
    return -len(untold[0])


def _places(key: tuple[object, ...]) -> Places:
    """Where a key tells something."""
    return tuple([place for place, own in enumerate(key) if own is not None])


def _telling(places: Places) -> Telling:
    """What a key tells at some places."""
    return itemgetter(*places) if places else lambda _: ()


def _by_told(keys: Iterable[Told], telling: Telling) -> tuple[Telling, dict[object, dict[Told, None]]]:
    """The keys in their order by what they tell at some places: those that complete a key which tells only these."""
    found: dict[object, dict[Told, None]] = defaultdict(dict)
    for key in keys:
        found[telling(key)][key] = None
    return telling, found
