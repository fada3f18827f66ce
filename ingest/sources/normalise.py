"""Text and dates in the one form that articles have."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b-\u200f\u2028-\u202e\u2060\ufffe]")
_BLANK = re.compile(r"[ \t\u3000\xa0]+$", re.MULTILINE)
_EAST_ASIAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_ISO = re.compile(r"((?:19|20)\d\d)(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?(?!\d)")
_DAYS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%b. %d, %Y", "%Y%m%d")
_MONTHS = ("%B %Y", "%b %Y", "%b. %Y")


def clean_text(text: str) -> str:
    """Line ends as LF; no byte-order marks, control or invisible characters, no blanks at line ends, no blank ends.

    Nothing else changes: claims point into this text by offset and quote it, so its characters stay the publisher's.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\x0c\x85\u2028\u2029]", "\n", text)
    text = _CONTROL.sub("", text).encode("utf-8", "ignore").decode()
    return _BLANK.sub("", text).strip()


def continue_line(text: str, line: str) -> str:
    """A wrapped line joined to the text before it: no blank between East Asian characters, no hyphen in a word."""
    if re.search(r"[^\W\d_]-$", text) and line[:1].islower():
        return text[:-1] + line
    if not text or (_EAST_ASIAN.match(text[-1]) and _EAST_ASIAN.match(line)):
        return text + line
    return f"{text} {line}"


def clean_line(text: str) -> str:
    """A title, name or id on one line."""
    return " ".join(clean_text(text).split())


def iso_date(text: str) -> str:
    """A date in any usual form as ISO, as precise as it is given: "2025", "2025-09", "2025-09-19"; "" where it is none.

    A time zone is kept as written: the day is the publisher's own.
    """
    plain = clean_line(text)
    iso = _ISO.match(plain)
    if iso:
        year, month, day = (int(part) if part else 0 for part in iso.groups())
        return _valid(year, month, day)
    whole = _first((parsedate_to_datetime, *map(_format, _DAYS)), plain)
    return whole or _first(map(_format, _MONTHS), plain)[:7]


def _first(parsers: Iterable[Callable[[str], datetime]], text: str) -> str:
    for parse in parsers:
        try:
            return parse(text).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return ""


def _format(pattern: str) -> Callable[[str], datetime]:
    return lambda text: datetime.strptime(text, pattern)  # noqa: DTZ007 - a day without a time has no zone


def _valid(year: int, month: int, day: int) -> str:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    if not month:
        return f"{year}"
    return f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}"
