"""Trains the judge of a language: logistic regression over candidates and their rivals, as the encoder rates them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ingest.judge.read import rated
from ingest.judge.rivals import LEAST, compared
from ingest.training.annotated import Annotated
from ingest.training.passages import read
from kg.model import Language

SMOOTHING = 1.0
"""Inverse strength of L2."""
_TENTHS, _BLOCK, _AMONG = 10, 50, 6900
"""Every tenth block is held out: in a row stands the same told in other ways. All that was written later is learnt."""


def held_out(sentences: Sequence[Annotated]) -> tuple[list[Annotated], list[Annotated]]:
    """The sentences that the encoder learns from, and the 700 that it does not see and the judge learns from."""
    parts: tuple[list[Annotated], list[Annotated]] = [], []
    for number, sentence in enumerate(sentences):
        parts[number < _AMONG and number // _BLOCK % _TENTHS == 0].append(sentence)
    return parts


def train(lang: Language, sentences: Sequence[Annotated]) -> Any:
    """Weights for what `compared` makes of a candidate, learnt from sentences that the encoder has not seen."""
    from sklearn.linear_model import LogisticRegression

    rows: list[Any] = []
    right: list[bool] = []
    for passage in read(lang, held_out(sentences)[1]):
        kept = [one for one in rated(passage.encoded, passage.sentence, passage.proposals) if one.odds > LEAST]
        rows += compared([(one.candidate, one.odds) for one in kept])
        right += [one.candidate.key in passage.claims for one in kept]
    model = LogisticRegression(C=SMOOTHING, max_iter=2000).fit(np.array(rows), np.array(right))
    return np.append(model.coef_[0], model.intercept_)
