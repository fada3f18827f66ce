"""Predictions for a public set of annotated records, as its scorer takes them.

python bench/public.py RECORDS.jsonl PREDICTIONS.jsonl    RECORDS: one {"id", "text", "lang"} a line
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.parallel import extract_all
from kg.model import Article, EntityRef


def articles(path: Path) -> Iterator[Article]:
    """Every record as an article."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Article(row["id"], row["text"], row["lang"])


def main(records: Path, predictions: Path) -> None:
    """Extract each record and write its triples in the words of its text."""
    with predictions.open("w", encoding="utf-8") as out:
        for extraction in extract_all(articles(records), on_reject=lambda error: sys.exit(str(error))):
            triples = [
                {
                    "s": claim.subject.mention,
                    "p": claim.predicate,
                    "o": claim.object.mention if isinstance(claim.object, EntityRef) else claim.object.value,
                }
                for claim in extraction.claims
                if claim.modality != "denied"
            ]
            out.write(json.dumps({"id": extraction.article.id, "triples": triples}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
