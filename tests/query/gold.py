"""Annotated articles, and the example articles as read, as records that a store loads.

python -m tests.query.gold ANNOTATED.jsonl… writes them. What an annotated article says is kept, the words in which it
says so are not: a claim's sentence is its own triple.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.context import named
from ingest.parallel import extract_all
from ingest.sources import read_inputs
from kg.model import Article, Claim, Entity, EntityMentions, EntityRef, Evidence, Value, dump_lines

RECORDS = Path(__file__).with_name("cases") / "gold"
EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
KINDS = ("articles", "mentions", "claims")
_EACH = 20
"""Articles of each file."""
_SENTENCE = 400
_SURE, _HARD = 0.9, 0.6
"""Confidence in a claim, and in one that the annotator calls hard."""
_MONEY = {"RAISED", "VALUED_AT"}

Row = Mapping[str, Any]
Records = tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]


def records() -> Records:
    """The articles, mentions and claims that were written."""
    articles, mentions, claims = (
        [json.loads(line) for line in (RECORDS / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]
        for kind in KINDS
    )
    return articles, mentions, claims


def main(*files: str) -> None:
    """Write the records of the first articles of each file."""
    rows = [json.loads(line) for file in files for line in Path(file).read_text(encoding="utf-8").splitlines()[:_EACH]]
    read = list(extract_all(read_inputs([str(EXAMPLES)], on_reject=sys.exit), on_reject=sys.exit))
    claims = (*(c for row in rows for c in _claims(row)), *(c for found in read for c in found.claims))
    parts = (
        [*map(_article, rows), *(found.article.record() for found in read)],
        [m.record() for m in (*(m for row in rows for m in _mentions(row)), *(m for f in read for m in f.mentions))],
        list({claim.id: claim.record() for claim in claims}.values()),
    )
    RECORDS.mkdir(exist_ok=True)
    for kind, part in zip(KINDS, parts, strict=True):
        (RECORDS / f"{kind}.jsonl").write_text("".join(dump_lines(part)), encoding="utf-8")


def _article(row: Row) -> dict[str, Any]:
    return Article(row["id"], row["id"], row["lang"], f"Article {row['id']}", published=row["published"]).record()


def _entities(row: Row) -> dict[str, Entity]:
    return {entity["name"]: named(entity["name"], entity["type"]) for entity in row["entities"]}


def _mentions(row: Row) -> Iterator[EntityMentions]:
    """The first form of each name: the later ones are often descriptions, in words of the article."""
    found: dict[Entity, dict[str, None]] = {}
    for entity in row["entities"]:
        found.setdefault(named(entity["name"], entity["type"]), {})[entity["mentions"][0]] = None
    for entity, forms in found.items():
        yield EntityMentions(row["id"], entity, tuple(forms), ((0, 0),) * len(forms))


def _claims(row: Row) -> Iterator[Claim]:
    entities = _entities(row)
    for place, claim in enumerate(row["claims"]):
        start = place * _SENTENCE
        one, text = entities[claim["s"]], f"{claim['s']} {claim['p']} {claim['o']}"
        at = start + len(text) - len(claim["o"])
        yield Claim(
            article=row["id"],
            subject=_ref(one, start),
            predicate=claim["p"],
            object=_ref(entities[claim["o"]], at) if claim["o"] in entities else _value(claim["p"], claim["o"], at),
            modality=claim["modality"],
            evidence=Evidence(place, start, start + len(text), text),
            confidence=_HARD if claim.get("hard") else _SURE,
            extractor="gold/1",
            qualifiers={key: _qualifier(key, value, entities) for key, value in claim["attrs"].items()},
            said=row["published"],
        )


def _ref(entity: Entity, start: int) -> EntityRef:
    return EntityRef(entity.id, entity.name, entity.type, entity.name, (start, start + len(entity.name)))


def _value(predicate: str, text: str, start: int) -> Value:
    value, _, unit = text.partition(" ") if predicate in _MONEY else (text, "", "")
    kind = "Money" if predicate in _MONEY else "Structure"
    return Value(value, kind, text, (start, start + len(text)), unit)


def _qualifier(key: str, value: Any, entities: Mapping[str, Entity]) -> Any:
    match key:
        case "from" | "speaker":
            return _ref(entities[value], 0).record()
        case "amount":
            amount, _, unit = value.partition(" ")
            return {"value": amount, "unit": unit}
        case _:
            return value


if __name__ == "__main__":
    main(*sys.argv[1:])
