"""Japanese: GiNZA's dependency parse for predications; names come from the lexicon and from context."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from ingest.languages.japanese_roles import predications
from ingest.languages.japanese_stand_ins import DISGUISE
from ingest.text import Mention, Predication, Sentence


class Japanese:
    """The analyser of Japanese; loads GiNZA once, and only when a sentence is to be parsed."""

    def analyse(self, sentences: Sequence[Sentence]) -> "JapaneseAnalysis":
        return JapaneseAnalysis(sentences)


@cache
def _parser() -> Any:
    import spacy

    return spacy.load("ja_ginza", exclude=["ner", "morphologizer", "compound_splitter", "bunsetu_recognizer"])


class JapaneseAnalysis:
    """One article's sentences; a sentence is parsed when it is asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._parsed: dict[str, Any] = {}

    def names(self) -> list[Mention]:
        return []

    def predications(self, sentence: Sentence) -> list[Predication]:
        disguised = DISGUISE.of(sentence)
        if disguised.text not in self._parsed:
            self._parsed[disguised.text] = _parser()(disguised.text)
        return list(predications(self._parsed[disguised.text], disguised, sentence.topic))
