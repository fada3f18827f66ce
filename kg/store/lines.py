"""JSON Lines files as records that know their line; a broken line is reported where it stands and ends nothing."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import SourceError, UsageError
from kg.store.group import Item, Record

_REMEDY = "the rest was kept; mend the line and load the file again"


def read_lines(path: Path) -> Iterator[Item]:
    """One item for each line that is not blank; "-" is standard input. Raises `UsageError` for a file not there."""
    try:
        file = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}.") from error
    with file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _item(f"{path}:{number}", line)


def _item(where: str, line: bytes) -> Item:
    try:
        found: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return SourceError(where, "the line is not UTF-8", _REMEDY)
    except (ValueError, RecursionError):
        return SourceError(where, "the line is not JSON", _REMEDY)
    if not isinstance(found, dict):
        return SourceError(where, "the line is no JSON object", _REMEDY)
    record = Record(found)
    record.where = where
    return record
