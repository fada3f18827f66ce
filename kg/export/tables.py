"""A folder of CSV files that a spreadsheet opens without running anything and Neo4j imports with LOAD CSV."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.export.graph import Landscape, Record
from kg.export.writing import write_file
from ontology.load import load_ontology

LIST_MARK = "|"
"""Stands between the items of a list in one cell."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_NODES = (
    "id", "name", "type", "labels", "name_ja", "name_zh", "aliases", "wikidata", "country", "parent", "developer",
    "designer", "family",
)  # fmt: skip
_EDGES = (
    "id", "subject", "predicate", "object", "status", "claims", "sources", "first_said", "last_said", "date",
    "amount_usd", "confidence", "contested", "speakers",
)  # fmt: skip
_CLAIMS = (
    "id", "triple", "article", "subject", "predicate", "object", "object_value", "object_unit", "object_kind",
    "object_usd",
    "modality", "confidence", "said", "date", "speaker", "speaker_id", "from", "from_id", "amount_value",
    "amount_unit", "amount_usd", "round", "role", "kind", "left", "sentence", "start", "end", "text",
    "subject_name", "subject_type", "subject_mention", "subject_span", "object_name", "object_type", "object_mention",
    "object_span", "extractor", "qualifiers",
)  # fmt: skip
_ARTICLES = ("id", "title", "url", "publisher", "published", "lang", "sha256")


def write_tables(landscape: Landscape, folder: Path) -> None:
    """Write nodes.csv, edges.csv, claims.csv, articles.csv and import.cypher into a folder, made where missing.

    A text that a spreadsheet would run as a formula, or that starts with an apostrophe, gets an apostrophe in front;
    import.cypher takes it off again.
    """
    nodes = [{**entity, "labels": ["Entity", *_lineage(entity)]} for entity in landscape.entities.values()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder} is no folder and can't be made one: {error.strerror}; give another with -o."
        ) from error
    for name, columns, rows in (
        ("nodes", _NODES, nodes),
        ("edges", _EDGES, landscape.edges),
        ("claims", _CLAIMS, landscape.claims.values()),
        ("articles", _ARTICLES, landscape.articles.values()),
    ):
        write_file(folder / f"{name}.csv", [_table(columns, rows)])
    script = Path(__file__).with_name("import.cypher").read_text(encoding="utf-8")
    write_file(folder / "import.cypher", [script])


def _lineage(entity: Record) -> tuple[str, ...]:
    return load_ontology().lineage(entity["type"])[::-1]


def _table(columns: tuple[str, ...], rows: Iterable[Record]) -> str:
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list() | tuple():
            return _safe(LIST_MARK.join(map(str, value)))
        case str():
            return _safe(value)
        case _:
            return value


def _safe(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
