"""What the encoder says of two mentions: the log odds of every relation and modality, from all the text around them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from ingest.encoder.blocks import Matrix
from ingest.encoder.session import session
from ingest.encoder.vocabulary import WEIGHTS, Vocabulary

MODEL, SYMBOLS = WEIGHTS / "encoder.onnx", WEIGHTS / "symbols.npz"
LONGEST = 400
"""Pieces of a text; a longer one the encoder was never taught to read."""


class Symbol(NamedTuple):
    """What stands for a mention: its kind, and the pieces of the name of what it means, wherever that is meant."""

    kind: str
    name: tuple[int, ...] = ()


Piece = int | Symbol
"""A piece of the vocabulary by its number, or a mention by its symbol."""
_KEPT = 10_000
"""Names whose vectors are kept at hand."""
Ends = tuple[int, int]
Proposed = Collection[str]
"""Relations that rules propose between two mentions."""


@dataclass(frozen=True)
class Told:
    """Of each pair of mentions a row with a number for each relation, and one with a number for each modality."""

    relations: Matrix
    modalities: Matrix


@dataclass(frozen=True, eq=False)
class Encoder:
    """The network, the vectors of kinds of mentions, what makes a vector of a name, and the order of its answers."""

    network: Any
    kinds: Mapping[str, Any]
    naming: Matrix
    relations: tuple[str, ...]
    modalities: tuple[str, ...]

    @classmethod
    @cache
    def load(cls) -> "Encoder":
        """The encoder trained by `python -m ingest.training encoder`."""
        with np.load(SYMBOLS) as stored:
            kinds = dict(zip(stored["kinds"].tolist(), stored["vectors"], strict=True))
            told = tuple(stored["relations"].tolist()), tuple(stored["modalities"].tolist())
            naming = stored["naming"]
        return cls(session(MODEL), kinds, naming, *told)

    def read(self, pieces: Sequence[Piece], pairs: Mapping[Ends, Proposed]) -> Told:
        """What a text says of pairs of mentions, given by their places among its pieces (`LONGEST` at most)."""
        vectors = Vocabulary.load().vectors([piece if isinstance(piece, int) else 0 for piece in pieces])
        for place, piece in enumerate(pieces):
            if isinstance(piece, Symbol):
                vectors[place] = self.kinds[piece.kind] + middle(piece.name) @ self.naming
        ends = {
            name: np.array([pair[side] for pair in pairs], dtype=np.int64)
            for side, name in enumerate(("subject", "object"))
        }
        ruled = rules_say([(said, pairs.get((end, start), ())) for (start, end), said in pairs.items()], self.relations)
        return Told(*self.network.run(None, {"vectors": vectors, **ends, "ruled": ruled}))


@lru_cache(maxsize=_KEPT)
def middle(name: tuple[int, ...]) -> Matrix:
    """The mean of the vectors of a name's pieces; nought for no name."""
    vectors: Matrix = Vocabulary.load().vectors(name or [0])
    return vectors.mean(axis=0) if name else np.zeros_like(vectors[0])


def rules_say(said: Sequence[tuple[Proposed, Proposed]], relations: Sequence[str]) -> Matrix:
    """A row for each pair: one where a rule proposes a relation, first from subject to object and then back."""
    table = np.zeros((len(said), 2 * len(relations)), dtype=np.float32)
    for row, sides in enumerate(said):
        for side, proposed in enumerate(sides):
            table[row, [side * len(relations) + relations.index(relation) for relation in proposed]] = 1
    return table
