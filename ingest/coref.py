"""Words that refer back ("the company", 同社, 该公司): resolved to the most salient fitting mention, or left alone."""

from dataclasses import replace

from ingest.rules import Nominal, Rules
from ingest.slots import descendants, encode
from ingest.text import Mention, Sentence
from kg.model import Entity


def resolve_nominals(sentences: tuple[Sentence, ...], rules: Rules) -> tuple[Mention, ...]:
    """Mentions for the nominals of an article; each is linked to what it refers to, conservatively."""
    found: list[Mention] = []
    for index, sentence in enumerate(sentences):
        encoded = encode(sentence.text, sentence.start, sentence.mentions)
        taken: list[Mention] = []
        for nominal in rules.nominals:
            for match in nominal.pattern.finditer(encoded):
                group = "ref" if "ref" in match.re.groupindex else 0
                start, end = encoded.span(*match.span(group))
                if start == end or any(start < t.end and t.start < end for t in (*taken, *sentence.mentions)):
                    continue
                referents = _antecedents(nominal, sentences, index, start)
                if len(referents) == nominal.number:
                    words = sentence.text[start - sentence.start : end - sentence.start]
                    first, *also = referents
                    taken.append(Mention(start, end, words, first.type, "nominal", first, tuple(also)))
        found += taken
    return tuple(sorted(found, key=lambda m: m.start))


def _antecedents(nominal: Nominal, sentences: tuple[Sentence, ...], index: int, before: int) -> list[Entity]:
    """The entities most salient before an offset: those of the nearest sentence, its first one (the topic) foremost."""
    types = frozenset().union(*(descendants(t) for t in nominal.types))
    for back in range(nominal.reach + 1):
        if index - back < 0:
            break
        fitting = [m for m in sentences[index - back].mentions if m.type in types and m.end <= before and m.entity]
        distinct = list(dict.fromkeys(m.entity for m in fitting if m.entity))
        if len(distinct) >= nominal.number:
            return distinct[: nominal.number]
    return []


def add_mentions(sentence: Sentence, extra: tuple[Mention, ...]) -> Sentence:
    """The sentence with those of the extra mentions that lie in it."""
    inside = (m for m in extra if sentence.start <= m.start and m.end <= sentence.end)
    return replace(sentence, mentions=tuple(sorted((*sentence.mentions, *inside), key=lambda m: m.start)))
