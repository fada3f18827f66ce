"""How strongly each mention of an article stands in the reader's mind when a later word refers back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from ingest.slots import Encoded, encode
from ingest.text import Sentence
from kg.model import Entity

_SUBJECT, _OTHER, _OBLIQUE = 4.0, 2.0, 1.0
_POSSESSOR = 3.0
_TOPIC = 1.0
_PARAGRAPH_GAP = 2


@dataclass(frozen=True)
class Standing:
    """A mention that a later word may mean, with its weight before distance is counted."""

    entity: Entity
    type: str
    sentence: int
    end: int
    weight: float


class Salience:
    """The standings of an article's mentions, sentence by sentence."""

    def __init__(self, sentences: Sequence[Sentence], macros: Mapping[str, str]) -> None:
        self._oblique = regex.compile(f"(?:{macros.get('oblique', '(?!)')})$")
        self._possessor = regex.compile(macros.get("possessor", "(?!)"))
        self._subject = regex.compile(macros.get("subject", "(?!)"))
        self._counts = Counter(m.entity.id for s in sentences for m in s.mentions if m.entity)
        self._paragraphs = _paragraphs(sentences)
        self.standings = [self._of(sentence) for sentence in sentences]

    def paragraph(self, index: int) -> int:
        """Which paragraph a sentence belongs to."""
        return self._paragraphs[index]

    def dominant(self, types: frozenset[str]) -> Entity | None:
        """The entity of some types that the article names clearly most often."""
        named = {s.entity.id: s.entity for row in self.standings for s in row if s.type in types}
        ranked = sorted(named, key=lambda i: -self._counts[i])
        if ranked and (len(ranked) == 1 or self._counts[ranked[0]] >= 2 * self._counts[ranked[1]]):
            return named[ranked[0]]
        return None

    def _of(self, sentence: Sentence) -> list[Standing]:
        encoded = encode(sentence.text, sentence.start, sentence.mentions)
        found: list[Standing] = []
        subject = True
        for position, mention in sorted(encoded.mentions.items()):
            if mention.entity:
                weight = self._weight(encoded, position, subject)
                subject = subject and weight < _POSSESSOR
                found.append(Standing(mention.entity, mention.type, sentence.index, mention.end, weight))
        if found:
            best = max(found, key=lambda s: s.weight)
            topic = self._counts[best.entity.id] > 1
            found = [s if s is not best or not topic else _raised(s) for s in found]
        return found

    def _weight(self, encoded: Encoded, position: int, first: bool) -> float:
        oblique = self._oblique.search(encoded.text[:position]) is not None
        if self._subject.match(encoded.text, position + 1):
            return _SUBJECT
        if oblique:
            return _OBLIQUE
        if self._possessor.match(encoded.text, position + 1):
            return _POSSESSOR if first else _OBLIQUE
        return _SUBJECT if first else _OTHER


def _raised(standing: Standing) -> Standing:
    return Standing(standing.entity, standing.type, standing.sentence, standing.end, standing.weight + _TOPIC)


def _paragraphs(sentences: Sequence[Sentence]) -> list[int]:
    """The number of each sentence's paragraph; a gap of more than a space or a line end begins one."""
    numbers: list[int] = []
    for index, sentence in enumerate(sentences):
        before = sentences[index - 1].end if index else sentence.start
        begins = index > 0 and sentence.start - before >= _PARAGRAPH_GAP
        numbers.append((numbers[-1] if numbers else 0) + begins)
    return numbers
