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
_KEPT = 512
"""Sentences whose letters are kept at hand: those of one article are asked for again by every stage."""
_PROPERTY = re.compile(r"\\[pP](?:\{[^}]*\}|[A-Z])")
_GROUP = re.compile(r"\(\?P?<(?![=!])\w+>")
_ANY = frozenset({""})
BLOCK = 256
MENTIONS = range(0xE000, 0xF900)
"""Private-use characters stand for mentions, a block of them for each type."""
_MENTION = re.compile("[\ue000-\uf8ff]")

Item = TypeVar("Item")


Requirement = tuple[frozenset[str], ...]
"""Sets of strings in lower case, of up to four letters: a match contains one of each set."""


def required(pattern: str) -> Requirement:
    """What every match of a pattern contains, what says most first; nothing where nothing is sure.

    Reads the syntax tree of the standard library's parser. What that can't tell (properties, set operations) counts as
    any character.
    """
    plain = _GROUP.sub("(?:", _PROPERTY.sub(r"\\w", pattern))
    try:
        tree = re._parser.parse(plain)  # type: ignore[attr-defined]  # noqa: SLF001
    except re.error:
        return ()
    known = sorted({strings for strings in _required(tree) if "" not in strings}, key=sorted)
    return tuple(one_of(strings) for strings in sorted(known, key=_says, reverse=True))


def one_of(strings: Iterable[str]) -> frozenset[str]:
    """What a text must contain to contain one of some strings."""
    return frozenset(string[:_GRAM].lower() for string in strings)


def meets(text: str, requirement: Requirement) -> bool:
    """Whether a text may contain a string of each set."""
    grams = _grams(by_type(text))
    return all(not strings.isdisjoint(grams) for strings in requirement)


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
            branches = [list(_required(branch)) for branch in argument[1]]
            yield _either(branches)
            yield _either([[strings for strings in sets if _of_mentions(strings)] for sets in branches])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if argument[0] > 0:
            yield from _required(argument[2])
        case "ASSERT":
            yield from _required(argument[1])


def _either(branches: Iterable[Iterable[frozenset[str]]]) -> frozenset[str]:
    """What holds where one of several branches matches: the best of each."""
    best = [_best(sets) for sets in branches]
    return frozenset().union(*best) if all("" not in found for found in best) else _ANY


def _of_mentions(strings: frozenset[str]) -> bool:
    return all(any(ord(letter) in MENTIONS for letter in string) for string in strings)


def _exact(op: Any, argument: Any) -> frozenset[str] | None:
    """All strings that a part may stand for, or None where they are too many to tell."""
    match str(op):
        case "LITERAL":
            return frozenset({chr(argument).lower()})
        case "AT" | "ASSERT_NOT":
            return _ANY
        case "IN":
            return _one_of(argument)
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


def _one_of(members: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """The letters of a character class; those of mentions are one letter for each type."""
    letters: set[str] = set()
    for kind, value in members:
        match str(kind):
            case "LITERAL":
                letters.add(chr(value).lower())
            case "RANGE" if value[0] in MENTIONS:
                letters.update(chr(code) for code in range(value[0], value[1] + 1, BLOCK))
            case _:
                return None
    return _few(frozenset(letters))


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
    return max(sets, key=_says, default=_ANY)


def _says(strings: frozenset[str]) -> tuple[int, int]:
    return min(map(len, strings), default=0), -len(strings)


@lru_cache(maxsize=_KEPT)
def by_type(text: str) -> str:
    """A text in lower case, every mention of it the first letter of its type's block."""
    return _MENTION.sub(lambda m: chr(ord(m[0]) - ord(m[0]) % BLOCK), text).lower()


@lru_cache(maxsize=_KEPT)
def _grams(text: str) -> frozenset[str]:
    """All stretches of a text of up to four letters; a sentence is asked for its own several times in a row."""
    return frozenset(text[at : at + size] for size in range(1, _GRAM + 1) for at in range(len(text) - size + 1))


class Sieve(Generic[Item]):
    """Items in their order, each with what it requires; asks a text for those that may match."""

    def __init__(self, items: Sequence[tuple[Item, Requirement]]) -> None:
        self.items = tuple(item for item, _ in items)
        self._requirements = [requirement for _, requirement in items]
        self._always = [number for number, requirement in enumerate(self._requirements) if not requirement]
        self._by_gram: dict[str, set[int]] = defaultdict(set)
        for number, requirement in enumerate(self._requirements):
            for gram in requirement[0] if requirement else ():
                self._by_gram[gram].add(number)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def passing(self, text: str) -> list[Item]:
        """The items whose requirement the text meets, in their order."""
        asked = set().union(*(self._by_gram[gram] for gram in _grams(by_type(text)) & self._by_gram.keys()))
        met = [number for number in asked if meets(text, self._requirements[number])]
        return [self.items[number] for number in sorted([*self._always, *met])]
