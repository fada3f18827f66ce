"""Scores of a small annotated corpus in three languages, against figures that an independent scorer gave."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.score import Report, score
from ontology.read import read_yaml

HERE = Path(__file__).parent
FIGURES: dict[str, Any] = read_yaml(HERE / "figures.yaml")


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def report() -> Report:
    return score(_rows("gold.jsonl"), _rows("claims.jsonl"), _rows("mentions.jsonl"))


@pytest.mark.parametrize("group", ["all", "en", "ja", "zh"])
def test_claims_of_each_language(report: Report, group: str) -> None:
    tally = report.total if group == "all" else report.languages[group]
    assert {name: getattr(tally, name) for name in FIGURES[group]} == pytest.approx(FIGURES[group], abs=0.005)


def test_claims_of_each_relation(report: Report) -> None:
    said = {name: [t.precision, t.recall, t.f1] for name, t in report.relations.items()}
    assert said.keys() == FIGURES["relations"].keys()
    for name, figures in FIGURES["relations"].items():
        assert said[name] == pytest.approx(figures, abs=0.005)


def test_entities(report: Report) -> None:
    said = {name: getattr(report.entities, name) for name in FIGURES["entities"]}
    assert said == pytest.approx(FIGURES["entities"], abs=0.005)


def test_confused_modalities(report: Report) -> None:
    assert {" ".join(pair): count for pair, count in report.confusion.items()} == FIGURES["confusion"]


def test_errors_name_every_missed_and_wrong_claim(report: Report) -> None:
    assert sorted(error["kind"] for error in report.errors) == ["missed", "wrong", "wrong"]
