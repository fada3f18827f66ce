"""Every two mentions of a sentence that some relation may link, with what the judge looks at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from spacy.strings import get_string_id

from ingest.judge.features import of_pair, of_relation, signals
from ingest.judge.paths import of_path
from ingest.judge.view import View, view
from ingest.relate import linkable
from ingest.slots import Encoded
from ingest.text import VALUE_TYPES, Mention, Parse, Proposal
from kg.model import Language
from ontology import load_ontology

SPACE = 2**20
"""How many numbers features are hashed to."""
_MOST = 40
_VALUES = frozenset({"Money", "Structure"})
Pair = tuple[Mention, Mention]
Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True)
class Candidate:
    """A relation between two mentions, and the numbers of its features (with repetition, where hashes meet)."""

    subject: Mention
    relation: str
    object: Mention
    features: Numbers


def candidates(
    encoded: Encoded,
    lang: Language,
    parse: Parse,
    proposals: Sequence[Proposal],
    topic: Mention | None = None,
) -> Iterator[Candidate]:
    """All candidates of a sentence, also with what it goes on about; a table of forty names and more is not read."""
    mentions = list(encoded.mentions.values())
    if len(mentions) > _MOST:
        return
    if topic and not any(set(topic.entities) & set(m.entities) for m in mentions):
        mentions.insert(0, topic)
    else:
        topic = None
    seen = view(encoded, lang, topic)
    ruled = _ruled(proposals)
    for pair in _pairs(mentions):
        if relations := _relations(pair[0].type, pair[1].type):
            yield from _of_pair(pair, relations, seen, parse, frozenset(ruled[pair[0].span, pair[1].span]))


def _of_pair(
    pair: Pair, relations: Sequence[str], seen: View, parse: Parse, ruled: frozenset[str]
) -> Iterator[Candidate]:
    subject, object_ = pair
    one, other = (parse.ways.get(mention.span, ()) for mention in pair)
    looks = [*of_pair(seen, subject, object_), *of_path(one, other)]
    shared = np.array([_number(feature) for feature in looks], dtype=np.int64)
    called = signals(seen, subject, object_, parse.predications, frozenset(relations))
    for relation in relations:
        own = np.array([_number(feature) for feature in of_relation(relation, called, ruled)], dtype=np.int64)
        yield Candidate(subject, relation, object_, np.concatenate([shared ^ _number(relation), own]))


def _number(feature: str) -> int:
    return int(get_string_id(feature)) % SPACE


def _pairs(mentions: Sequence[Mention]) -> Iterator[Pair]:
    for subject in mentions:
        for object_ in mentions:
            told_apart = subject.entity is None or subject.entities != object_.entities
            if subject is not object_ and told_apart and "group" not in (subject.how, object_.how):
                yield subject, object_


@cache
def _relations(subject: str, object_: str) -> tuple[str, ...]:
    if subject in VALUE_TYPES or (object_ in VALUE_TYPES and object_ not in _VALUES):
        return ()
    return tuple(name for name in load_ontology().relations if linkable(name, subject, object_))


def _ruled(proposals: Sequence[Proposal]) -> dict[tuple[object, object], set[str]]:
    """What the rules say of two spans; a symmetric relation is said in both directions."""
    found: dict[tuple[object, object], set[str]] = defaultdict(set)
    for proposal in proposals:
        found[proposal.subject.span, proposal.object.span].add(proposal.relation)
        if load_ontology().relations[proposal.relation].symmetric:
            found[proposal.object.span, proposal.subject.span].add(proposal.relation)
    return found
