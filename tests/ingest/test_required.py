"""What a pattern requires is in whatever it matches, so leaving patterns out by it loses nothing."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from ingest import proposed
from ingest.pipeline import extract
from ingest.required import Sieve, meets, required
from ingest.rules import load_rules
from ingest.slots import encode
from ingest.sources import read_inputs
from tests.conftest import EXAMPLES
from tests.patterns import relation_examples


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("bought", [{"boug"}]),
        ("(?:Buys|sells) it", [{"buys", "sell"}]),
        ("buys?(?:es)? up", [{"buy ", "buye", "buys"}]),
        (r"\d+ million", [{" mil"}]),
        (r"(?:a|b)*", []),
        (r"\p{Lu}\w+", []),
        (r"(?=on)o.(?P<x>z)", [{"on"}, {"z"}, {"o"}]),
        ("[\ue000-\ue1ff]が", [{"\ue000が", "\ue100が"}]),
    ],
)
def test_required_strings_of_a_pattern(pattern: str, expected: list[set[str]]) -> None:
    assert sorted(map(sorted, required(pattern))) == sorted(map(sorted, expected))


_PIECES = st.sampled_from(["ab", "C", "d?", "(?:e|fg)", "[hi]", ".", r"\d", "(?:jk)+", "(?=l)", "(?:m|n?)", "(?<=o)"])


@given(st.lists(_PIECES, min_size=1, max_size=6), st.text("abcCdefghijklmno1", max_size=24))
def test_a_text_that_matches_meets_what_is_required(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    if regex.search(pattern, text):
        assert meets(text, required(pattern))
        assert Sieve([("it", required(pattern))]).passing(text) == ["it"]


@pytest.mark.parametrize("lang", ["en", "ja", "zh"])
def test_no_phrase_that_matches_is_left_out(lang: str) -> None:
    phrases = load_rules(lang).phrases
    matched = 0
    for example in relation_examples(lang):
        encoded = encode(example.sentence)
        wanted = [phrase for phrase in phrases if phrase.pattern.finditer(encoded)]
        matched += len(wanted)
        assert {phrase.id for phrase in wanted} <= {phrase.id for phrase in phrases.passing(encoded.text)}
    assert matched


def test_sentences_that_are_not_parsed_hold_no_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = list(read_inputs([str(EXAMPLES)], on_reject=pytest.fail))
    chosen = [extract(article).claims for article in articles]
    monkeypatch.setattr(proposed, "may_relate", lambda _: True)
    assert [extract(article).claims for article in articles] == chosen
