"""The annotated sentences as the encoder learns from them: pieces, mentions, and which pairs claim what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.encoder.encoder import LONGEST, Ends, numbered
from ingest.encoder.vocabulary import Vocabulary
from ingest.judge.candidates import candidates
from ingest.judge.read import reading, spoken_of
from ingest.training.annotated import Annotated
from ingest.training.passages import read
from kg.model import Language


@dataclass(frozen=True)
class Example:
    """A sentence by its pieces (kinds of mentions by name), and for each two of them the relations it may state.

    A relation is true where the sentence claims it.
    """

    pieces: Sequence[int | str]
    pairs: Mapping[Ends, Mapping[str, bool]]


def examples(lang: Language, sentences: Iterable[Annotated]) -> Iterator[Example]:
    """Every annotated sentence in which some relation may link two mentions."""
    vocabulary = Vocabulary.load()
    for passage in read(lang, list(sentences)):
        topic = passage.sentence.topic
        found = list(candidates(passage.encoded, lang, passage.parse, passage.proposals, topic))
        pieces, places = numbered(reading(passage.encoded, spoken_of(topic, found)), vocabulary)
        pairs: dict[Ends, dict[str, bool]] = {}
        for candidate in found:
            claimed = (candidate.subject.span, candidate.relation, candidate.object.span) in passage.claims
            ends = places[candidate.subject.start], places[candidate.object.start]
            pairs.setdefault(ends, {})[candidate.relation] = claimed
        if pairs and len(pieces) < LONGEST:
            yield Example(pieces, pairs)
