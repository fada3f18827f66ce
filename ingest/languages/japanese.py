"""Japanese: GiNZA's dependency parse for predications; names come from the lexicon and from context."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import regex

from ingest.languages.japanese_roles import predications
from ingest.languages.japanese_stand_ins import DISGUISE
from ingest.languages.parsing import Parses
from ingest.languages.triggers import Triggers
from ingest.rules import load_rules
from ingest.text import Mention, Predication, Sentence

_KANA = regex.compile(r"\p{Hiragana}")
_NOT_KANA = regex.compile(r"[^\p{Hiragana}]")


class Japanese:
    """The analyser of Japanese; loads GiNZA once, and only when a sentence is to be parsed."""

    def analyse(self) -> "JapaneseAnalysis":
        return JapaneseAnalysis()


@cache
def _parser() -> Any:
    import spacy

    return spacy.load("ja_ginza", exclude=["ner", "morphologizer", "compound_splitter", "bunsetu_recognizer"])


@cache
def _triggers() -> Triggers:
    return Triggers(load_rules("ja"), _forms)


def _forms(lemma: str) -> set[str]:
    """What does not inflect of it: 買う → 買; a word in kana changes too much to tell."""
    prefix, _, word = lemma.rpartition(":")
    if prefix == "n":
        return {"" if word[0].isupper() and word.isascii() and word.istitle() else word}
    inflects = _KANA.fullmatch(word[-1])
    stem = word[:-2] if word.endswith(("じる", "ずる")) else word[:-1] if inflects else word
    return {stem if _NOT_KANA.search(stem) else ""}


class JapaneseAnalysis:
    """One article's sentences; those that may hold a claim are parsed when they are asked for."""

    def __init__(self) -> None:
        self._parses = Parses(_parser, DISGUISE, _triggers)

    def names(self, _sentences: Iterable[Sentence]) -> list[Mention]:
        return []

    def predications(self, sentences: Iterable[Sentence]) -> Iterator[list[Predication]]:
        for sentence, disguised, doc in self._parses.of(sentences):
            yield list(predications(doc, disguised, sentence.topic)) if doc else []
