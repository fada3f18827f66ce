"""Names that no dictionary holds, found by how the text introduces them."""

from collections.abc import Iterable
from functools import lru_cache

import regex

from ingest.rules import Rules
from ingest.slots import encode
from ingest.text import Mention, Sentence
from kg.model import Entity
from ontology import load_ontology
from ontology.fold import slug, unlegal
from ontology.names import Names

_LONG_WORD = regex.compile(r"(?<![\p{L}'’-])\p{Latin}{4,}")
_KEPT = 10_000
"""Names whose entities are kept at hand; a long run meets ever new ones."""
WHOLE = "ner:whole"
"""How the full name of a firm is found, which holds its short name, its seat and chance names of others."""
_TITLE_WORDS, _TITLE_SHARE = 5, 0.8


def clues(sentence: Sentence, rules: Rules) -> list[Mention]:
    """Every reading of a stretch of a sentence as an unseen name, in the order of the rules; they may overlap."""
    if titled(sentence.text):
        return []
    encoded = encode(sentence)
    found: list[Mention] = []
    for rule in rules.names.passing(encoded.text):
        for match in rule.pattern.finditer(encoded):
            for begin, end in match.spans("name"):
                start, stop = encoded.span(begin, end)
                if text := sentence.text[start - sentence.start : stop - sentence.start]:
                    found.append(new_mention(start, stop, text, rule.type, f"context:{rule.id}"))
    return found


def titled(text: str) -> bool:
    """Whether a line is written in title case, so that capitals tell nothing of names."""
    words = _LONG_WORD.findall(text)
    if len(words) < _TITLE_WORDS or 2 * sum(map(len, words)) < len(text) or text.endswith((".", "!", "?", "”", '"')):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return bool(capitals > _TITLE_SHARE * len(words))


def new_mention(start: int, end: int, text: str, type_: str, how: str) -> Mention:
    """A mention linked by its own words: to the lexicon where it knows them, else to an entity of that name."""
    return Mention(start, end, text, type_, how, named(text, type_))


@lru_cache(maxsize=_KEPT)
def named(text: str, type_: str) -> Entity:
    """The entity of a type that a name means; one that no dictionary holds gets the id of its words."""
    group = load_ontology().group(type_)
    for known in Names.load().candidates(text):
        if known.id.startswith(f"{group}:"):
            return Entity(known.id, known.name, known.type)
    return Entity(f"{group}:{slug(text)}", unlegal(text), type_)


def without_overlap(ranked: Iterable[Mention]) -> tuple[Mention, ...]:
    """Of mentions in order of trust, those that no better one overlaps, in text order."""
    kept: list[Mention] = []
    for mention in ranked:
        if not any(mention.start < k.end and k.start < mention.end for k in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))
