"""The whole graph as text, one node or relationship a line, the same for equal graphs on every store."""

import json
from collections.abc import Iterator
from typing import Any

from kg.store import Store

_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
_RELATIONSHIPS = """
MATCH (s)-[r]->(o)
RETURN labels(s) AS s_labels, s.id AS s, type(r) AS type, properties(r) AS properties,
  labels(o) AS o_labels, o.id AS o"""


def dump(store: Store) -> str:
    """Every node, label, relationship and property in one fixed order; nothing that a server numbers for itself."""
    return "".join(sorted(f"{line}\n" for line in (*_nodes(store), *_relationships(store))))


def _nodes(store: Store) -> Iterator[str]:
    for row in store.read(_NODES):
        yield f"({':'.join(sorted(row['labels']))}) {_json(row['properties'])}"


def _relationships(store: Store) -> Iterator[str]:
    for row in store.read(_RELATIONSHIPS):
        ends = [f"({':'.join(sorted(row[f'{end}_labels']))} {_json(row[end])})" for end in ("s", "o")]
        yield f"{ends[0]}-[{row['type']} {_json(row['properties'])}]->{ends[1]}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
