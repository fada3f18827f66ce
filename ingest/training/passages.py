"""Annotated sentences as the pipeline reads them, with the claims that they make."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.context import named, without_overlap
from ingest.forms import short_forms
from ingest.judge.candidates import Candidate, earlier
from ingest.languages import analyse
from ingest.proposed import proposed
from ingest.rules import load_rules
from ingest.script import one_script
from ingest.slots import Encoded, encode
from ingest.stated import stated_values
from ingest.terms import find_terms
from ingest.text import VALUE_TYPES, Key, Mention, Proposal, Sentence
from ingest.training.annotated import PARTED, Annotated, Marked
from ingest.training.naming.referring import is_name
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

    def judged(self, found: Iterable[Candidate]) -> dict[Key, str | None]:
        """By candidate the modality it is claimed with, if it is; without those that say a claim by other mentions."""
        told = list(found)
        claimed = {_said(candidate) for candidate in told if candidate.key in self.claims}
        asked = (c.key for c in told if c.key in self.claims or _said(c) not in claimed)
        return {key: self.claims.get(key) for key in asked}


def _said(candidate: Candidate) -> tuple[Hashable, ...]:
    ends = (end.entity or end.span for end in (candidate.subject, candidate.object))
    return candidate.relation, *ends


def read(lang: Language, passages: Sequence[Annotated]) -> Iterator[list[Read]]:
    """Every annotated passage, read as an article is, but with the mentions that are marked in it."""
    rules, analysis = load_rules(lang), analyse(lang)
    for passage in passages:
        told = proposed(list(_told(passage, lang)), analysis, rules)
        placed = {mention.span: mention for sentence, _ in told for mention in sentence.mentions}
        found: list[Read] = []
        for sentence, proposals in told:
            encoded = encode(sentence)
            claims = dict(_claims(passage, sentence, placed))
            found.append(Read(sentence, encoded, proposals, claims, sentence.index not in passage.silent))
        yield found


def _told(passage: Annotated, lang: Language) -> Iterator[Sentence]:
    """The sentences of a passage; one that is but a name is the topic of the next.

    One that others go on with ends where the next begins, as in a paragraph.
    """
    text = one_script(passage.text, lang)
    entities = dict(_entities(passage, text, lang))
    topic: Mention | None = None
    for number, (begin, end) in enumerate(passage.sentences):
        goes_on = len(PARTED) if passage.text.startswith(PARTED, end) else 0
        sentence = _sentence(number, (begin, end), entities, text, lang)
        first = next(iter(sentence.mentions), None)
        alone = first is not None and first.text == sentence.text
        mentions = () if alone else sentence.mentions
        yield replace(sentence, end=end + goes_on, mentions=mentions, topic=topic)
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
    """What a sentence claims, with its modality."""
    for claim in passage.claims:
        if sentence.start <= max(claim.subject.start, claim.object.start) < sentence.end:
            subject = _place(claim.subject, claim.object, sentence, placed)
            object_ = _place(claim.object, claim.subject, sentence, placed)
            yield (subject, claim.relation, object_), claim.modality
            if load_ontology().relations[claim.relation].symmetric:
                yield (object_, claim.relation, subject), claim.modality


def _place(end: Marked, other: Marked, sentence: Sentence, placed: Mapping[Span, Mention]) -> Span:
    """Where a sentence speaks of an end of its claim: of what was named before by a word that refers back, if any.

    Else it is meant by the mention that candidates have of it.
    """
    entity = placed[end.span].entity if end.start < sentence.start and end.span in placed else None
    if entity is None:
        return end.span
    referring = [m for m in sentence.mentions if entity in m.entities]
    if referring:
        return min(referring, key=lambda m: abs(m.start - other.start)).span
    return next((m.span for m in earlier(sentence) if entity in m.entities), end.span)
