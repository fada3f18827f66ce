"""Predications of Japanese sentences, the topics they carry on, and where they are parsed at all."""

from pathlib import Path
from typing import Any

import pytest

from ingest.languages.japanese import JapaneseAnalysis
from ingest.rules import load_rules
from ingest.text import Predication, Sentence
from ingest.topics import with_topics
from ontology.read import read_yaml
from tests.patterns import read_example

CASES = read_yaml(Path(__file__).with_name("japanese.yaml"))
GUESSES = ("ga?", "wo?", "no?", "comp", "niyoru", "he", "no", "bare", "self", "kara")


def predications(text: str) -> list[Predication]:
    sentence = read_example("ja", "test", "test", True, text).sentence
    return next(JapaneseAnalysis().predications([sentence]))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['lemma']}-{case['text'][:40]}") for case in CASES])
def test_japanese_predication_has_its_roles(case: dict[str, Any]) -> None:
    found = [p for p in predications(case["text"]) if p.lemma == case["lemma"]]
    assert len(found) == 1
    roles = {role: "/".join(m.text for m in held) for role, held in found[0].roles.items()}
    assert {r: n for r, n in roles.items() if r in case["roles"] or r not in GUESSES} == case["roles"]
    assert found[0].negated == case.get("not", False)


@pytest.mark.parametrize(
    ("text", "lemma", "words"),
    [
        ("[湖東電機|Company]は[アルド|Company]を買収する方針を固めた。", "買収", "買収する方針を固めた"),
        ("[湖東電機|Company]が[アルド|Company]に出資し、[みずな|Company]は断った。", "出資", "に出資し"),
    ],
)
def test_japanese_clause_ends_with_what_governs_it(text: str, lemma: str, words: str) -> None:
    sentence = read_example("ja", "test", "test", True, text).sentence
    clause = next(p.clause for p in predications(text) if p.lemma == lemma)
    assert sentence.text[slice(*clause)].endswith(words)


def test_japanese_sentence_goes_on_about_the_topic_before() -> None:
    first = read_example("ja", "test", "test", True, "[湖東電機|Company]は黒字だ。").sentence
    second = read_example("ja", "test", "test", True, "[アルド|Company]に出資した。").sentence
    length = len(first.text)
    moved = Sentence(1, length, length + len(second.text), second.text)
    (_, topical) = with_topics([first, moved], load_rules("ja"))
    assert topical.topic is not None
    assert topical.topic.text == "湖東電機"


def test_a_mended_tree_has_no_circle() -> None:
    assert predications("[ワールド・ヒストリー社|Company]が発行する雑誌は、[ソ連|Place]の計算機開発史を特集した。")
