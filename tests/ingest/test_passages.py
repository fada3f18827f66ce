"""What the encoder reads at once: which sentences, how they are written, and where mentions are in them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.before import REACH, with_before
from ingest.context import new_mention
from ingest.encoder.encoder import LONGEST, Symbol
from ingest.encoder.vocabulary import Vocabulary
from ingest.judge.candidates import candidates
from ingest.judge.passages import ENOUGH, Page, Passage, passages, symbol
from ingest.judge.read import ends_of
from ingest.text import Mention, Sentence
from kg.model import Entity, Language
from tests.patterns import read_example


def _sentences(lang: Language, *texts: str) -> tuple[Sentence, ...]:
    """Sentences of one article, with their mentions."""
    found: list[Sentence] = []
    at = 0
    for number, text in enumerate(texts):
        own = read_example(lang, "test", "test", True, text).sentence
        mentions = tuple(replace(m, start=m.start + at, end=m.end + at) for m in own.mentions)
        found.append(replace(own, index=number, start=at, end=at + len(own.text), mentions=mentions))
        at += len(own.text) + 1
    return with_before(found)


def _passages(sentences: Sequence[Sentence]) -> list[Passage]:
    return list(passages((one, []) for one in sentences))


def _kinds(passage: Passage) -> list[str]:
    pieces = (passage.pieces[place] for place in passage.places.values())
    return [piece.kind for piece in pieces if isinstance(piece, Symbol)]


def _symbol(kind: str, name: str) -> Symbol:
    return Symbol(kind, Vocabulary.load().pieces.numbers(f" {name}"))


def test_a_sentence_is_written_with_its_mentions_as_symbols() -> None:
    (sentence,) = _sentences("en", "[Fennick|Company] bought [Corvane|Lab] from [Orla Tennick|Person].")
    page, numbers = Page.of(sentence), Vocabulary.load().pieces.numbers
    one, other, third = _symbol("<Org>", "Fennick"), _symbol("<Org>", "Corvane"), _symbol("<Person>", "Orla Tennick")
    assert page.pieces == [one, *numbers(" bought "), other, *numbers(" from "), third, *numbers(".")]
    assert [page.pieces[place] for place in page.places.values()] == [one, other, third]


def test_a_value_is_read_with_its_words() -> None:
    assert symbol(Mention(4, 14, "$3 million", "Money", "stated")) == _symbol("<Money>", "$3 million")


def test_words_that_refer_back_stand_behind_the_name_of_what_they_mean() -> None:
    (sentence,) = _sentences("en", "[The firm|Company] bought [Corvane|Lab].")
    first, second = sentence.mentions
    known = replace(first, how="nominal", entity=Entity("org:fennick", "Fennick", "Company"))
    page, numbers = Page.of(replace(sentence, mentions=(known, second))), Vocabulary.load().pieces.numbers
    written = [*numbers(" The firm"), *numbers(" bought ")]
    assert page.pieces == [_symbol("<Org>", "Fennick"), *written, _symbol("<Org>", "Corvane"), *numbers(".")]
    unknown = Page.of(replace(sentence, mentions=(replace(known, entity=None), second)))
    assert unknown.pieces[0] == Symbol("<Org>")


def test_a_passage_begins_with_what_is_gone_on_about() -> None:
    texts = "[Fennick|Company] grows.", "Nobody minds.", "It bought [Corvane|Company] from [Orla Tennick|Person]."
    (passage,) = _passages(_sentences("en", *texts))
    assert (passage.finished[0], passage.finished[-1]) == (Vocabulary.load().begin, Vocabulary.load().end)
    assert _kinds(passage) == ["<Org>", "<Org>", "<Person>"]
    assert [asked.sentence.index for asked in passage.asked] == [2]
    assert ("Fennick", "Corvane") in {(c.subject.text, c.object.text) for _, c in ends_of(passage.asked[0])}


def test_a_sentence_may_go_on_about_two_before_it_but_about_none_before_a_list() -> None:
    texts = [f"[F{number}|Company] rests." for number in range(REACH + 2)]
    *_, last = _sentences("en", *texts)
    assert [one.index for one in last.before] == [1, 2]
    texts[2] = "[F2|Company] " + "rests " * 80
    *_, last = _sentences("en", *texts)
    assert last.before == ()


def test_where_nothing_can_be_claimed_nothing_is_read() -> None:
    assert _passages(_sentences("en", "It rains.", "[Fennick|Company] grows.")) == []


def test_a_topic_named_long_ago_stands_before_its_sentence() -> None:
    (sentence,) = _sentences("ja", "[ノード|Company]を買収した。")
    (passage,) = _passages([replace(sentence, topic=new_mention(-9, -6, "タルガ", "Company", "nominal:topic"))])
    assert passage.asked[0].places == {-9: 1, 0: passage.places[0]}
    assert passage.pieces[1] == _symbol("<Org>", "タルガ")
    assert passage.pieces[passage.places[0]] == _symbol("<Org>", "ノード")


def test_a_topic_that_is_near_is_not_written_again() -> None:
    before, sentence = _sentences("ja", "[タルガ|Company]は伸びた。", "[ノード|Company]を買収した。")
    topic = replace(before.mentions[0], how="nominal:topic")
    (passage,) = _passages([before, replace(sentence, topic=topic)])
    assert [piece for piece in passage.pieces if isinstance(piece, Symbol)] == [
        _symbol("<Org>", "タルガ"), _symbol("<Org>", "ノード")
    ]  # fmt: skip


def test_a_topic_is_written_again_where_its_sentence_is_left_out_for_length() -> None:
    before, sentence = _sentences(
        "en", "[Fennick|Company] grows.", "It " + "really " * (LONGEST - 10) + "[Corvane|Company]."
    )
    topic = replace(before.mentions[0], how="nominal:topic")
    sentence = replace(sentence, topic=topic, before=(replace(before, text=before.text + " so" * 60),))
    (passage,) = passages([(sentence, [])])
    (asked,) = passage.asked
    assert len(list(ends_of(asked))) == len(asked.candidates) > 0


@pytest.mark.parametrize(("words", "asked"), [(LONGEST - 20, 1), (3 * LONGEST, 0)])
def test_a_long_sentence_is_read_without_what_stands_before_it_or_not_at_all(words: int, asked: int) -> None:
    long = "[Fennick|Company] " + "really " * words + "bought [Corvane|Company]."
    found = _passages(_sentences("en", "[Orla Tennick|Person] sits in a very old chair by the sea.", long))
    assert sum(len(passage.asked) for passage in found) == asked
    assert all(len(passage.finished) <= LONGEST for passage in found)
    assert all(kind != "<Person>" for passage in found for kind in _kinds(passage))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40)), max_size=9))
def test_each_sentence_with_candidates_is_asked_once_and_of_all_of_them(shapes: list[tuple[int, int]]) -> None:
    texts = [
        " ".join([f"[F{number}x{mention}|Company]" for mention in range(mentions)] + ["rests"] * words) + "."
        for number, (mentions, words) in enumerate(shapes)
    ]
    sentences = _sentences("en", *texts)
    found = _passages(sentences)
    asked = [each for passage in found for each in passage.asked]
    assert [each.sentence.index for each in asked] == [one.index for one in sentences if list(candidates(one, []))]
    assert all(len(list(ends_of(each))) == len(each.candidates) for each in asked)
    assert all(len(passage.asked) == 1 or len(passage.pieces) <= ENOUGH for passage in found)
    for each in asked:
        held = {m.start for one in (*each.sentence.before, each.sentence) for m in one.mentions}
        assert held <= each.places.keys()
        assert sorted(each.places, key=each.places.__getitem__) == sorted(each.places)
