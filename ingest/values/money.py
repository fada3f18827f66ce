"""Amounts of money in a text: "$1.3 billion", "65億ドル", "1.5亿美元", "up to €28m", "$5-7 billion".

An amount is put together from pieces: a number with what stands right before and behind it. Pieces join to ranges, and
the words around them say how exact the amount is. Words and signs are the data of `ontology/values/money.yaml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Literal

import regex

from ingest.values.numbers import ARABIC, CJK, fold_width, parse_number, split_scale
from kg.model import Language
from ontology.read import ROOT, read_yaml
from ontology.words import alternation

Bound = Literal["exact", "up_to", "at_least", "about"]
_BOUNDS: tuple[Bound, ...] = ("about", "at_least", "up_to")
_REACH = 24
_OPENED, _CLOSED = regex.compile(r"\s*\([^()]{0,10}"), regex.compile(r"[^()]{0,10}\)")
"""What may stand in brackets before and behind an amount that is only told again in another currency."""


@dataclass(frozen=True)
class MoneyMatch:
    """One amount: offsets and words (with those that bound it), value in whole units of `unit` (ISO 4217).

    A range has its lower end as `value`, its upper end as `high`, and the bound "at_least".
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    bound: Bound = "exact"
    high: Decimal | None = None
    per_share: bool = False


@dataclass(frozen=True)
class _Piece:
    """A number with its scale, and the currency before or behind it where there is one."""

    start: int
    end: int
    number: Decimal
    scale: int | None
    unit: str
    inside: bool

    @property
    def value(self) -> Decimal:
        return self.number.scaleb(self.scale or 0)


def find(text: str, lang: Language) -> list[MoneyMatch]:
    """Every amount of money of a text, in order; amounts of an unsaid number (数十億, several billion) are none."""
    grammar, folded = _grammar(), fold_width(text)
    pieces = list(grammar.pieces(folded, lang))
    found: list[MoneyMatch] = []
    skip = False
    for index, piece in enumerate(pieces):
        if skip:
            skip = False
            continue
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        low = grammar.low_end(folded, piece, after) if after else None
        if low is not None and after:
            skip = True
            found.append(grammar.amount(folded, text, piece, after, low, after.value))
        elif piece.unit:
            found.append(grammar.amount(folded, text, piece, piece, piece.value))
    told = [match for match in found if match.value > 0]
    return told[:1] + [match for before, match in pairwise(told) if not _converts(folded, before, match)]


def _converts(text: str, before: MoneyMatch, match: MoneyMatch) -> bool:
    """Whether an amount is the one before it again in another currency, in brackets: "66億ドル（約9600億円）"."""
    if before.unit == match.unit:
        return False
    opened, closed = _OPENED.fullmatch(text, before.end, match.start), _CLOSED.match(text, match.end)
    return opened is not None and closed is not None


class _Grammar:
    """The compiled data: one expression for pieces, one for each kind of word around them."""

    def __init__(self, data: dict[str, Any]) -> None:
        rows: dict[str, dict[str, list[str]]] = data["currencies"]
        self.own: dict[str, dict[str, str]] = data["own"]
        self.before = {word: code for code, row in rows.items() for word in [*row.get("before", ()), code]}
        self.after = {word.lower(): code for code, row in rows.items() for word in row.get("after", ())}
        self.scaled = {word.lower(): code for code, row in rows.items() for word in row.get("scaled", ())}
        self.scales: dict[str, int] = data["scales"]
        self.numerals = {word: Decimal(str(value)) for word, value in data["numerals"].items()}
        self.inside = regex.compile(alternation(data["bounds"]["at_least"]["inside"]))
        self.piece = self._piece_expression(data)
        bounds, share, ranges, other = data["bounds"], data["per_share"], data["ranges"], data["other_words"]
        self.bound_before = {name: _ending(bounds[name]["before"], other["before"]) for name in _BOUNDS}
        self.bound_after = {name: _starting(bounds[name]["after"], other["after"]) for name in _BOUNDS}
        self.share_before, self.share_after = _ending(share["before"]), _starting(share["after"])
        self.join_always, self.join_bare = _whole(ranges["always"]), _whole(ranges["bare"])
        self.join_between = _whole([ranges["between"]["and"]])
        self.between, self.source = _ending([ranges["between"]["word"]]), _ending(ranges["never_behind"])

    def _piece_expression(self, data: dict[str, Any]) -> "regex.Pattern[str]":
        inside = self.inside.pattern
        guards = "".join(
            rf"(?!(?<={regex.escape(word)})(?:{alternation(after)}))" for word, after in data["not_after"].items()
        )
        before = alternation([*self.before, *self.own])
        behind = rf"{alternation([*self.before, *self.own])}|(?i:{alternation(self.after)})"
        scale = alternation(self.scales)
        return regex.compile(
            rf"(?:(?<![\p{{Latin}}\d=])(?P<before>{before})\ ?"
            rf"|(?<![\p{{Latin}}\d=]|\d[.,]|{alternation(data['unsaid'])}))"
            rf"(?P<number>{CJK}|{ARABIC}|(?i:\b(?:{alternation(self.numerals)})\b(?=[ -](?:{scale})\b)))"
            rf"(?P<more>{inside})?"
            rf"(?:[ -]?(?P<scale>(?i:{scale}))(?![\p{{Latin}}\d]))?(?P<and_more>{inside})?"
            rf"(?:[ -]?(?:(?P<after>{behind})|(?P<scaled>(?i:{alternation(self.scaled)})))"
            rf"(?<!\p{{Latin}}(?=\p{{Latin}})){guards})?"
            rf"(?!\ ?[%=]|\d)",
            regex.V1,
        )

    def pieces(self, folded: str, lang: Language) -> Iterator[_Piece]:
        for match in self.piece.finditer(folded):
            written = match["number"]
            coefficient, power = split_scale(written)
            number = self.numerals.get(written.lower()) or parse_number(coefficient)
            if number is None:
                continue
            start = match.start() if match["before"] else match.start("number")
            scale = (power or 0) + self.scales[match["scale"].lower()] if match["scale"] else power
            counted = scale is not None or "," in written
            inside = bool(match["more"] or match["and_more"] or self.inside.search(written))
            yield _Piece(start, match.end(), number, scale, self._unit(match, lang, counted=counted), inside)

    def _unit(self, match: "regex.Match[str]", lang: Language, *, counted: bool) -> str:
        word = match["before"] or match["after"]
        if word in self.own:
            return self.own[word][lang]
        if word:
            return self.before.get(word) or self.after[word.lower()]
        return self.scaled[match["scaled"].lower()] if match["scaled"] and counted else ""

    def low_end(self, folded: str, low: _Piece, high: _Piece) -> Decimal | None:
        """The lower end of the range that two pieces make, or None where they make none."""
        if not (low.unit or high.unit) or (low.unit and high.unit and low.unit != high.unit):
            return None
        partial = low.scale is None and high.scale is not None
        if not high.unit and not partial:
            return None
        ahead, joint = folded[max(0, low.start - _REACH) : low.start], folded[low.end : high.start]
        always = self.join_always.fullmatch(joint)
        between = self.join_between.fullmatch(joint) and self.between.search(ahead)
        bare = (partial or not low.unit) and self.join_bare.fullmatch(joint) and not self.source.search(ahead)
        if not (always or between or bare):
            return None
        value = low.number.scaleb(high.scale or 0) if partial else low.value
        return value if value < high.value else None

    def amount(
        self, folded: str, text: str, first: _Piece, last: _Piece, value: Decimal, high: Decimal | None = None
    ) -> MoneyMatch:
        """The match from the first to the last piece, with the words around that bound it."""
        start, end, unit = first.start, last.end, last.unit or first.unit
        bound: Bound = "at_least" if last.inside or high is not None else "exact"
        ahead = folded[max(0, start - _REACH) : start]
        per_share = bool(self.share_after.match(folded, end) or self.share_before.search(ahead))
        for name in _BOUNDS:
            if words := self.bound_before[name].search(ahead):
                start, bound = start - len(ahead) + words.start(), name
                break
        else:
            for name in _BOUNDS:
                if words := self.bound_after[name].match(folded, end):
                    end, bound = words.end(), name
                    break
        return MoneyMatch(start, end, text[start:end], value, unit, bound, high, per_share)


def _ending(words: Iterable[str], other: Mapping[str, str] = MappingProxyType({})) -> "regex.Pattern[str]":
    guards = "".join(rf"(?<![{chars}]{word})" for word, chars in other.items())
    return regex.compile(rf"(?<!\p{{Latin}})(?:{alternation(words)}){guards}\s?$", regex.IGNORECASE)


def _starting(words: Iterable[str], other: Mapping[str, str] = MappingProxyType({})) -> "regex.Pattern[str]":
    guards = "".join(rf"(?!(?<={word})[{chars}])" for word, chars in other.items())
    return regex.compile(rf"\ ?(?:{alternation(words)})(?!(?<=\p{{Latin}})\p{{Latin}}){guards}", regex.IGNORECASE)


def _whole(words: Iterable[str]) -> "regex.Pattern[str]":
    return regex.compile(rf"\s?(?:{alternation(words)})\s?", regex.IGNORECASE)


@cache
def _grammar() -> _Grammar:
    return _Grammar(read_yaml(ROOT / "values" / "money.yaml"))
