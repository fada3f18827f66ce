"""The way between two mentions in the tree of a sentence."""

import pytest

from ingest.judge.paths import of_path
from ingest.languages import analyser
from ingest.text import Step
from kg.model import Language
from tests.patterns import read_example


def _features(lang: Language, text: str) -> list[str]:
    sentence = read_example(lang, "test", "test", True, text).sentence
    parse = next(analyser(lang).analyse().parses([sentence]))
    first, second = (m.span for m in sentence.mentions if m.type == "Company")
    return of_path(parse.ways[first], parse.ways[second])


@pytest.mark.parametrize(
    ("lang", "text", "feature"),
    [
        ("en", "[Fennick|Company], which makes lenses, bought [Corvane|Company] in May.", "top buy nsubj dobj"),
        ("en", "[Fennick|Company] agreed on Monday to buy [Corvane|Company].", "on agree buy"),
        ("en", "[Fennick|Company], a rival of [Corvane|Company], grew.", "on rival of"),
        ("ja", "[アルド|Company]は去年、レンズを作る[コルバン|Company]を買収した。", "on 買収"),
    ],
)
def test_the_way_leads_over_the_words_that_link_two_mentions(lang: Language, text: str, feature: str) -> None:
    assert feature in _features(lang, text)


def test_the_other_members_of_a_list_are_on_the_way_of_the_first() -> None:
    one = _features("en", "[Fennick|Company] bought [Corvane|Company].")
    sentence = read_example(
        "en", "test", "test", True, "[Fennick|Company] bought [Corvane|Company] and [Ostrel|Company]."
    ).sentence
    ways = next(analyser("en").analyse().parses([sentence])).ways
    first, _, last = (m.span for m in sentence.mentions)
    assert of_path(ways[first], ways[last]) == one


def test_ways_that_never_meet_say_nothing() -> None:
    assert of_path([Step(1, "ROOT", "grow")], [Step(7, "ROOT", "sink")]) == []
