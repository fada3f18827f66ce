"""Groups of people without a name ("AI researchers", 技術者9人), who may move though they are no entities."""

from dataclasses import replace

from ingest.rules import Rules
from ingest.slots import encode
from ingest.text import Mention, Sentence
from kg.model import Entity
from ontology.fold import slug


def with_groups(sentence: Sentence, rules: Rules) -> Sentence:
    """The sentence with its groups as mentions of type Person; a role in their words is no mention of its own."""
    groups = find_groups(sentence, rules)
    if not groups:
        return sentence
    others = [m for m in sentence.mentions if not any(g.start < m.end and m.start < g.end for g in groups)]
    return replace(sentence, mentions=tuple(sorted((*others, *groups), key=lambda m: m.start)))


def find_groups(sentence: Sentence, rules: Rules) -> list[Mention]:
    """The groups of a sentence, each an entity by the text's own words."""
    encoded = encode(sentence.text, sentence.start, sentence.mentions)
    found: list[Mention] = []
    for match in (m for pattern in rules.groups for m in pattern.finditer(encoded)):
        begin, end = match.span("ref")
        start, stop = encoded.span(begin, end)
        named = any(m.entity for m in encoded.inside(begin, end))
        if named or any(start < m.end and m.start < stop for m in found):
            continue
        words = sentence.text[start - sentence.start : stop - sentence.start]
        entity = Entity(f"person:{slug(words)}", words, "Person")
        found.append(Mention(start, stop, words, "Person", "group", entity))
    return found
