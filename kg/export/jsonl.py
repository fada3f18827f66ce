"""The claims as Claim JSON Lines, each line as it was loaded."""

import json
from collections.abc import Iterator
from typing import Any

from kg.export.graph import Landscape, Record
from kg.model import dump_lines


def jsonl(landscape: Landscape) -> Iterator[str]:
    """One claim a line, by article and position in it."""
    return dump_lines(_record(claim, landscape) for claim in landscape.claims.values())


def _record(claim: Record, landscape: Landscape) -> dict[str, Any]:
    said = {"said": claim["said"]} if claim.get("said") else {}
    return {
        "id": claim["id"],
        "article": claim["article"],
        "subject": _reference(claim, "subject", landscape),
        "predicate": claim["predicate"],
        "object": _reference(claim, "object", landscape) if "object" in claim else _value(claim),
        "modality": claim["modality"],
        "qualifiers": json.loads(claim["qualifiers"]),
        "evidence": {
            "sentence": claim["sentence"],
            "start": claim["start"],
            "end": claim["end"],
            "text": claim["text"],
        },
        "confidence": claim["confidence"],
        "extractor": claim["extractor"],
        **said,
    }


def _reference(claim: Record, role: str, landscape: Landscape) -> dict[str, Any]:
    entity = landscape.entities[claim[role]]
    return {
        "id": entity["id"],
        "name": entity["name"],
        "type": entity["type"],
        "mention": claim[f"{role}_mention"],
        "span": claim[f"{role}_span"],
    }


def _value(claim: Record) -> dict[str, Any]:
    unit = {"unit": claim["object_unit"]} if claim.get("object_unit") else {}
    return {
        "value": claim["object_value"],
        "kind": claim["object_kind"],
        "mention": claim["object_mention"],
        "span": claim["object_span"],
        **unit,
    }
