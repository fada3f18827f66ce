"""Funding rounds in a text under one name in every language: シリーズB, B轮 and Series B are "Series B"."""

from dataclasses import dataclass
from functools import cache

import regex

from ingest.values.numbers import fold_width
from kg.model import Language
from ontology.read import ROOT, read_yaml


@dataclass(frozen=True)
class RoundMatch:
    """One round: offsets, words, and the canonical name ("seed", "Pre-A", "Series B+")."""

    start: int
    end: int
    text: str
    value: str


def find(text: str, lang: Language) -> list[RoundMatch]:
    """The funding rounds that a text names, in order; an IPO is a structure and not among them."""
    folded = fold_width(text)
    found: dict[int, RoundMatch] = {}
    for name, form in _forms(lang):
        for match in form.finditer(folded):
            parts = {group: words or "" for group, words in match.groupdict().items()}
            value = name.format(**parts)
            found.setdefault(
                match.start(), RoundMatch(match.start(), match.end(), text[match.start() : match.end()], value)
            )
    ends = 0
    kept: list[RoundMatch] = []
    for start in sorted(found):
        if start >= ends:
            kept.append(found[start])
            ends = found[start].end
    return kept


@cache
def _forms(lang: Language) -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    """Names and expressions of a language; Japanese and Chinese texts use the English forms too."""
    data = read_yaml(ROOT / "values" / "rounds.yaml")
    rows = [*data[lang], *(data["en"] if lang != "en" else ())]
    return tuple((row["name"], regex.compile(row["form"], regex.V1)) for row in rows)
