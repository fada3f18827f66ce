"""Which kind of document some bytes are, and who reads that kind."""

import codecs
import json
import re
from collections.abc import Iterator, Mapping

from ingest.sources.document import Draft, RawDocument, Reader, Reject
from ingest.sources.feed import read_feed
from ingest.sources.markdown import read_markdown
from ingest.sources.page import read_page
from ingest.sources.pdf import read_pdf
from ingest.sources.plain import read_plain
from ingest.sources.records import read_json, read_json_lines
from kg.errors import SourceError

READERS: Mapping[str, Reader] = {
    "text": read_plain,
    "markdown": read_markdown,
    "html": read_page,
    "pdf": read_pdf,
    "json": read_json,
    "jsonl": read_json_lines,
    "feed": read_feed,
}
"""Kind → its reader."""
EXTENSIONS: Mapping[str, str] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".xml": "feed",
    ".rss": "feed", ".atom": "feed", ".rdf": "feed",
}  # fmt: skip
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_BINARY = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0")
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|channel)\b", re.DOTALL)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)


def read_document(document: RawDocument, reject: Reject) -> Iterator[Draft]:
    """The articles of a document; raises `SourceError` where the whole of it can't be read."""
    if not document.data.strip():
        raise SourceError(document.where, "is empty", "leave it out")
    yield from READERS[kind_of(document)](document, reject)


def kind_of(document: RawDocument) -> str:
    """The kind by what the bytes begin with, then by the extension, then by what the text looks like."""
    data = document.data
    if b"%PDF-" in data[:1024]:
        return "pdf"
    named = EXTENSIONS.get(document.hint)
    if named == "pdf":
        return "pdf"
    if data.startswith(_BINARY) or (b"\x00" in data[:8192] and not data.startswith(_WIDE)):
        raise SourceError(
            document.where, "is a binary file, not text", "give text, Markdown, HTML, PDF, JSON or a feed"
        )
    head = _head(data)
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    if named == "json" and _is_lines(data):
        return "jsonl"
    return named or _by_look(head, data)


def _head(data: bytes) -> str:
    wide = data.startswith(_WIDE)
    return data[:4096].decode("utf-16" if wide else "utf-8", "ignore").lstrip("\ufeff")


def _by_look(head: str, data: bytes) -> str:
    begin = head.lstrip()
    if begin.startswith(("{", "[")):
        return "jsonl" if _is_lines(data) else "json"
    if begin.startswith("<"):
        return "html"
    return "markdown" if re.match(r"---[ \t]*\r?\n\w+:|# \S", begin) else "text"


def _is_lines(data: bytes) -> bool:
    """Whether the first line is a whole JSON object and more follows."""
    first, _, rest = data.strip().partition(b"\n")
    try:
        return isinstance(json.loads(first), dict) and bool(rest.strip())
    except ValueError:
        return False
