"""Articles annotated by hand, one a line, with the texts that stand beside them.

A line, broken here:

    {"id": "en-1", "lang": "en", "published": "2025-01-10", "title": "Tarnbeck raises", "text": "Tarnbeck plans to …",
     "entities": [{"name": "Tarnbeck", "type": "Company", "mentions": ["Tarnbeck", "the firm"]}],
     "claims": [{"s": "Tarnbeck", "p": "RAISED", "o": "1500000000 USD", "modality": "planned", "optional": true}]}

`text` may stand in a file of its own, `published` and `title` be left out. `s` and `o` are names of entities, or `o` is
a value; `mentions` are other forms of a name. What is `optional` may be found and need not be.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from kg.errors import SourceError
from kg.model import Article

Row = dict[str, Any]
_KEYS = ("id", "lang", "entities", "claims")


def read_annotated(
    paths: Iterable[Path], texts: Path | None = None, *, lang: str | None = None, half: str | None = None
) -> Iterator[Row]:
    """The annotated articles of some files, of one language and half where these are given.

    `texts` is a folder with ID.txt of every article whose text is not in its row; one without a text is told and left
    out. Raises `SourceError` for a line that is no JSON or lacks something.
    """
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            row = _with_text(_row(path, number, line), texts) if line.strip() else None
            if row and lang in (None, row["lang"]) and half in (None, half_of(row["id"])):
                yield row


def article_of(row: Mapping[str, Any]) -> Article:
    """The article that was annotated."""
    return Article(row["id"], row["text"], row["lang"], row.get("title", ""), published=row.get("published", ""))


def half_of(article: str) -> str:
    """The half, a or b, that an article is in; it never changes: rules are tuned on one and judged on the other."""
    return "ab"[hashlib.sha256(article.encode()).digest()[0] % 2]


def _row(path: Path, number: int, line: str) -> Row:
    where, remedy = f"{path}:{number}", "mend or remove the line"
    try:
        row: Row = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(where, f"not JSON ({error.msg})", remedy) from error
    if missing := [key for key in _KEYS if not isinstance(row, dict) or key not in row]:
        raise SourceError(where, f"lacks {', '.join(missing)}", remedy)
    return row


def _with_text(row: Row, texts: Path | None) -> Row | None:
    if "text" not in row and texts and (file := texts / f"{row['id']}.txt").exists():
        row["text"] = file.read_text(encoding="utf-8")
    if "text" in row:
        return row
    click.echo(f"{row['id']}: no text; left out (--texts names a folder with {row['id']}.txt)", err=True)
    return None
