"""Annotated sentences as the pipeline reads them, with the claims that they make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from ingest.before import with_before
from ingest.context import named, without_overlap
from ingest.languages import analyser
from ingest.relate import propose
from ingest.rules import load_rules
from ingest.script import one_script
from ingest.slots import Encoded, encode
from ingest.stated import stated_values
from ingest.terms import find_terms
from ingest.text import VALUE_TYPES, Key, Mention, Proposal, Sentence
from ingest.training.annotated import BEFORE, Annotated, Marked
from ingest.training.following import with_following
from ingest.training.referring import is_name
from kg.model import Language, Span
from ontology import load_ontology

DATED = "2026-01-15"
_ANNOTATED = frozenset({"Money", "Structure", "License"})


@dataclass(frozen=True)
class Read:
    """A sentence with its mentions, what the rules say of it, and its claims with their modality."""

    sentence: Sentence
    encoded: Encoded
    proposals: Sequence[Proposal]
    claims: Mapping[Key, str]


def read(lang: Language, sentences: Sequence[Annotated]) -> Iterator[Read]:
    """Every annotated sentence, read with the mentions that are marked in it and in what was said before it."""
    rules = load_rules(lang)
    sentences = list(with_following(lang, sentences))
    marked = [_told(sentence, lang) for sentence in sentences]
    parsed = analyser(lang).analyse().predications(marked)
    for annotated, sentence, predications in zip(sentences, marked, parsed, strict=True):
        encoded = encode(sentence.text, sentence.start, sentence.mentions)
        proposals = list(propose(sentence, encoded, predications, rules))
        yield Read(sentence, encoded, proposals, dict(_claims(annotated)))


def _told(annotated: Annotated, lang: Language) -> Sentence:
    """The last sentence of a passage, with the one before it and what it goes on about."""
    text = one_script(annotated.text, lang)
    ends = [*(m.start() for m in regex.finditer(f" {BEFORE} ", text)), len(text)]
    begins = [0, *(end + len(BEFORE) + 2 for end in ends[:-1])]
    told = [
        _sentence(number, (begin, end), annotated.mentions, text, lang)
        for number, (begin, end) in enumerate(zip(begins, ends, strict=True))
    ]
    *_, before, last = None, *told
    if before is None:
        return last
    before = replace(before, mentions=tuple(m for m in before.mentions if m.how != "nominal"))
    if before.mentions and before.mentions[0].text == before.text:
        return replace(last, topic=replace(before.mentions[0], how="nominal:topic"))
    return with_before([before, last])[-1]


def _sentence(number: int, place: Span, marks: Iterable[Marked], text: str, lang: Language) -> Sentence:
    begin, end = place
    marked = [_mention(mark, text, lang) for mark in marks if begin <= mark.start < end]
    words = text[begin:end]
    stated = [
        replace(m, start=m.start + begin, end=m.end + begin)
        for m in (*stated_values(words, lang, DATED), *find_terms(words, lang))
    ]
    others = (m for m in stated if m.type not in _ANNOTATED)
    mentions = without_overlap([*marked, *sorted(others, key=lambda m: (m.start - m.end, m.start))])
    return Sentence(number, begin, end, words, mentions)


def _mention(marked: Marked, text: str, lang: Language) -> Mention:
    words = text[marked.start : marked.end]
    entity = None if marked.type in VALUE_TYPES else named(words, marked.type)
    how = "marked" if entity is None or is_name(marked, text, lang) else "nominal"
    return Mention(marked.start, marked.end, words, marked.type, how, entity)


def _claims(annotated: Annotated) -> Iterator[tuple[Key, str]]:
    for claim in annotated.claims:
        ends = (claim.subject.start, claim.subject.end), (claim.object.start, claim.object.end)
        yield (ends[0], claim.relation, ends[1]), claim.modality
        if load_ontology().relations[claim.relation].symmetric:
            yield (ends[1], claim.relation, ends[0]), claim.modality
