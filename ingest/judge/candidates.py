"""Every two mentions that some relation may link and a sentence may speak of, with what the rules say of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.relate import linkable
from ingest.text import VALUE_TYPES, Key, Mention, Proposal, Sentence
from kg.model import Span
from ontology import load_ontology

_MOST, _MOST_BEFORE = 40, 8
"""Mentions of a sentence, of more it is a table; and of the sentence before it, the last ones of more."""
_VALUES = frozenset({"Money", "Structure"})
Pair = tuple[Mention, Mention]
Ends = tuple[Span, Span]


@dataclass(frozen=True)
class Candidate:
    """A relation between two mentions.

    `ruled` are the relations that rules propose between them; `carried` is whether one was named before the sentence.
    """

    subject: Mention
    relation: str
    object: Mention
    ruled: frozenset[str] = frozenset()
    carried: bool = False

    @property
    def key(self) -> Key:
        """Its two, by their places, and its relation."""
        return self.subject.span, self.relation, self.object.span


def candidates(sentence: Sentence, proposals: Sequence[Proposal]) -> Iterator[Candidate]:
    """All candidates of a sentence, also with what was named before it; a table of names is not read."""
    if len(sentence.mentions) > _MOST:
        return
    ruled, before = _ruled(proposals), earlier(sentence)
    for one, other in _pairs(sentence.mentions, before):
        said = frozenset(ruled[one.span, other.span])
        for relation in _relations(one.type, other.type):
            yield Candidate(one, relation, other, said, carried=one in before or other in before)


def earlier(sentence: Sentence) -> tuple[Mention, ...]:
    """What was named before a sentence and it does not name again, each once: its topic, the sentence before it."""
    named = {entity for m in sentence.mentions for entity in m.entities}
    found: list[Mention] = []
    before = reversed(sentence.before.mentions) if sentence.before else ()
    for mention in filter(None, (sentence.topic, *before)):
        if mention.entities and named.isdisjoint(mention.entities) and mention.how != "group":
            named.update(mention.entities)
            found.append(mention)
    return tuple(found[:_MOST_BEFORE])


def _pairs(mentions: Sequence[Mention], before: Sequence[Mention]) -> Iterator[Pair]:
    for subject in (*before, *mentions):
        for object_ in (*before, *mentions):
            told_apart = subject.entity is None or subject.entities != object_.entities
            here = subject not in before or object_ not in before
            if subject is not object_ and told_apart and here and "group" not in (subject.how, object_.how):
                yield subject, object_


@cache
def _relations(subject: str, object_: str) -> tuple[str, ...]:
    if subject in VALUE_TYPES or (object_ in VALUE_TYPES and object_ not in _VALUES):
        return ()
    return tuple(name for name in load_ontology().relations if linkable(name, subject, object_))


def _ruled(proposals: Sequence[Proposal]) -> dict[Ends, set[str]]:
    """What the rules say of two spans; a symmetric relation is said in both directions."""
    found: dict[Ends, set[str]] = defaultdict(set)
    for proposal in proposals:
        found[proposal.subject.span, proposal.object.span].add(proposal.relation)
        if load_ontology().relations[proposal.relation].symmetric:
            found[proposal.object.span, proposal.subject.span].add(proposal.relation)
    return found
