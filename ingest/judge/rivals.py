"""What else a sentence may claim, and how sure the judge is of that: beside a better claim one is rarely right."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import numpy as np

from ingest.judge.candidates import Candidate
from ingest.judge.known import known
from ontology import load_ontology

LEAST = -4.0
"""Log odds of a candidate that no longer counts, neither for itself nor as a rival."""
_MOST, _APART = 6.0, 4.0
_NEEDED = 2
"""Of each place the two surest are kept: one of them is no rival of itself."""
_CROWD = 20
Claim = Hashable
Row = np.ndarray[tuple[int], np.dtype[np.float32]]


def compared(rated: Sequence[tuple[Candidate, float]]) -> Iterator[Row]:
    """For each candidate of a sentence, with its log odds, the numbers that its second judgement reads."""
    best: dict[tuple[int, Hashable], dict[Claim, float]] = defaultdict(dict)
    for candidate, own in sorted(rated, key=lambda candidate: -candidate[1]):
        for place in enumerate(_places(candidate)):
            if len(best[place]) < _NEEDED:
                best[place].setdefault(_claim(candidate), own)
    for candidate, own in rated:
        claim = _claim(candidate)
        held = [best[place] for place in enumerate(_places(candidate))]
        rivals = [next((odds for other, odds in near.items() if other != claim), LEAST) for near in held]
        yield _row(candidate, own, rivals, len(rated))


def _claim(candidate: Candidate) -> Claim:
    ends = candidate.subject.span, candidate.object.span
    symmetric = load_ontology().relations[candidate.relation].symmetric
    return candidate.relation, frozenset(ends) if symmetric else ends


def _places(candidate: Candidate) -> tuple[Hashable, ...]:
    """Where it has rivals: between its two, as its subject's or object's only one, anywhere by its relation."""
    subject, relation, object_ = candidate.subject.span, candidate.relation, candidate.object.span
    return frozenset((subject, object_)), (subject, relation), (relation, object_), relation, subject, object_


def _row(candidate: Candidate, own: float, rivals: Sequence[float], crowd: int) -> Row:
    held = min(own, _MOST)
    ahead = [min(max(own - rival, -_APART), _APART) for rival in rivals]
    better = [float(rival > own) for rival in rivals]
    says = known(candidate.subject, candidate.relation, candidate.object)
    ruled = candidate.relation in candidate.ruled
    numbers = [held, *rivals, *ahead, *better, min(crowd / _CROWD, 2.0), max(says, 0), min(says, 0), ruled]
    numbers += [candidate.carried, candidate.carried * held]
    numbers += [candidate.relation == relation for relation in load_ontology().relations]
    return np.array(numbers, dtype=np.float32)
