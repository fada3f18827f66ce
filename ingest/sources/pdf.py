"""PDF: the text of all pages, with lines joined to paragraphs."""

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PdfReader

from ingest.sources.document import Draft, RawDocument, Reject
from ingest.sources.normalise import continue_line
from kg.errors import SourceError

logging.getLogger("pypdf").addHandler(logging.NullHandler())

_FULL_LINE = 0.7
"""Share of the longest lines' length below which a line ends its paragraph."""


def read_pdf(document: RawDocument, _: Reject) -> Iterator[Draft]:
    try:
        reader = PdfReader(io.BytesIO(document.data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() for page in reader.pages]
        about = None if locked else reader.metadata
    except Exception as error:  # pypdf raises whatever a broken file leads it into
        raise SourceError(
            document.where, f"is a PDF that can't be read ({_first_line(error)})", "save it again as PDF or text"
        ) from error
    if locked:
        raise SourceError(document.where, "is an encrypted PDF", "remove its password first")
    text = "\n\n".join(join_lines(page) for page in pages)
    if not text.strip():
        raise SourceError(document.where, "is a PDF without text", "run character recognition on it first")
    created = about.creation_date_raw if about else None
    yield Draft(
        text,
        document.where,
        title=(about.title if about else None) or "",
        publisher=(about.author if about else None) or "",
        published=_date(created),
        url=document.url,
    )


def join_lines(page: str) -> str:
    """A page's lines as paragraphs, which end after a short line or an empty one."""
    lines = [line.strip() for line in page.splitlines()]
    widths = sorted(len(line) for line in lines if line)
    full = _FULL_LINE * widths[len(widths) * 9 // 10] if widths else 0
    text = ""
    open_line = False
    for line in lines:
        if not line:
            open_line = False
        elif open_line:
            text = continue_line(text, line)
            open_line = len(line) >= full
        else:
            text += ("\n\n" if text else "") + line
            open_line = len(line) >= full
    return text


def _date(raw: object) -> str:
    match = re.match(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?", str(raw or ""))
    return "-".join(part for part in match.groups() if part) if match else ""


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:100]
