"""The reader of Japanese and Chinese names: how it sees text, what it finds, and what it is taught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encoder.vocabulary import Vocabulary
from ingest.names.reader import LONGEST, Reader
from ingest.names.sheet import ENOUGH, PLACES, Sheet

TEXTS = ["穹海智能宣布完成B轮融资，由砺石资本领投。", "東都計算機は、Veltrix Systems の加速器「K9」を採用した。"]


def test_every_character_knows_its_piece_and_its_place_in_it() -> None:
    sheet = Sheet()
    sheet.write("在中国")
    held = [number for number, _ in Vocabulary.load().pieces.divided("在中国")]
    assert sheet.pieces == [Vocabulary.load().begin, *held, Vocabulary.load().end]
    assert len(sheet.piece) == len(sheet.place) == 3
    assert sheet.piece == sorted(sheet.piece)
    assert sheet.place[0] == 0


@given(st.lists(st.text("在中国のA１㈱ スー", max_size=30), max_size=4))
def test_sheets_put_together_are_as_one_written_at_once(texts: list[str]) -> None:
    whole, together = Sheet(), Sheet()
    for text in texts:
        whole.write(text)
        own = Sheet()
        own.write(text)
        together.add(own)
    assert together == whole
    assert len(whole.piece) == sum(map(len, texts))
    assert all(0 <= place < PLACES for place in whole.place)


def test_names_lie_in_their_sentences_in_order() -> None:
    for text, names in zip(TEXTS, Reader.load().names("zh", TEXTS), strict=True):
        spans = [span for span, _ in names]
        assert spans == sorted(spans)
        assert all(0 <= begin < end <= len(text) for begin, end in spans)


@pytest.mark.parametrize("texts", [[], [""], ["。"], ["", TEXTS[0], ""]])
def test_texts_without_names_have_none(texts: list[str]) -> None:
    found = list(Reader.load().names("zh", texts))
    assert len(found) == len(texts)
    assert [names for text, names in zip(texts, found, strict=True) if len(text) < 2 and names] == []


def test_a_sentence_longer_than_is_read_at_once_keeps_its_names_in_place() -> None:
    text = "今天没有新闻，" * (LONGEST // 7 + 5) + TEXTS[0]
    (names,) = Reader.load().names("zh", [text])
    assert "砺石资本" in {text[begin:end] for (begin, end), _ in names}


def test_many_sentences_are_read_in_more_than_one_sheet_and_none_is_lost() -> None:
    texts = TEXTS * ENOUGH
    found = [
        sorted(text[begin:end] for (begin, end), _ in names)
        for text, names in zip(texts, Reader.load().names("zh", texts), strict=True)
    ]
    assert len(found) == len(texts)
    assert all("砺石资本" in names for names in found[::2])


def test_of_japanese_names_it_must_be_surer() -> None:
    few, many = (sum(map(len, Reader.load().names(lang, TEXTS * 3))) for lang in ("ja", "zh"))
    assert 0 < few <= many
