"""The encoder: how it divides text, how it reads a sentence, and what it says of two mentions."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.context import new_mention
from ingest.encoder.encoder import LONGEST, Encoder, Ends, Reading, numbered, rules_say
from ingest.encoder.pieces import Pieces
from ingest.encoder.vocabulary import Vocabulary
from ingest.judge.read import reading
from ingest.slots import encode
from ingest.text import Sentence
from kg.model import Language
from tests.patterns import read_example

_PIECES = Pieces.of({"▁": (0, -4.0), "ab": (1, -2.0), "a": (2, -2.5), "b": (3, -2.5), "▁ab": (4, -3.0)}, 5)
_WRITTEN = {number: piece for piece, (number, _) in _PIECES.pieces.items()}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("abab", (1, 1)), ("ba", (3, 2)), (" ab", (4,)), ("a b ", (2, 0, 3)), ("aéb", (2, 5, 3)), ("ａ", (2,)), ("", ())],
)
def test_text_is_divided_into_the_likeliest_pieces(text: str, numbers: tuple[int, ...]) -> None:
    assert _PIECES.numbers(text) == numbers


@given(st.text("ab ", max_size=30))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(_WRITTEN[number] for number in _PIECES.numbers(text)) == text.rstrip().replace(" ", "▁")


def _read(lang: Language, text: str, **told: Any) -> Reading:
    sentence = replace(read_example(lang, "test", "test", True, text).sentence, **told)
    return reading(encode(sentence.text, 0, sentence.mentions), sentence)


def test_a_sentence_is_read_with_its_mentions_as_kinds() -> None:
    read = _read("en", "[Fennick|Company] bought [Corvane|Lab] from [Orla Tennick|Person].")
    assert read.stretches == ["<Org>", " bought ", "<Org>", " from ", "<Person>", "."]
    assert list(read.places.values()) == [0, 2, 4]


def test_a_topic_stands_before_its_sentence() -> None:
    topic = new_mention(-9, -6, "タルガ", "Company", "nominal:topic")
    read = _read("ja", "[ノード|Company]を買収した。", topic=topic)
    assert read.stretches == ["<Org>", " :", "<Org>", "を買収した。"]
    assert read.places == {-9: 0, 0: 2}


def test_a_sentence_is_read_behind_the_one_before_it() -> None:
    firm = new_mention(-30, -23, "Fennick", "Company", "marked")
    before = Sentence(0, -30, -16, "Fennick grows.", (firm,))
    read = _read("en", "It bought [Corvane|Company].", before=before, topic=firm)
    assert read.stretches == ["<Org>", " grows.", " ", "It bought ", "<Org>", "."]
    assert read.places == {-30: 0, 10: 4}


def test_pieces_stand_between_begin_and_end_and_mentions_keep_their_names() -> None:
    vocabulary = Vocabulary.load()
    numbers, places = numbered(_read("en", "[Fennick|Company] bought [Corvane|Company]."), vocabulary)
    assert (numbers[0], numbers[-1]) == (vocabulary.begin, vocabulary.end)
    assert [numbers[place] for place in places.values()] == ["<Org>", "<Org>"]


def test_vectors_of_like_words_are_alike() -> None:
    vocabulary = Vocabulary.load()
    held = vocabulary.vectors(vocabulary.pieces.numbers(" company firm weather"))
    one, like, other = held / np.linalg.norm(held, axis=1, keepdims=True)
    assert held.shape == (3, 384)
    assert one @ like > one @ other


@pytest.mark.parametrize(
    ("lang", "text", "relation"),
    [
        ("en", "[Fennick|Company] has agreed to buy [Corvane|Company] for a song.", "ACQUIRED"),
        ("ja", "[タルガ工機|Company]は[ノード半導体|Company]の買収に合意した。", "ACQUIRED"),
        ("zh", "[澜序科技|Company]同意收购[青陌智能|Company]。", "ACQUIRED"),
        ("en", "[Orla Tennick|Person] set up [Corvane|Company] in her garage.", "FOUNDED"),
    ],
)
def test_the_encoder_knows_who_did_what_to_whom(lang: Language, text: str, relation: str) -> None:
    read, encoder = _read(lang, text), Encoder.load()
    subject, object_ = read.places
    told = encoder.read(read, {(subject, object_): (), (object_, subject): ()})
    assert told is not None
    there, back = told.relations[:, encoder.relations.index(relation)]
    assert there > 0 > back


def test_the_same_sentence_gives_the_same_numbers() -> None:
    read = _read("en", "[Fennick|Company] sued [Corvane|Company], its rival.")
    pairs = {_ends(read): ("DISPUTES_WITH",)}
    one, other = (Encoder.load().read(read, pairs) for _ in range(2))
    assert one is not None
    assert other is not None
    assert one.relations.tobytes() == other.relations.tobytes()
    assert one.modalities.tobytes() == other.modalities.tobytes()


def test_what_the_rules_say_is_told_there_and_back() -> None:
    told = rules_say([(("ACQUIRED",), ()), ((), ("RAISED", "ACQUIRED"))], ("ACQUIRED", "RAISED"))
    assert told.tolist() == [[1, 0, 0, 0], [0, 0, 1, 1]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("[Fennick|Company] bought [Corvane|Company] last year.", "asserted"),
        ("[Fennick|Company] denied that it had bought [Corvane|Company].", "denied"),
        ("[Fennick|Company] has agreed to buy [Corvane|Company] next year.", "planned"),
    ],
)
def test_the_encoder_knows_how_it_is_meant(text: str, modality: str) -> None:
    read, encoder = _read("en", text), Encoder.load()
    told = encoder.read(read, {_ends(read): ()})
    assert told is not None
    assert encoder.modalities[int(told.modalities[0].argmax())] == modality


def test_of_a_sentence_too_long_nothing_is_said() -> None:
    read = _read("en", "[Fennick|Company] " + "really " * LONGEST + "bought [Corvane|Company].")
    assert Encoder.load().read(read, {_ends(read): ()}) is None


def _ends(read: Reading) -> Ends:
    subject, object_, *_ = read.places
    return subject, object_
