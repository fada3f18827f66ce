"""Sentences whose names are replaced by ones that the parser knows well, with the way back to the article's offsets."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from ingest.text import VALUE_TYPES, Mention, Sentence
from kg.model import Span

_STAND_INS = {"Person": "Smith", "Model": "Linux", "Chip": "Pentium", "Product": "Linux", "Place": "London"}
_ORGANISATION = "Google"


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
    """The sentence with stand-ins for names; values, adjectives and words that refer back stay as they are."""
    pieces: list[str] = []
    spans: dict[Span, Mention] = {}
    anchors = [(0, sentence.start)]
    length, at = 0, sentence.start
    for mention in sentence.mentions:
        before = sentence.text[at - sentence.start : mention.start - sentence.start]
        words = _words(mention)
        pieces += [before, words]
        start = length + len(before)
        length = start + len(words)
        spans[start, length] = mention
        anchors += [(start, mention.start), (length, mention.end)]
        at = mention.end
    pieces.append(sentence.text[at - sentence.start :])
    return Disguised("".join(pieces), spans, tuple(anchors))


def _words(mention: Mention) -> str:
    if mention.type in VALUE_TYPES or mention.how in {"nominal", "adjective"}:
        return mention.text
    if mention.type == "Place" and " " not in mention.text:
        return mention.text
    if mention.type in {"Chip", "Model"} and mention.text.endswith("s") and mention.text[-2:-1].isdigit():
        return "Pentiums"
    return _STAND_INS.get(mention.type, _ORGANISATION)
