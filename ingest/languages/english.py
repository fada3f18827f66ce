"""English: a trained recogniser for names, and predications read from spaCy's dependency parse."""

from collections.abc import Iterable, Iterator

from ingest.languages import Analysis
from ingest.languages.english_names import is_listed, may_name, names_in
from ingest.languages.english_phrases import Phrases
from ingest.languages.english_pipeline import pipeline
from ingest.languages.english_roles import predications
from ingest.languages.english_stand_ins import DISGUISE
from ingest.languages.parsing import Parses
from ingest.text import Mention, Predication, Sentence


class EnglishAnalysis(Analysis):
    """One article's sentences: names are looked for in all at once, and those that may hold a claim parsed at once."""

    def __init__(self) -> None:
        self._parses = Parses(pipeline, DISGUISE)

    def names(self, sentences: Iterable[Sentence]) -> list[Mention]:
        return list(names_in(sentence for sentence in sentences if may_name(sentence)))

    def is_common(self, _sentence: Sentence, name: Mention) -> bool:
        return is_listed(name.text)

    def predications(self, sentences: Iterable[Sentence]) -> Iterator[list[Predication]]:
        for _, disguised, doc in self._parses.of(sentences):
            yield list(predications(Phrases(doc, disguised)))
