"""The pieces that the encoder knows, each with its vector: those of multilingual-e5-small in our languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from ingest.encoder.blocks import BYTES, Codes, Matrix, decoded
from ingest.encoder.pieces import Pieces

WEIGHTS = Path(__file__).parent / "weights"
_FILE = WEIGHTS / "vocabulary.npz"


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The pieces, and the coded vectors of each, of what no piece holds, and of a sentence's begin and end."""

    pieces: Pieces
    codes: Codes

    @classmethod
    @cache
    def load(cls) -> "Vocabulary":
        """The vocabulary that is stored with the project."""
        with np.load(_FILE) as stored:
            words = bytes(stored["pieces"]).decode().split("\n")
            scores, codes = stored["scores"].tolist(), stored["codes"]
        return cls(Pieces.of({word: (at, scores[at]) for at, word in enumerate(words)}, len(words)), codes)

    @property
    def begin(self) -> int:
        return self.pieces.unknown + 1

    @property
    def end(self) -> int:
        return self.pieces.unknown + 2

    def vectors(self, numbers: Sequence[int]) -> Matrix:
        """A row of 384 numbers for each piece."""
        return decoded(self.codes[list(numbers)].reshape(-1, BYTES)).reshape(len(numbers), -1)
