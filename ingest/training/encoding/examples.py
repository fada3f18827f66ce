"""The annotated passages as the encoder learns from them: pieces, mentions, and which pairs claim what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.encoder.encoder import Ends, Piece
from ingest.judge.candidates import Candidate
from ingest.judge.passages import passages
from ingest.judge.read import ends_of
from ingest.training.passages import Read


@dataclass
class Pair:
    """Of two mentions the relations that are asked for, those that rules propose, and the modality of each claimed."""

    asked: list[str] = field(default_factory=list)
    ruled: frozenset[str] = frozenset()
    claimed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Example:
    """A passage by its pieces (kinds of mentions by name), and what it says of each two of them."""

    pieces: Sequence[Piece]
    pairs: Mapping[Ends, Pair]


def examples(articles: Iterable[Sequence[Read]]) -> Iterator[Example]:
    """Every passage in which some relation may link two mentions."""
    for article in articles:
        read = {one.sentence.index: one for one in article}
        for passage in passages((one.sentence, one.proposals) for one in article if one.known):
            pairs: dict[Ends, Pair] = {}
            for asked in passage.asked:
                told = read[asked.sentence.index].judged(asked.candidates)
                for ends, candidate in ends_of(asked):
                    if candidate.key in told:
                        _ask(pairs.setdefault(ends, Pair(ruled=candidate.ruled)), candidate, told[candidate.key])
            if pairs:
                yield Example(passage.finished, pairs)


def _ask(pair: Pair, candidate: Candidate, modality: str | None) -> None:
    pair.asked.append(candidate.relation)
    if modality:
        pair.claimed[candidate.relation] = modality
