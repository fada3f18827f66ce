"""RSS and Atom: every entry is an article."""

import io
from collections.abc import Iterator
from typing import Any

import feedparser

from ingest.sources.document import Draft, RawDocument, Reject, short_hash
from ingest.sources.page import clean_fragment
from kg.errors import SourceError


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
            published=_published(entry),
            lang=_language(entry, feed.feed),
        )


def _content(entry: Any) -> str:
    """The full content where the feed carries it, else the summary."""
    parts = [part.get("value", "") for part in entry.get("content", ())]
    return str(max([*parts, entry.get("summary", "")], key=len))


def _published(entry: Any) -> str:
    """The date of publication as it is stated, by the publisher's own clock."""
    return next(filter(None, (entry[key] for key in ("published", "updated") if key in entry)), "")


def _language(entry: Any, feed: Any) -> str:
    contents = [part.get("language") for part in entry.get("content", ())]
    return next((str(lang) for lang in [*contents, feed.get("language")] if lang), "")
