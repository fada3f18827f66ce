"""The small world of world.yaml: as claim records, and as the landscape that a store gives back for them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.export.graph import Landscape, triple_of
from kg.model import Article, Claim, Entity, EntityMentions, EntityRef, Evidence, Value
from ontology.read import read_yaml

_DATA = read_yaml(Path(__file__).with_name("world.yaml"))
_OF_STATUS = ("asserted", "planned", "rumoured", "speculative", "ended", "denied")


@dataclass(frozen=True)
class World:
    """Entities and articles by id, and claims with the stored form of what their records don't say."""

    entities: dict[str, dict[str, Any]]
    articles: dict[str, Article]
    claims: tuple[Claim, ...]
    extra: dict[str, dict[str, Any]] = field(default_factory=dict)

    def claim_records(self) -> list[dict[str, Any]]:
        return [claim.record() for claim in self.claims]

    def mention_records(self) -> list[dict[str, Any]]:
        found: dict[tuple[str, str], list[EntityRef]] = {}
        for claim in self.claims:
            for ref in (claim.subject, claim.object):
                if isinstance(ref, EntityRef):
                    found.setdefault((claim.article, ref.id), []).append(ref)
        return [
            EntityMentions(
                article,
                Entity(refs[0].id, refs[0].name, refs[0].type),
                tuple(sorted({ref.mention for ref in refs})),
                tuple(sorted({ref.span for ref in refs})),
            ).record()
            for (article, _), refs in found.items()
        ]

    def article_records(self) -> list[dict[str, Any]]:
        return [article.record() for article in self.articles.values()]

    def landscape(self) -> Landscape:
        claims = {claim.id: stored(claim, self.extra.get(claim.id, {})) for claim in sorted(self.claims, key=_position)}
        return Landscape(
            entities=dict(sorted(self.entities.items())),
            edges=tuple(_edges(claims.values())),
            claims=claims,
            articles={key: article.record() for key, article in sorted(self.articles.items())},
            found=len(self.entities),
        )


def world() -> World:
    """The whole world."""
    entities = {key: {"id": key, **row} for key, row in _DATA["entities"].items()}
    articles = {key: _article(key, row) for key, row in _DATA["articles"].items()}
    claims, extra = [], {}
    for row in _DATA["claims"]:
        for claim, more in _claims(row, articles[row["article"]], entities):
            claims.append(claim)
            extra[claim.id] = more
    return World(entities, articles, tuple(claims), extra)


def stored(claim: Claim, extra: dict[str, Any]) -> dict[str, Any]:
    """A claim's properties in the store, with the ids of what it is linked to."""
    qualifiers = claim.qualifiers
    row: dict[str, Any] = {
        "id": claim.id,
        "article": claim.article,
        "subject": claim.subject.id,
        "predicate": claim.predicate,
        "modality": claim.modality,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "said": claim.said,
        "subject_mention": claim.subject.mention,
        "subject_span": list(claim.subject.span),
        "object_mention": claim.object.mention,
        "object_span": list(claim.object.span),
        "sentence": claim.evidence.sentence,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "text": claim.evidence.text,
        "qualifiers": json.dumps(dict(qualifiers), ensure_ascii=False, sort_keys=True),
        **{key: qualifiers[key] for key in ("date", "round", "role", "kind", "left") if key in qualifiers},
        **extra,
    }
    if isinstance(claim.object, EntityRef):
        row["object"] = claim.object.id
    else:
        row |= {"object_value": claim.object.value, "object_unit": claim.object.unit, "object_kind": claim.object.kind}
    if amount := qualifiers.get("amount"):
        row |= {"amount_value": amount["value"], "amount_unit": amount["unit"]}
    for key in ("speaker", "from"):
        if who := qualifiers.get(key):
            row |= {key: who["name"], f"{key}_id": who["id"]} if "id" in who else {key: who["name"]}
    return row


def _article(key: str, row: dict[str, Any]) -> Article:
    text = "\n".join(claim["text"] for claim in _DATA["claims"] if claim["article"] == key)
    return Article(id=key, text=text, **row)


def _claims(
    row: dict[str, Any], article: Article, entities: dict[str, dict[str, Any]]
) -> Iterator[tuple[Claim, dict[str, Any]]]:
    text = row["text"]
    start = article.text.index(text)
    evidence = Evidence(article.text[:start].count("\n"), start, start + len(text), text)
    for mention, subject, predicate, words, object_, modality, confidence, *rest in row["of"]:
        qualifiers = {key: _qualifier(key, value, entities) for key, value in (rest[0] if rest else {}).items()}
        place = start + text.index(words)
        span = (place, place + len(words))
        extra: dict[str, Any] = {}
        if isinstance(object_, dict):
            other: EntityRef | Value = Value(object_["value"], object_["kind"], words, span, object_["unit"])
            extra["object_usd"] = object_["usd"]
        else:
            other = EntityRef(object_, entities[object_]["name"], entities[object_]["type"], words, span)
        at = start + text.index(mention)
        who = EntityRef(
            subject, entities[subject]["name"], entities[subject]["type"], mention, (at, at + len(mention))
        )
        claim = Claim(
            article.id, who, predicate, other, modality, evidence, confidence, "rules/1", qualifiers, article.published
        )
        yield claim, extra


def _qualifier(key: str, value: Any, entities: dict[str, dict[str, Any]]) -> Any:
    if key not in {"speaker", "from"}:
        return value
    if value not in entities:
        return {"name": value}
    return {"id": value, "name": entities[value]["name"], "type": entities[value]["type"]}


def _edges(claims: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    behind: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for claim in claims:
        if "object" in claim:
            behind.setdefault(triple_of(claim), []).append(claim)
    for triple, group in sorted(behind.items()):
        said = sorted({claim["modality"] for claim in group}, key=_OF_STATUS.index)
        yield {
            "id": "rel-" + "-".join(triple),
            "subject": triple[0],
            "predicate": triple[1],
            "object": triple[2],
            "status": said[-1] if "denied" in said else said[0],
            "claims": len(group),
            "sources": len({claim["article"] for claim in group}),
            "first_said": min(claim["said"] for claim in group),
            "last_said": max(claim["said"] for claim in group),
            "confidence": max(claim["confidence"] for claim in group),
            "contested": len(said) > 1,
            "speakers": sorted({claim["speaker"] for claim in group if "speaker" in claim}),
        }


def _position(claim: Claim) -> tuple[Any, ...]:
    place = (claim.article, claim.evidence.start, claim.subject.span, claim.object.span)
    return (*place, claim.predicate, claim.id)
