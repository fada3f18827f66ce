"""Writing a file whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from kg.errors import UsageError


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write UTF-8 text that takes its name only when all of it is written; raises `UsageError` where it can't be."""
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        partial.replace(path)
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}; choose another place with -o.") from error
