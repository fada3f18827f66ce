"""Sentences whose names are replaced by ones that the parser knows well, with the way back to the article's offsets."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import regex

from ingest.text import VALUE_TYPES, Mention, Sentence
from kg.model import Span

_STAND_INS = {"Person": "Smith", "Model": "Linux", "Chip": "Pentium", "Product": "Linux", "Place": "London"}
_ORGANISATION = "Google"
_VERBS = regex.compile(
    r"\b(?:(?P<cut>co-?|fine-|pre-|post-)(?=found|led\b|tun|train|develop|creat)|(?P<open>open-sourc)(?=e|ing))"
)
"""Verbs with a hyphen, which the parser takes for adjectives: what to leave out of them, or to say "releas-ed" for."""


@dataclass(frozen=True)
class Disguised:
    """The text to parse, and which stretch of it is which mention."""

    text: str
    mentions: Mapping[Span, Mention]
    _anchors: tuple[tuple[int, int], ...]

    def offset(self, at: int) -> int:
        """The article's offset of a place in the disguised text."""
        for (here, there), (following, _) in pairwise((*self._anchors, (len(self.text) + 1, 0))):
            if here <= at < following:
                return there + at - here
        return self._anchors[-1][1]


def disguise(sentence: Sentence) -> Disguised:
    """The sentence with stand-ins for names and amounts; other values and words that refer back stay as they are."""
    written = _Writer(sentence)
    for mention in sentence.mentions:
        written.up_to(mention.start)
        start = written.length
        written.put(_words(mention), mention.end)
        written.spans[start, written.length] = mention
    written.up_to(sentence.end)
    return Disguised("".join(written.pieces), written.spans, tuple(written.anchors))


class _Writer:
    """The disguised text as it grows, and where each of its pieces stands in the article."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._at = sentence, sentence.start
        self.pieces: list[str] = []
        self.spans: dict[Span, Mention] = {}
        self.anchors = [(0, sentence.start)]
        self.length = 0

    def put(self, words: str, end: int) -> None:
        """Write words for the text up to an offset of the article."""
        self.pieces.append(words)
        self.length += len(words)
        self._at = end
        self.anchors.append((self.length, end))

    def up_to(self, end: int) -> None:
        """Copy the text up to an offset, with stand-ins for hyphenated verbs."""
        base = self._sentence.start
        for verb in _VERBS.finditer(self._sentence.text, self._at - base, end - base):
            self.put(self._sentence.text[self._at - base : verb.start()], base + verb.start())
            self.put("releas" if verb["open"] else "", base + verb.end())
        self.put(self._sentence.text[self._at - base : end - base], end)


def _words(mention: Mention) -> str:
    if mention.type == "Money":
        return "$9"
    if mention.type in VALUE_TYPES or mention.how in {"nominal", "group", "adjective"}:
        return mention.text
    if mention.type == "Place" and " " not in mention.text:
        return mention.text
    if mention.type in {"Chip", "Model"} and mention.text.endswith("s") and mention.text[-2:-1].isdigit():
        return "Pentiums"
    return _STAND_INS.get(mention.type, _ORGANISATION)
