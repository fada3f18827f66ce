"""The user's own word on who is the same: whom judgements join, and which contradict. Pure; no order matters."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.derive import triple

Same = Mapping[str, str]
"""Whom an entity counts as, by ids; one that counts as itself is not in it."""

SAME_AS = """\
MATCH (j:Judgement) WHERE j.same
UNWIND [j.a, j.b] AS id WITH DISTINCT id
MATCH (e:Entity {id: id})-[:SAME_AS]->(r:Entity)
RETURN e.id AS id, r.id AS as_id, r.name AS as_name, r.type AS as_type"""
"""Reads who counts as whom, led by the judgements: they are few, entities many."""


@dataclass(frozen=True, order=True)
class Judgement:
    """Somebody's word, given `at` an ISO time, that two entities are the same, or are not; `a` is the smaller id."""

    at: str
    a: str
    b: str
    same: bool
    by: str = ""

    @property
    def id(self) -> str:
        return pair_id(self.a, self.b)

    def record(self) -> dict[str, Any]:
        by = {"by": self.by} if self.by else {}
        return {"a": self.a, "b": self.b, "same": self.same, "at": self.at, **by}

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Judgement":
        """The judgement of a record, whatever the order of its ids."""
        a, b = sorted((record["a"], record["b"]))
        return cls(record["at"], a, b, record["same"], record.get("by") or "")

    def __str__(self) -> str:
        return f"{self.a} {'is' if self.same else 'is not'} {self.b}"


def pair_id(one: str, other: str) -> str:
    """The id of the judgement on two entities."""
    joined = "\x1f".join(sorted((one, other)))
    return "jdg-" + hashlib.sha256(joined.encode()).hexdigest()[:20]


def groups(judgements: Iterable[Judgement]) -> list[frozenset[str]]:
    """The entities that are one, two or more a group; of judgements that contradict the earlier stand."""
    ordered = sorted(judgements)
    apart = [{j.a, j.b} for j in ordered if not j.same]
    group: dict[str, frozenset[str]] = {}
    for judgement in (j for j in ordered if j.same):
        both = group.get(judgement.a, frozenset([judgement.a])) | group.get(judgement.b, frozenset([judgement.b]))
        if not any(pair <= both for pair in apart):
            group.update(dict.fromkeys(both, both))
    return sorted(set(group.values()), key=min)


def contradiction(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """A chain of judgements that join two entities, and the one that tells them apart; nothing where all agree."""
    links: dict[str, list[Judgement]] = defaultdict(list)
    apart = []
    for judgement in sorted(judgements):
        if judgement.same:
            links[judgement.a].append(judgement)
            links[judgement.b].append(judgement)
        else:
            apart.append(judgement)
    chains = ((*_chain(links, told.a, told.b), told) for told in apart)
    return min((chain for chain in chains if len(chain) > 1), key=len, default=())


def _chain(links: Mapping[str, Sequence[Judgement]], start: str, end: str) -> tuple[Judgement, ...]:
    """The fewest judgements that join two entities."""
    chains: dict[str, tuple[Judgement, ...]] = {start: ()}
    border = [start]
    while border and end not in chains:
        reached = []
        for here in border:
            for link in links.get(here, ()):
                there = link.b if link.a == here else link.a
                if there not in chains:
                    chains[there] = (*chains[here], link)
                    reached.append(there)
        border = reached
    return chains.get(end, ())


def triple_meant(subject: str, predicate: str, object_: str, same: Same) -> tuple[str, str, str] | None:
    """The triple that a claim of these ids counts for; None where both ends are one."""
    one, other = same.get(subject, subject), same.get(object_, object_)
    return None if one == other else triple(one, predicate, other)
