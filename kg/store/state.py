"""What one article contributes to the graph, and what it should contribute after a load. Pure."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.store.entities import Called
from kg.store.group import Bundle

Claims = Mapping[str, Mapping[str, Any]]
"""Claim records by id."""


@dataclass(frozen=True, order=True)
class Mention:
    """How often an article names an entity, and what it calls it."""

    count: int
    called: Called

    def __or__(self, other: "Mention") -> "Mention":
        """Both together; in no order, and the same again adds nothing."""
        name, kind = min((self.called.name, self.called.type), (other.called.name, other.called.type))
        forms = tuple(sorted({*self.called.forms, *other.called.forms}))
        return Mention(max(self.count, other.count), Called(name, kind, forms))


@dataclass(frozen=True)
class State:
    """One article in the graph: its properties, the entities it names, its claims."""

    article: Mapping[str, Any]
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    claims: Claims = field(default_factory=dict)


def wanted(bundle: Bundle, stored: State | None, *, replace: bool) -> State:
    """What the article should be: its new records, with those stored unless its text has changed.

    `replace` forgets what is stored although the text is the same.
    """
    kept = None if stored and (replace or is_other_text(bundle, stored)) else stored
    claims = {**(kept.claims if kept else {}), **_by_id(bundle.claims)}
    mentions: dict[str, Mention] = dict(kept.mentions) if kept else {}
    for entity, mention in (*_told(bundle.mentions), *_named_by(claims.values())):
        mentions[entity] = mentions[entity] | mention if entity in mentions else mention
    article = bundle.article or (stored.article if stored else {"id": bundle.id})
    return State(article, mentions, claims)


def is_other_text(bundle: Bundle, stored: State) -> bool:
    """Whether the load brings another text of the article than the one that was read before."""
    before, now = stored.article.get("sha256"), (bundle.article or {}).get("sha256")
    return bool(before and now and before != now)


def _by_id(claims: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Of several claims of one id the surest, then the last in order of text."""
    found: dict[str, Mapping[str, Any]] = {}
    for claim in claims:
        other = found.setdefault(claim["id"], claim)
        if other is not claim:
            found[claim["id"]] = max(other, claim, key=_sureness)
    return found


def _sureness(claim: Mapping[str, Any]) -> tuple[float, str]:
    return claim["confidence"], json.dumps(claim, sort_keys=True)


def _told(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Mention]]:
    for record in records:
        forms = tuple(sorted(set(record["mentions"])))
        yield record["id"], Mention(len(record["spans"]), Called(record["name"], record["type"], forms))


def _named_by(claims: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Mention]]:
    """A claim names its entities too, where no list of mentions does."""
    spans: dict[str, set[str]] = {}
    called: dict[str, Called] = {}
    for claim in claims:
        for end in entities_of(claim):
            spans.setdefault(end["id"], set()).add(str(end.get("span")))
            way = Called(end["name"], end["type"])
            called[end["id"]] = min(way, called.get(end["id"], way))
    return ((entity, Mention(len(places), called[entity])) for entity, places in spans.items())


def entities_of(claim: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The entity records of a claim: subject, and object, speaker and origin where they are entities."""
    qualifiers = claim["qualifiers"]
    for end in (claim["subject"], claim["object"], qualifiers.get("speaker"), qualifiers.get("from")):
        if isinstance(end, Mapping) and "id" in end:
            yield end
