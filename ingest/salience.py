"""How strongly each mention of an article stands in the reader's mind when a later word refers back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from ingest.slots import Encoded, compile_slots, encode
from ingest.text import Mention, Sentence
from kg.model import Entity

_SUBJECT, _LATER_SUBJECT, _POSSESSOR, _OTHER, _OBLIQUE = 4.0, 3.0, 3.0, 2.0, 1.0
_TOPIC = 1.0
_REFERRED = 4.5
"""What a sentence refers back to without a name is what it is about."""
_PARAGRAPH_GAP = 2
_BULLETS = ("•", "*", "- ", "– ", "・")


@dataclass(frozen=True)
class Standing:
    """A mention that a later word may mean, its weight before distance is counted, and whether it is one of a list."""

    entity: Entity
    type: str
    sentence: int
    end: int
    weight: float
    listed: bool = False


class Salience:
    """The standings of an article's mentions, sentence by sentence."""

    def __init__(self, sentences: Sequence[Sentence], macros: Mapping[str, str]) -> None:
        self._oblique = regex.compile(f"(?:{macros.get('oblique', '(?!)')})$")
        self._possessor = regex.compile(macros.get("possessor", "(?!)"))
        self._subject = regex.compile(macros.get("subject", "(?!)"))
        self._list = compile_slots("{x:Any+}", macros)
        self._counts = Counter(m.entity.id for s in sentences for m in s.mentions if m.entity)
        self._paragraphs = _paragraphs(sentences)
        self._rows = [self._standings(sentence) for sentence in sentences]

    def row(self, index: int) -> list[Standing]:
        """The standings of one sentence."""
        return self._rows[index]

    def read(self, sentence: Sentence) -> None:
        """Count what the sentence has been found to refer back to, too."""
        self._rows[sentence.index] = self._standings(sentence)

    def back(self, index: int, reach: int) -> list[int]:
        """The sentence itself and the nearest ones before it that name anything, up to a number."""
        naming = [i for i in range(index - 1, -1, -1) if self._rows[i]]
        return [index, *naming[:reach]]

    def crosses(self, index: int, other: int) -> bool:
        """Whether two sentences stand in different paragraphs."""
        return self._paragraphs[index] != self._paragraphs[other]

    def dominant(self, types: frozenset[str]) -> Entity | None:
        """The entity of some types that the article names clearly most often."""
        named = {s.entity.id: s.entity for row in self._rows for s in row if s.type in types}
        ranked = sorted(named, key=lambda i: -self._counts[i])
        if ranked and (len(ranked) == 1 or self._counts[ranked[0]] >= 2 * self._counts[ranked[1]]):
            return named[ranked[0]]
        return None

    def opening(self, types: frozenset[str]) -> Entity | None:
        """The entity of some types that the first sentence to name one is about."""
        row = next((row for row in self._rows if any(s.type in types for s in row)), [])
        return next((s.entity for s in row if s.type in types and s.weight >= _SUBJECT), None)

    def _standings(self, sentence: Sentence) -> list[Standing]:
        encoded = encode(sentence)
        lists = [encoded.inside(*m.span()) for m in self._list.finditer(encoded)]
        joined = {m.start for members in lists if len(members) > 1 for m in members}
        found: list[Standing] = []
        first = True
        for position, mention in sorted(encoded.mentions.items()):
            if mention.entity and mention.how != "group":
                weight = self._weight(encoded, position, mention, first)
                first = first and weight < _POSSESSOR
                listed = mention.start in joined
                found += [Standing(e, e.type, sentence.index, mention.end, weight, listed) for e in mention.entities]
        if found:
            best = max(found, key=lambda s: s.weight)
            if self._counts[best.entity.id] > 1:
                found[found.index(best)] = replace(best, weight=best.weight + _TOPIC)
        return found

    def _weight(self, encoded: Encoded, position: int, mention: Mention, first: bool) -> float:
        if mention.how == "nominal":
            return _REFERRED
        if mention.how == "adjective" or self._oblique.search(encoded.text[:position]):
            return _OBLIQUE
        if self._possessor.match(encoded.text, position + 1):
            return _POSSESSOR if first else _OBLIQUE
        if first:
            return _SUBJECT
        return _LATER_SUBJECT if self._subject.match(encoded.text, position + 1) else _OTHER


def _paragraphs(sentences: Sequence[Sentence]) -> list[int]:
    """The number of each sentence's paragraph; a wide gap or a bullet begins one."""
    numbers: list[int] = []
    for index, sentence in enumerate(sentences):
        gap = sentence.start - sentences[index - 1].end if index else 0
        begins = gap >= _PARAGRAPH_GAP or (index > 0 and sentence.text.startswith(_BULLETS))
        numbers.append((numbers[-1] if numbers else 0) + begins)
    return numbers
