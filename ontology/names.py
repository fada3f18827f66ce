"""Which entity a name is: exact after folding, in any of the three languages; never by similarity."""

import difflib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ontology.fold import fold
from ontology.lexicon import Entry, Lexicon, load_lexicon
from ontology.series import Series

_GROUP_ORDER = {"org": 0, "model": 1, "chip": 2, "product": 3, "person": 4, "place": 5}


@dataclass(frozen=True)
class Named:
    """An entity that a name means: its id, canonical name and type."""

    id: str
    name: str
    type: str


class Names:
    """The lexicon and the series of versions, asked by name."""

    def __init__(self, lexicon: Lexicon, series: Series) -> None:
        self.lexicon = lexicon
        self._series = series
        index: dict[str, list[str]] = defaultdict(list)
        for entry in lexicon:
            for name in entry.names:
                if entry.id not in index[fold(name)]:
                    index[fold(name)].append(entry.id)
        self._index: Mapping[str, list[str]] = index
        self._short: Mapping[str, list[str]] = _short_forms(lexicon)

    @classmethod
    @cache
    def load(cls) -> "Names":
        """The project's own lexicon and series, read once."""
        return cls(load_lexicon(), Series.load())

    def candidates(self, name: str) -> list[Named]:
        """Every entity of that name, organisations first; one that is only a known family's new version last."""
        ids = self._index.get(fold(name), ()) or self._short.get(fold(name), ())
        found = [_named(self.lexicon[i]) for i in ids]
        if not found and (match := self._series.match(name)):
            found = [Named(match.id, match.name, match.type)]
        return sorted(found, key=lambda named: (_GROUP_ORDER[named.id.partition(":")[0]], named.id))

    def resolve(self, name: str) -> Named | None:
        """The entity that a name (or an id) means, or None; a version is never its family or a neighbour."""
        if entry := self.lexicon.get(name.strip()):
            return _named(entry)
        found = self.candidates(name)
        return found[0] if found else None

    def suggest(self, name: str, limit: int = 3) -> list[str]:
        """Canonical names whose spelling is near; for messages only, never for linking."""
        keys = difflib.get_close_matches(fold(name), self._index, n=limit * 2, cutoff=0.72)
        names = dict.fromkeys(self.lexicon[i].name for key in keys for i in self._index[key])
        return list(names)[:limit]


def _named(entry: Entry) -> Named:
    return Named(entry.id, entry.name, entry.type)


def _short_forms(lexicon: Lexicon) -> Mapping[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for entry in lexicon:
        for name in entry.short:
            index[fold(name)].append(entry.id)
    return index
