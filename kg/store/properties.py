"""Records as the graph keeps them, and back: what a claim record says is never lost on the way."""

import json
from collections.abc import Mapping
from typing import Any

from kg.derive import triple_id
from kg.money import in_usd
from kg.same import Same, triple_meant

Properties = dict[str, Any]


def claim_properties(record: Mapping[str, Any], same: Same) -> Properties:
    """The properties of a claim's node; qualifiers also stand whole, as JSON text. `triple` is of whom its ends are."""
    qualifiers = record["qualifiers"]
    found: Properties = {
        **{key: record[key] for key in ("id", "article", "predicate", "modality", "extractor")},
        **{key: record["evidence"][key] for key in ("sentence", "start", "end", "text")},
        **{key: qualifiers.get(key) for key in ("date", "round", "role", "kind")},
        "confidence": float(record["confidence"]),
        "said": record.get("said"),
        "left": True if qualifiers.get("left") is True else None,
        "speaker": _name(qualifiers.get("speaker")),
        "from": _name(qualifiers.get("from")),
        "qualifiers": json.dumps(qualifiers, ensure_ascii=False, sort_keys=True),
        **_end_properties("subject", record["subject"]),
        **_end_properties("object", record["object"]),
        **_money_properties(record),
    }
    if meant := triple_of(record, same):
        found["triple"] = triple_id(*meant)
    return {key: value for key, value in found.items() if value is not None}


def triple_of(record: Mapping[str, Any], same: Same) -> tuple[str, str, str] | None:
    """The triple that a claim record counts for; None for a claim about a value or of one to itself."""
    if "id" not in record["object"]:
        return None
    return triple_meant(record["subject"]["id"], record["predicate"], record["object"]["id"], same)


def claim_record(properties: Mapping[str, Any], subject: str, object_: str | None) -> dict[str, Any]:
    """The claim record that these properties, and the ids of the claim's ends, were made from."""
    get = properties.__getitem__
    return {
        **{key: get(key) for key in ("id", "article", "predicate", "modality", "extractor", "confidence")},
        "subject": _end_record("subject", properties, {"id": subject}),
        "object": _end_record("object", properties, {"id": object_} if object_ else {}),
        "qualifiers": json.loads(get("qualifiers")),
        "evidence": {key: get(key) for key in ("sentence", "start", "end", "text")},
        **({"said": get("said")} if "said" in properties else {}),
    }


def _end_properties(role: str, end: Mapping[str, Any]) -> Properties:
    keys = ("name", "type", "mention", "span") if "id" in end else ("value", "unit", "kind", "mention", "span")
    return {f"{role}_{key}": end.get(key) for key in keys}


def _end_record(role: str, properties: Mapping[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    keys = ("name", "type", "mention", "span", "value", "unit", "kind")
    return {**ids, **{key: properties[f"{role}_{key}"] for key in keys if f"{role}_{key}" in properties}}


def _money_properties(record: Mapping[str, Any]) -> Properties:
    day = record["qualifiers"].get("date") or record.get("said") or ""
    found: Properties = {}
    if amount := record["qualifiers"].get("amount"):
        found |= {"amount_value": float(amount["value"]), "amount_unit": amount["unit"]}
        found["amount_usd"] = in_usd(float(amount["value"]), amount["unit"], day)
    if record["object"].get("kind") == "Money":
        found["object_usd"] = in_usd(float(record["object"]["value"]), record["object"].get("unit", ""), day)
    return found


def _name(qualifier: Any) -> str | None:
    return qualifier.get("name") if isinstance(qualifier, Mapping) else qualifier
