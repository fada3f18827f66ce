"""Writing a file whole or not at all."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from kg.errors import UsageError


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A file for UTF-8 text that takes its name only when all of it is written; `UsageError` where it can't be.

    An error of what goes on meanwhile, such as a reader of standard output that has enough, passes as it is.
    """
    with _told(path):
        is_named = path.is_file() or not path.exists()  # A pipe has no name to take; a folder says so when opened.
        partial = path.with_name(f"{path.name}.part") if is_named else path
        raw = _File(partial, path)
    try:
        with io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", newline="") as file:
            yield file
        if is_named:
            with _told(path):
                partial.replace(path)
    finally:
        if is_named:
            with suppress(OSError):
                partial.unlink()


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write UTF-8 text as `writing` does."""
    with writing(path) as file:
        file.writelines(pieces)


class _File(io.FileIO):
    """Tells its own errors, which could not be told from those of whoever writes into it."""

    def __init__(self, partial: Path, path: Path) -> None:
        self._path = path
        super().__init__(partial, "w")

    def write(self, data: Any, /) -> int:
        with _told(self._path):
            return super().write(data)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}; choose another place.") from error
