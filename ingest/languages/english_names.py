"""Which of spaCy's entities are kept as names, and as which type."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from ingest.context import new_mention, titled
from ingest.rules import load_rules
from ingest.slots import compile_slots
from ingest.text import Mention, Sentence
from ontology.words import word_macros

_LABELS = {"PERSON": "Person", "ORG": "Company", "GPE": "Place", "LOC": "Place"}
_TRIM = regex.compile(r"^(?:the|a|an)\s+|['’]s?$|^[\s\"“‘'(•*-]+|[\s\"”’'),.;:]+$", regex.IGNORECASE)
_TITLE = regex.compile(r"^(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir)\.? ")
_PERSON = regex.compile(r"(?:\p{Lu}[.\p{L}'’-]* ){1,3}\p{Lu}(?:['’]\p{Lu})?[\p{L}-]+")
_NO_NAME = regex.compile(
    r".*\b(?:Conference|Summit|Forum|Festival|Expo|Awards?|Prize|List|Act|Bill|Olympics|Cup|League|Fair|Week|Day|Agreement|Treaty"
    r"|Protocol|Initiative|Law|Laws|Problems|Challenge|Index|Officer|Chief|Marketplace|Release|Series|Street|Avenue|Road|Airport|Memory)|.*-(?:[Pp]owered|[Bb]ased|[Dd]riven)\b.*"
)
_ACRONYM = regex.compile(
    r"\p{Lu}{2}|[\p{Lu}&/]*(?:OCR|HPC|SQL|API|SDK|GHz|USB|PDF|LLM|RAG|TB|GB|GPU|CPU|HTML|HTTP|SaaS|KPI|ROI|STEM|FAQ|MOU|NFT|NDA|SME|ESG|PPA|TCO|NLU|OEM|ODM|CAGR|EBITDA)s?"
)
_MARKUP = regex.compile(r"[\n\[\](){}<>|/\\*_#]|https?:")
_CAPITAL = regex.compile(r"(?<![\p{L}\d])\p{L}*\p{Lu}")
_JOINING = frozenset({"of", "and", "the", "&", "de", "for"})
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


def recognised(sentence: Sentence, doc: Any) -> Iterator[Mention]:
    """The names in a recognised sentence that look like names."""
    for entity in doc.ents:
        if entity.label_ not in _LABELS:
            continue
        start, end = _trimmed(sentence.text, entity.start_char, entity.end_char)
        text = sentence.text[start:end]
        if type_ := _type(text, entity.label_, start == 0):
            yield new_mention(sentence.start + start, sentence.start + end, text, type_, "ner")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while match := _TRIM.search(text[start:end]) or _TITLE.search(text[start:end]):
        if match.start() == 0:
            start += match.end()
        else:
            end = start + match.start()
        if start >= end:
            break
    return start, end


def _type(text: str, label: str, first: bool) -> str | None:
    """The type of a name, or None where it looks like none."""
    if len(text) < 2 or _MARKUP.search(text) or not _not_name().match(text) or _NO_NAME.fullmatch(text):
        return None
    if not text[0].isupper() and not text[1].isupper():
        return None
    for type_, suffix in _SUFFIXES:
        if suffix.fullmatch(text):
            return type_
    if label == "PERSON":
        return "Person" if _PERSON.fullmatch(text) else None
    if label == "ORG":
        words = text.split()
        fits = not any(c.isdigit() for c in text) and (len(words) > 1 or (not first and not _ACRONYM.fullmatch(text)))
        return "Company" if fits and all(not w[0].islower() or w in _JOINING for w in words) else None
    return "Place" if len(text) > 2 and text.replace(" ", "").isalpha() and not first else None
