"""The judge's second look: what it knows of two entities, and what else the sentence may claim."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.context import named
from ingest.judge.candidates import Candidate
from ingest.judge.known import known
from ingest.judge.rivals import compared
from ingest.text import Mention

FIRM, MODEL = "Company", "Model"


def _mention(text: str, type_: str, start: int = 0) -> Mention:
    return Mention(start, start + len(text), text, type_, "marked", named(text, type_))


@pytest.mark.parametrize(
    ("subject", "relation", "object_", "says"),
    [
        (("OpenAI", FIRM), "DEVELOPS", ("GPT-4o", MODEL), 1),
        (("Microsoft", FIRM), "DEVELOPS", ("GPT-4o", MODEL), -1),
        (("Vantel", FIRM), "DEVELOPS", ("GPT-4o", MODEL), -1),
        (("Google", FIRM), "DEVELOPS", ("Gemini", MODEL), 1),
        (("Google DeepMind", "Lab"), "DEVELOPS", ("Gemini", MODEL), 1),
        (("OpenAI", FIRM), "DEVELOPS", ("Kavron 9", MODEL), 0),
        (("Microsoft", FIRM), "USES_MODEL", ("GPT-4o", MODEL), 0),
        (("DeepSeek", FIRM), "HEADQUARTERED_IN", ("Hangzhou", "Place"), 1),
        (("OpenAI", FIRM), "HEADQUARTERED_IN", ("China", "Place"), -1),
        (("Vantel", FIRM), "HEADQUARTERED_IN", ("China", "Place"), 0),
        (("DeepMind", "Lab"), "SUBSIDIARY_OF", ("Google", FIRM), 1),
        (("DeepMind", "Lab"), "SUBSIDIARY_OF", ("Baidu", FIRM), -1),
    ],
)
def test_the_lexicon_speaks_for_or_against(
    subject: tuple[str, str], relation: str, object_: tuple[str, str], says: int
) -> None:
    assert known(_mention(*subject), relation, _mention(*object_)) == says


def _candidate(subject: int, relation: str, object_: int) -> Candidate:
    ends = (_mention(f"Firm{at}", FIRM, 10 * at) for at in (subject, object_))
    first, second = ends
    return Candidate(first, relation, second)


def test_a_surer_claim_of_the_same_two_is_a_rival() -> None:
    bought, held = _candidate(1, "ACQUIRED", 2), _candidate(1, "INVESTED_IN", 2)
    (alone,) = compared([(held, -0.5)])
    _, beside = compared([(bought, 3.0), (held, -0.5)])
    assert not np.array_equal(alone, beside)


def test_the_other_way_round_of_a_symmetric_relation_is_no_rival() -> None:
    there, back = _candidate(1, "COMPETES_WITH", 2), _candidate(2, "COMPETES_WITH", 1)
    once, _ = compared([(there, 1.0), (_candidate(3, "COMPETES_WITH", 4), -3.9)])
    other, *_ = compared([(there, 1.0), (back, 2.0)])
    assert once[1] == other[1]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9), st.floats(-3.9, 9)), unique_by=lambda t: t[:2]))
def test_each_candidate_has_numbers_of_one_length(rated: list[tuple[int, int, float]]) -> None:
    rows = list(compared([(_candidate(s, "ACQUIRED", o), odds) for s, o, odds in rated]))
    assert len(rows) == len(rated)
    assert all(len(one) == len(other) for one, other in pairwise(rows))
    assert all(np.isfinite(row).all() for row in rows)
