"""What the encoder says of two mentions: the log odds of every relation, from the whole sentence around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from ingest.encoder.blocks import Matrix
from ingest.encoder.vocabulary import WEIGHTS, Vocabulary

MODEL, SYMBOLS = WEIGHTS / "encoder.onnx", WEIGHTS / "symbols.npz"
LONGEST = 400
"""Pieces of a sentence; of a longer one the encoder says nothing."""
Ends = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """Stretches of words and kinds of mentions, in turn; `places` tells which stretch a mention, by its start, is."""

    stretches: Sequence[str]
    places: Mapping[int, int]


@dataclass(frozen=True, eq=False)
class Encoder:
    """The network, the vectors of the kinds of mentions, and the relations in the order of its answers."""

    network: Any
    kinds: Mapping[str, Any]
    relations: Mapping[str, int]

    @classmethod
    @cache
    def load(cls) -> "Encoder":
        """The encoder trained by `python -m ingest.training encoder`."""
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        with np.load(SYMBOLS) as stored:
            kinds = dict(zip(stored["kinds"].tolist(), stored["vectors"], strict=True))
            relations = {name: at for at, name in enumerate(stored["relations"].tolist())}
        return cls(InferenceSession(MODEL, options, providers=["CPUExecutionProvider"]), kinds, relations)

    def log_odds(self, reading: Reading, pairs: Sequence[Ends]) -> Matrix | None:
        """A row for each pair of mentions, given by their starts, with a number for each relation."""
        vocabulary = Vocabulary.load()
        numbers, places = numbered(reading, vocabulary)
        if len(numbers) > LONGEST:
            return None
        vectors = vocabulary.vectors([number if isinstance(number, int) else 0 for number in numbers])
        for place in places.values():
            vectors[place] = self.kinds[str(numbers[place])]
        ends = {
            name: np.array([places[pair[side]] for pair in pairs], dtype=np.int64)
            for side, name in enumerate(("subject", "object"))
        }
        odds: Matrix = self.network.run(None, {"vectors": vectors, **ends})[0]
        return odds


def numbered(reading: Reading, vocabulary: Vocabulary) -> tuple[list[int | str], dict[int, int]]:
    """The pieces of a sentence by number, with kinds of mentions by name; and where each mention, by its start, is."""
    found: list[int | str] = [vocabulary.begin]
    mentions = {stretch: start for start, stretch in reading.places.items()}
    places: dict[int, int] = {}
    for stretch, words in enumerate(reading.stretches):
        if stretch in mentions:
            places[mentions[stretch]] = len(found)
            found.append(words)
        else:
            found += vocabulary.pieces.numbers(words)
    return [*found, vocabulary.end], places
