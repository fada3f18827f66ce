"""Dates in a text, absolute or relative to its publication: "Sept. 9", "last month", "27年度", "今年三季度".

What the text leaves open stays open: a date is as precise as it is said, and one that can't be placed is not given.
The forms are the data of `ontology/values/dates.yaml`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import regex

from ingest.values.numbers import fold_width, parse_digits
from ingest.values.reference import Reference, is_day
from kg.model import Language
from ontology.read import ROOT, read_yaml
from ontology.words import alternation

_NAME = regex.compile(r"(?<!\(\?P|\(\?)<(?P<name>[a-z]\w*)>")
_CLAUSE = regex.compile(r"[。！？!?;；\n]|\.\s")
_REACH = 48
_SAME_PART = {
    "month_number": "month", "quarter_number": "quarter", "quarter_months": "quarter", "half_number": "half",
    "ago_number": "ago", "count": "ago", "season_word": "year_word",
}  # fmt: skip


Parts = Mapping[str, Any]
"""What the groups of a form hold, as numbers; `way` is +1 for the future, -1 for the past."""


@dataclass(frozen=True)
class DateMatch:
    """One date: offsets, words, and an ISO value as precise as said: 2025, 2025-04, 2025-04-03, 2026-Q3, 2025-H1."""

    start: int
    end: int
    text: str
    value: str


def find(text: str, lang: Language, published: str) -> list[DateMatch]:
    """The dates of a text in order; `published` is an ISO date or a prefix of one, or empty."""
    grammar, folded, reference = _grammar(lang), fold_width(text), Reference.of(published)
    found: list[DateMatch] = []
    matches = list(grammar.expression.finditer(folded))
    for index, match in enumerate(matches):
        before = folded[matches[index - 1].end() if index else 0 : match.start()]
        after = folded[match.end() : matches[index + 1].start() if index + 1 < len(matches) else len(folded)]
        parts = grammar.parts(match, grammar.way(before[-_REACH:], after[:_REACH]))
        value = _value(parts, reference, found[-1].value if found else "")
        if value:
            found.append(DateMatch(match.start(), match.end(), text[match.start() : match.end()], value))
    return found


def _value(parts: Parts, reference: Reference, last: str) -> str:
    """The ISO value of the parts, or "" where the text and the publication date do not allow one."""
    rule = next((rule for part, rule in _RULES.items() if part in parts), _calendar)
    return rule(parts, reference, last) or ""


def _ago(parts: Parts, reference: Reference, _: str) -> str | None:
    back = -parts["ago"]
    if parts["unit"] == "year":
        return _iso(reference.years(back))
    if parts["unit"] == "month":
        return _in_month(reference.months(back))
    return _day(reference.days(back))


def _same(parts: Parts, _: Reference, last: str) -> str | None:
    """The year, month or day last named, refined by what the words add ("同年9月")."""
    length = {"year": 4, "month": 7, "day": 10}[parts["same"]]
    known = last[:length]
    if len(known) < length or "Q" in known or "H" in known:
        return None
    stated = dict(zip(("year", "month", "day"), map(int, known.split("-")), strict=False))
    return _iso(**stated | {name: parts[name] for name in ("month", "day") if parts.get(name)})


def _weekday(parts: Parts, reference: Reference, _: str) -> str | None:
    turn = parts.get("turn")
    week = 0 if turn == 0 else parts.get("week_word")
    found = reference.weekday(parts["weekday"], turn or parts["way"], week)
    if turn and found and found == reference.exact:
        found += timedelta(weeks=turn)
    return _day(found)


def _turned(parts: Parts, reference: Reference, _: str) -> str | None:
    """ "last September", "next spring": the nearest one strictly back or ahead."""
    part, turn = parts.get("month") or parts["season"], parts["turn"]
    year = reference.year_of_part(part, reference.month, turn) if turn else reference.year
    if year and part == reference.month:
        year += turn
    return _iso(year, part) if "month" in parts else _iso(year)


def _calendar(parts: Parts, reference: Reference, _: str) -> str | None:
    """Years, halves, quarters, months and days, with the year that words or the publication date give."""
    year, quarter, half, month, day = (parts.get(name) for name in ("year", "quarter", "half", "month", "day"))
    if "day_word" in parts:
        return _day(reference.days(parts["day_word"]))
    if "quarter_word" in parts:
        return _quarter(*(reference.quarters(parts["quarter_word"]) or (None, 0)))
    if "month_word" in parts:
        return _in_month(reference.months(parts["month_word"]), day)
    year = _year(parts, reference)
    if "fiscal" in parts:
        return _iso(year)
    if quarter:
        return _quarter(year or reference.year_of_part(quarter, (reference.month + 2) // 3, parts["way"]), quarter)
    if half:
        year = year or reference.year
        return f"{year}-H{half}" if year else None
    if month and day:
        return _iso(year or reference.year_of_day(month, day, parts["way"]), month, day)
    if month:
        return _iso(year or reference.year_of_part(month, reference.month, parts["way"]), month)
    if day:
        return _in_month(reference.month_of_day(day, parts["way"]), day)
    return _iso(year or reference.year)


def _year(parts: Parts, reference: Reference) -> int | None:
    if "era" in parts:
        return int(parts["era"]) + int(parts["era_year"] or 1)
    if "fiscal_word" in parts:
        return reference.fiscal_years(parts["fiscal_word"])
    if "year_word" in parts:
        return reference.years(parts["year_word"])
    year: int | None = parts.get("year")
    return year + 2000 if year is not None and year < 100 else year


def _iso(year: int | None = None, month: int | None = None, day: int | None = None) -> str | None:
    if not year or not 1000 <= year <= 9999:
        return None
    if day:
        return f"{year}-{month:02d}-{day:02d}" if month and is_day(year, month, day) else None
    if month:
        return f"{year}-{month:02d}" if month <= 12 else None
    return f"{year}"


def _in_month(month: tuple[int, int] | None, day: int | None = None) -> str | None:
    return _iso(*month, day) if month else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _quarter(year: int | None, quarter: int) -> str | None:
    return f"{year}-Q{quarter}" if year else None


_RULES: Mapping[str, Callable[[Parts, Reference, str], str | None]] = {
    "ago": _ago, "same": _same, "weekday": _weekday, "turn": _turned,
}  # fmt: skip
"""Part → the rule for dates that have it; the first that applies. All others are read by the calendar."""


class _Grammar:
    """The forms of one language as a single expression, and what their words mean."""

    def __init__(self, data: dict[str, Any], shared: list[str]) -> None:
        self._macros: dict[str, str] = data["macros"]
        self._names: dict[str, dict[str, Any]] = data["words"]
        self._words = {name: {str(w).lower(): v for w, v in row.items()} for name, row in self._names.items()}
        self._look: list[str] = data["look"]
        self._cues = regex.compile(
            rf"(?P<future>{_cue_words(data['future'])})|(?P<past>{_cue_words(data['past'])})", regex.IGNORECASE
        )
        forms = [self._expand(fold_width(form)) for form in [*shared, *data["forms"]]]
        self.expression = regex.compile("|".join(f"(?:{form})" for form in forms), regex.V1)

    def _expand(self, form: str) -> str:
        def one(match: "regex.Match[str]") -> str:
            name = match["name"]
            if name in self._macros:
                return f"(?:{self._expand(fold_width(self._macros[name]))})"
            return f"(?P<{name}>{alternation(self._names[name])})"

        return str(_NAME.sub(one, form))

    def parts(self, match: "regex.Match[str]", way: int) -> Parts:
        """The parts of a date as numbers, with the way it points."""
        found: dict[str, Any] = {"way": way}
        for group, words in match.groupdict().items():
            if words is None or group == "mark":
                continue
            known = self._words.get(group, {})
            number = known[words.lower()] if words.lower() in known else parse_digits(words)
            found[_SAME_PART.get(group, group)] = number
        return found

    def way(self, before: str, after: str) -> int:
        """+1 where the nearest word that tells points to the future, -1 where to the past, 0 where none does."""
        for side in self._look:
            clause = _CLAUSE.split(before)[-1] if side == "before" else _CLAUSE.split(after)[0]
            cues = list(self._cues.finditer(clause))
            if cues:
                return 1 if cues[-1 if side == "before" else 0]["future"] else -1
        return 0


def _cue_words(words: list[str]) -> str:
    return "|".join(rf"\b(?:{word})\b" if word.isascii() else regex.escape(word) for word in words)


@cache
def _grammar(lang: Language) -> _Grammar:
    data = read_yaml(ROOT / "values" / "dates.yaml")
    return _Grammar(data[lang], data["shared"]["forms"])
