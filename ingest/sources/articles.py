"""From what a document states to an article with an id, a language, a date and clean text."""

import logging
from collections.abc import Iterator
from dataclasses import replace

from ingest.language import detect, identify, language_name
from ingest.sources.document import Draft, Reject, short_hash
from ingest.sources.normalise import clean_line, clean_text, iso_date
from kg.errors import SourceError
from kg.model import Article

_log = logging.getLogger(__name__)


class Shelf:
    """The articles of one run, each text once and each id for one text.

    Two files of one name in two folders are usual, so the second text under an id is no mistake: it is kept, with a
    hash of its text at the end of its id, which is the same in every run that meets them in this order.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def place(self, draft: Draft, name: str, reject: Reject) -> Iterator[Article]:
        """The article of a draft; none where it is rejected or was read before. `name` is the id of one without."""
        try:
            article = _article(draft, name)
        except SourceError as error:
            reject(error)
            return
        if self._texts.get(article.id, article.sha256) != article.sha256:
            article = replace(article, id=f"{article.id}-{short_hash(article.text)}")
        if article.id not in self._texts:
            self._texts[article.id] = article.sha256
            yield article


def _article(draft: Draft, name: str) -> Article:
    text = clean_text(draft.text)
    if not text:
        raise SourceError(draft.where, "has no text", "leave it out")
    lang = detect(text, draft.lang)
    if lang is None:
        raise SourceError(
            draft.where,
            f"is in {language_name(identify(text)) or 'no language'}, not English, Japanese or Chinese",
            "leave it out or translate it",
        )
    published = iso_date(draft.published)
    if draft.published and not published:
        _log.warning("%s: its date %r can't be read; it is kept without a date", draft.where, draft.published)
    return Article(
        id=clean_line(draft.id) or clean_line(name) or f"article-{short_hash(text)}",
        text=text,
        lang=lang,
        title=clean_line(draft.title),
        url=clean_line(draft.url),
        publisher=clean_line(draft.publisher),
        published=published,
    )
