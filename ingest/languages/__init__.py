"""What each language adds to the shared stages: the names that its models see, and its predications."""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ingest.text import Mention, Predication, Sentence
from kg.model import Language

ANALYSES = {
    "en": "ingest.languages.english:EnglishAnalysis",
    "ja": "ingest.languages.japanese:JapaneseAnalysis",
    "zh": "ingest.languages.chinese:ChineseAnalysis",
}


class Analysis(Protocol):
    """One article's sentences as a language's models see them; nothing is parsed before it is asked for."""

    def names(self, sentences: Iterable[Sentence]) -> Sequence[Mention]:
        """Names that the language's entity recogniser finds beside the mentions known already, with how="ner"."""

    def is_common(self, sentence: Sentence, name: Mention) -> bool:
        """Whether what the context of a sentence takes for a name is made of common words."""

    def is_within_word(self, sentence: Sentence, name: Mention) -> bool:  # noqa: ARG002
        """Whether a known name is only a stretch inside of a sentence's words, the 工行 of 化工行业.

        Never where words are told apart by spaces or scripts.
        """
        return False

    def predications(self, sentences: Iterable[Sentence]) -> Iterator[list[Predication]]:
        """For each sentence (with its mentions) its verbs with the mentions that fill their roles."""


def analyse(lang: Language) -> Analysis:
    """The analysis of one article in a language, whose models are loaded on first use only."""
    module, _, name = ANALYSES[lang].partition(":")
    made: Analysis = getattr(importlib.import_module(module), name)()
    return made
