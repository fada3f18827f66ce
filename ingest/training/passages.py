"""Annotated sentences as the pipeline reads them, with the claims that they make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.context import named, without_overlap
from ingest.languages import analyser
from ingest.relate import propose
from ingest.rules import load_rules
from ingest.script import one_script
from ingest.slots import Encoded, encode
from ingest.stated import stated_values
from ingest.terms import find_terms
from ingest.text import VALUE_TYPES, Mention, Predication, Proposal, Sentence
from ingest.training.annotated import Annotated, Marked
from kg.model import Language
from ontology import load_ontology

_DATED = "2026-01-15"
_ANNOTATED = frozenset({"Money", "Structure", "License"})
Key = tuple[tuple[int, int], str, tuple[int, int]]


@dataclass(frozen=True)
class Read:
    """A sentence with its mentions, what a parse and the rules say of it, and (subject, relation, object) it claims."""

    encoded: Encoded
    predications: Sequence[Predication]
    proposals: Sequence[Proposal]
    claims: frozenset[Key]


def read(lang: Language, sentences: Sequence[Annotated]) -> Iterator[Read]:
    """Every annotated sentence, read with the mentions that are marked in it."""
    rules = load_rules(lang)
    marked = [_sentence(sentence, lang) for sentence in sentences]
    parsed = analyser(lang).analyse().predications(marked)
    for annotated, sentence, predications in zip(sentences, marked, parsed, strict=True):
        encoded = encode(sentence.text, 0, sentence.mentions)
        proposals = list(propose(sentence, encoded, predications, rules))
        yield Read(encoded, predications, proposals, frozenset(_claims(annotated)))


def _sentence(annotated: Annotated, lang: Language) -> Sentence:
    text = one_script(annotated.text, lang)
    marked = [_mention(mention, text) for mention in annotated.mentions]
    stated = [*stated_values(text, lang, _DATED), *find_terms(text, lang)]
    others = sorted((m for m in stated if m.type not in _ANNOTATED), key=lambda m: (m.start - m.end, m.start))
    return Sentence(0, 0, len(text), text, without_overlap([*marked, *others]))


def _mention(marked: Marked, text: str) -> Mention:
    words = text[marked.start : marked.end]
    entity = None if marked.type in VALUE_TYPES else named(words, marked.type)
    return Mention(marked.start, marked.end, words, marked.type, "marked", entity)


def _claims(annotated: Annotated) -> Iterator[Key]:
    for claim in annotated.claims:
        ends = (claim.subject.start, claim.subject.end), (claim.object.start, claim.object.end)
        yield ends[0], claim.relation, ends[1]
        if load_ontology().relations[claim.relation].symmetric:
            yield ends[1], claim.relation, ends[0]
