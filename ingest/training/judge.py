"""Trains the judge of a language: logistic regression over the candidates of its annotated sentences."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from ingest.judge.candidates import SPACE, candidates
from ingest.training.annotated import Annotated
from ingest.training.passages import Read, read
from kg.model import Language

SMOOTHING, RAREST, SMALLEST = 1.0, 2, 0.01
"""Inverse strength of L2; how often a feature must be seen to count; weights that are left out."""


def train(lang: Language, sentences: Sequence[Annotated]) -> tuple[Any, float]:
    """Weights by feature number, and the bias."""
    return fit(*table(lang, read(lang, sentences)))


def table(lang: Language, passages: Iterable[Read]) -> tuple[Any, Any]:
    """A row of feature counts for each candidate, and whether its sentence claims it."""
    from scipy.sparse import csr_matrix

    numbers: list[Any] = []
    ends, right = [0], []
    for passage in passages:
        topic = passage.sentence.topic
        for candidate in candidates(passage.encoded, lang, passage.predications, passage.proposals, topic):
            numbers.append(candidate.features.astype(np.int32))
            ends.append(ends[-1] + len(candidate.features))
            right.append((candidate.subject.span, candidate.relation, candidate.object.span) in passage.claims)
    columns = np.concatenate(numbers)
    rows = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(right), SPACE))
    rows.sum_duplicates()
    return rows, np.array(right)


def fit(rows: Any, right: Any) -> tuple[Any, float]:
    """Logistic regression on the features seen often enough."""
    from sklearn.linear_model import LogisticRegression

    kept = np.flatnonzero(np.bincount(rows.indices, minlength=SPACE) >= RAREST)
    model = LogisticRegression(C=SMOOTHING, solver="liblinear", random_state=0).fit(rows[:, kept], right)
    weights = np.zeros(SPACE, dtype=np.float32)
    weights[kept] = np.where(np.abs(model.coef_[0]) < SMALLEST, 0, model.coef_[0])
    return weights, float(model.intercept_[0])
