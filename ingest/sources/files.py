"""Opening what a user names: files, folders of files, standard input, web addresses."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from ingest.sources.document import RawDocument, Reject, short_hash
from ingest.sources.web import Web
from kg.errors import SourceError

Source = TypeVar("Source")


def open_inputs(inputs: Iterable[str], reject: Reject, limit: int, web: Web) -> Iterator[RawDocument]:
    """The documents of all inputs, one in memory at a time; what can't be opened is rejected."""
    for name in inputs:
        if name == "-":
            yield from _attempt(_stream, sys.stdin.buffer, reject, limit)
        elif name.lower().startswith(("http://", "https://")):
            yield from _attempt(web.get, name, reject, limit)
        else:
            for path in _paths(Path(name)):
                yield from _attempt(_file, path, reject, limit)


def _attempt(
    opens: Callable[[Source, int], RawDocument], source: Source, reject: Reject, limit: int
) -> Iterator[RawDocument]:
    try:
        yield opens(source, limit)
    except SourceError as error:
        reject(error)


def _paths(path: Path) -> Iterator[Path]:
    """The path itself, or the regular files of a folder in sorted order, without hidden ones."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and (Path(folder) / name).is_file():
                yield Path(folder) / name


def _file(path: Path, limit: int) -> RawDocument:
    where = str(path)
    try:
        if path.stat().st_size > limit:
            raise _too_large(where, limit)
        with path.open("rb") as stream:
            data = _read(stream, where, limit)
    except FileNotFoundError as error:
        raise SourceError(where, "does not exist", "check the path") from error
    except OSError as error:
        raise SourceError(where, f"can't be opened ({error.strerror})", "check the path and its permissions") from error
    return RawDocument(where, path.stem, data, hint=path.suffix.lower())


def _stream(stream: BinaryIO, limit: int) -> RawDocument:
    data = _read(stream, "standard input", limit)
    return RawDocument("standard input", f"stdin-{short_hash(data)}", data)


def _read(stream: BinaryIO, where: str, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_large(where, limit)
    return data


def _too_large(where: str, limit: int) -> SourceError:
    return SourceError(where, f"is larger than {limit / 1_000_000:g} MB", "split it into smaller files")
