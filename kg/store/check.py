"""Whether a record can be stored: what is missing from it or unknown to the ontology."""

import json
import math
from collections.abc import Collection, Mapping
from typing import Any

from ontology.load import load_ontology

Record = Mapping[str, Any]
_LONGEST_KEY = 1000
_LARGEST_INT = 2**53


class WrongRecordError(ValueError):
    """Why a record is rejected."""


def check_article(record: Record) -> str:
    """The article's id; raises `WrongRecordError`."""
    for key in set(record) - {"id"}:
        _text(record, key, "")
    return _id(record, "id")


def check_mentions(record: Record) -> str:
    """The id of the article that names the entity; raises `WrongRecordError`."""
    _entity(record, "entity")
    _texts(record, "mentions")
    if not isinstance(record.get("spans"), list):
        raise WrongRecordError("spans is no list")
    return _id(record, "article")


def check_claim(record: Record) -> str:
    """The id of the article that makes the claim; raises `WrongRecordError`."""
    ontology = load_ontology()
    _id(record, "id")
    _known(record.get("predicate"), ontology.relations, "predicate")
    _known(record.get("modality"), ontology.modalities, "modality")
    _text(record, "extractor", "")
    _text(record, "said", "", needed=False)
    _confidence(record)
    _end(_mapping(record, "subject"), "subject")
    target = _mapping(record, "object")
    if "id" in target:
        _end(target, "object")
    else:
        _value(target)
    evidence = _mapping(record, "evidence")
    for key in ("sentence", "start", "end"):
        _integer(evidence.get(key), f"evidence.{key}")
    _text(evidence, "text", "evidence.")
    _qualifiers(record.get("qualifiers"))
    return _id(record, "article")


def check_judgement(record: Record) -> None:
    """Raises `WrongRecordError`."""
    if _id(record, "a") == _id(record, "b"):
        raise WrongRecordError("a and b are one id")
    if not isinstance(record.get("same"), bool):
        raise WrongRecordError("same is neither true nor false")
    _text(record, "at", "")
    _text(record, "by", "", needed=False)
    encoded(record)


def encoded(record: Record) -> bytes:
    """The record as JSON in UTF-8, the same for equal ones; raises `WrongRecordError`."""
    try:
        return json.dumps(record, ensure_ascii=False, allow_nan=False, sort_keys=True).encode()
    except (TypeError, ValueError) as error:
        raise WrongRecordError(f"it can't be written as JSON in UTF-8 ({error})") from error


def _end(record: Record, name: str) -> None:
    _entity(record, name)
    _text(record, "mention", f"{name}.")
    _span(record, name)


def _value(record: Record) -> None:
    _known(record.get("kind"), load_ontology().values, "kind of object (an entity would have an id)")
    for key in ("value", "mention"):
        _text(record, key, "object.")
    _text(record, "unit", "object.", needed=False)
    if record["kind"] == "Money":
        _number(record["value"], "object.value")
    _span(record, "object")


def _qualifiers(record: Any) -> None:
    if not isinstance(record, Mapping):
        raise WrongRecordError("qualifiers is no object")
    for key in ("date", "round", "role", "kind"):
        _text(record, key, "qualifiers.", needed=False)
    for key in ("speaker", "from"):
        if key in record and not isinstance(record[key], str):
            _named(_mapping(record, key), f"qualifiers.{key}")
    if "amount" in record:
        amount = _mapping(record, "amount")
        _number(amount.get("value"), "qualifiers.amount.value")
        _text(amount, "unit", "qualifiers.amount.")


def _named(record: Record, name: str) -> None:
    """A speaker or origin need not be an entity of the graph; then it has a name only."""
    if "id" in record:
        _entity(record, name)
    else:
        _text(record, "name", f"{name}.")


def _entity(record: Record, name: str) -> None:
    _id(record, "id")
    _text(record, "name", f"{name}: ")
    _short(record["name"], f"{name}: name")
    _known(record.get("type"), load_ontology().types, f"type of {name}")


def _known(found: Any, known: Collection[str], what: str) -> None:
    if not isinstance(found, str) or found not in known:
        raise WrongRecordError(f"unknown {what}: {found!r}"[:200])


def _id(record: Record, key: str) -> str:
    found = record.get(key)
    if not isinstance(found, str) or not found.strip():
        raise WrongRecordError(f"{key} is missing")
    _short(found, key)
    return found


def _short(text: str, what: str) -> None:
    """What is looked up must fit into an index."""
    if len(text.encode(errors="replace")) > _LONGEST_KEY:
        raise WrongRecordError(f"{what} is longer than {_LONGEST_KEY} bytes")


def _mapping(record: Record, key: str) -> Record:
    found = record.get(key)
    if not isinstance(found, Mapping):
        raise WrongRecordError(f"{key} is {'missing' if found is None else 'no object'}")
    return found


def _text(record: Record, key: str, where: str, *, needed: bool = True) -> None:
    if not isinstance(record.get(key), str) and (needed or key in record):
        raise WrongRecordError(f"{where}{key} is {'missing' if record.get(key) is None else 'no text'}")


def _texts(record: Record, key: str) -> None:
    found = record.get(key)
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise WrongRecordError(f"{key} is no list of texts")


def _span(record: Record, name: str) -> None:
    span = record.get("span")
    if not isinstance(span, list) or len(span) != 2:
        raise WrongRecordError(f"{name}.span is no pair of offsets")
    for offset in span:
        _integer(offset, f"{name}.span")


def _integer(found: Any, name: str) -> None:
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < _LARGEST_INT:
        raise WrongRecordError(f"{name} is no whole number from 0")


def _number(found: Any, name: str) -> None:
    try:
        ok = not isinstance(found, bool) and math.isfinite(float(found))
    except (TypeError, ValueError, OverflowError):
        ok = False
    if not ok:
        raise WrongRecordError(f"{name} is no number")


def _confidence(record: Record) -> None:
    _number(record.get("confidence"), "confidence")
    if isinstance(record["confidence"], str) or not 0 <= record["confidence"] <= 1:
        raise WrongRecordError("confidence is no number from 0 to 1")
