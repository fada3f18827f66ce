"""The judge's weights, one table a language, and how sure they make it of the candidates of a sentence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from ingest.judge.candidates import SPACE, Candidate
from ingest.judge.confidence import sigmoid
from ingest.judge.rivals import LEAST, compared
from kg.model import Language

_OWN, _READ, _SHIFT = 0.5, 0.5, 0.2
"""How the judge and the encoder are weighed: round numbers near those that fit sentences which neither had seen."""
WEIGHTS = Path(__file__).parent / "weights"
Reader = Callable[[Sequence[Candidate]], Sequence[float | None]]
"""Tells what the encoder says of each candidate of a sentence."""
Weights = np.ndarray[tuple[int], np.dtype[np.float32]]


@dataclass(frozen=True)
class Judge:
    """Two linear models: of a candidate alone, by the numbers of its features, and of it beside its rivals.

    `weights` and `bias` give the first log odds; `second`, whose last number is a bias, reads what `compared` makes of
    them.
    """

    weights: Weights
    bias: float
    second: Weights

    @classmethod
    @cache
    def load(cls, lang: Language) -> "Judge":
        """The judge of a language, trained by `python -m ingest.training judge`."""
        with np.load(WEIGHTS / f"{lang}.npz") as stored:
            weights = np.zeros(SPACE, dtype=np.float32)
            weights[stored["numbers"]] = stored["weights"]
            return cls(weights, float(stored["bias"]), stored["second"])

    def probable(self, found: Sequence[Candidate], read: Reader) -> list[tuple[Candidate, float]]:
        """The candidates of a sentence, each with how likely the sentence states it, 0 to 1.

        The sentence is read by the encoder too, where there is a candidate that may count.
        """
        own = [self.odds(candidate) for candidate in found]
        seen = read(found) if any(odds > LEAST for odds in own) else [None] * len(found)
        rated = [(candidate, joint(odds, said)) for candidate, odds, said in zip(found, own, seen, strict=True)]
        rows = compared([rival for rival in rated if rival[1] > LEAST])
        return [
            (candidate, sigmoid(odds if odds <= LEAST else float(next(rows) @ self.second[:-1] + self.second[-1])))
            for candidate, odds in rated
        ]

    def odds(self, candidate: Candidate) -> float:
        """The log odds of a candidate taken alone."""
        return float(self.weights[candidate.features].sum()) + self.bias


def joint(own: float, read: float | None) -> float:
    """The log odds of a candidate by its features and by the encoder, which err in different places."""
    return own if read is None else _OWN * own + _READ * read + _SHIFT


def store(lang: Language, weights: Iterable[float], bias: float, second: Sequence[float]) -> Path:
    """Write the weights that are not zero."""
    table = np.asarray(weights, dtype=np.float32)
    numbers = np.flatnonzero(table).astype(np.uint32)
    path = WEIGHTS / f"{lang}.npz"
    path.parent.mkdir(exist_ok=True)
    held = table[numbers].astype(np.float16)
    later = np.asarray(second, dtype=np.float32)
    np.savez_compressed(path, numbers=numbers, weights=held, bias=np.float32(bias), second=later)
    return path
