"""The annotated sentences as the encoder learns from them: pieces, mentions, and which pairs claim what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.encoder.encoder import LONGEST, Ends, numbered
from ingest.encoder.vocabulary import Vocabulary
from ingest.judge.candidates import candidates
from ingest.judge.read import reading
from ingest.training.passages import Read


@dataclass
class Pair:
    """Of two mentions the relations that are asked for, those that rules propose, and the modality of each claimed."""

    asked: list[str] = field(default_factory=list)
    ruled: frozenset[str] = frozenset()
    claimed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Example:
    """A sentence by its pieces (kinds of mentions by name), and what it says of each two of them."""

    pieces: Sequence[int | str]
    pairs: Mapping[Ends, Pair]


def examples(passages: Iterable[Read]) -> Iterator[Example]:
    """Every passage in which some relation may link two mentions."""
    vocabulary = Vocabulary.load()
    for passage in passages:
        pieces, places = numbered(reading(passage.encoded, passage.sentence), vocabulary)
        pairs: dict[Ends, Pair] = {}
        for candidate in candidates(passage.sentence, passage.proposals):
            ends = places[candidate.subject.start], places[candidate.object.start]
            pair = pairs.setdefault(ends, Pair(ruled=candidate.ruled))
            pair.asked.append(candidate.relation)
            if candidate.key in passage.claims:
                pair.claimed[candidate.relation] = passage.claims[candidate.key]
        if pairs and len(pieces) <= LONGEST:
            yield Example(pieces, pairs)
