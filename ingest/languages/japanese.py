"""Japanese: a trained reader for names, and predications from GiNZA's dependency parse."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ingest.languages import Analysis
from ingest.languages.japanese_names import is_common, names_in
from ingest.languages.japanese_phrases import Phrases
from ingest.languages.japanese_roles import predications
from ingest.languages.japanese_stand_ins import DISGUISE
from ingest.languages.parsing import Parses
from ingest.text import Mention, Predication, Sentence


@cache
def _parser() -> Any:
    import spacy

    return spacy.load("ja_ginza", exclude=["ner", "morphologizer", "compound_splitter", "bunsetu_recognizer"])


class JapaneseAnalysis(Analysis):
    """One article's sentences; they are parsed when they are asked for."""

    def __init__(self) -> None:
        self._parses = Parses(_parser, DISGUISE)

    def names(self, sentences: Iterable[Sentence]) -> list[Mention]:
        return list(names_in(sentences))

    def is_common(self, _sentence: Sentence, name: Mention) -> bool:
        return is_common(name.text)

    def predications(self, sentences: Iterable[Sentence]) -> Iterator[list[Predication]]:
        for sentence, disguised, doc in self._parses.of(sentences):
            yield list(predications(Phrases(doc, disguised, sentence.topic)))
