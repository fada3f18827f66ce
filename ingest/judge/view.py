"""A sentence as the judge reads it: words, with mentions by their kind, and lists of them as one."""

from dataclasses import dataclass

import regex

from ingest.judge.known import is_outlet
from ingest.judge.spots import Spot, spotted
from ingest.slots import Encoded
from ingest.text import Mention
from kg.model import Language

_WORD = regex.compile(r"[\uE000-\uF8FF]|[\p{L}\p{M}]+(?:['’]\p{L}+)?|\d+(?:[.,]\d+)*|\S")
_CHARACTER = regex.compile(r"[\uE000-\uF8FF]|\p{Latin}+|\d+(?:[.,]\d+)*|\S")
_JOINING = frozenset(
    {",", "and", "or", "、", "と", "や", "和", "与", "與", "及", "以及", "/", "&", "・", "跟", "ならびに", "および"}
)
_ORGANISATIONS = frozenset({"Company", "Lab", "Investor", "Government", "NonProfit", "Organization"})
_LONGEST_JOIN = 3
_PARTED = "‖"


@dataclass(frozen=True)
class Place:
    """Where a mention stands: its token, the first and last token of the list that it is in, and how long that is."""

    at: int
    first: int
    last: int
    members: int


@dataclass(frozen=True)
class View:
    """Tokens of a sentence, where its mentions are among them, and the words that call for a relation."""

    lang: Language
    tokens: tuple[str, ...]
    places: dict[int, Place]
    spots: tuple[Spot, ...]

    def mentions_between(self, begin: int, end: int) -> list[str]:
        """The kinds of the mentions at tokens begin … end - 1."""
        return [self.tokens[p.at] for p in self.places.values() if begin <= p.at < end]


def view(encoded: Encoded, lang: Language, topic: Mention | None = None) -> View:
    """The view of a sentence; a topic named in an earlier one stands before it."""
    tokens = [kind(topic), _PARTED] if topic else []
    found = [(topic.start, 0)] if topic else []
    for match in (_WORD if lang == "en" else _CHARACTER).finditer(encoded.text):
        mention = encoded.mentions.get(match.start())
        if mention:
            found.append((mention.start, len(tokens)))
            tokens.append(kind(mention))
        else:
            word = match.group().lower()
            tokens.append("0" if word[0].isdigit() else word)
    return View(lang, tuple(tokens), _places(tokens, found), tuple(spotted(tokens, lang)))


def kind(mention: Mention) -> str:
    """How a mention is read: all organisations are of one kind, but those that report the news of another."""
    if is_outlet(mention):
        return "<Media>"
    return "<Org>" if mention.type in _ORGANISATIONS else f"<{mention.type}>"


def _places(tokens: list[str], found: list[tuple[int, int]]) -> dict[int, Place]:
    lists: list[list[tuple[int, int]]] = []
    for start, at in found:
        before = lists[-1][-1][1] if lists else -1
        joined = before >= 0 and at - before <= _LONGEST_JOIN and _JOINING.issuperset(tokens[before + 1 : at])
        if joined and tokens[before] == tokens[at]:
            lists[-1].append((start, at))
        else:
            lists.append([(start, at)])
    return {start: Place(at, group[0][1], group[-1][1], len(group)) for group in lists for start, at in group}
