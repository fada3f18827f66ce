"""The judge's weights, one table a language, and how sure they make it of a candidate."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from ingest.judge.candidates import SPACE, Candidate
from ingest.judge.confidence import sigmoid
from kg.model import Language

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True)
class Judge:
    """A linear model: `weights` by the number of a feature, and what it starts from."""

    weights: np.ndarray[tuple[int], np.dtype[np.float32]]
    bias: float

    @classmethod
    @cache
    def load(cls, lang: Language) -> "Judge":
        """The judge of a language, trained by `python -m ingest.training judge`."""
        with np.load(WEIGHTS / f"{lang}.npz") as stored:
            weights = np.zeros(SPACE, dtype=np.float32)
            weights[stored["numbers"]] = stored["weights"]
            return cls(weights, float(stored["bias"]))

    def probability(self, candidate: Candidate) -> float:
        """How likely the sentence states the candidate, 0 to 1."""
        total = float(self.weights[candidate.features].sum()) + self.bias
        return sigmoid(total)


def store(lang: Language, weights: Iterable[float], bias: float) -> Path:
    """Write the weights that are not zero."""
    table = np.asarray(weights, dtype=np.float32)
    numbers = np.flatnonzero(table).astype(np.uint32)
    path = WEIGHTS / f"{lang}.npz"
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, numbers=numbers, weights=table[numbers].astype(np.float16), bias=np.float32(bias))
    return path
