"""Names of versions that no dictionary lists: "GPT-6", "Qwen4-32B", "昇腾920C" → one name, id and family each.

`lexicon/series.yaml` says how they are written; a version that the lexicon lists gets the lexicon's name and id.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ontology.errors import OntologyError
from ontology.fold import slug
from ontology.lexicon import Entry, Lexicon, load_lexicon
from ontology.read import ROOT, lines_of, read_yaml
from ontology.series_grammar import Grammar, Key, Line, stems_pattern

_PATH = ROOT / "lexicon" / "series.yaml"
_TYPES = ("Model", "Chip")
_KEYS = {
    "family", "stems", "also", "exact", "next", "form", "need", "write", "join", "head", "first", "words", "imply",
    "code", "number", "letter", "lead", "case",
}  # fmt: skip
# One character for one, so that offsets hold: full-width forms, the kinds of hyphen, the kinds of space.
_WIDTH: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDTH |= dict.fromkeys(map(ord, "\u3000\u00a0\u202f\u2009"), " ")
_WIDTH |= dict.fromkeys(map(ord, "‐‑‒–−－"), "-")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True)
class SeriesMatch:
    """A version named in a text: `start` and `end` are character offsets, `family` the id of its family."""

    start: int
    end: int
    text: str
    name: str
    id: str
    type: str
    family: str


class Series:
    """The families whose versions are recognised by how they are written."""

    def __init__(self, lines: tuple[Line, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lines = _lines_by_stem(lines)
        self._stem = re.compile(stems_pattern({stem.translate(_LOWER) for line in lines for stem in line.stems}))
        self._listed: dict[str, Mapping[Key, Entry]] = {}
        self._entries = self._entries_by_family()

    @classmethod
    @cache
    def load(cls) -> "Series":
        """The project's own series, read once; raises `OntologyError` naming the line that is wrong."""
        lexicon = load_lexicon()
        data = read_yaml(_PATH)
        grammar = Grammar.of(data)
        return cls(tuple(_line(row, index, grammar, lexicon) for index, row in enumerate(data["series"])), lexicon)

    def finditer(self, text: str) -> Iterator[SeriesMatch]:
        """Every version named in a text, leftmost and longest first, without overlap."""
        wide = text.translate(_WIDTH)
        low = wide.translate(_LOWER)
        start = 0
        while stem := self._stem.search(low, start):
            found = self._at(text, wide, stem)
            if found:
                yield found
            start = found.end if found else stem.start() + 1

    def match(self, name: str) -> SeriesMatch | None:
        """The version that a whole string names, or None."""
        stripped = name.strip()
        found = next(self.finditer(stripped), None)
        return found if found and (found.start, found.end) == (0, len(stripped)) else None

    def _at(self, text: str, wide: str, stem: re.Match[str]) -> SeriesMatch | None:
        found = [(hit, line) for line in self._lines[_compact(stem.group())] if (hit := line.match(wide, stem.start()))]
        if not found:
            return None
        hit, line = max(found, key=lambda pair: pair[0].end())
        reading = line.read(hit)
        entry = self._listed_versions(line.family).get(reading.key)
        group, _, _ = line.family.partition(":")
        return SeriesMatch(
            start=hit.start(),
            end=hit.end(),
            text=text[hit.start() : hit.end()],
            name=entry.name if entry else reading.name,
            id=entry.id if entry else f"{group}:{slug(reading.name)}",
            type=self._lexicon[line.family].type,
            family=entry.links.get("family", line.family) if entry else line.family,
        )

    def _entries_by_family(self) -> Mapping[str, list[Entry]]:
        """The listed entries with a name that starts like a version of a family; they may name another as theirs."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._lexicon:
            if entry.type in _TYPES:
                stems = {_compact(stem.group()) for name in entry.names if (stem := self._stem.match(_narrow(name)))}
                for family in {line.family for stem in stems for line in self._lines[stem]}:
                    found[family].append(entry)
        return found

    def _listed_versions(self, family: str) -> Mapping[Key, Entry]:
        """The lexicon's versions of a family by what tells them apart; read when the family is first met."""
        if family not in self._listed:
            listed: dict[Key, Entry] = {}
            for entry in self._entries.get(family, ()):
                for name in map(_width, entry.names):
                    for key in self._keys(name, family):
                        listed.setdefault(key, entry)
            self._listed[family] = listed
        return self._listed[family]

    def _keys(self, name: str, family: str) -> Iterator[Key]:
        """How the lines of a family read a whole name."""
        stem = self._stem.match(name.translate(_LOWER))
        for line in self._lines[_compact(stem.group())] if stem else ():
            hit = line.match(name, 0) if line.family == family else None
            if hit and hit.end() == len(name):
                yield line.read(hit).key


def _line(row: Any, index: int, grammar: Grammar, lexicon: Lexicon) -> Line:
    def wrong(message: str) -> OntologyError:
        return OntologyError(_PATH, f"series {index + 1}: {message}", lines_of(_PATH).get("series"))

    family = lexicon.get(row.get("family", ""))
    if family is None:
        raise wrong(f"family {row.get('family')} is not in models.yaml or chips.yaml; add it there")
    if unknown := set(row) - _KEYS:
        raise wrong(f"{family.id}: unknown key {', '.join(sorted(unknown))}")
    if row.get("form", "model") not in grammar.forms:
        raise wrong(f"{family.id}: unknown form {row['form']}; forms are {', '.join(grammar.forms)}")
    stems = tuple(map(_width, (*row.get("stems", family.names), *row.get("also", ()))))
    return Line(family.id, stems, row.get("write", f"{family.name} "), row, grammar)


def _lines_by_stem(lines: tuple[Line, ...]) -> Mapping[str, list[Line]]:
    """For each stem the lines to try, in the file's order: its own and those of shorter stems that it begins with."""
    own = {line: {_compact(stem.translate(_LOWER)) for stem in line.stems} for line in lines}
    stems = set().union(*own.values())
    return {stem: [line for line in lines if any(stem.startswith(short) for short in own[line])] for stem in stems}


def _width(text: str) -> str:
    return text.translate(_WIDTH)


def _narrow(text: str) -> str:
    return _width(text).translate(_LOWER)


def _compact(stem: str) -> str:
    return stem.replace(" ", "").replace("-", "")
