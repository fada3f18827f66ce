"""Annotated sentences as the pipeline reads them, with the claims that they make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.before import with_before
from ingest.context import named, without_overlap
from ingest.forms import short_forms
from ingest.judge.candidates import earlier
from ingest.languages import analyser
from ingest.relate import propose
from ingest.rules import load_rules
from ingest.script import one_script
from ingest.slots import Encoded, encode
from ingest.stated import stated_values
from ingest.terms import find_terms
from ingest.text import VALUE_TYPES, Key, Mention, Proposal, Sentence
from ingest.training.annotated import Annotated, Marked
from ingest.training.referring import is_name
from kg.model import Entity, Language, Span
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
        placed = {mention.span: mention for sentence in sentences for mention in sentence.mentions}
        found: list[Read] = []
        for sentence in sentences:
            encoded = encode(sentence.text, sentence.start, sentence.mentions)
            proposals = list(propose(sentence, encoded, next(parsed), rules))
            claims = dict(_claims(passage, sentence, placed))
            found.append(Read(sentence, encoded, proposals, claims, sentence.index not in passage.silent))
        yield found


def _told(passage: Annotated, lang: Language) -> Iterator[Sentence]:
    """The sentences of a passage with what each may go on about; one that is but a name is the topic of the next."""
    text = one_script(passage.text, lang)
    entities = dict(_entities(passage, text, lang))
    told = [_sentence(number, place, entities, text, lang) for number, place in enumerate(passage.sentences)]
    topic: Mention | None = None
    for sentence in with_before(told):
        first = next(iter(sentence.mentions), None)
        alone = first is not None and first.text == sentence.text
        before = tuple(one for one in sentence.before if one.mentions[0].text != one.text)
        yield replace(sentence, mentions=() if alone else sentence.mentions, before=before, topic=topic)
        topic = replace(first, how="nominal:topic") if first and alone else None


def _entities(passage: Annotated, text: str, lang: Language) -> Iterator[tuple[Marked, Entity | None]]:
    """All that is marked in a passage, with the entity that a name means: a short form that of the long one.

    None is told of values and of words that refer back, and names that a claim links are of two.
    """
    known: dict[tuple[str, str], Entity] = {}
    linked = {frozenset({passage.words(claim.subject), passage.words(claim.object)}) for claim in passage.claims}
    for mark in sorted(passage.mentions, key=lambda mark: mark.start - mark.end):
        if not is_name(mark, passage.text, lang):
            yield mark, None
            continue
        words = text[mark.start : mark.end]
        entity = known.setdefault((mark.type, words), named(words, mark.type))
        yield mark, entity
        for form in short_forms(Mention(*mark.span, words, mark.type, "context", entity), lang):
            if frozenset({form, passage.words(mark)}) not in linked:
                known.setdefault((mark.type, form), entity)


def _sentence(
    number: int, place: Span, entities: Mapping[Marked, Entity | None], text: str, lang: Language
) -> Sentence:
    begin, end = place
    marked = [_mention(mark, entity, text) for mark, entity in entities.items() if begin <= mark.start < end]
    words = text[begin:end]
    stated = [
        replace(m, start=m.start + begin, end=m.end + begin)
        for m in (*stated_values(words, lang, DATED), *find_terms(words, lang))
    ]
    others = (m for m in stated if m.type not in _ANNOTATED)
    mentions = without_overlap([*marked, *sorted(others, key=lambda m: (m.start - m.end, m.start))])
    return Sentence(number, begin, end, words, mentions)


def _mention(marked: Marked, entity: Entity | None, text: str) -> Mention:
    how = "marked" if entity or marked.type in VALUE_TYPES else "nominal"
    return Mention(marked.start, marked.end, text[marked.start : marked.end], marked.type, how, entity)


def _claims(passage: Annotated, sentence: Sentence, placed: Mapping[Span, Mention]) -> Iterator[tuple[Key, str]]:
    """What a sentence claims, with its modality; of what was named before by the mention that candidates have of it."""
    at_hand = {m.entity: m.span for m in (*earlier(sentence), *sentence.mentions) if m.entity}

    def place(marked: Marked) -> Span:
        entity = placed[marked.span].entity if marked.start < sentence.start and marked.span in placed else None
        return at_hand.get(entity, marked.span) if entity else marked.span

    for claim in passage.claims:
        if sentence.start <= max(claim.subject.start, claim.object.start) < sentence.end:
            ends = place(claim.subject), place(claim.object)
            yield (ends[0], claim.relation, ends[1]), claim.modality
            if load_ontology().relations[claim.relation].symmetric:
                yield (ends[1], claim.relation, ends[0]), claim.modality
