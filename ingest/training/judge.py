"""Trains the judge of a language: logistic regression over candidates and their rivals, as the encoder rates them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ingest.judge.read import rated
from ingest.judge.rivals import LEAST, compared
from ingest.training.annotated import Annotated
from ingest.training.joined import joined
from ingest.training.passages import read
from kg.model import Language

SMOOTHING = 1.0
"""Inverse strength of L2."""


def train(lang: Language, held: Sequence[Annotated]) -> Any:
    """Weights for what `compared` makes of a candidate, learnt from passages that the encoder has not seen."""
    from sklearn.linear_model import LogisticRegression

    rows: list[Any] = []
    right: list[bool] = []
    for article in read(lang, list(joined(lang, held))):
        told = [one for one in article if one.known]
        seen = rated([(one.sentence, one.proposals) for one in told])
        for one, found in zip(told, seen, strict=True):
            kept = [each for each in found if each.odds > LEAST]
            judged = one.judged(each.candidate for each in found)
            for each, row in zip(kept, compared([(each.candidate, each.odds) for each in kept]), strict=True):
                if each.candidate.key in judged:
                    rows.append(row)
                    right.append(judged[each.candidate.key] is not None)
    model = LogisticRegression(C=SMOOTHING, max_iter=2000).fit(np.array(rows), np.array(right))
    return np.append(model.coef_[0], model.intercept_)
