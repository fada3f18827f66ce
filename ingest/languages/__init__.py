"""What each language adds to the shared stages: its statistical names and its predications."""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

from ingest.text import Mention, Predication, Sentence
from kg.model import Language

ANALYSERS = {
    "en": "ingest.languages.english:English",
    "ja": "ingest.languages.japanese:Japanese",
    "zh": "ingest.languages.chinese:Chinese",
}


class Analysis(Protocol):
    """One article's sentences as a language's models see them; nothing is parsed before it is asked for."""

    def names(self, sentences: Iterable[Sentence]) -> Sequence[Mention]:
        """Names that the language's entity recogniser finds beside the mentions known already, with how="ner"."""

    def is_common(self, sentence: Sentence, name: Mention) -> bool:
        """Whether what the context of a sentence takes for a name is made of common words."""

    def is_within_word(self, sentence: Sentence, name: Mention) -> bool:
        """Whether a known name is only a stretch inside of a sentence's words, the 工行 of 化工行业."""

    def predications(self, sentences: Iterable[Sentence]) -> Iterator[list[Predication]]:
        """For each sentence (with its mentions) its verbs with the mentions that fill their roles."""


class Analyser(Protocol):
    """A language; made once, asked for each article."""

    def analyse(self) -> Analysis: ...


@cache
def analyser(lang: Language) -> Analyser:
    """The analyser of a language; its models are loaded on first use only."""
    module, _, name = ANALYSERS[lang].partition(":")
    made: Analyser = getattr(importlib.import_module(module), name)()
    return made
