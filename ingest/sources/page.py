"""HTML: the main text and the metadata of a page, without its menus, comments and related links."""

import logging
import re
from collections.abc import Iterator

import trafilatura

from ingest.sources.charset import decode
from ingest.sources.document import Draft, RawDocument, Reject
from kg.errors import SourceError

for _noisy in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_noisy).addHandler(logging.NullHandler())

_LANG = re.compile(r"<html[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True}
"""Only dates that the page states as its own: a date found in its text may be any."""


def read_page(document: RawDocument, _: Reject) -> Iterator[Draft]:
    html = decode(document)
    page = trafilatura.bare_extraction(
        html, url=document.url or None, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise SourceError(
            document.where, "is HTML without text", "save the page after its scripts have run, or as text"
        )
    lang = _LANG.search(html)
    yield Draft(
        page.text or "",
        document.where,
        title=page.title or "",
        url=document.url or page.url or "",
        publisher=page.sitename or page.author or page.hostname or "",
        published=page.date or "",
        lang=lang[1] if lang else "",
    )


def clean_fragment(html: str) -> str:
    """The text of a piece of HTML that is all content, such as a feed entry's."""
    if not re.search(r"<\w+[^>]*>|&\w+;|&#", html):
        return html
    tree = trafilatura.load_html(f"<html><body><div>{html}</div></body></html>")
    if tree is None:
        return ""
    for node in tree.iter("script", "style"):
        node.text = None
    for node in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr", "blockquote"):
        node.tail = "\n\n" + (node.tail or "")
    return re.sub(r"\n\s*\n\s*", "\n\n", "".join(tree.itertext())).strip()
