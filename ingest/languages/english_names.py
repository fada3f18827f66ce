"""Which of spaCy's entities are kept as names, and as which type."""

from collections.abc import Iterator
from typing import Any

import regex

from ingest.context import new_mention
from ingest.text import Mention, Sentence
from ontology.words import word_macros

_LABELS = {"PERSON": "Person", "ORG": "Company", "GPE": "Place", "LOC": "Place"}
_TRIM = regex.compile(r"^(?:the|a|an)\s+|['’]s?$|^[\s\"“‘'(]+|[\s\"”’'),.;:]+$", regex.IGNORECASE)
_WORDS = regex.compile(
    r"AI|IPO|GPU|CPU|LLM|API|CEO|CFO|CTO|COO|IT|EV|UN|US|PR|R&D|VC|Q[1-4]|M&A|ETF|GDP|SEC filing|AGI|ML|NLP|IP|ASIC|HBM|DRAM"
    r"|Series [A-H]|Mr|Ms|Mrs|Dr|Today|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Bloomberg News"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Nasdaq|NYSE|Wall Street"
    r"|Entity List|State|Act|Board|Congress|Court|Apache|MIT License|Transformer|MMLU|GPQA|SWE.?[Bb]ench.*|.*[Bb]ench"
)
_FIRST = regex.compile(r"^(?:The|A|An|In|On|At|For|But|And|Its|Their|His|Her|Our|We|It|This|That|These|Those|Some|Under|Since)\b")
_PERSON = regex.compile(r"(?:[A-Z]\p{Ll}*[.\p{L}'’-]* ){1,3}[\p{Lu}][\p{L}'’-]+")
_GIVEN = regex.compile(rf"(?:{word_macros('en')['given_name']})\b")
_SUFFIXES = tuple(
    (type_, regex.compile(rf".+[\s-](?:{word_macros('en')[f'{kind}_suffix']})"))
    for kind, type_ in (("investor", "Investor"), ("lab", "Lab"), ("government", "Government"), ("company", "Company"))
)


def recognised(sentence: Sentence, doc: Any) -> Iterator[Mention]:
    """The names in a recognised sentence that look like names; a headline in capitals has none."""
    letters = [c for c in sentence.text if c.isalpha()]
    if sum(map(str.isupper, letters)) > 0.6 * len(letters):
        return
    for entity in doc.ents:
        if entity.label_ not in _LABELS:
            continue
        start, end = _trimmed(sentence.text, entity.start_char, entity.end_char)
        text = sentence.text[start:end]
        if type_ := _type(text, entity.label_, start == 0):
            yield new_mention(sentence.start + start, sentence.start + end, text, type_, "ner")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while match := _TRIM.search(text[start:end]):
        if match.start() == 0:
            start += match.end()
        else:
            end = start + match.start()
        if start >= end:
            break
    return start, end


def _type(text: str, label: str, first: bool) -> str | None:
    """The type of a name, or None where it looks like none."""
    if len(text) < 3 or not text[0].isupper() or _WORDS.fullmatch(text) or _FIRST.match(text) or "\n" in text:
        return None
    for type_, suffix in _SUFFIXES:
        if suffix.fullmatch(text):
            return type_
    if label == "PERSON":
        return "Person" if _PERSON.fullmatch(text) and (not first or _GIVEN.match(text)) else None
    if label == "ORG":
        fits = " " in text and not first and not any(c.isdigit() for c in text)
        return "Company" if fits and all(w[0].isupper() or w in {"of", "and", "the", "&"} for w in text.split()) else None
    return "Place" if text.replace(" ", "").isalpha() and not first else None
