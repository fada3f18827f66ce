"""Annotated sentences: how they are written, and that those of the project are right."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.judge.candidates import candidates
from ingest.training.annotated import PARTED, Annotated, read_file, read_held, read_line, read_sentences
from ingest.training.following import with_following
from ingest.training.joined import joined
from ingest.training.naming.coined import Coiner
from ingest.training.naming.referring import is_name
from ingest.training.naming.renamed import Renamer, known_names
from ingest.training.passages import read
from kg.model import Language
from ontology.errors import OntologyError


def _said(sentence: Annotated) -> set[str]:
    words = lambda marked: sentence.text[marked.start : marked.end]
    return {f"{words(c.subject)} {c.relation} {words(c.object)} {c.modality}" for c in sentence.claims}


def test_a_line_gives_text_mentions_and_claims() -> None:
    sentence = read_line("[Sakana AI|Company] may buy [Oka|Company]. => Sakana AI ACQUIRED Oka @speculative")
    assert sentence.text == "Sakana AI may buy Oka."
    assert [sentence.text[m.start : m.end] for m in sentence.mentions] == ["Sakana AI", "Oka"]
    assert _said(sentence) == {"Sakana AI ACQUIRED Oka speculative"}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[Oka|Firm] grew.", "Firm is no type"),
        ("[Oka|Company grew.", "left over"),
        ("[Oka|Company] grew. => Oka BOUGHT Oka", "is no claim"),
        ("[Oka|Company] grew. => Oka ACQUIRED Ume", "marked nowhere"),
        ("[Oka|Company] grew. => Oka ACQUIRED Oka @perhaps", "no modality"),
        ("[Oka|Company] in [Nara|Place]. => Nara ACQUIRED Oka", "Nara is a Place"),
        ("[Oka|Company] sits in [Nara|Place]. ‖ It grew. => Oka OPERATES_IN Nara", "said before"),
        ("[Oka|Company] sits. ‖ It grew. ‖ Well. ‖ It bought [Ume|Company]. => Oka ACQUIRED Ume", "Oka is no name"),
        ("[$3m|Money] is much. ‖ [Oka|Company] raised it. => Oka RAISED $3m", "is no name"),
    ],
)
def test_a_wrong_line_says_what_is_wrong(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_line(line)


def test_the_other_lines_of_a_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text("# names\n[Oka|Company] grew.\n[Oka|Firm] grew.\n\n[Ume|Company] shrank.\n", encoding="utf-8")
    good, wrong, last = read_file(path)
    assert isinstance(good, Annotated)
    assert isinstance(last, Annotated)
    assert isinstance(wrong, OntologyError)
    assert "en.txt:3" in str(wrong)


@pytest.mark.parametrize("lang", ["en", "ja", "zh"])
def test_the_project_has_two_thousand_right_sentences_of_its_own(lang: str) -> None:
    texts = [passage.text for passage in (*read_sentences(lang), *read_held(lang))]
    assert len(texts) == len(set(texts)) >= 2000


@pytest.mark.parametrize(
    ("lang", "names", "referring"),
    [
        (
            "en",
            ["The Hague", "xAI", "Its Learning", "the Schwarz Group"],
            ["its", "The company", "the chipmaker", "he"],
        ),
        ("ja", ["大同特殊鋼", "同志社大学", "ことりカメラ"], ["同社", "両社", "同チップ", "彼女", "当社"]),
        (
            "zh",
            ["中微公司", "同花顺", "H公司", "它石智航"],
            ["该公司", "該公司", "公司", "其", "后者", "這家公司", "我们"],
        ),
    ],
)
def test_words_that_refer_back_are_no_names(lang: Language, names: list[str], referring: list[str]) -> None:
    def name(words: str) -> bool:
        return is_name(read_line(f"[{words}|Company]").mentions[0], words, lang)

    assert [words for words in names if not name(words)] == []
    assert [words for words in referring if name(words)] == []


def test_an_amount_is_no_name() -> None:
    assert not is_name(read_line("[$3m|Money]").mentions[0], "$3m", "en")


OTHER = {
    "en": "[Ume|Company] has grown.",
    "ja": "[梅田精機|Company]は黒字だった。",
    "zh": "[青岩科技|Company]已盈利。",
}


@pytest.mark.parametrize(
    ("lang", "line", "left", "claim"),
    [
        ("ja", "[湖東電機|Company]は、[大津|Place]に工場を開いた。 => 湖東電機 OPERATES_IN 大津",
         "大津に工場を開いた。", "梅田精機 OPERATES_IN 大津 asserted"),
        ("zh", "[蓝岩半导体|Company]将收购[青砚智能|Company]。 => 蓝岩半导体 ACQUIRED 青砚智能 @planned",
         "将收购青砚智能。", "青岩科技 ACQUIRED 青砚智能 planned"),
        ("en", "[Oka|Company]'s seat is [Nara|Place]. => Oka HEADQUARTERED_IN Nara", " seat is Nara.",
         "Ume HEADQUARTERED_IN Nara asserted"),
        ("en", "[Oka|Company] has bought [Bly|Company]. => Oka ACQUIRED Bly", " has bought Bly.",
         "Ume ACQUIRED Bly asserted"),
    ],
)  # fmt: skip
def test_a_sentence_is_told_of_the_subject_of_another(lang: Language, line: str, left: str, claim: str) -> None:
    sentences = [*(read_line(line) for line in (line, line, line, line)), read_line(OTHER[lang])]
    told = [passage for passage in with_following(lang, sentences) if _said(passage) == {claim}]
    assert told
    assert all(passage.text[passage.begin :].endswith(left) for passage in told)


_HAS_SAID = ("He has said so.", "She has said so.")


def test_his_and_its_stand_for_whose() -> None:
    lines = 4 * ["[Ola Bly|Person]'s firm is [Oka|Company]. => Ola Bly LEADS Oka"] + ["[Una Tel|Person] has said so."]
    told = [passage for passage in with_following("en", list(map(read_line, lines))) if passage.begin]
    assert "Una Tel LEADS Oka asserted" in {claim for passage in told for claim in _said(passage)}
    assert {passage.text[passage.begin :] for passage in told} <= {"His firm is Oka.", "Her firm is Oka.", *_HAS_SAID}


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Near [Oka|Company] stands [Ume|Company]."),
        ("ja", "[湖東電機|Company]の[湖東|Chip]は速い。 => 湖東電機 DESIGNS_CHIP 湖東"),
        ("zh", "由[红砾资本|Investor]领投。"),
    ],
)
def test_where_no_subject_begins_a_sentence_none_is_left_out(lang: Language, line: str) -> None:
    assert list(with_following(lang, [read_line(line)])) == [read_line(line)]


@pytest.mark.parametrize("lang", ["en", "ja", "zh"])
def test_the_judge_learns_from_passages_that_the_encoder_does_not_see(lang: str) -> None:
    learnt, held = ({passage.text for passage in told(lang)} for told in (read_sentences, read_held))
    assert len(held) >= 700
    assert any(PARTED in text for text in held)
    assert not learnt & held


def test_a_passage_is_read_with_one_entity_for_all_forms_of_a_name() -> None:
    lines = (
        "[Verdigris Robotics|Company] grew.",
        "[Verdigris|Company] sits in [Nara|Place]. => Verdigris HEADQUARTERED_IN Nara",
        "Then it bought [Oka|Company]. => Verdigris ACQUIRED Oka",
    )
    passage = read_line(lines[2], read_line(lines[1], read_line(lines[0])))
    ((*_, seat, bought),) = read("en", [passage])
    assert {entity.name for m in seat.sentence.before[0].mentions for entity in m.entities} == {"Verdigris Robotics"}
    assert {m.entity.name for m in seat.sentence.mentions if m.entity} == {"Verdigris Robotics", "Nara"}
    asked = {candidate.key for candidate in candidates(bought.sentence, [])}
    assert set(bought.claims) <= asked
    assert len(bought.claims) == 1


@pytest.mark.parametrize(
    ("lang", "lines", "said"),
    [
        ("en", ("[Oka|Company] grew.", "It bought [Ume|Company]. => Oka ACQUIRED Ume"), ("It", "Ume")),
        ("ja", ("[緒岡|Company]は伸びた。", "同社は[梅野|Company]を買収。 => 緒岡 ACQUIRED 梅野"), ("同社", "梅野")),
        ("zh", ("[青砚|Company]成立。", "该公司收购[远汀|Company]。 => 青砚 ACQUIRED 远汀"), ("该公司", "远汀")),
    ],
)  # fmt: skip
def test_what_rules_link_is_learnt_as_an_article_shows_it(
    lang: Language, lines: tuple[str, str], said: tuple[str, str]
) -> None:
    ((_, last),) = read(lang, [read_line(lines[1], read_line(lines[0]))])
    words = {mention.span: mention.text for mention in last.sentence.mentions}
    ((subject, _, object_),) = last.claims
    assert (words[subject], words[object_]) == said


def test_where_rules_link_the_wrong_name_the_right_one_still_claims() -> None:
    lines = (
        "[Oka|Company] and [Bly|Company] met.",
        "It is [Bly|Company] that [Ume|Company] fears.",
        "It makes [U7|Chip].",
    )
    passage = read_line(lines[0])
    for line in (lines[1], f"{lines[2]} => Oka DESIGNS_CHIP U7"):
        passage = read_line(line, passage)
    ((*_, last),) = read("en", [passage])
    linked = {m.entity.name for m in last.sentence.mentions if m.entity and m.how == "nominal"}
    assert "Oka" not in linked
    ((subject, _, _),) = last.claims
    assert passage.text[slice(*subject)] == "Oka"
    assert set(last.claims) <= {candidate.key for candidate in candidates(last.sentence, [])}


def test_a_claim_is_not_asked_of_other_mentions_of_the_same() -> None:
    passage = read_line("[Oka|Company] says [Oka|Company] bought [Ume|Company] for [Bly|Company]. => Oka ACQUIRED Ume")
    ((one,),) = read("en", [passage])
    told = one.judged(candidates(one.sentence, []))
    words = {m.span: m.text for m in one.sentence.mentions}
    asked = [(words[s], words[o], modality) for (s, relation, o), modality in told.items() if relation == "ACQUIRED"]
    assert asked.count(("Oka", "Ume", "asserted")) == 1
    assert ("Oka", "Ume", None) not in asked
    assert asked.count(("Oka", "Bly", None)) == 2


def test_words_that_refer_back_are_nothing_to_go_on_about() -> None:
    passage = read_line("It sits in [Nara|Place].", read_line("[The firm|Company] hired [Una Tel|Person]."))
    ((_, last),) = read("en", [passage])
    assert {c.subject.text for c in candidates(last.sentence, [])} == {"Una Tel"}


def test_a_passage_claims_what_its_last_sentence_says() -> None:
    told = read_line("[Oka|Company] grew. ‖ It bought [Ume|Company] from [Bly|Company]. => Oka ACQUIRED Ume")
    assert told.text[told.begin :] == "It bought Ume from Bly."
    assert _said(told) == {"Oka ACQUIRED Ume asserted"}


PASSAGE = """\
[Oka|Company] grew.
+ It bought [Ume|Company]. => Oka ACQUIRED Ume
+ Its seat is [Nara|Place]. => Oka HEADQUARTERED_IN Nara

[Bly|Company] shrank.
"""


def test_lines_that_go_on_are_one_passage(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text(PASSAGE, encoding="utf-8")
    passage, other = read_file(path)
    assert isinstance(passage, Annotated)
    assert isinstance(other, Annotated)
    parts = [passage.text[begin:end] for begin, end in passage.sentences]
    assert parts == ["Oka grew.", "It bought Ume.", "Its seat is Nara."]
    assert _said(passage) == {"Oka ACQUIRED Ume asserted", "Oka HEADQUARTERED_IN Nara asserted"}
    assert passage.silent == frozenset()
    assert other.text == "Bly shrank."


@pytest.mark.parametrize("text", ["+ [Oka|Company] grew.", "[Ume|Company] fell.\n\n+ It rose.", "Ume fell.\n+It rose."])
def test_a_line_that_goes_on_with_nothing_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "en.txt"
    path.write_text(text, encoding="utf-8")
    assert any(isinstance(found, OntologyError) and "goes on" in str(found) for found in read_file(path))


def test_a_wrong_line_in_a_passage_is_told_and_the_rest_kept(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text("[Oka|Company] grew.\n+ [Oka|Firm] fell.\n+ It rose.\n", encoding="utf-8")
    wrong, kept = read_file(path)
    assert isinstance(wrong, OntologyError)
    assert "en.txt:2" in str(wrong)
    assert isinstance(kept, Annotated)
    assert kept.text.split(PARTED) == ["Oka grew.", "It rose."]


LINES = (
    "[Oka|Company] bought [Ume|Company]. => Oka ACQUIRED Ume",
    "[Bly|Company] rests. ‖ Its seat is [Nara|Place]. => Bly HEADQUARTERED_IN Nara",
    "[Una Tel|Person] left [Ida|Company]. => Una Tel WORKS_AT Ida @ended",
)


NAMED = {"Oka", "Ume", "Bly", "Nara", "Una Tel", "Ida"}


@given(st.integers(0, 50))
def test_joined_passages_claim_what_they_claimed_alone(seed: int) -> None:
    alone = list(map(read_line, LINES))
    row = list(joined("en", alone, seed))
    parts = [passage.text[begin:end] for passage in row for begin, end in passage.sentences]
    assert sorted(parts) == sorted(part for passage in alone for part in passage.text.split(PARTED))
    marked = {passage.words(mark) for passage in row for mark in passage.mentions}
    wanted = {claim for passage in alone for claim in _said(passage) if not any(n in claim for n in NAMED - marked)}
    assert {claim for passage in row for claim in _said(passage)} == wanted
    silent = {passage.text[slice(*passage.sentences[number])] for passage in row for number in passage.silent}
    assert silent == {"Bly rests."}


def test_of_few_sentences_a_name_is_unmarked() -> None:
    row = list(joined("en", [read_line(LINES[0])] * 400))
    marks = sum(len(passage.mentions) for passage in row)
    assert 720 <= marks < 800
    assert sum(len(passage.claims) for passage in row) == marks - 400


NAMES = ("Marla Hutchins", "Martin Hutton", "Marcus Hale", "Harmon Dale", "青砚智能", "青岩科技")


@given(st.integers(0, 1000), st.integers(1, 3))
def test_a_coined_name_is_new_and_built_of_what_stands_in_known_ones(seed: int, order: int) -> None:
    name = Coiner(NAMES, order).coin(random.Random(seed))
    assert name == Coiner(NAMES, order).coin(random.Random(seed))
    pieces = {known[at : at + order + 1] for known in NAMES for at in range(len(known))}
    assert name in NAMES or all(name[at : at + order + 1] in pieces for at in range(len(name) - order))


def test_where_nothing_new_can_be_chained_a_name_stays() -> None:
    assert Coiner(["Oka"], 2).coin(random.Random(1)) == "Oka"


def test_renamed_sentences_keep_their_words_and_have_one_new_name_for_each_old_one() -> None:
    passage = read_line("[青砚智能|Company]收购[青岩科技|Company]。")
    passage = read_line("[青砚智能|Company]的[马超|Person]不愿评论。", passage)
    renamer = Renamer.of("zh", known_names("zh", [passage]), 3)
    seen: set[str] = set()
    for _ in range(20):
        (text, names), (later, again) = renamer.passage(passage.alone())
        first, second = (text[slice(*span)] for span, _ in names)
        assert text == f"{first}收购{second}。"
        assert later.startswith(f"{first}的")
        assert [type_ for _, type_ in again] == ["Company", "Person"]
        seen.add(first)
    assert len(seen) > 2
