"""English names: those of the trained recogniser, less what their form or a dictionary says is none."""

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ingest.context import new_mention, titled
from ingest.languages.english_words import is_word
from ingest.names.recogniser import recognised
from ingest.rules import load_rules
from ingest.slots import compile_slots
from ingest.text import Mention, Sentence
from ontology.words import not_names, word_macros

_TRIM = regex.compile(r"^(?:the|a|an)\s+|['’]s?$|^[\s\"“‘'(•*-]+|[\s\"”’'),.;:]+$", regex.IGNORECASE)
_TITLE = regex.compile(r"^(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir)\.? ")
_NO_NAME = regex.compile(
    r".*\b(?:Conference|Summit|Forum|Festival|Expo|Awards?|Prize|List|Act|Bill|Olympics|Cup|League|Fair|Week|Day|Agreement|Treaty"
    r"|Protocol|Initiative|Law|Laws|Problems|Challenge|Index|Officer|Chief|Marketplace|Release|Series|Street|Avenue|Road|Airport|Memory)|.*-(?:[Pp]owered|[Bb]ased|[Dd]riven)\b.*"
)
_MARKUP = regex.compile(r"[\n\[\](){}<>|/\\*_#]|https?:")
_CAPITAL = regex.compile(r"(?<![\p{L}\d])\p{L}*\p{Lu}")
_THINGS = frozenset({"Model", "Chip", "Product"})
"""Of these a word of the dictionary is seldom the name, wherever it stands."""
_SUFFIXES = tuple(
    (type_, regex.compile(rf".+[\s-](?:{word_macros('en')[f'{kind}_suffix']})"))
    for kind, type_ in (("investor", "Investor"), ("lab", "Lab"), ("government", "Government"), ("company", "Company"))
)


@cache
def _not_name() -> "regex.Pattern[str]":
    return compile_slots("<not_name>", load_rules("en").macros).expression


@cache
def _no_opening() -> "regex.Pattern[str]":
    return compile_slots(r"(?:<closed>|<calendar>|<heading>)(?!\p{L})", load_rules("en").macros).expression


def may_name(sentence: Sentence) -> bool:
    """Whether a sentence has a capital outside its mentions that may begin a name.

    A headline in capitals or title case is not asked: its capitals tell nothing.
    """
    letters = [c for c in sentence.text if c.isalpha()]
    if sum(map(str.isupper, letters)) > 0.6 * len(letters) or titled(sentence.text):
        return False
    words = (m.start() for m in _CAPITAL.finditer(sentence.text) if not _no_opening().match(sentence.text, m.start()))
    return any(not any(m.start <= sentence.start + at < m.end for m in sentence.mentions) for at in words)


def names_in(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    """The names in sentences."""
    for sentence, span, label in recognised("en", sentences):
        start, end = _trimmed(sentence.text, *span)
        text, first = sentence.text[start:end], not any(map(str.isalnum, sentence.text[:start]))
        if _is_formed(text) and not _is_common(text, label, first=first):
            yield new_mention(sentence.start + start, sentence.start + end, text, _type(text, label), "ner")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while match := _TRIM.search(text[start:end]) or _TITLE.search(text[start:end]):
        if match.start() == 0:
            start += match.end()
        else:
            end = start + match.start()
        if start >= end:
            break
    return start, end


def _is_formed(text: str) -> bool:
    """Whether the form of a name speaks for one: a capital, no mark, and a last word that is no common noun."""
    if len(text) < 2 or _MARKUP.search(text) or _NO_NAME.fullmatch(text) or (len(text) == 2 and text.isupper()):
        return False
    last = text.rsplit(maxsplit=1)[-1]
    return bool(_not_name().match(text)) and any(map(str.isupper, text)) and not last[0].islower()


def is_listed(text: str) -> bool:
    """Whether a word, or its singular, is known to be written like a name and to be none."""
    return text in not_names() or text.removesuffix("s") in not_names()


def _is_common(text: str, type_: str, *, first: bool) -> bool:
    """Whether a name is listed as none, or a single word of the dictionary where no firm or person need be meant."""
    return is_listed(text) or ((first or type_ in _THINGS) and " " not in text and all(map(is_word, text.split("-"))))


def _type(text: str, label: str) -> str:
    """The type that the ending of a name tells, else the one it was recognised as."""
    return next((type_ for type_, suffix in _SUFFIXES if suffix.fullmatch(text)), label)
