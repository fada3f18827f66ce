"""Cypher for Neo4j Browser: one file a question that an analyst has; its first line says what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Favourite:
    """A statement by name; `answers` is its comment, `text` the file as it is."""

    name: str
    answers: str
    text: str


@cache
def favourites() -> Mapping[str, Favourite]:
    """All of them by name."""
    found = {}
    for path in sorted(_HERE.glob("*.cypher")):
        text = path.read_text(encoding="utf-8")
        found[path.stem] = Favourite(path.stem, text.partition("\n")[0].removeprefix("//").strip(), text)
    return found
