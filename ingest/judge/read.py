"""What the encoder says of a sentence's candidates: it is given words, with every mention as its kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import regex

from ingest.encoder.encoder import Encoder, Reading
from ingest.judge.candidates import Candidate, candidates, earlier
from ingest.judge.kinds import kind
from ingest.slots import MENTION, Encoded, encode
from ingest.text import Mention, Proposal, Sentence
from ontology import load_ontology

Row = np.ndarray[tuple[int], np.dtype[np.float32]]
_MENTION = regex.compile(MENTION)
_PARTED = " :"


@dataclass(frozen=True, eq=False)
class Rated:
    """A candidate with its log odds, and those of each modality, in the ontology's order, if it is claimed."""

    candidate: Candidate
    odds: float
    meant: Row


def rated(encoded: Encoded, sentence: Sentence, proposals: Sequence[Proposal]) -> list[Rated]:
    """The candidates of a sentence as the encoder sees them: without the one before it where both are too long."""
    found = list(candidates(sentence, proposals))
    pairs = {(c.subject.start, c.object.start): c.ruled for c in found}
    if not pairs:
        return []
    encoder = Encoder.load()
    told = encoder.read(reading(encoded, sentence), pairs)
    if told is None:
        return rated(encoded, replace(sentence, before=None), proposals) if sentence.before else []
    rows = {ends: row for row, ends in enumerate(pairs)}
    columns = {relation: column for column, relation in enumerate(encoder.relations)}
    meant = told.modalities[:, [encoder.modalities.index(modality) for modality in load_ontology().modalities]]

    def rate(candidate: Candidate) -> Rated:
        row = rows[candidate.subject.start, candidate.object.start]
        return Rated(candidate, float(told.relations[row, columns[candidate.relation]]), meant[row])

    return [rate(candidate) for candidate in found]


def reading(encoded: Encoded, sentence: Sentence) -> Reading:
    """A sentence as it is read: behind its topic, where that was named long ago, and the sentence before it."""
    stretches: list[str] = []
    places: dict[int, int] = {}
    for words, mention in _parts(encoded, sentence):
        if mention:
            places[mention.start] = len(stretches)
        stretches.append(kind(mention) if mention else words)
    return Reading(stretches, places)


def _parts(encoded: Encoded, sentence: Sentence) -> Iterator[tuple[str, Mention | None]]:
    topic, before = sentence.topic, sentence.before
    if topic in earlier(sentence) and not (before and topic and before.start <= topic.start < before.end):
        yield "", topic
        yield _PARTED, None
    if before:
        yield from _of(encode(before.text, before.start, before.mentions))
        yield " ", None
    yield from _of(encoded)


def _of(encoded: Encoded) -> Iterator[tuple[str, Mention | None]]:
    done = 0
    for match in _MENTION.finditer(encoded.text):
        if match.start() > done:
            yield encoded.text[done : match.start()], None
        yield "", encoded.mentions[match.start()]
        done = match.end()
    if done < len(encoded.text):
        yield encoded.text[done:], None
