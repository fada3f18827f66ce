"""One line of `lexicon/series.yaml` as a pattern: which words are a version of its family, and its name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import regex

from ontology.fold import fold

Key = frozenset[tuple[str, str]]
"""What tells versions of a family apart: the parts of a name with their values, whatever their order and spelling."""

_SEPARATOR = r"[ \-_]?"
_APART = r"(?:[ \-_]|(?<![A-Za-z]))"
_LATIN = "0-9A-Za-z_À-ɏ"
_BEFORE = f"(?<![{_LATIN}])"
_PLAIN = r"(?:(?<! )|(?=(?-i:[A-Z])))"
_LATER_WORDS = ("kind", "tune", "suffix")
_WORD_PARTS = ("head", "first", *_LATER_WORDS)


@dataclass(frozen=True, eq=False)
class Grammar:
    """What all lines share: parts, forms, the order of a canonical name, ordinary words, and what ends a name."""

    parts: Mapping[str, Mapping[str, Any]]
    forms: Mapping[str, str]
    order: tuple[str, ...]
    plain: frozenset[str]
    after: str

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Grammar":
        stops = "|".join(f"(?:{stop})" for stop in data["stops"])
        after = rf"(?=(?:['’]?(?-i:s))?(?![{_LATIN}]|[.\-]\d))(?!{stops})"
        plain = frozenset(fold(word) for word in data["plain"])
        return cls(data["parts"], data["forms"], tuple(data["order"]), plain, after)


@dataclass(frozen=True)
class Reading:
    """The version that some words name: `key` is equal for equal versions, `name` is how it is written by default."""

    key: Key
    name: str


@dataclass(frozen=True, eq=False)
class Line:
    """How the versions of `family` are written; `row` is the line of the file, `stems` the names it starts from."""

    family: str
    stems: tuple[str, ...]
    write: str
    row: Mapping[str, Any]
    grammar: Grammar = field(repr=False)

    def match(self, text: str, start: int) -> "regex.Match[str] | None":
        """The longest version that starts there, in text of normal width."""
        found = self._pattern.match(text, start)
        return found if found and self._enough(found) else None

    def read(self, found: "regex.Match[str]") -> Reading:
        """The key and the default name of what was matched."""
        values = self._values(found)
        for name, word in self.row.get("imply", {}).items():
            if fold(name) == fold(found["stem"]):
                values.append(("head" if word in self.row.get("head", ()) else "kind", word))
        values = list(dict.fromkeys(values))
        return Reading(frozenset([*values, ("write", self.write)]), self._name(values))

    @cached_property
    def _pattern(self) -> "regex.Pattern[str]":
        stem = f"(?P<stem>{stems_pattern(self.stems)})" + (f"(?={self.row['next']})" if "next" in self.row else "")
        if self.row.get("exact"):
            stem = f"(?-i:{stem})"
        form = self.grammar.forms[self.row.get("form", "model")]
        rest = regex.sub(r"[a-z]+", lambda token: self._part(token.group()), form).replace(" ", "")
        rest = rest.replace("\x00", " ")
        return regex.compile(stem + rest + self.grammar.after, regex.IGNORECASE)

    def _part(self, name: str) -> str:
        part = self.grammar.parts[name]
        pattern = self._words_pattern(name) if name in _WORD_PARTS else self.row.get(name, part["pattern"])
        lead = self.row.get("lead") if name == "number" and "lead" in self.row else part.get("lead")
        separator = _APART if name in _LATER_WORDS else _SEPARATOR
        before = "" if part.get("glued") else separator + (f"(?:{lead})?" if lead else "")
        return f"(?:{before}(?P<{name}>{pattern}))".replace(" ", "\x00")

    def _words_pattern(self, name: str) -> str:
        spellings = sorted(self._words(name), key=len, reverse=True)
        if not spellings:
            return "(?!)"
        return "|".join((_PLAIN if fold(word) in self.grammar.plain else "") + stem_body(word) for word in spellings)

    def _words(self, name: str) -> Mapping[str, str]:
        """Every spelling of the words of a part, with the canonical one."""
        own = [*self.row.get("first", ()), *self.row.get("words", ())] if name == "kind" else self.row.get(name, ())
        shared: Mapping[str, Iterable[str]] = self.grammar.parts[name]["words"]
        words = {spelling: word for word, others in shared.items() for spelling in (word, *others)}
        canonical = {fold(word): word for word in shared}
        return {**words, **{word: canonical.get(fold(word), word) for word in map(str, own)}}

    def _enough(self, found: "regex.Match[str]") -> bool:
        parts = {part for part, _ in self._values(found)}
        return bool(parts) and self.row.get("need", next(iter(parts))) in parts

    def _values(self, found: "regex.Match[str]") -> list[tuple[str, str]]:
        named = found.capturesdict()
        return [
            ("kind" if part == "first" else part, self._value(part, value))
            for part, values in named.items()
            if part != "stem"
            for value in values
        ]

    def _value(self, part: str, value: str) -> str:
        if part in _WORD_PARTS:
            return self._canonical[part][fold(value)]
        if part == "number":
            return str(regex.sub(r"(?:\.0)+$", "", value))
        case = self.row.get("case") if part == "letter" else None
        case = case or self.grammar.parts[part].get("case")
        if case == "size":
            return str(regex.sub(r"(?<=\d)X(?=\d)", "x", value.upper()))
        return value.upper().replace(" ", "") if case == "upper" else value.lower()

    @cached_property
    def _canonical(self) -> Mapping[str, Mapping[str, str]]:
        return {part: {fold(spelling): word for spelling, word in self._words(part).items()} for part in _WORD_PARTS}

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        words = [*self.row.get("first", ()), *self.row.get("words", ())]
        words += [word for part in ("kind", "tune", "suffix") for word in self.grammar.parts[part]["words"]]
        return {fold(str(word)): index for index, word in reversed(list(enumerate(words)))}

    def _name(self, values: list[tuple[str, str]]) -> str:
        order = self.grammar.order
        ranked = sorted(values, key=lambda value: (order.index(value[0]), self._rank.get(fold(value[1]), 0), value[1]))
        join = self.row.get("join", " ")
        text, bare = self.write, self.write.rstrip(" -.")
        for index, (part, value) in enumerate(ranked):
            shown = f"Gen {value}" if part == "gen" else value
            if part == "letter" or (index == 0 and part in ("number", "code")):
                text += shown
            else:
                text = (bare if index == 0 else text) + join + shown
        return text


def stems_pattern(stems: Iterable[str]) -> str:
    """Any of some stems, the longest first; one in Latin letters begins a word."""
    ordered = sorted(stems, key=len, reverse=True)
    latin = "|".join(stem_body(stem) for stem in ordered if stem[0].isascii())
    other = "|".join(stem_body(stem) for stem in ordered if not stem[0].isascii())
    return "|".join(filter(None, (f"{_BEFORE}(?:{latin})" if latin else "", other)))


def stem_body(words: str) -> str:
    """Words whose spaces and hyphens may be written either way or left out."""
    return r"[ \-]?".join(regex.escape(word) for word in regex.split(r"[ \-]", words))
