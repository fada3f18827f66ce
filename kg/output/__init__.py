"""An Answer as text: a table for people, and json, jsonl, csv, tsv and md for everything else."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from kg.answer import Answer
from kg.errors import UsageError
from kg.output.delimited import as_csv, as_tsv
from kg.output.markdown import as_markdown
from kg.output.structured import as_json, as_jsonl

Formatter = Callable[[Answer, bool], Iterator[str]]
"""Yields an answer's text in pieces; the flag asks for the sentences behind every row."""

FORMATTERS: Mapping[str, Formatter] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "tsv": as_tsv,
    "md": as_markdown,
}
FORMATS = ("table", *FORMATTERS)
_EXTENSIONS = {".txt": "table", ".markdown": "md", ".ndjson": "jsonl", **{f".{name}": name for name in FORMATTERS}}


def write(answer: Answer, out: TextIO, *, form: str = "table", explain: bool = False) -> None:
    """Write an answer to an open text file in one of `FORMATS`."""
    if form == "table":
        from kg.output.table import write_table

        write_table(answer, out, explain=explain)
        return
    out.writelines(FORMATTERS[form](answer, explain))


def format_of(path: Path) -> str:
    """The format that a file's extension asks for; raises `UsageError` for one that none has."""
    try:
        return _EXTENSIONS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(sorted(_EXTENSIONS))
        raise UsageError(f"{path}: no format for this extension; use one of {known}, or --format.") from None


__all__ = ["FORMATS", "format_of", "write"]
