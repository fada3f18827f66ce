"""Markdown as the text that a reader sees, with the fields of a YAML front matter where there is one."""

import re
from collections.abc import Iterator, Mapping

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.sources.charset import decode
from ingest.sources.document import Draft, RawDocument, Reject
from ingest.sources.normalise import continue_line
from kg.errors import SourceError

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELDS = {
    "id": ("id",),
    "title": ("title",),
    "url": ("url", "source_url", "link", "canonical"),
    "publisher": ("publisher", "source", "site", "author", "authors"),
    "published": ("date", "published", "publish_date"),
    "lang": ("lang", "language"),
}
"""Field of an article → the keys that hold it, the first one present."""
_PARSER = MarkdownIt("commonmark").enable("table")


def read_markdown(document: RawDocument, _: Reject) -> Iterator[Draft]:
    text = decode(document)
    front = _FRONT.match(text)
    fields = _fields(front["yaml"], document.where) if front else {}
    tokens = _PARSER.parse(text[front.end() :] if front else text)
    heading = next(
        (_inline(tokens[i + 1]) for i, t in enumerate(tokens) if t.type == "heading_open" and t.tag == "h1"), ""
    )
    body = "\n\n".join(_blocks(tokens))
    yield Draft(body, document.where, **{"title": heading, "url": document.url, **fields})


def _fields(text: str, where: str) -> dict[str, str]:
    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but strings, lists and mappings
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise SourceError(
            where, f"line {line}: the front matter is no YAML", "quote values that hold ': ' or quotes"
        ) from error
    if not isinstance(data, Mapping):
        return {}
    lowered = {str(key).lower(): value for key, value in data.items()}
    found = {field: next((lowered[key] for key in keys if lowered.get(key)), "") for field, keys in _FIELDS.items()}
    return {field: _plain(value) for field, value in found.items() if value}


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    return _plain(value.get("name", "")) if isinstance(value, Mapping) else str(value)


def _blocks(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline" and (words := _inline(token).strip()):
            yield words


def _inline(token: Token) -> str:
    """The words of a paragraph: no marks of links and emphasis, no images or HTML tags, wrapped lines joined."""
    lines = [""]
    wrapped = False
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            lines[-1] = continue_line(lines[-1], child.content) if wrapped else lines[-1] + child.content
        elif child.type == "hardbreak":
            lines.append("")
        wrapped = child.type == "softbreak" or (wrapped and not child.content)
    return "\n".join(lines)
