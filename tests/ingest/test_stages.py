"""The stages that all languages share, on cases of their own: sentences, mentions, words that refer back, claims."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.coref import resolve_nominals
from ingest.described import described
from ingest.languages import analyse
from ingest.pipeline import extract, read_sentences
from ingest.rules import load_rules
from ingest.sentences import split_sentences
from ingest.text import Sentence
from kg.model import Article, Claim, EntityRef
from tests.patterns import read_example

CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]


def _cases(name: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=f"{row.get('lang', '')}-{row['text'][:50]}") for row in rows]


def _marked(case: Case) -> tuple[Article, tuple[Sentence, ...]]:
    example = read_example(case["lang"], "case", "case", True, case["text"])
    sentences = split_sentences(example.text)
    article = Article("case", example.text, case["lang"], published="2025-06-15")
    return article, tuple(s.within(example.mentions) for s in sentences)


@pytest.mark.parametrize("case", _cases("sentences"))
def test_sentences_end_where_they_end(case: Case) -> None:
    assert [s.text for s in split_sentences(case["text"])] == case["sentences"]


@pytest.mark.parametrize("case", _cases("mentions"))
def test_unseen_names_are_found_with_their_types(case: Case) -> None:
    found = extract(Article("case", case["text"], case["lang"], published="2025-06-15")).mentions
    types = {m.entity.name: m.entity.type for m in found}
    assert {name: types.get(name) for name in case["finds"]} == case["finds"]
    forms = {m.entity.name: list(m.mentions) for m in found}
    assert {name: forms.get(name) for name in case.get("forms", {})} == case.get("forms", {})
    assert not {form for m in found for form in m.mentions} & set(case.get("not", ()))


@pytest.mark.parametrize("case", _cases("coref"))
def test_words_refer_back(case: Case) -> None:
    _, sentences = _marked(case)
    found = resolve_nominals(sentences, load_rules(case["lang"]))
    assert [f"{m.text} > {e.name}" for m in found for e in m.entities] == case["refers"]


def test_what_an_article_calls_a_name_is_no_pronoun_nor_a_part_of_a_word() -> None:
    text = (
        "It gave [Oka|Company] credit. Its [Tamsin|Model], on credit [Ume|Company] gave, is a hit. "
        "The [Bly|Company] round and the start-up [Una|Company], a chip designer, grew."
    )
    _, sentences = _marked({"lang": "en", "text": text})
    words = described(sentences, load_rules("en").macros)
    assert {word for word, ids in words.items() if ids} == {"gave", "credit", "startup", "chip", "designer"}


@pytest.mark.parametrize("case", _cases("claims"))
def test_claims_are_said_so_surely_and_by_whom(case: Case) -> None:
    article, sentences = _marked(case)
    analysis = analyse(case["lang"])
    claims = {_said(c): c for c in read_sentences(sentences, analysis, article, load_rules(case["lang"]))}
    wanted: list[str] = case.get("claims") or case["has"]
    assert set(wanted) <= set(claims)
    assert "claims" not in case or set(wanted) == set(claims)
    qualifiers: Case = dict(claims[wanted[0]].qualifiers)
    assert case.get("qualifiers", {}).items() <= qualifiers.items()
    speaker = qualifiers.get("speaker") or {}
    assert "speaker" not in case or speaker.get("name") == case["speaker"]
    assert not set(case.get("without", ())) & set(qualifiers)


def _said(claim: Claim) -> str:
    object_: str | None = claim.object.name if isinstance(claim.object, EntityRef) else claim.object.value
    return f"{claim.subject.name} {claim.predicate} {object_} ({claim.modality})"


REPORTED = [
    (
        "英紙フィナンシャル・タイムズは19日、エヌビディアがオープンAIに出資すると報じた。",
        "サカナAIへの投資計画も修正するという。",
    ),
    ("日本経済新聞は19日、エヌビディアがオープンAIに出資すると報じた。", "サカナAIへの出資も検討している。"),
]


@pytest.mark.parametrize(("report", "more"), REPORTED)
def test_a_text_goes_on_about_those_of_whom_an_outlet_reports(report: str, more: str) -> None:
    claims = extract(Article("case", report + more, "ja", published="2025-06-15")).claims
    invested = {(c.subject.name, c.object.name) for c in claims if isinstance(c.object, EntityRef)}
    assert ("NVIDIA", "Sakana AI") in invested
    assert {giver for giver, _ in invested} == {"NVIDIA"}
