"""Sentences whose names are replaced by words that a parser knows well, with the way back to the article's offsets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.text import Mention, Sentence
from kg.model import Span

if TYPE_CHECKING:
    import regex


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


@dataclass(frozen=True)
class Disguise:
    """How a language disguises a sentence: `words` for a mention, `changes` of the text between mentions.

    A change is a pattern and what is written in place of its match; what it says of a mention lies in `text` as it is.
    """

    words: Callable[[Mention], str]
    changes: "tuple[tuple[regex.Pattern[str], str], ...]"

    def of(self, sentence: Sentence) -> Disguised:
        """The sentence as the parser is to read it; mentions inside a change are left out."""
        written = _Writer(sentence)
        for start, end, instead in self._pieces(sentence):
            if start < written.at:
                continue
            written.up_to(start)
            if isinstance(instead, Mention):
                written.spans[written.length, written.length + len(self.words(instead))] = instead
                written.put(self.words(instead), end)
            else:
                written.put(instead, end)
        written.up_to(sentence.end)
        return Disguised("".join(written.pieces), written.spans, tuple(written.anchors))

    def _pieces(self, sentence: Sentence) -> list[tuple[int, int, Mention | str]]:
        """What is replaced, in text order."""
        found: list[tuple[int, int, Mention | str]] = [(m.start, m.end, m) for m in sentence.mentions]
        for pattern, instead in self.changes:
            for match in pattern.finditer(sentence.text):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if all(m.end <= start or end <= m.start or start <= m.start < m.end <= end for m in sentence.mentions):
                    found.append((start, end, instead))
        return sorted(found, key=lambda piece: (piece[0], -piece[1]))


class _Writer:
    """The disguised text as it grows, and where each of its pieces stands in the article."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self.at = sentence, sentence.start
        self.pieces: list[str] = []
        self.spans: dict[Span, Mention] = {}
        self.anchors = [(0, sentence.start)]
        self.length = 0

    def put(self, words: str, end: int) -> None:
        """Write words for the text up to an offset of the article."""
        self.pieces.append(words)
        self.length += len(words)
        self.at = end
        self.anchors.append((self.length, end))

    def up_to(self, end: int) -> None:
        """Copy the text up to an offset."""
        base = self._sentence.start
        self.put(self._sentence.text[self.at - base : end - base], end)
