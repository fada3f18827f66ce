"""Relations that a sentence proposes: phrases over its words, frames over its predications."""

import itertools
from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ingest.makers import maker_in_name
from ingest.rules import Frame, Phrase, Rules
from ingest.slots import Encoded
from ingest.text import Mention, Predication, Proposal, Sentence
from kg.model import Span
from ontology import load_ontology

_OF_GROUPS = frozenset({"MOVED", "OPEN_SOURCED"})
"""Relations of people and models that the text does not name."""
QUALIFIERS = frozenset({"amount", "date", "round", "role", "from", "speaker"})
"""Names of slots that become qualifiers of the claim; any other name is context."""
MAKER = "maker"
"""The role of who made what fills the object, where that is named after it."""
NEAREST = "_near"
"""How a role ends that holds what might fill a gap, nearest first: only one of them does."""


def propose(
    sentence: Sentence, encoded: Encoded, predications: Iterable[Predication], rules: Rules
) -> Iterator[Proposal]:
    """Every reading of the sentence that some rule supports and the ontology's types allow."""
    clauses = clause_spans(encoded, rules)
    for phrase in rules.phrases.passing(encoded.text):
        yield from _from_phrase(phrase, sentence, encoded, clauses)
    for predication in predications:
        for frame in rules.frames.get(predication.lemma, ()):
            yield from _from_frame(frame, predication, sentence, encoded)


def may_relate(mentions: Iterable[Mention]) -> bool:
    """Whether any relation can link any two of the mentions."""
    pairs = itertools.permutations(mentions, 2)
    return any(relations_between(one.type, other.type) for one, other in pairs if distinct(one, other))


def distinct(one: Mention, other: Mention) -> bool:
    """Whether two mentions may mean two."""
    return one.entity is None or one.entities != other.entities


def clause_spans(encoded: Encoded, rules: Rules) -> list[Span]:
    """The clauses of a sentence, cut where the language's `clause_end` macro matches."""
    cuts = [m.end() for m in regex.finditer(rules.macros["clause_end"], encoded.text)]
    edges = [0, *cuts, len(encoded.text)]
    return [encoded.span(a, b) for a, b in itertools.pairwise(edges) if a < b]


def clause_of(span: Span, clauses: Iterable[Span]) -> Span:
    """All of the clauses that a stretch of the sentence touches."""
    touched = [clause for clause in clauses if clause[0] < span[1] and span[0] < clause[1]]
    return touched[0][0], touched[-1][1]


def _from_phrase(phrase: Phrase, sentence: Sentence, encoded: Encoded, clauses: list[Span]) -> Iterator[Proposal]:
    for match in phrase.pattern.finditer(encoded):
        span = encoded.span(match.start(), match.end())
        clause = clause_of(span, clauses)
        qualifiers = {}
        for role in match.re.groupindex:
            if role in QUALIFIERS and match[role] is not None and (held := encoded.inside(*match.span(role))):
                qualifiers[role] = held[0]
        subjects, objects = encoded.inside(*match.span("s")), encoded.inside(*match.span("o"))
        for subject, object_ in _pairs(phrase.relation, subjects, objects):
            yield Proposal(
                phrase.relation, subject, object_, sentence, span, clause, phrase.id, phrase.modality, qualifiers,
                phrase.constants, phrase=True,
            )  # fmt: skip


def _from_frame(frame: Frame, predication: Predication, sentence: Sentence, encoded: Encoded) -> Iterator[Proposal]:
    pairs = _arguments(frame, predication)
    if not pairs or not _clause_fits(frame, predication, encoded):
        return
    qualifiers = {}
    for name, roles in frame.qualifiers.items():
        if held := _filled(roles, predication):
            qualifiers[name] = held[0]
    for subject, object_ in pairs:
        yield Proposal(
            frame.relation, subject, object_, sentence, predication.span, predication.clause, frame.id, frame.modality,
            qualifiers, frame.constants, predication.negated,
        )  # fmt: skip


def _arguments(frame: Frame, predication: Predication) -> list[tuple[Mention, Mention]]:
    """The pairs that the roles give; a role with a question mark is asked where no other gives a pair that fits."""
    subjects = [*_fillers(frame, predication, "subject", frame.subject)]
    objects = [*_fillers(frame, predication, "object", frame.object)]
    readings = [*((s, objects[0]) for s in subjects), *((subjects[0], o) for o in objects[1:])]
    return next(filter(None, (list(_pairs(frame.relation, s, o)) for s, o in readings)), [])


def _fillers(frame: Frame, predication: Predication, side: str, roles: tuple[str, ...]) -> Iterator[list[Mention]]:
    """What fills a side: all that its sure roles hold, then each unsure role, of what is only near one at a time."""
    types = frame.types.get(side)
    sure = _filled(tuple(r for r in roles if not r.endswith("?")), predication)
    yield [m for m in sure if not types or m.type in types]
    for role, unsure in ((r.removesuffix("?"), r) for r in roles if r.endswith("?")):
        found = predication.roles.get(unsure, predication.roles.get(role, ()))
        if role == MAKER:
            named = _filled(tuple(r for r in frame.object if not r.endswith("?")), predication)
            found = tuple(maker for m in named if (maker := maker_in_name(m)))
        held = [m for m in found if not types or m.type in types]
        yield from ([m] for m in held) if role.endswith(NEAREST) else [held]


def _filled(roles: tuple[str, ...], predication: Predication) -> list[Mention]:
    return [mention for role in roles for mention in predication.roles.get(role, ())]


def _clause_fits(frame: Frame, predication: Predication, encoded: Encoded) -> bool:
    def matches(pattern: object) -> bool:
        begin, end = predication.clause
        return any(
            begin <= encoded.starts[m.start()] and encoded.span(m.start(), m.end())[1] <= end
            for m in pattern.finditer(encoded)  # type: ignore[attr-defined]
        )

    return (frame.needs is None or matches(frame.needs)) and (frame.without is None or not matches(frame.without))


def _pairs(relation: str, subjects: list[Mention], objects: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    for subject in subjects:
        for object_ in objects:
            nameless = "group" in (subject.how, object_.how)
            fits = relation in relations_between(subject.type, object_.type)
            if fits and (not nameless or relation in _OF_GROUPS):
                yield subject, object_


@cache
def relations_between(subject: str, object_: str) -> tuple[str, ...]:
    """The relations that may link a mention of one type to one of the other."""
    known = load_ontology()
    return tuple(name for name in known.relations if known.allows(subject, name, object_))
