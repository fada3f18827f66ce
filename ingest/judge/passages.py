"""Sentences that the encoder reads at once: those that may claim something, behind what they may go on about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from ingest.encoder.encoder import LONGEST, Piece, Symbol
from ingest.encoder.vocabulary import Vocabulary
from ingest.judge.candidates import Candidate, candidates, earlier
from ingest.judge.kinds import kind
from ingest.slots import MENTION, encode
from ingest.text import VALUE_TYPES, Mention, Proposal, Sentence

ENOUGH = 160
"""Pieces of a passage, unless its first sentence and those that this may go on about have more."""
_FRAME = 5
"""Pieces that are kept free for what begins and ends a text, and for a topic that stands before its sentence."""
_MENTION = regex.compile(MENTION)
_PARTED = " :"
Places = Mapping[int, int]
"""Where mentions are among pieces, by their starts in the article."""
Ruled = tuple[Sentence, Sequence[Proposal]]
"""A sentence with what rules propose of it."""


@dataclass(frozen=True)
class Asked:
    """A sentence with what it may claim, and where the mentions that it may speak of are in its passage."""

    sentence: Sentence
    candidates: Sequence[Candidate]
    places: Places


@dataclass
class Passage:
    """Some sentences in pieces, with what is asked of each."""

    pieces: list[Piece] = field(default_factory=lambda: [Vocabulary.load().begin])
    asked: list[Asked] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    last: int = -1

    @property
    def finished(self) -> list[Piece]:
        """The pieces, with the one that ends a text."""
        return [*self.pieces, Vocabulary.load().end]

    def write(self, page: "Page") -> None:
        """Add a sentence, which later ones may go on about."""
        self.places |= self._add(page.pieces, page.places)
        self.last = page.sentence.index

    def ask(self, page: "Page", found: Sequence[Candidate]) -> None:
        """Add a sentence with its candidates, behind its topic where that was named long ago."""
        topic = self._far_topic(page.sentence)
        parted: list[Piece] = [symbol(topic), *Vocabulary.load().pieces.numbers(_PARTED)] if topic else []
        own = self._add(parted, {topic.start: 0} if topic else {})
        self.write(page)
        self.asked.append(Asked(page.sentence, found, {**self.places, **own}))

    def _far_topic(self, sentence: Sentence) -> Mention | None:
        """The topic of a sentence, where none of those just before it that are written down names it."""
        topic = sentence.topic
        if topic is None or topic not in earlier(sentence):
            return None
        near = any(before.start <= topic.start < before.end for before in sentence.before)
        return None if near and topic.start in self.places else topic

    def _add(self, pieces: Sequence[Piece], places: Places) -> dict[int, int]:
        moved = {start: len(self.pieces) + place for start, place in places.items()}
        self.pieces += pieces
        return moved


@dataclass(frozen=True)
class Page:
    """A sentence in pieces, of which every mention is one; behind that of words that refer back stand the words."""

    sentence: Sentence
    pieces: Sequence[Piece]
    places: Places

    @classmethod
    def of(cls, sentence: Sentence) -> "Page":
        """A sentence as it is written into a passage."""
        numbers = Vocabulary.load().pieces.numbers
        encoded = encode(sentence)
        pieces: list[Piece] = []
        places: dict[int, int] = {}
        done = 0
        for match in _MENTION.finditer(encoded.text):
            mention = encoded.mentions[match.start()]
            pieces += numbers(encoded.text[done : match.start()])
            places[mention.start] = len(pieces)
            pieces.append(symbol(mention))
            if mention.how == "nominal":
                pieces += numbers(f" {mention.text}")
            done = match.end()
        return cls(sentence, [*pieces, *numbers(encoded.text[done:])], places)


def passages(sentences: Iterable[Ruled]) -> Iterator[Passage]:
    """The passages of an article, given its sentences; those that no candidate is of are not asked."""
    passage = Passage()
    pages: dict[int, Page] = {}
    for sentence, proposals in sentences:
        found = list(candidates(sentence, proposals))
        if not found:
            continue
        *before, page = [_page(one, pages) for one in (*sentence.before, sentence)]
        if len(page.pieces) > LONGEST - _FRAME:
            continue
        new = [unread for unread in before if unread.sentence.index > passage.last]
        if passage.asked and len(passage.pieces) + _length([*new, page]) > ENOUGH:
            yield passage
            passage, new = Passage(), before
        while _length([*new, page]) > LONGEST - _FRAME:
            del new[0]
        for unread in new:
            passage.write(unread)
        passage.ask(page, found)
    if passage.asked:
        yield passage


def symbol(mention: Mention) -> Symbol:
    """A mention as it is read: what it means has one name in all the article, whatever the words are here."""
    name = mention.text if mention.type in VALUE_TYPES else " ".join(entity.name for entity in mention.entities)
    return Symbol(kind(mention), Vocabulary.load().pieces.numbers(f" {name}") if name else ())


def _page(sentence: Sentence, pages: dict[int, Page]) -> Page:
    """The page of a sentence, which the two after it ask for again."""
    if sentence.index not in pages:
        pages[sentence.index] = Page.of(sentence)
    return pages[sentence.index]


def _length(pages: Iterable[Page]) -> int:
    return sum(len(page.pieces) for page in pages)
