"""Every question over one small world: its rows, the claims behind them, the Cypher it runs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.answer import KNOWN, Answer
from kg.errors import UsageError
from kg.query import QUESTIONS, ask, lens
from kg.query.script import as_script
from kg.store import Store
from ontology.read import read_yaml
from tests.query.world import CASES, records

GOLDEN = read_yaml(CASES / "questions.yaml")
SNAPSHOTS = Path(__file__).with_name("cypher")
FIRST = {name: next(case for case in GOLDEN if case["question"] == name) for name in QUESTIONS}


def answer(store: Store, case: dict[str, Any], **more: Any) -> Answer:
    return ask(store, case["question"], case.get("values", {}), through=lens(**{**case.get("lens", {}), **more}))


def _name(case: dict[str, Any]) -> str:
    return f"{case['question']}: {case['why']}"


@pytest.mark.parametrize("case", GOLDEN, ids=_name)
def test_question_gives_its_golden_rows(landscape: Store, case: dict[str, Any]) -> None:
    found = [
        [len(record["claims"]) if column == "claims" else record[column] for column in case["columns"]]
        for record in answer(landscape, case).row_records()
    ]
    assert found == case["rows"]


@pytest.mark.parametrize("case", GOLDEN, ids=_name)
def test_question_shows_the_claims_behind_every_row(landscape: Store, case: dict[str, Any]) -> None:
    found = answer(landscape, case)
    ids = {node.id for node in found.graph.nodes}
    for row, claims in zip(found.rows, found.claims, strict=True):
        assert claims or row[1] in {"family", "version", "same family"}
        assert {claim.subject.id for claim in claims} <= ids
        assert all(claim.text and claim.article and claim.title for claim in claims)
    for edge in found.graph.edges:
        assert {edge.subject.id, edge.object.id} <= ids
        assert (edge.status == KNOWN) == (not edge.evidence)
        assert set(edge.evidence) <= set(found.evidence)


@pytest.mark.parametrize("case", FIRST.values(), ids=FIRST)
def test_question_seen_from_a_later_day_is_the_question_now(landscape: Store, case: dict[str, Any]) -> None:
    """The statuses derived for a date by the question equal those that the store keeps."""
    now = answer(landscape, case, as_of="", include=["rumoured", "speculative", "denied"])
    later = answer(landscape, case, as_of="2999", include=["rumoured", "speculative", "denied"])
    assert later.rows == now.rows
    assert (later.claims, later.graph) == (now.claims, now.graph)


@pytest.mark.parametrize("day", ["2025-01", "2025-02-03", "2025-03-31", "2025-04-11"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_question_as_of_a_day_equals_a_store_that_was_loaded_until_then(
    landscape: Store, until: Callable[[str], Store], name: str, day: str
) -> None:
    everything = {"include": ["rumoured", "speculative", "denied"]}
    back_then = answer(until(day), FIRST[name], **everything, as_of="")
    seen_now = answer(landscape, FIRST[name], **everything, as_of=day)
    assert seen_now.rows == back_then.rows
    assert (seen_now.claims, seen_now.graph.edges) == (back_then.claims, back_then.graph.edges)


@pytest.mark.parametrize("case", GOLDEN, ids=_name)
def test_question_gives_the_same_json_on_every_store_and_order_of_loading(
    landscape: Store, backwards: Store, case: dict[str, Any]
) -> None:
    one, other = (json.dumps(answer(store, case).record()) for store in (landscape, backwards))
    assert one == other


@pytest.mark.parametrize("case", FIRST.values(), ids=FIRST)
def test_question_runs_its_known_cypher(landscape: Store, case: dict[str, Any]) -> None:
    snapshot = SNAPSHOTS / f"{case['question']}.cypher"
    assert as_script(answer(landscape, case).cypher) == snapshot.read_text(encoding="utf-8")


def test_limit_cuts_rows_and_says_so(landscape: Store) -> None:
    whole = ask(landscape, "claims")
    cut = ask(landscape, "claims", through=lens(limit=3))
    assert cut.rows == whole.rows[:3]
    assert cut.notes == (f"{len(whole.rows) - 3} more rows; raise --limit to see them.",)


@pytest.mark.parametrize(
    "bad",
    [
        {"include": ["likely"]},
        {"as_of": "yesterday"},
        {"as_of": "2025-13"},
        {"as_of": "2025-02-30"},
        {"as_of": "20250101"},
    ],
    ids=str,
)
def test_lens_refuses_what_it_does_not_know(bad: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        lens(**bad)


@pytest.mark.parametrize(
    ("name", "values"), [("who", {}), ("dependents", {}), ("rivals", {"who": "NVIDIA", "by": "x"})]
)
def test_ask_refuses_what_is_no_question(landscape: Store, name: str, values: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        ask(landscape, name, values)


def test_world_holds_every_relation_that_questions_walk() -> None:
    from ontology.dependence import DEPENDENT_OBJECT, DEPENDENT_SUBJECT

    predicates = {claim["predicate"] for claim in records()[2]}
    assert {*DEPENDENT_OBJECT, *DEPENDENT_SUBJECT} - {"DESIGNS_CHIP"} <= predicates
