"""Patterns over text in which every mention is one character, so that a rule can say "{s:Organization}が{o:Chip}を".

A mention becomes one private-use character whose code tells its type, and a slot of a pattern becomes a character class
of its types and their descendants. Everything else in a pattern is an ordinary regular expression.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from ingest.required import BLOCK, MENTIONS, Requirement, required
from ingest.script import set_apart
from ingest.text import Mention, Sentence
from kg.model import Span
from ontology import load_ontology

_BASE = MENTIONS.start
_TYPES = (
    "Company", "Lab", "Investor", "Government", "NonProfit", "Organization",
    "Model", "Chip", "Product", "Person", "Place",
    "Money", "Date", "Round", "License", "Structure", "Lead", "Founder", "Role",
)  # fmt: skip
MENTION = f"[{chr(_BASE)}-{chr(_BASE + BLOCK * len(_TYPES) - 1)}]"
"""Character class of any mention, for use inside patterns as `<mention>`."""
_POSSESSIVES = frozenset({"its", "their", "our", "his", "her"})
"""Words that refer back and say "of it": patterns read them as they read a name with "'s"."""
_SLOT = regex.compile(r"\{(?P<role>\w+):(?P<types>[\w|]+)(?P<many>\+?)\}")
_MACRO = regex.compile(r"(?<!\(\?|\(\?P)<(?P<name>[a-z_]+)>")


@dataclass(frozen=True)
class Encoded:
    """A stretch of text with its mentions as single characters."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    mentions: Mapping[int, Mention]

    def span(self, begin: int, end: int) -> Span:
        """Offsets in the article of a stretch of the encoded text."""
        if begin == end:
            return self.starts[begin], self.starts[begin]
        return self.starts[begin], self.ends[end - 1]

    def position(self, offset: int) -> int:
        """Where an article offset lies in the encoded text."""
        return bisect_right(self.ends, offset)

    def inside(self, begin: int, end: int) -> list[Mention]:
        return [self.mentions[i] for i in range(begin, end) if i in self.mentions]


def encode(sentence: Sentence) -> Encoded:
    """A sentence with its mentions, which do not overlap, as single characters.

    Spaces that only set Latin words apart ("OpenAI 的 GPT-5") are left out, so that patterns need not speak of them.
    """
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    placed: dict[int, Mention] = {}
    text, offset = sentence.text, sentence.start
    at = offset
    spaces = {offset + place for place in set_apart(text)}

    def copy(begin: int, end: int) -> None:
        kept = [place for place in range(begin, end) if place not in spaces]
        chars.extend(text[place - offset] for place in kept)
        starts.extend(kept)
        ends.extend(place + 1 for place in kept)

    for number, mention in enumerate(sentence.mentions[:BLOCK]):
        copy(at, mention.start)
        placed[len(chars)] = mention
        chars.append(chr(_BASE + _TYPES.index(mention.type) * BLOCK + number))
        starts.append(mention.start)
        ends.append(mention.end)
        at = mention.end
        if mention.text.lower() in _POSSESSIVES:
            chars += "'s"
            starts += [at, at]
            ends += [at, at]
    copy(at, offset + len(text))
    starts.append(offset + len(text))
    return Encoded("".join(chars), starts, ends, placed)


@cache
def descendants(types: str) -> frozenset[str]:
    """All types that "A|B" means, with those that descend from them; "Any" is every entity type."""
    ontology = load_ontology()
    wanted = set(ontology.types) if types == "Any" else set(types.split("|"))
    if unknown := wanted - set(ontology.types) - set(_TYPES):
        raise ValueError(f"unknown type {', '.join(sorted(unknown))} in a pattern")
    below = {name for name in ontology.types if any(ontology.is_a(name, w) for w in wanted)}
    return frozenset(below | wanted)


def _character_class(types: str) -> str:
    blocks = sorted(_TYPES.index(name) for name in descendants(types) if name in _TYPES)
    return "[" + "".join(f"{chr(_BASE + b * BLOCK)}-{chr(_BASE + b * BLOCK + BLOCK - 1)}" for b in blocks) + "]"


@dataclass(frozen=True)
class SlotPattern:
    """A compiled pattern, and what every match of it contains."""

    expression: "regex.Pattern[str]"
    requires: Requirement

    def finditer(self, encoded: Encoded) -> "list[regex.Match[str]]":
        return list(self.expression.finditer(encoded.text, overlapped=True))


def compile_slots(pattern: str, macros: Mapping[str, str]) -> SlotPattern:
    """Compile a pattern with slots `{role:Type}`, lists `{role:Type+}` and macros `<name>`; raises ValueError.

    A list slot takes "A, B and C" as the macro `<and>` says lists are joined in the language.
    """

    def macro(match: "regex.Match[str]") -> str:
        name = match["name"]
        if name == "mention":
            return MENTION
        if name not in macros:
            raise ValueError(f"unknown macro <{name}>")
        return f"(?:{macros[name]})"

    def slot(match: "regex.Match[str]") -> str:
        one = _character_class(match["types"])
        many = f"(?:(?:{macros['and']}){one})*+" if match["many"] else ""
        return f"(?P<{match['role']}>{one}{many})"

    expanded = pattern
    while _MACRO.search(expanded):
        expanded = _MACRO.sub(macro, expanded)
    whole = _SLOT.sub(slot, expanded)
    try:
        return SlotPattern(regex.compile(whole, regex.V1), required(whole))
    except regex.error as error:
        raise ValueError(f"pattern {pattern!r}: {error}") from error
