"""Trains the judge of a language: logistic regression over the candidates of its annotated sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ingest.judge.candidates import SPACE, Candidate, candidates
from ingest.judge.rivals import LEAST, compared
from ingest.training.annotated import Annotated
from ingest.training.passages import Read, read
from kg.model import Language

SMOOTHING, RAREST, SMALLEST = 1.0, 2, 0.01
"""Inverse strength of L2; how often a feature must be seen to count; weights that are left out."""
_FOLDS, _BLOCK = 4, 50
"""Passages in a row are held out together: the same sentence told in another way stands next to it."""
_NONE = np.zeros(0, dtype=np.int64)


def train(lang: Language, sentences: Sequence[Annotated]) -> tuple[Any, float, Any]:
    """Weights by feature number, the bias, and the weights of the second judgement."""
    examples = table(lang, read(lang, sentences))
    return *fit(examples.rows, examples.right), fit_second(examples, held_out(examples))


@dataclass(frozen=True)
class Examples:
    """Candidates, a row of feature counts for each, whether its sentence claims it, and which passage it is of."""

    candidates: Sequence[Candidate]
    rows: Any
    right: Any
    passages: Any


def table(lang: Language, passages: Iterable[Read]) -> Examples:
    """The candidates of all passages."""
    from scipy.sparse import csr_matrix

    found: list[Candidate] = []
    columns: list[Any] = []
    ends, right, of = [0], [], []
    for number, passage in enumerate(passages):
        topic = passage.sentence.topic
        for candidate in candidates(passage.encoded, lang, passage.parse, passage.proposals, topic):
            columns.append(candidate.features.astype(np.int32))
            ends.append(ends[-1] + len(candidate.features))
            right.append((candidate.subject.span, candidate.relation, candidate.object.span) in passage.claims)
            of.append(number)
            found.append(replace(candidate, features=_NONE))
    numbers = np.concatenate(columns)
    rows = csr_matrix((np.ones(len(numbers), dtype=np.float32), numbers, ends), shape=(len(right), SPACE))
    rows.sum_duplicates()
    return Examples(found, rows, np.array(right), np.array(of))


def held_out(examples: Examples) -> Any:
    """The log odds of each candidate by a model that has not seen its passage, nor those around it."""
    fold = examples.passages // _BLOCK % _FOLDS
    odds = np.zeros(len(examples.right))
    for number in range(_FOLDS):
        weights, bias = fit(examples.rows[fold != number], examples.right[fold != number])
        odds[fold == number] = examples.rows[fold == number] @ weights + bias
    return odds


def fit_second(examples: Examples, odds: Any) -> Any:
    """Logistic regression on what the candidates of a passage are beside each other; the last weight is the bias."""
    from sklearn.linear_model import LogisticRegression

    rows: list[Any] = []
    right: list[bool] = []
    for members in np.split(np.arange(len(odds)), np.flatnonzero(np.diff(examples.passages)) + 1):
        kept = [at for at in members if odds[at] > LEAST]
        rows += compared([(examples.candidates[at], odds[at]) for at in kept])
        right += [examples.right[at] for at in kept]
    model = LogisticRegression(C=SMOOTHING, max_iter=2000).fit(np.array(rows), np.array(right))
    return np.append(model.coef_[0], model.intercept_)


def fit(rows: Any, right: Any) -> tuple[Any, float]:
    """Logistic regression on the features seen often enough."""
    from sklearn.linear_model import LogisticRegression

    kept = np.flatnonzero(np.bincount(rows.indices, minlength=SPACE) >= RAREST)
    model = LogisticRegression(C=SMOOTHING, solver="liblinear", random_state=0).fit(rows[:, kept], right)
    weights = np.zeros(SPACE, dtype=np.float32)
    weights[kept] = np.where(np.abs(model.coef_[0]) < SMALLEST, 0, model.coef_[0])
    return weights, float(model.intercept_[0])
