"""What the form of a Chinese name tells: whether it is one, and of what."""

from functools import cache

import regex

from kg.model import Span
from ontology.lexicon import load_lexicon
from ontology.words import word_macros

_EDGE = r"[\p{Han}\p{Latin}\p{N}]"
_INNER = r"[^<>`=▲●•\[\]:：，。；;\"“”（&\n]|(?<=[\p{Latin} ])&(?= ?\p{Lu})|[（(][^（）()]+[）)]"
_SHAPE = regex.compile(rf"{_EDGE}(?:{_INNER})*(?<={_EDGE}|[+!?）)])")
_TRANSCRIBED = regex.compile(r"[\p{Han}\p{Lu}.]+(?: ?[·•‧・] ?[\p{Han}\p{Lu}.]+)+")
"""Names whose parts stand apart by points are those of foreigners: 亚当·马吉穆达尔."""
_QUANTITY = regex.compile(
    r"[\p{L}\s]{0,6}\d[\d.,]*\s*(?:[mck]?m|nm|L|[kMG]?W|[kTGM]B|[kMG]?Hz|[TEP]?(?:FL)?OPS|V|mAh|k?Wh|°|%|％|英寸|米|万|亿)\P{L}*"
)
TRADES = "行业|行業|产业|產業|领域|領域|板块|板塊|赛道|賽道"
_TRADE = regex.compile(rf"(?:{TRADES}|市场|市場)$")
_EDGES = regex.compile(r"^[\s，；：。、！？）)》”」]+|(?:[\s，；：。、！？（(《“「]|[（(][\p{Latin}\d.]+[）)])+$")
"""Marks around a name, and an abbreviation or a share's number in brackets behind it."""


def is_formed(name: str) -> bool:
    """Whether the form of a name speaks for one: no quantity, no mark at its edges, more than endings (环保材料)."""
    return bool(_SHAPE.fullmatch(name)) and not _QUANTITY.fullmatch(name) and not _endings().fullmatch(name)


def is_of_a_kind(name: str) -> bool:
    """Whether a name is a noun for firms, alone or behind a place, or for many: 初创公司, 北京初创公司, 化工行业."""
    if _TRADE.search(name):
        return True
    noun = _firm().search(name)
    return noun is not None and (not noun.start() or name[: noun.start()] in _places())


def is_foreign(name: str) -> bool:
    """Whether a name is a foreigner's, by the points between its parts."""
    return bool(_TRANSCRIBED.fullmatch(name)) and not ending().search(name)


def without_marks(name: str) -> Span:
    """Where a name begins and ends without the marks at its edges; nowhere (0, 0) where it is all marks."""
    start, end = 0, len(name)
    while start < end and (edge := _EDGES.search(name[start:end])):
        start, end = (start + edge.end(), end) if edge.start() == 0 else (start, start + edge.start())
    return (start, end) if start < end else (0, 0)


@cache
def ending() -> "regex.Pattern[str]":
    """What firms and bodies end in, even where all their words are common ones (未来科技)."""
    words = word_macros("zh")
    return regex.compile(rf"(?<=\p{{Han}})(?:{words['firm_ending']}|{words['lab_suffix']}|委员会|法院|部|局|署)$")


@cache
def _endings() -> "regex.Pattern[str]":
    words = word_macros("zh")
    return regex.compile(rf"(?:{words['firm_ending']}|{words['org_suffix']})+(?<!科技|集团|股份|控股)")


@cache
def _firm() -> "regex.Pattern[str]":
    return regex.compile(rf"(?:{word_macros('zh')['company_word']})$")


@cache
def _places() -> frozenset[str]:
    return frozenset(name for entry in load_lexicon() if entry.type == "Place" for name in entry.names)
