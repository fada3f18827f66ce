"""The modality of a claim, as the whole pipeline chooses it."""

import pytest

from ingest.modality.view import view
from ingest.pipeline import extract
from ingest.slots import encode
from kg.model import Article, Language
from tests.patterns import read_example


@pytest.mark.parametrize(
    ("lang", "text", "claim", "modality"),
    [
        ("en", "Microsoft bought GitHub last year.", "Microsoft ACQUIRED GitHub", "asserted"),
        ("en", "Microsoft denied that it had bought Cohere.", "Microsoft ACQUIRED Cohere", "denied"),
        ("en", "Microsoft plans to buy Cohere next year.", "Microsoft ACQUIRED Cohere", "planned"),
        ("en", "Microsoft has abandoned its purchase of Cohere.", "Microsoft ACQUIRED Cohere", "ended"),
        ("ja", "マイクロソフトはCohereを買収した。", "Microsoft ACQUIRED Cohere", "asserted"),
        ("ja", "マイクロソフトはCohereを買収する計画を明らかにした。", "Microsoft ACQUIRED Cohere", "planned"),
        ("zh", "微软收购了Cohere。", "Microsoft ACQUIRED Cohere", "asserted"),
        ("zh", "微软计划明年收购Cohere。", "Microsoft ACQUIRED Cohere", "planned"),
        ("zh", "据传微软正在收购Cohere。", "Microsoft ACQUIRED Cohere", "rumoured"),
    ],
)
def test_a_plain_sentence_has_its_modality(lang: Language, text: str, claim: str, modality: str) -> None:
    found = extract(Article("case", text, lang, published="2026-01-15")).claims
    said = {f"{c.subject.name} {c.predicate} {getattr(c.object, 'name', '')}": c.modality for c in found}
    assert said[claim] == modality


def test_each_clause_has_its_own() -> None:
    text = "Microsoft bought GitHub but denied that it would buy Cohere."
    found = extract(Article("case", text, "en", published="2026-01-15")).claims
    said = {getattr(c.object, "name", ""): c.modality for c in found if c.predicate == "ACQUIRED"}
    assert said["GitHub"] == "asserted"
    assert said.get("Cohere", "denied") == "denied"


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "[Reuters|Company] and [Fennick|Company]", ["<Media>", "and", "<Org>"]),
        ("ja", "[ロイター|Company]と[ノード|Company]", ["<Media>", "と", "<Org>"]),
    ],
)
def test_an_outlet_is_read_as_one(lang: Language, text: str, kinds: list[str]) -> None:
    sentence = read_example(lang, "test", "test", True, text).sentence
    assert list(view(encode(sentence), lang).tokens) == kinds
