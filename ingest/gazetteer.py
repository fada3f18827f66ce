"""Finding the lexicon's names in a text: longest match over words, blind to case, width, spaces and hyphens."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from ingest.text import Mention
from kg.model import Entity
from ontology.lexicon import Entry, Lexicon, load_lexicon

_UNIT = regex.compile(
    r"[\p{Latin}\p{Cyrillic}\p{M}]+|\d+|[\p{Katakana}ー]+|\p{Hangul}+|[^\s\-‐‑–・·•‧_.,'’&+\p{Zs}]|[&+]"
)
_GAP = regex.compile(r"(?: ?[・·•‧] ?|[ \-‐‑–_\u3000\u00a0]|\.(?=\S)|['’](?=\p{L})|\. (?=\p{Lu}))?")
_LATIN = regex.compile(r"[\p{Latin}\d]")
_VERSION_GOES_ON = regex.compile(r"(?:[.\-‐‑]?\d|\.\d)")
_END = "\0"
_VERSION_OF = regex.compile(r"\p{Lu}\w+[ -](?P<version>(?![QH]\d\b)\p{Lu}\d+(?:\.\d+)?)")
_LEGAL = {"Company": "Co", "Corporation": "Corp", "Incorporated": "Inc", "Limited": "Ltd"}
MIN_CASELESS = 4
"""Latin names shorter than this are matched in their own case only: "IT" is not "it"."""


def units(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as (folded, start, end): Latin words, numbers, katakana runs, single other characters."""
    return [
        (unicodedata.normalize("NFKC", m.group()).casefold(), m.start(), m.end())
        for m in _UNIT.finditer(text)
    ]  # fmt: skip


class Gazetteer:
    """A trie over the words of all names; asked with a text, it yields the names in it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._root: dict[str, Any] = {}
        for entry in lexicon:
            for name in (n for given in entry.names for n in _spellings(given, entry)):
                self._add(name, entry, "lexicon")
            for name in entry.adjectives:
                self._add(name, entry, "adjective")
            for name in entry.short:
                self._add(name, entry, "short")
        for version, entries in _versions(lexicon).items():
            if len(entries) == 1:
                self._add(version, entries[0], "short")

    @classmethod
    @cache
    def load(cls) -> "Gazetteer":
        """The gazetteer of the project's own lexicon."""
        return cls(load_lexicon())

    def _add(self, name: str, entry: Entry, how: str) -> None:
        words = [word for word, _, _ in units(name)]
        joined = "".join(words)
        spellings = [words] if not regex.fullmatch(r"[\p{Katakana}ー]+", joined) else [words, [joined]]
        for spelling in spellings:
            node = self._root
            for word in spelling:
                node = node.setdefault(word, {})
            node.setdefault(_END, []).append((name, entry, how))

    def find(self, text: str) -> Iterator[Mention]:
        """Names in the text, left to right, the longest at each place; a short form has how="short"."""
        words = units(text)
        at = 0
        while at < len(words):
            best = self._longest(text, words, at)
            if best is None:
                at += 1
                continue
            length, mention = best
            yield mention
            at += length

    def _longest(self, text: str, words: list[tuple[str, int, int]], at: int) -> tuple[int, Mention] | None:
        node, best = self._root, None
        for index in range(at, len(words)):
            word, start, end = words[index]
            if index > at and not _joined(text, words[index - 1][2], start):
                break
            if word not in node:
                break
            node = node[word]
            if _END in node and (mention := _accept(text, words[at][1], end, node[_END])):
                best = (index - at + 1, mention)
        return best


def _versions(lexicon: Lexicon) -> dict[str, list[Entry]]:
    """What a model is called beside its maker's name: "R1" for "Foo R1", and which models may be meant."""
    found: dict[str, list[Entry]] = {}
    for entry in lexicon:
        version = _VERSION_OF.fullmatch(entry.name) if entry.type == "Model" else None
        if version:
            found.setdefault(version["version"], []).append(entry)
    return found


def _spellings(name: str, entry: Entry) -> list[str]:
    """A name as it stands in the lexicon, a chip's also in the plural, a firm's with its legal form shortened."""
    if entry.type == "Chip" and name.isascii() and name[-1:].isalnum():
        return [name, f"{name}s"]
    return [name, *(name[: -len(long)] + short for long, short in _LEGAL.items() if name.endswith(f" {long}"))]


def _joined(text: str, left: int, right: int) -> bool:
    gap = _GAP.match(text, left)
    return gap is not None and gap.end() == right


def _accept(text: str, start: int, end: int, payload: list[tuple[str, Entry, str]]) -> Mention | None:
    surface = text[start:end]
    if _runs_on(text, end) or (start and _LATIN.match(text[start]) and _LATIN.match(text[start - 1])):
        return None
    for name, entry, how in payload:
        if _case_fits(surface, name, entry):
            stop = end + (name.endswith(".") and text.startswith(".", end))
            return Mention(start, stop, text[start:stop], entry.type, how, Entity(entry.id, entry.name, entry.type))
    return None


def _runs_on(text: str, end: int) -> bool:
    """Whether a word or a version number goes on past `end`: "H100" in "H100e", "GPT-4" in "GPT-4.1"."""
    if end >= len(text) or not _LATIN.match(text[end - 1]):
        return False
    return bool(_LATIN.match(text[end]) or (text[end - 1].isdigit() and _VERSION_GOES_ON.match(text, end)))


def _case_fits(surface: str, name: str, entry: Entry) -> bool:
    if not surface.isascii() or not any(c.isalpha() for c in surface):
        return True
    plain, name = unicodedata.normalize("NFKC", surface), name.rstrip(".")
    short = sum(map(str.isalpha, plain)) < MIN_CASELESS
    if entry.common or short:
        return plain == name or (not short and not entry.common and plain == name.upper())
    return plain[0].isupper() or plain[0].isdigit() or plain[:1] == name[:1]
