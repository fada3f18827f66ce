"""JSON (an article or a list) and JSON Lines: objects with text, and id, lang, published, title, url, publisher."""

import json
from collections.abc import Iterator
from typing import Any

from ingest.sources.charset import decode
from ingest.sources.document import Draft, RawDocument, Reject, short_hash
from kg.errors import SourceError

_FIELDS = ("id", "title", "url", "publisher", "published", "lang")
_REMEDY = "correct it, or leave it out"


def read_json(document: RawDocument, reject: Reject) -> Iterator[Draft]:
    try:
        data = json.loads(decode(document).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise SourceError(document.where, f"is not valid JSON ({error})", _REMEDY) from error
    if not isinstance(data, list):
        yield _draft(data, document.where, document)
        return
    for number, item in enumerate(data, 1):
        yield from _one(item, f"{document.where} record {number}", document, reject)


def read_json_lines(document: RawDocument, reject: Reject) -> Iterator[Draft]:
    for number, line in enumerate(decode(document).lstrip("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        where = f"{document.where} line {number}"
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as error:
            reject(SourceError(where, f"is not valid JSON ({_message(error)})", _REMEDY))
            continue
        yield from _one(item, where, document, reject)


def _one(item: Any, where: str, document: RawDocument, reject: Reject) -> Iterator[Draft]:
    try:
        yield _draft(item, where, document)
    except SourceError as error:
        reject(error)


def _draft(item: Any, where: str, document: RawDocument) -> Draft:
    if not isinstance(item, dict):
        raise SourceError(where, "is no JSON object", "write an article as an object with a text")
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        raise SourceError(where, "has no text", 'give it a "text" that is a string, or leave it out')
    fields = {name: item[name] for name in _FIELDS if item.get(name) is not None}
    if wrong := [name for name, value in fields.items() if not isinstance(value, str | int)]:
        raise SourceError(where, f"its {wrong[0]} is no string", _REMEDY)
    own_id = {} if "id" in fields else {"id": f"{document.name}-{short_hash(text)}"}
    return Draft(text, where, **{name: str(value) for name, value in fields.items()}, **own_id)


def _message(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)
