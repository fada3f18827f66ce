"""Annotated sentences as the pipeline reads them, with the claims that they make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.context import named, without_overlap
from ingest.languages import analyser
from ingest.relate import propose
from ingest.rules import load_rules
from ingest.script import one_script
from ingest.slots import Encoded, encode
from ingest.stated import stated_values
from ingest.terms import find_terms
from ingest.text import VALUE_TYPES, Mention, Parse, Proposal, Sentence
from ingest.training.annotated import Annotated, Marked
from ingest.training.dropped import with_dropped_subjects
from ingest.training.referring import is_name
from kg.model import Language
from ontology import load_ontology

DATED = "2026-01-15"
_ANNOTATED = frozenset({"Money", "Structure", "License"})
Key = tuple[tuple[int, int], str, tuple[int, int]]


@dataclass(frozen=True)
class Read:
    """A sentence with its mentions, what a parse and the rules say of it, and its claims with their modality."""

    sentence: Sentence
    encoded: Encoded
    parse: Parse
    proposals: Sequence[Proposal]
    claims: Mapping[Key, str]


def read(lang: Language, sentences: Sequence[Annotated]) -> Iterator[Read]:
    """Every annotated sentence, read with the mentions that are marked in it."""
    rules = load_rules(lang)
    sentences = list(with_dropped_subjects(lang, sentences))
    marked = [_sentence(sentence, lang) for sentence in sentences]
    parsed = analyser(lang).analyse().parses(marked)
    for annotated, sentence, parse in zip(sentences, marked, parsed, strict=True):
        encoded = encode(sentence.text, sentence.start, sentence.mentions)
        proposals = list(propose(sentence, encoded, parse.predications, rules))
        yield Read(sentence, encoded, parse, proposals, dict(_claims(annotated)))


def _sentence(annotated: Annotated, lang: Language) -> Sentence:
    text, begin = one_script(annotated.text, lang), annotated.begin
    marked = [_mention(mention, text, lang) for mention in annotated.mentions]
    topic = replace(marked.pop(0), how="nominal:topic") if begin else None
    stated = [*stated_values(text, lang, DATED), *find_terms(text, lang)]
    others = (m for m in stated if m.type not in _ANNOTATED and m.start >= begin)
    mentions = without_overlap([*marked, *sorted(others, key=lambda m: (m.start - m.end, m.start))])
    return Sentence(0, begin, len(text), text[begin:], mentions, topic)


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
