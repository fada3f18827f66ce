"""RSS and Atom: every entry is an article."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import feedparser

from ingest.sources.document import Draft, RawDocument, Reject, short_hash
from ingest.sources.normalise import iso_date
from ingest.sources.page import clean_fragment
from kg.errors import SourceError

_log = logging.getLogger(__name__)


def read_feed(document: RawDocument, reject: Reject) -> Iterator[Draft]:
    feed = feedparser.parse(io.BytesIO(document.data))
    if not feed.entries:
        problem = f" ({feed.bozo_exception})" if feed.bozo else ""
        raise SourceError(
            document.where, f"is a feed without entries{problem}", "give the address or file of an RSS or Atom feed"
        )
    for number, entry in enumerate(feed.entries, 1):
        where = f"{document.where} entry {number}"
        text = clean_fragment(_content(entry))
        if not text.strip():
            reject(SourceError(where, "has no text", "give its page instead of the feed"))
            continue
        key = entry.get("id") or entry.get("link") or text
        yield Draft(
            text,
            where,
            id=f"{document.name}-{short_hash(key)}",
            title=clean_fragment(entry.get("title", "")),
            url=entry.get("link", ""),
            publisher=feed.feed.get("title", "") or entry.get("author", ""),
            published=_published(entry, where),
            lang=_language(entry, feed.feed),
        )


def _content(entry: Any) -> str:
    """The full content where the feed carries it, else the summary."""
    parts = [part.get("value", "") for part in entry.get("content", ())]
    return str(max([*parts, entry.get("summary", "")], key=len))


def _published(entry: Any, where: str) -> str:
    """The day of publication by the publisher's own clock; a broken date costs the date, not the article."""
    stated = next(filter(None, (entry[key] for key in ("published", "updated") if key in entry)), "")
    day = iso_date(stated)
    if stated and not day:
        _log.warning("%s: its date %r can't be read; it is kept without a date", where, stated)
    return day


def _language(entry: Any, feed: Any) -> str:
    contents = [part.get("language") for part in entry.get("content", ())]
    return next((str(lang) for lang in [*contents, feed.get("language")] if lang), "")
