"""What passes between opening an input, reading it, and making articles of it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import SourceError

Reject = Callable[[SourceError], None]
"""Takes the error of one input or record; the run goes on without it."""


@dataclass(frozen=True)
class RawDocument:
    """The bytes of one file, page or stream.

    `where` is what a message calls it, `name` what an article is called that brings no id of its own. `hint` is the
    file's extension or the extension that fits its content type, in lower case with its dot; `charset` what a server
    declared.
    """

    where: str
    name: str
    data: bytes
    hint: str = ""
    url: str = ""
    charset: str = ""


@dataclass(frozen=True)
class Draft:
    """One article as its document states it, before it is checked: fields may be empty, dates in any form."""

    text: str
    where: str
    id: str = ""
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    lang: str = ""


Reader = Callable[[RawDocument, Reject], Iterator[Draft]]
"""Reads one kind of document. Raises `SourceError` for all of it, or rejects single records and goes on."""


def short_hash(content: str | bytes) -> str:
    """Eight hexadecimal digits that stand for a text or the bytes of one."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()[:8]
