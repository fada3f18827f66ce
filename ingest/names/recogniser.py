"""What a trained recogniser takes for names: spaCy's for English, a reader of characters for Japanese and Chinese."""

from collections.abc import Iterable, Iterator

import regex

from ingest.names import english
from ingest.names.reader import Reader
from ingest.text import Sentence
from kg.model import Language, Span

_UNDIVIDED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


def recognised(lang: Language, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Span, str]]:
    """Each name in an article's sentences: its sentence, where it stands in that, and its type.

    Of an English sentence in a Chinese or Japanese article nothing is told: its reader never learnt to read one.
    """
    asked = [sentence for sentence in sentences if lang == "en" or _UNDIVIDED.search(sentence.text)]
    texts = [sentence.text for sentence in asked]
    found = english.names(texts) if lang == "en" else Reader.load().names(lang, texts)
    for sentence, names in zip(asked, found, strict=True):
        for span, type_ in names:
            yield sentence, span, type_
