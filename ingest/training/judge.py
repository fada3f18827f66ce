"""Trains the judge of a language: logistic regression over candidates and their rivals, as the encoder rates them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ingest.judge.candidates import candidates
from ingest.judge.read import rated
from ingest.judge.rivals import LEAST, compared
from ingest.training.annotated import Annotated
from ingest.training.following import with_following
from ingest.training.joined import joined
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
    for article in read(lang, list(joined(list(with_following(lang, held_out(sentences)[1]))))):
        told = [one for one in article if one.known]
        seen = rated([(one.sentence, list(candidates(one.sentence, one.proposals))) for one in told])
        for one, found in zip(told, seen, strict=True):
            kept = [each for each in found if each.odds > LEAST]
            rows += compared([(each.candidate, each.odds) for each in kept])
            right += [each.candidate.key in one.claims for each in kept]
    model = LogisticRegression(C=SMOOTHING, max_iter=2000).fit(np.array(rows), np.array(right))
    return np.append(model.coef_[0], model.intercept_)
