"""Records of the store as nodes, edges and citations, and what their Cypher has to return."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from kg.answer import Citation, Edge, Money, Node
from kg.derive import derive, triple

Triple = tuple[str, str, str]
"""Ids of subject and object with the predicate between."""

_EDGE_PROPERTIES = (
    "status", "confidence", "claims", "sources", "first_said", "last_said", "date", "amount_usd", "contested",
    "speakers",
)  # fmt: skip
_CLAIM_PROPERTIES = (
    "id", "predicate", "modality", "confidence", "said", "date", "amount_value", "amount_unit", "amount_usd", "round",
    "role", "kind", "left", "speaker", "sentence", "start", "end", "text", "object_value", "object_unit", "object_usd",
)  # fmt: skip
_ARTICLE_PROPERTIES = ("id", "title", "publisher", "url", "lang")
_NODE_PROPERTIES = ("id", "name", "type")


def _returned(variable: str, properties: Iterable[str], prefix: str) -> str:
    return ", ".join(f"{variable}.{name} AS {prefix}_{name}" for name in properties)


EDGE_FIELDS = ",\n  ".join(
    (
        _returned("s", _NODE_PROPERTIES, "s"),
        "type(r) AS predicate",
        _returned("o", _NODE_PROPERTIES, "o"),
        _returned("r", _EDGE_PROPERTIES, "r"),
    )
)
"""What a statement returns of a relationship `r` from `s` to `o`."""

CLAIM_FIELDS = ",\n  ".join(
    (
        _returned("c", _CLAIM_PROPERTIES, "c"),
        _returned("s", _NODE_PROPERTIES, "s"),
        _returned("o", _NODE_PROPERTIES, "o"),
        _returned("f", _NODE_PROPERTIES, "f"),
        _returned("a", _ARTICLE_PROPERTIES, "a"),
    )
)
"""What a statement returns of a claim `c`, its subject `s`, object `o`, origin `f` and article `a`."""


class Nodes(dict[tuple[str, str, str], Node]):
    """Entities by id, name and type, each made once however many records name it."""

    def __missing__(self, key: tuple[str, str, str]) -> Node:
        node = self[key] = Node(*key)
        return node


def edge(nodes: Nodes, values: Sequence[Any]) -> Edge:
    """The edge of a record of `EDGE_FIELDS`."""
    s_id, s_name, s_type, predicate, o_id, o_name, o_type, *state = values
    status, confidence, claims, sources, first_said, last_said, date, amount_usd, contested, speakers = state
    return Edge(
        nodes[s_id, s_name, s_type],
        predicate,
        nodes[o_id, o_name, o_type],
        status,
        confidence,
        claims,
        sources,
        first_said or "",
        last_said or "",
        date or "",
        amount_usd,
        bool(contested),
        tuple(speakers or ()),
    )


def citation(nodes: Nodes, same: Mapping[str, Node], values: Sequence[Any]) -> Citation:
    """The claim of a record of `CLAIM_FIELDS`; its ends are those they count as."""
    (
        id_, predicate, modality, confidence, said, date, value, unit, usd, round_,
        role, kind, left, speaker, sentence, start, end, text, object_value, object_unit, object_usd,
        s_id, s_name, s_type, o_id, o_name, o_type, f_id, f_name, f_type,
        article, title, publisher, url, lang,
    ) = values  # fmt: skip
    return Citation(
        id_,
        same.get(s_id) or nodes[s_id, s_name, s_type],
        predicate,
        None if o_id is None else same.get(o_id) or nodes[o_id, o_name, o_type],
        object_value or "",
        modality,
        confidence,
        said or "",
        date or "",
        speaker or "",
        None if f_id is None else same.get(f_id) or nodes[f_id, f_name, f_type],
        bool(left),
        round_ or "",
        role or "",
        kind or "",
        _money(value, unit, usd) or (_money(object_value, object_unit, object_usd) if object_unit else None),
        text,
        sentence,
        start,
        end,
        article,
        title or "",
        publisher or "",
        url or "",
        lang or "",
    )


def _money(value: Any, unit: str | None, usd: float | None) -> Money | None:
    return None if value is None else Money(float(value), unit or "", usd)


def by_triple(claims: Iterable[Citation]) -> dict[Triple, list[Citation]]:
    """The claims that link two entities, by the triple under which they count."""
    groups: dict[Triple, list[Citation]] = defaultdict(list)
    for claim in claims:
        if claim.object and claim.object.id != claim.subject.id:
            groups[canonical(claim)].append(claim)
    return groups


def derived(claims: Sequence[Citation]) -> Edge:
    """The edge that claims of one triple give, by the store's own rule; a value as an object is a `Node` without id."""
    first = min(claims, key=attrgetter("triple")) if len(claims) > 1 else claims[0]
    evidence = tuple([claim.id for claim in claims])
    return Edge(first.subject, first.predicate, first.object or Node("", first.value, ""), *derive(claims), evidence)


def canonical(claim: Citation) -> Triple:
    """The triple under which a claim counts: a symmetric relation has the smaller id first."""
    return triple(*claim.triple)
