"""What LAC's words say of a Chinese name: that it is made of common ones, lies within one, or is an institution's."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from ingest.languages.chinese_forms import TRADES, ending
from ingest.names.ordinary import common, is_row
from ingest.names.words import tagged
from ingest.text import Mention, Sentence
from kg.model import Span
from ontology.words import alternation, not_names, titles

_HAN = regex.compile(r"\p{Han}+")
_NO_NAME = frozenset({"v", "vd", "d", "c", "r", "p", "u", "xc", "f", "a", "ad", "an", "m", "q", "t"})
_NOUNS = frozenset({"n", "vn", "s"})
_SMALL = frozenset({"r", "d", "p", "u", "c"})
"""LAC's tags of words that no name is made of: verbs, adverbs, pronouns, numbers ...; and of small ones."""
_SHORTEST = 2
"""Characters of a common word in a row of such that LAC takes for one thing: 内存芯片."""
_OF_A_KIND = regex.compile(rf"巨头|巨頭|{TRADES}|企业|企業|公司|股(?!份)|概念")
"""What stands behind common words that tell of a kind of firms (元宇宙科技巨头, 科技行业)."""


@dataclass(frozen=True)
class Words:
    """Of a sentence's words of two and more characters those that are common, those that no name holds, and nouns.

    `small`: single characters such as 已 and 这, which a rule's name does not hold; `organisations`: words that LAC
    holds for the whole name of one.
    """

    common: frozenset[Span]
    no_name: frozenset[Span]
    nouns: frozenset[Span]
    small: frozenset[Span]
    organisations: frozenset[Span]


def institutions(sentence: Sentence) -> Iterator[tuple[Span, "regex.Match[str]"]]:
    """What LAC sees as one organisation, with all that belongs to it, where its name tells of which type it is."""
    for word, (start, end), tag in tagged(sentence.text):
        if tag == "ORG" and (name := _institution().match(word)) and name.group() not in not_names():
            yield (sentence.start + start, sentence.start + end), name


@cache
def _institution() -> "regex.Pattern[str]":
    """Names that tell their type, of which a place or a firm may be a part; a university is named without faculties."""
    trade = alternation(
        set(titles()["firm_endings"]["zh"]) - {*titles()["name_suffixes"]["Investor"]["zh"], "公司", "集团"}
    )
    return regex.compile(
        r"(?P<Lab>\p{Han}{2,}?(?:大学|大學)|\p{Han}{3,}(?:研究所|研究院|实验室|實驗室)$)"
        rf"|(?P<Company>\p{{Han}}{{4,}}(?:有限|责任|股份|总|分)公司|(?:(?!公司)\p{{Han}}){{2,}}(?:{trade}))$"
    )


def is_common(sentence: Sentence, name: Mention) -> bool:
    """Whether a name holds a word that none does ("认为其"), cuts a common one ("引擎巨|头"), or is made of such alone.

    So is one that belongs to the name of an institution, the 电子科技 of 西安电子科技大学.

    Only names in Chinese characters are; a rule, which knows less of them than the recogniser, also takes one character
    for such a word ("集团已"). LAC knows people and places as such: what it calls a mere noun is none.
    """
    if name.text in not_names() or any(a <= name.start < b for (a, b), _ in institutions(sentence)):
        return True
    words = _words(sentence)
    if name.how != "ner" and any(name.start <= a and b <= name.end for a, b in words.no_name | words.small):
        return True
    if not _HAN.fullmatch(name.text):
        return False
    if name.how == "ner" and name.span in words.organisations:
        return False
    ends = ending().search(name.text)
    stem = name.end - len(ends.group()) if ends else name.end
    if any(a < stem and name.start < b for a, b in words.no_name):
        return True
    within = [(a, b) for a, b in words.common if a < name.end and name.start < b]
    if any(a < name.start or name.end < b for a, b in within):
        return True
    if name.type in {"Person", "Place"} and name.span in words.nouns:
        return True
    of_firm = ends and not _OF_A_KIND.match(sentence.text, name.end - sentence.start)
    return sum(b - a for a, b in within) == name.end - name.start and not of_firm


def is_within_word(sentence: Sentence, name: Mention) -> bool:
    """Whether a firm's name begins inside of one of LAC's words and ends inside of one; places it cuts too often."""
    if name.type == "Place" or not _HAN.fullmatch(name.text):
        return False
    begin, end = name.start - sentence.start, name.end - sentence.start
    spans = [span for _, span, _ in tagged(sentence.text)]
    return any(a < begin < b for a, b in spans) and any(a < end < b for a, b in spans)


def _words(sentence: Sentence) -> Words:
    found = [(word, (sentence.start + a, sentence.start + b), tag) for word, (a, b), tag in tagged(sentence.text)]
    long = [(word, span, tag) for word, span, tag in found if len(word) > 1]
    return Words(
        common=frozenset(
            span for word, span, tag in long if word in common() or (tag == "nz" and is_row(word, common(), _SHORTEST))
        ),
        no_name=frozenset(span for _, span, tag in long if tag in _NO_NAME),
        nouns=frozenset(span for _, span, tag in long if tag in _NOUNS),
        small=frozenset(span for word, span, tag in found if len(word) == 1 and tag in _SMALL),
        organisations=frozenset(span for _, span, tag in long if tag == "ORG"),
    )
