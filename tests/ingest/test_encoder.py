"""The encoder: how it divides text, and what it says of two mentions."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encoder.encoder import Encoder, Ends, Proposed, rules_say
from ingest.encoder.pieces import Pieces
from ingest.encoder.vocabulary import Vocabulary
from ingest.judge.passages import Passage, passages
from ingest.judge.read import ends_of
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


def _asked(lang: Language, text: str) -> tuple[Passage, Mapping[Ends, Proposed]]:
    """A sentence by itself, and its pairs of mentions in the order of the text, of which no rule says anything."""
    sentence = read_example(lang, "test", "test", True, text).sentence
    (passage,) = passages([(sentence, [])])
    return passage, {ends: () for ends, _ in ends_of(passage.asked[0])}


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
    (passage, _), encoder = _asked(lang, text), Encoder.load()
    subject, object_ = passage.places.values()
    told = encoder.read(passage.finished, {(subject, object_): (), (object_, subject): ()})
    there, back = told.relations[:, encoder.relations.index(relation)]
    assert there > 0 > back


def test_the_same_sentence_gives_the_same_numbers() -> None:
    passage, pairs = _asked("en", "[Fennick|Company] sued [Corvane|Company], its rival.")
    one, other = (Encoder.load().read(passage.finished, pairs) for _ in range(2))
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
    (passage, pairs), encoder = _asked("en", text), Encoder.load()
    told = encoder.read(passage.finished, pairs)
    assert encoder.modalities[int(told.modalities[0].argmax())] == modality
