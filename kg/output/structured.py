"""An answer as JSON (whole) or JSON Lines (one row a line)."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from kg.answer import Answer


def as_json(answer: Answer, _explain: bool) -> Iterator[str]:
    """The whole answer: rows, claims with their sentences, nodes, edges and the Cypher that was run."""
    yield json.dumps(answer.record(), ensure_ascii=False, indent=2) + "\n"


def as_jsonl(answer: Answer, explain: bool) -> Iterator[str]:
    """One row a line with the ids of its claims, or with `explain` the claims themselves."""
    for record, claims in zip(answer.row_records(), answer.claims, strict=True):
        if explain:
            record["claims"] = [asdict(claim) for claim in claims]
        yield json.dumps(record, ensure_ascii=False) + "\n"
