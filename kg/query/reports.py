"""Reports of one event that differ in how much they tell of it."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from kg.answer import Citation

Told = TypeVar("Told", bound=tuple[object, ...])


def joined(groups: Mapping[Told, Sequence[Citation]]) -> dict[Told, list[Citation]]:
    """The claims by what they tell, in order of when they were said; what a claim leaves untold is None in its key.

    Claims that tell less join those that tell all of it and more, where only one such event is known.
    """
    found = {key: list(claims) for key, claims in groups.items()}
    for key in sorted(groups, key=lambda key: key.count(None)):
        fuller = [other for other in found if other != key and _completes(other, key)]
        if len(fuller) == 1:
            found[fuller[0]] += found.pop(key)
    return {key: sorted(claims, key=lambda claim: (claim.said, claim.id)) for key, claims in found.items()}


def _completes(fuller: tuple[object, ...], key: tuple[object, ...]) -> bool:
    return all(own is None or own == other for own, other in zip(key, fuller, strict=True))
