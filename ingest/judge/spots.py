"""Words of a sentence that the frames of some relation know, wherever they stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from ingest.rules import load_rules
from kg.model import Language

_HIRAGANA = regex.compile(r"\p{Hiragana}")
_ENDINGS = ("s", "es", "d", "ed", "ing")
_LONGEST = 8
_SHORTEST = 3


@dataclass(frozen=True)
class Spot:
    """A word at a token, and the relations that it may call for."""

    at: int
    word: str
    relations: frozenset[str]


def spotted(tokens: Sequence[str], lang: Language) -> Iterator[Spot]:
    """The trigger words among the tokens; in Japanese and Chinese, where tokens are characters, the longest."""
    known = _forms(lang)
    longest = 1 if lang == "en" else _LONGEST
    at = 0
    while at < len(tokens):
        for size in range(min(longest, len(tokens) - at), 0, -1):
            word = "".join(tokens[at : at + size])
            if word in known:
                yield Spot(at, word, known[word])
                at += size - 1
                break
        at += 1


def relations_of(lemma: str, lang: Language) -> frozenset[str]:
    """The relations whose frames have a lemma."""
    return _relations(lang).get(lemma, frozenset())


@cache
def _relations(lang: Language) -> dict[str, frozenset[str]]:
    frames = load_rules(lang).frames
    return {lemma: frozenset(frame.relation for frame in found) for lemma, found in frames.items()}


@cache
def _forms(lang: Language) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for lemma, relations in _relations(lang).items():
        for form in _english(lemma) if lang == "en" else _stem(lemma):
            found[form] |= relations
    return {form: frozenset(called_for) for form, called_for in found.items()}


def _english(lemma: str) -> Iterator[str]:
    word = lemma.rpartition(":")[2].split()[0]
    if len(word) < _SHORTEST or word[0].isupper():
        return
    yield word
    yield from (word + ending for ending in _ENDINGS)
    if word[-1] in "ey":
        yield word[:-1] + ("ing" if word[-1] == "e" else "ied")
        yield word[:-1] + "ies"


def _stem(lemma: str) -> Iterator[str]:
    """A word without the kana that inflects; one that is all kana says too little."""
    word = lemma.rpartition(":")[2]
    stem = word[:-1] if _HIRAGANA.fullmatch(word[-1]) else word
    if stem and not regex.fullmatch(r"\p{Hiragana}*", stem):
        yield stem.lower()
