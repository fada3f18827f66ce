"""How sure the judge is of each candidate of a sentence, from what the encoder says of it and of its rivals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from ingest.judge.confidence import sigmoid
from ingest.judge.read import Rated
from ingest.judge.rivals import LEAST, Row, compared
from kg.model import Language

WEIGHTS = Path(__file__).with_name("weights.npz")


@dataclass(frozen=True)
class Judge:
    """A linear model of what `compared` makes of a candidate; the last of its weights is a bias."""

    weights: Row

    @classmethod
    @cache
    def load(cls, lang: Language) -> "Judge":
        """The judge of a language, trained by `python -m ingest.training judge`."""
        with np.load(WEIGHTS) as stored:
            return cls(stored[lang])

    def sure(self, rated: Sequence[Rated]) -> list[float]:
        """How likely a sentence states each of its candidates, 0 to 1."""
        rows = compared([(one.candidate, one.odds) for one in rated if one.odds > LEAST])
        return [sigmoid(self._beside(next(rows)) if one.odds > LEAST else one.odds) for one in rated]

    def _beside(self, row: Row) -> float:
        """The log odds of a candidate beside its rivals."""
        return float(row @ self.weights[:-1] + self.weights[-1])


def store(weights: Mapping[str, Sequence[float]]) -> Path:
    """Write the weights of every language."""
    tables = {lang: np.asarray(numbers, dtype=np.float32) for lang, numbers in weights.items()}
    np.savez(WEIGHTS, **tables)  # type: ignore[arg-type]
    return WEIGHTS
