"""Records of the store as nodes, edges and citations, and what their Cypher has to return."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.answer import Citation, Edge, Money, Node
from kg.derive import Stated, derive, triple

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

    def end(self, record: Mapping[str, Any], prefix: str) -> Node:
        """The node that a record returned under a prefix."""
        return self[record[f"{prefix}_id"], record[f"{prefix}_name"], record[f"{prefix}_type"]]


def edge(record: Mapping[str, Any], nodes: Nodes) -> Edge:
    """The edge of a record with `EDGE_FIELDS`."""
    return Edge(
        subject=nodes.end(record, "s"),
        predicate=record["predicate"],
        object=nodes.end(record, "o"),
        status=record["r_status"],
        confidence=record["r_confidence"],
        claims=record["r_claims"],
        sources=record["r_sources"],
        first_said=record["r_first_said"] or "",
        last_said=record["r_last_said"] or "",
        date=record["r_date"] or "",
        amount_usd=record["r_amount_usd"],
        contested=bool(record["r_contested"]),
        speakers=tuple(record["r_speakers"] or ()),
    )


def citation(record: Mapping[str, Any], nodes: Nodes, same: Mapping[str, Node]) -> Citation:
    """The claim of a record with `CLAIM_FIELDS`; its ends are those they count as."""

    def end(prefix: str) -> Node:
        node = nodes.end(record, prefix)
        return same.get(node.id, node)

    return Citation(
        id=record["c_id"],
        subject=end("s"),
        predicate=record["c_predicate"],
        object=end("o") if record["o_id"] else None,
        value=record["c_object_value"] or "",
        modality=record["c_modality"],
        confidence=record["c_confidence"],
        said=record["c_said"] or "",
        date=record["c_date"] or "",
        speaker=record["c_speaker"] or "",
        origin=end("f") if record["f_id"] else None,
        left=bool(record["c_left"]),
        round=record["c_round"] or "",
        role=record["c_role"] or "",
        kind=record["c_kind"] or "",
        money=_money(record),
        text=record["c_text"],
        sentence=record["c_sentence"],
        start=record["c_start"],
        end=record["c_end"],
        article=record["a_id"],
        title=record["a_title"] or "",
        publisher=record["a_publisher"] or "",
        url=record["a_url"] or "",
        lang=record["a_lang"] or "",
    )


def edges_from(claims: Iterable[Citation]) -> list[Edge]:
    """One edge for each subject, predicate and object entity of the claims, in the order of these three."""
    return [derived(told) for _, told in sorted(by_triple(claims).items())]


def by_triple(claims: Iterable[Citation]) -> dict[Triple, list[Citation]]:
    """The claims that link two entities, by the triple under which they count."""
    groups: dict[Triple, list[Citation]] = defaultdict(list)
    for claim in claims:
        if claim.object and claim.object.id != claim.subject.id:
            groups[canonical(claim)].append(claim)
    return groups


def derived(claims: Sequence[Citation]) -> Edge:
    """The edge that claims of one triple give, by the store's own rule; a value as an object is a `Node` without id."""
    first = min(claims, key=lambda claim: claim.triple)
    state = derive(map(_stated, claims))
    return Edge(first.subject, first.predicate, first.object or Node("", first.value, ""), **state._asdict())


def canonical(claim: Citation) -> Triple:
    """The triple under which a claim counts: a symmetric relation has the smaller id first."""
    return triple(*claim.triple)


def _stated(claim: Citation) -> Stated:
    amount = claim.money.usd if claim.money else None
    return Stated(
        claim.id, claim.article, claim.modality, claim.confidence, claim.said, claim.date, claim.speaker, amount
    )


def _money(record: Mapping[str, Any]) -> Money | None:
    if record["c_amount_value"] is not None:
        return Money(float(record["c_amount_value"]), record["c_amount_unit"] or "", record["c_amount_usd"])
    if record["c_object_unit"]:
        return Money(float(record["c_object_value"]), record["c_object_unit"], record["c_object_usd"])
    return None
