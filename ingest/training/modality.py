"""Trains the chooser of modalities of a language: multinomial regression over the claims of its annotated sentences."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from ingest.judge.candidates import earlier
from ingest.judge.judged import between
from ingest.modality.cues import heard
from ingest.modality.features import features
from ingest.modality.learned import SPACE, numbers
from ingest.modality.view import view
from ingest.rules import load_rules
from ingest.text import Proposal
from ingest.training.annotated import Annotated
from ingest.training.following import with_following
from ingest.training.passages import DATED, Read, read
from kg.model import Language
from ontology import load_ontology

SMOOTHING, RAREST, SMALLEST = 1.0, 2, 0.01
"""Inverse strength of L2; how often a feature must be seen to count; weights that are left out."""


def train(lang: Language, sentences: Sequence[Annotated]) -> tuple[Any, Any]:
    """Weights by modality and feature number, and a bias for each modality."""
    articles = read(lang, list(with_following(lang, sentences)))
    return fit(*table(lang, (one for article in articles for one in article)))


def table(lang: Language, sentences: Iterable[Read]) -> tuple[Any, Any]:
    """A row of features for each claim, and its modality by number."""
    from scipy.sparse import csr_matrix

    modalities = tuple(load_ontology().modalities)
    columns: list[int] = []
    ends, right = [0], []
    for one in sentences:
        seen = view(one.encoded, lang, one.sentence.topic)
        for proposal, modality in claimed(lang, one):
            cues = list(heard(proposal, one.encoded, load_rules(lang), DATED))
            columns += numbers(features(proposal, seen, cues))
            ends.append(len(columns))
            right.append(modalities.index(modality))
    rows = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(right), SPACE))
    return rows, np.array(right)


def claimed(lang: Language, one: Read) -> Iterator[tuple[Proposal, str]]:
    """The claims of a sentence as a rule proposes them, else as the judge would, with their modality."""
    by_rules = {p.key: p for p in reversed(one.proposals)}
    mentions = {m.span: m for m in (*earlier(one.sentence), *one.sentence.mentions)}
    for (subject, relation, object_), modality in one.claims.items():
        if proposal := by_rules.get((subject, relation, object_)):
            yield proposal, modality
        elif (object_, relation, subject) not in by_rules and {subject, object_} <= mentions.keys():
            ends = mentions[subject], mentions[object_]
            yield between(*ends, relation, one.sentence, one.encoded, load_rules(lang)), modality


def fit(rows: Any, right: Any) -> tuple[Any, Any]:
    """Regression on the features seen often enough."""
    from sklearn.linear_model import LogisticRegression

    kept = np.flatnonzero(np.bincount(rows.indices, minlength=SPACE) >= RAREST)
    model = LogisticRegression(C=SMOOTHING, max_iter=500).fit(rows[:, kept], right)
    count = len(load_ontology().modalities)
    weights, bias = np.zeros((count, SPACE), dtype=np.float32), np.full(count, -np.inf, dtype=np.float32)
    for known, learnt, start in zip(model.classes_, model.coef_, model.intercept_, strict=True):
        weights[known, kept] = np.where(np.abs(learnt) < SMALLEST, 0, learnt)
        bias[known] = start
    return weights, bias
