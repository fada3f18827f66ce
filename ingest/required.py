"""Which patterns may match a text at all, told by letters that every match of theirs must contain.

Two thousand patterns on every sentence cost more than parsing it. `required` reads from a pattern a set of strings one
of which stands in whatever it matches; `Sieve` lets through only what a text has the letters for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, Generic, TypeVar

_MOST = 48
"""How many strings a part of a pattern may stand for before it counts as unknown."""
_GRAM = 4
_PROPERTY = re.compile(r"\\[pP](?:\{[^}]*\}|[A-Z])")
_GROUP = re.compile(r"\(\?P?<(?![=!])\w+>")
_ANY = frozenset({""})

Item = TypeVar("Item")


def required(pattern: str) -> frozenset[str]:
    """Strings, in lower case, one of which every match contains; just "" where none is sure.

    Reads the syntax tree of the standard library's parser. What that can't tell (properties, set operations) counts as
    any character.
    """
    plain = _GROUP.sub("(?:", _PROPERTY.sub(r"\\w", pattern))
    try:
        tree = re._parser.parse(plain)  # type: ignore[attr-defined]  # noqa: SLF001
    except re.error:
        return _ANY
    return _best(_required(tree))


def _required(tree: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """Every set of which some string must occur; runs of certain parts are joined."""
    run: frozenset[str] = _ANY
    for op, argument in tree:
        exact = _exact(op, argument)
        if exact is not None and len(joined := _join(run, exact)) <= _MOST:
            run = joined
            continue
        yield run
        run = exact if exact is not None and len(exact) <= _MOST else _ANY
        if exact is None:
            yield from _inner(op, argument)
    yield run


def _inner(op: Any, argument: Any) -> Iterator[frozenset[str]]:
    """What a part that stands for too many strings still requires."""
    match str(op):
        case "SUBPATTERN":
            yield from _required(argument[3])
        case "ATOMIC_GROUP":
            yield from _required(argument)
        case "BRANCH":
            best = [_best(_required(branch)) for branch in argument[1]]
            yield frozenset().union(*best) if all("" not in found for found in best) else _ANY
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if argument[0] > 0:
            yield from _required(argument[2])
        case "ASSERT":
            yield from _required(argument[1])


def _exact(op: Any, argument: Any) -> frozenset[str] | None:
    """All strings that a part may stand for, or None where they are too many to tell."""
    match str(op):
        case "LITERAL":
            return frozenset({chr(argument).lower()})
        case "AT" | "ASSERT_NOT":
            return _ANY
        case "IN":
            letters = [chr(value).lower() for kind, value in argument if str(kind) == "LITERAL"]
            return frozenset(letters) if len(letters) == len(argument) <= _MOST else None
        case "SUBPATTERN":
            return _exact_all(argument[3])
        case "ATOMIC_GROUP":
            return _exact_all(argument)
        case "BRANCH":
            found = [_exact_all(branch) for branch in argument[1]]
            known = [strings for strings in found if strings is not None]
            return _few(frozenset().union(*known)) if len(known) == len(found) else None
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if tuple(argument[:2]) in {(0, 1), (1, 1)}:
            inner = _exact_all(argument[2])
            return None if inner is None else inner | (_ANY if argument[0] == 0 else frozenset())
    return None


def _exact_all(tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    run: frozenset[str] = _ANY
    for op, argument in tree:
        exact = _exact(op, argument)
        if exact is None or len(run) * len(exact) > _MOST:
            return None
        run = _join(run, exact)
    return run


def _few(strings: frozenset[str]) -> frozenset[str] | None:
    return strings if len(strings) <= _MOST else None


def _join(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    return frozenset(a + b for a, b in product(left, right))


def _best(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The set that says most: the one whose shortest string is longest, of those the smallest."""
    return max(sets, key=lambda strings: (min(map(len, strings), default=0), -len(strings)), default=_ANY)


@lru_cache(maxsize=8)
def _grams(text: str) -> frozenset[str]:
    """All stretches of a text of up to four letters; a sentence is asked for its own several times in a row."""
    return frozenset(text[at : at + size] for size in range(1, _GRAM + 1) for at in range(len(text) - size + 1))


class Sieve(Generic[Item]):
    """Items in their order, each with its required strings; asks a text for those that may match."""

    def __init__(self, items: Sequence[tuple[Item, frozenset[str]]]) -> None:
        self.items = tuple(item for item, _ in items)
        self._always = [number for number, (_, strings) in enumerate(items) if "" in strings]
        self._by_gram: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for number, (_, strings) in enumerate(items):
            for string in strings if "" not in strings else ():
                self._by_gram[string[:_GRAM]].add((string, number))

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def passing(self, text: str) -> list[Item]:
        """The items some required string of which the text contains, and those that require nothing."""
        lower = text.lower()
        found = set(self._always)
        for gram in _grams(lower) & self._by_gram.keys():
            found.update(number for string, number in self._by_gram[gram] if string in lower)
        return [self.items[number] for number in sorted(found)]
