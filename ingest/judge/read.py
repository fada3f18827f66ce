"""What the encoder says of an article's candidates, a passage at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.encoder.encoder import Encoder, Ends
from ingest.judge.candidates import Candidate
from ingest.judge.passages import Asked, Passage, Ruled, passages
from ingest.judge.rivals import Row
from ontology import load_ontology


@dataclass(frozen=True, eq=False)
class Rated:
    """A candidate with its log odds, and those of each modality, in the ontology's order, if it is claimed."""

    candidate: Candidate
    odds: float
    meant: Row


def rated(sentences: Sequence[Ruled]) -> Iterator[list[Rated]]:
    """For each sentence of an article its candidates as the encoder sees them; none of one that is too long."""
    found = {asked.sentence.index: rows for passage in passages(sentences) for asked, rows in _read(passage)}
    for sentence, _ in sentences:
        yield found.get(sentence.index, [])


def ends_of(asked: Asked) -> Iterator[tuple[Ends, Candidate]]:
    """The candidates of a sentence with the places of their two, but for those of what was left out for length."""
    for candidate in asked.candidates:
        if candidate.subject.start in asked.places and candidate.object.start in asked.places:
            yield (asked.places[candidate.subject.start], asked.places[candidate.object.start]), candidate


def _read(passage: Passage) -> Iterator[tuple[Asked, list[Rated]]]:
    encoder, known = Encoder.load(), load_ontology()
    placed = [(asked, list(ends_of(asked))) for asked in passage.asked]
    pairs = {ends: candidate.ruled for _, found in placed for ends, candidate in found}
    if not pairs:
        return
    told = encoder.read(passage.finished, pairs)
    rows = {ends: row for row, ends in enumerate(pairs)}
    columns = {relation: column for column, relation in enumerate(encoder.relations)}
    meant = told.modalities[:, [encoder.modalities.index(modality) for modality in known.modalities]]
    for asked, found in placed:
        yield (
            asked,
            [
                Rated(candidate, float(told.relations[rows[ends], columns[candidate.relation]]), meant[rows[ends]])
                for ends, candidate in found
            ],
        )
