"""Every question over the claims of annotated and example articles: what an analyst must get, on every store."""

from typing import Any

import pytest

from kg.query import QUESTIONS, ask, lens
from kg.store import Store
from ontology.read import read_yaml
from tests.query.gold import records
from tests.query.world import CASES

GOLDEN = read_yaml(CASES / "gold.yaml")
FILTERS = ("as_of", "confidence", "include")


def _name(case: dict[str, Any]) -> str:
    return f"{case['question']}: {case['why']}"


@pytest.mark.parametrize("case", GOLDEN, ids=_name)
def test_question_gives_its_golden_rows(gold: Store, case: dict[str, Any]) -> None:
    answer = ask(gold, case["question"], case.get("values", {}), through=lens(**case.get("lens", {})))
    found = [
        [len(record["claims"]) if column == "claims" else record[column] for column in case["columns"]]
        for record in answer.row_records()
    ]
    assert found == case["rows"]


def test_questions_are_all_asked_and_so_are_their_filters() -> None:
    assert {case["question"] for case in GOLDEN} == set(QUESTIONS)
    assert len(GOLDEN) >= 60
    assert all(sum(name in case.get("lens", {}) for case in GOLDEN) > 3 for name in FILTERS)


def test_claims_come_from_many_articles_of_every_language() -> None:
    articles, _, claims = records()
    languages = [article["lang"] for article in articles]
    assert all(languages.count(language) >= 20 for language in ("en", "ja", "zh"))
    assert {claim["article"] for claim in claims} <= {article["id"] for article in articles}
