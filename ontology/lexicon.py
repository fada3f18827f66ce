"""The lexicon of named entities: one entry a line of `lexicon/*.yaml`, checked and indexed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import OntologyError
from ontology.load import LANGUAGES, load_ontology
from ontology.read import ROOT, lines_of, read_yaml

FILES = (
    "companies", "investors", "labs", "governments", "nonprofits", "media",
    "models", "chips", "products", "people", "places", "places_extra",
)  # fmt: skip
_MEDIA = "media"
_KEYS = {
    "id", "name", "type", "en", "ja", "zh", "short", "common", "country", "parent", "developer", "designer", "family",
    "wikidata", "adjective", "code", "in",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A named entity; `aliases` by language, `links` to other ids (parent, developer, designer, family, in).

    `media`: it reports the news, and is seldom what they are about.
    """

    id: str
    name: str
    type: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    common: bool = False
    country: str | None = None
    wikidata: str | None = None
    code: str | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    media: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and every alias that means this entity wherever it stands."""
        return (self.name, *(alias for lang in LANGUAGES for alias in self.aliases.get(lang, ())))


@dataclass(frozen=True)
class Lexicon:
    """All entries by id."""

    entries: Mapping[str, Entry]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __getitem__(self, entity_id: str) -> Entry:
        return self.entries[entity_id]

    def get(self, entity_id: str) -> Entry | None:
        return self.entries.get(entity_id)


@cache
def load_lexicon(root: Path = ROOT / "lexicon") -> Lexicon:
    """Reads every lexicon file of a folder; raises `OntologyError` naming file and line of a bad entry."""
    entries: dict[str, Entry] = {}
    for name in FILES:
        path = root / f"{name}.yaml"
        if not path.exists():
            continue
        rows = read_yaml(path)
        if not isinstance(rows, list):
            raise OntologyError(path, "expected a list of entries", 1)
        for index, row in enumerate(rows):
            problem = _problem(row, entries)
            if problem:
                raise OntologyError(path, problem, lines_of(path).get(index))
            entries[row["id"]] = _entry(row, media=name == _MEDIA)
    return Lexicon(entries)


def _problem(row: Any, entries: Mapping[str, Entry]) -> str | None:
    if not isinstance(row, dict) or not {"id", "name", "type"} <= set(row):
        return "an entry needs id, name and type"
    if unknown := set(row) - _KEYS:
        return f"{row['id']}: unknown key {', '.join(sorted(map(str, unknown)))}"
    if row["id"] in entries:
        return f"{row['id']} is listed twice"
    types = load_ontology().types
    if row["type"] not in types:
        return f"{row['id']}: unknown type {row['type']}"
    if row["id"].partition(":")[0] != types[row["type"]].group:
        return f"{row['id']}: a {row['type']} has an id that starts with {types[row['type']].group}:"
    return None


def _entry(row: Mapping[str, Any], *, media: bool) -> Entry:
    return Entry(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        aliases={lang: tuple(map(str, row[lang])) for lang in LANGUAGES if row.get(lang)},
        short=tuple(map(str, row.get("short", ()))),
        adjectives=tuple(map(str, row.get("adjective", ()))),
        common=bool(row.get("common")),
        country=row.get("country"),
        wikidata=row.get("wikidata"),
        code=row.get("code"),
        links={key: row[key] for key in ("parent", "developer", "designer", "family", "in") if row.get(key)},
        media=media,
    )
