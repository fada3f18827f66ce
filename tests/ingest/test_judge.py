"""The judge: what it adds to the rules, what it takes from them, and how sure it is."""

from dataclasses import replace

import numpy as np
import pytest

from ingest.context import new_mention
from ingest.judge.candidates import candidates
from ingest.judge.judged import RULE, judged, meant_alike, one_holder
from ingest.judge.read import rated
from ingest.languages import analyse
from ingest.pipeline import extract
from ingest.relate import propose
from ingest.rules import load_rules
from ingest.slots import encode
from ingest.text import Proposal, Sentence
from kg.model import Article, Language
from tests.patterns import read_example

Told = dict[str, Proposal]


def _told(lang: Language, text: str) -> tuple[Told, Told]:
    """What the rules propose, and what is left and added by the judge."""
    sentence, rules = read_example(lang, "test", "test", True, text).sentence, load_rules(lang)
    encoded = encode(sentence)
    predications = next(analyse(lang).predications([sentence]))
    proposals = list(propose(sentence, encoded, predications, rules))
    (seen,) = rated([(sentence, proposals)])
    after = judged(seen, sentence, encoded, proposals, rules)
    return _by_words(proposals), _by_words(list(after))


def _by_words(proposals: list[Proposal]) -> Told:
    return {f"{p.subject.text} {p.relation} {p.object.text}": p for p in proposals}


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        ("en", "[Marlow|Person], until May the head of [Fennick|Company], bought a boat.", "Marlow LEADS Fennick"),
        ("ja", "[タルガ工機|Company]は[ノード|Company]の筆頭株主だ。", "タルガ工機 INVESTED_IN ノード"),
        ("zh", "总部设在[无锡|Place]的[澜序科技|Company]今年搬了家。", "澜序科技 HEADQUARTERED_IN 无锡"),
    ],
)
def test_clear_claims_are_sure(lang: Language, text: str, claim: str) -> None:
    _, after = _told(lang, text)
    assert claim in after
    assert (after[claim].certainty or 0) > 0.4


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "[Marlow Rigg|Person] took the train to [Lyon|Place] while [Fennick|Company] was closed."),
        ("ja", "[タルガ工機|Company]と[ノード半導体|Company]の株価はともに上がった。"),
        ("zh", "[澜序科技|Company]和[青陌智能|Company]的展台都挤满了人。"),
    ],
)
def test_what_stands_side_by_side_is_no_claim(lang: Language, text: str) -> None:
    assert _told(lang, text)[1] == {}


def test_an_amount_values_one_firm_at_most() -> None:
    _, told = _told("en", "[Corvane|Company] took a fifth of [Fennick|Company], valuing it at $9bn.")
    right, stake = told["Fennick VALUED_AT $9bn"], told["Corvane INVESTED_IN Fennick"]
    wrong = replace(right, subject=stake.subject, certainty=(right.certainty or 0) / 2)
    assert list(one_holder([wrong, stake, right])) == [stake, right]


def test_every_proposal_says_how_sure_the_judge_is() -> None:
    before, after = _told("en", "[Fennick|Company] raised $9m and bought [Corvane|Company].")
    assert before.keys() & after.keys()
    assert all(0 <= (p.certainty or -1) <= 1 for p in after.values())
    assert all(p.rule == RULE for key, p in after.items() if key not in before)


def test_a_claim_of_what_the_sentence_before_names_shows_both() -> None:
    text = "街上下着雨。百度昨日举行发布会。去年与华为签署了合作协议。"
    claims = extract(Article("case", text, "zh", published="2026-01-15")).claims
    shown = {c.evidence.text for c in claims if c.predicate == "PARTNERS_WITH"}
    assert shown == {"百度昨日举行发布会。去年与华为签署了合作协议。"}


def test_what_was_named_two_sentences_before_is_shown_too() -> None:
    text = "It rained. Mistral showed Devstral 2. Reviews were mixed. Post-training took eleven days on 512 H100s."
    claims = extract(Article("case", text, "en", published="2026-01-15")).claims
    shown = {c.evidence.text for c in claims if (c.subject.name, c.predicate) == ("Devstral 2", "TRAINED_ON")}
    assert shown == {text.removeprefix("It rained. ")}


def test_candidates_are_also_with_what_was_named_before() -> None:
    firm, other = (new_mention(at, at + 3, name, "Company", "marked") for at, name in ((0, "Oka"), (20, "Bly")))
    sentence = Sentence(1, 10, 30, "It bought Bly today.", (other,), before=(Sentence(0, 0, 9, "Oka grew.", (firm,)),))
    found = list(candidates(sentence, []))
    assert {(c.subject.text, c.object.text) for c in found} == {("Oka", "Bly"), ("Bly", "Oka")}
    assert all(c.carried for c in found)
    assert list(candidates(replace(sentence, before=(replace(sentence, mentions=(other,)),)), [])) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "[Tamsin|Model] was trained on [Nvidia|Company]'s [H800|Chip] chips."),
        ("zh", "[澜序大模型|Model]使用[英伟达|Company][H800|Chip]训练。"),
    ],
)
def test_a_maker_before_its_chip_is_part_of_what_it_is_called(lang: Language, text: str) -> None:
    used = {key for key in _told(lang, text)[1] if "TRAINED_ON" in key}
    assert used
    assert all(key.endswith("H800") for key in used)


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        ("zh", "百度昨日举行发布会。去年与华为签署了合作协议。", "Baidu PARTNERS_WITH Huawei"),
        ("ja", "プリファードネットワークスは会見を開いた。独自の「PLaMo」を開発している。",
         "Preferred Networks DEVELOPS PLaMo"),
        ("en", "Cohere opened a shop on Monday. It was founded by Aidan Gomez in 2019.", "Aidan Gomez FOUNDED Cohere"),
    ],
)  # fmt: skip
def test_a_sentence_speaks_of_what_the_one_before_has_named(lang: Language, text: str, claim: str) -> None:
    found = extract(Article("case", text, lang, published="2026-01-15")).claims
    assert claim in {f"{c.subject.name} {c.predicate} {getattr(c.object, 'name', '')}" for c in found}


def test_all_that_one_word_says_is_meant_alike() -> None:
    told, _ = _told("en", "[Tarnbeck|Company] and [Fennick|Company] will acquire [Quillon|Company].")
    read = {"Tarnbeck": [2.0, 0.0], "Fennick": [0.0, 1.0]}
    proposals = [replace(p, meant=np.array(read[p.subject.text])) for p in told.values()]
    assert [tuple(p.meant) for p in meant_alike(proposals)] == [(1.0, 0.5), (1.0, 0.5)]
