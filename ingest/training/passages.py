"""Annotated sentences as the pipeline reads them, with the claims that they make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.before import with_before
from ingest.context import named, without_overlap
from ingest.languages import analyser
from ingest.relate import propose
from ingest.rules import Rules, load_rules
from ingest.script import one_script
from ingest.slots import Encoded, encode
from ingest.stated import stated_values
from ingest.terms import find_terms
from ingest.text import VALUE_TYPES, Key, Mention, Predication, Proposal, Sentence
from ingest.training.annotated import Annotated, Marked
from ingest.training.referring import is_name
from kg.model import Language, Span
from ontology import load_ontology

DATED = "2026-01-15"
_ANNOTATED = frozenset({"Money", "Structure", "License"})


@dataclass(frozen=True)
class Read:
    """A sentence with its mentions, what the rules say of it, and its claims with their modality, if they are known."""

    sentence: Sentence
    encoded: Encoded
    proposals: Sequence[Proposal]
    claims: Mapping[Key, str]
    known: bool


def read(lang: Language, passages: Sequence[Annotated]) -> Iterator[list[Read]]:
    """Every annotated passage, read with the mentions that are marked in it."""
    rules = load_rules(lang)
    told = [list(_told(passage, lang)) for passage in passages]
    parsed = analyser(lang).analyse().predications(sentence for sentences in told for sentence in sentences)
    for passage, sentences in zip(passages, told, strict=True):
        claims = dict(_claims(passage))
        yield [_read(passage, sentence, claims, next(parsed), rules) for sentence in sentences]


def _read(
    passage: Annotated,
    sentence: Sentence,
    claims: Mapping[Key, str],
    predications: Sequence[Predication],
    rules: Rules,
) -> Read:
    encoded = encode(sentence.text, sentence.start, sentence.mentions)
    proposals = list(propose(sentence, encoded, predications, rules))
    own = {key: modality for key, modality in claims.items() if sentence.start <= max(key[0], key[2])[0] < sentence.end}
    return Read(sentence, encoded, proposals, own, sentence.index not in passage.silent)


def _told(passage: Annotated, lang: Language) -> Iterator[Sentence]:
    """The sentences of a passage with what each may go on about; one that is but a name is the topic of the next."""
    text = one_script(passage.text, lang)
    told = [_sentence(number, place, passage.mentions, text, lang) for number, place in enumerate(passage.sentences)]
    topic: Mention | None = None
    for sentence in with_before(told):
        first = next(iter(sentence.mentions), None)
        alone = first is not None and first.text == sentence.text
        before = tuple(one for one in sentence.before if one.mentions[0].text != one.text)
        yield replace(sentence, mentions=() if alone else sentence.mentions, before=before, topic=topic)
        topic = replace(first, how="nominal:topic") if first and alone else None


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
