"""Raw Cypher: what a person writes, refused if it writes, as an Answer of plain cells."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from kg.answer import Answer, Cell, Citation, Statement
from kg.query.readonly import check_reads_only


class Store(Protocol):
    """The part of a store that raw Cypher needs."""

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]: ...
    def first(self, count: int, cypher: str) -> list[dict[str, Any]]: ...
    def write(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]: ...


def run_cypher(store: Store, text: str, *, write: bool = False, limit: int | None = None) -> Answer:
    """Run a statement; without `write` one that could change the graph raises `UsageError` before it is sent."""
    if write:
        found = store.write(text)
    else:
        check_reads_only(text)
        found = store.read(text) if limit is None else store.first(limit + 1, text)
    records = found[:limit]
    notes = ("There are more rows; raise --limit to see them.",) if len(records) < len(found) else ()
    columns = tuple(records[0]) if records else ()
    rows = tuple(tuple(_cell(record[column]) for column in columns) for record in records)
    claims: tuple[tuple[Citation, ...], ...] = ((),) * len(rows)
    return Answer("cypher", "Cypher", columns, rows, claims, cypher=(Statement(text),), notes=notes, cited=False)


def _cell(value: Any) -> Cell:
    """A plain value as it is; a node, list or map as JSON, a date or other kind of the store as its text."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Mapping | list | tuple):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return str(value)
