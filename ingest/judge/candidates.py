"""Every two mentions that some relation may link and a sentence may speak of, with what the rules say of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from ingest.relate import distinct, relations_between
from ingest.text import Key, Mention, Proposal, Sentence
from kg.model import Span
from ontology import load_ontology

_MOST, _MOST_BEFORE = 40, 8
"""Mentions of a sentence, of more it is a table; and of the sentences before it, the last ones of more."""
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
    for one, other, carried in _pairs(sentence.mentions, before):
        said = frozenset(ruled[one.span, other.span])
        for relation in relations_between(one.type, other.type):
            yield Candidate(one, relation, other, said, carried)


def earlier(sentence: Sentence) -> tuple[Mention, ...]:
    """What was named before a sentence and it does not name again, each once: its topic, the sentences before it."""
    named = {entity for m in sentence.mentions for entity in m.entities}
    found: list[Mention] = []
    before = (m for one in reversed(sentence.before) for m in reversed(one.mentions))
    for mention in filter(None, (sentence.topic, *before)):
        if mention.entities and named.isdisjoint(mention.entities) and mention.how != "group":
            named.update(mention.entities)
            found.append(mention)
    return tuple(found[:_MOST_BEFORE])


def _pairs(mentions: Sequence[Mention], before: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, bool]]:
    """Every two of which one at least stands in the sentence, and whether the other was named before it."""
    named = [(m, True) for m in before] + [(m, False) for m in mentions if m.how != "group"]
    for (subject, subject_carried), (object_, object_carried) in permutations(named, 2):
        if distinct(subject, object_) and not (subject_carried and object_carried):
            yield subject, object_, subject_carried or object_carried


def _ruled(proposals: Sequence[Proposal]) -> dict[Ends, set[str]]:
    """What the rules say of two spans; a symmetric relation is said in both directions."""
    found: dict[Ends, set[str]] = defaultdict(set)
    for proposal in proposals:
        found[proposal.subject.span, proposal.object.span].add(proposal.relation)
        if load_ontology().relations[proposal.relation].symmetric:
            found[proposal.object.span, proposal.subject.span].add(proposal.relation)
    return found
