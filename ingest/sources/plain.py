"""Plain text: the whole of it is the article; a short first line above an empty one is its title."""

from collections.abc import Iterator

from ingest.sources.charset import decode
from ingest.sources.document import Draft, RawDocument, Reject

_TITLE = 150


def read_plain(document: RawDocument, _: Reject) -> Iterator[Draft]:
    text = decode(document)
    yield Draft(text, document.where, title=title_of(text), url=document.url)


def title_of(text: str) -> str:
    """The first line where it stands alone, is short and is no sentence; it stays part of the text."""
    lines = text.lstrip("\ufeff \r\n\t").splitlines()
    if (
        len(lines) < 3
        or lines[1].strip()
        or len(lines[0]) > _TITLE
        or lines[0].rstrip().endswith((".", "。", "，", ","))
    ):
        return ""
    return lines[0].strip()
