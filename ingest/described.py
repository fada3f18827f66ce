"""What an article calls its entities beside their names: "Foo, a chip start-up", "a start-up called Foo"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import regex

from ingest.slots import compile_slots, encode
from ingest.text import Sentence

_WORD = regex.compile(r"\p{L}[\p{L}-]*")
Described = Mapping[str, set[str]]
"""Ids of entities by a word that describes them."""


def described(sentences: Sequence[Sentence], macros: Mapping[str, str]) -> Described:
    """The words of the macros `apposition` and `described`, each with the entities {x:…} that they stand beside."""
    patterns = [
        compile_slots(macros[name], macros).expression for name in ("apposition", "described") if name in macros
    ]
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        encoded = encode(sentence)
        for match in (match for pattern in patterns for match in pattern.finditer(encoded.text)):
            ids = {entity.id for mention in encoded.inside(*match.span("x")) for entity in mention.entities}
            for word in _WORD.findall(match["words"]):
                found[plainly(word)] |= ids
    return found


def plainly(words: str) -> str:
    """The last of some words, as it is compared: "The start-up" and "startup" are one."""
    return words.rpartition(" ")[2].lower().replace("-", "")
