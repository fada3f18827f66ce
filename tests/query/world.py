"""Claims in the compact form of cases/*.yaml, as the records that a store loads."""

from collections import Counter
from pathlib import Path
from typing import Any

from kg.model import Article, Claim, Entity, EntityMentions, EntityRef, Evidence, Value
from ontology.load import load_ontology
from ontology.names import Names
from ontology.read import read_yaml

CASES = Path(__file__).with_name("cases")
_SENTENCE = 200


def records(name: str = "world") -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """The articles, mentions and claims of a case file."""
    data = read_yaml(CASES / f"{name}.yaml")
    articles = {key: _article(key, row) for key, row in data["articles"].items()}
    places: Counter[str] = Counter()
    claims = []
    for row in data["claims"]:
        claims.append(_claim(row, data["entities"], articles[row[0]], places[row[0]]))
        places[row[0]] += 1
    mentions = [mention.record() for claim in claims for mention in _mentions(claim)]
    unique = list({(mention["article"], mention["id"]): mention for mention in mentions}.values())
    return [article.record() for article in articles.values()], unique, [claim.record() for claim in claims]


def _article(key: str, row: dict[str, str]) -> Article:
    return Article(id=key, text=key, **{"lang": "en", **row})


def _claim(row: list[Any], entities: dict[str, list[str]], article: Article, place: int) -> Claim:
    _, subject, predicate, target, *rest = row
    extra = dict(rest[0]) if rest else {}
    start = place * _SENTENCE
    one = _ref(subject, entities, start)
    other = _value(target, start) if " " in target else _ref(target, entities, start + 40)
    said = other.value if isinstance(other, Value) else other.name
    text = f"{one.name} {load_ontology().relations[predicate].label['en']} {said} ({article.id}, {place})."
    modality = extra.pop("modality", "asserted")
    return Claim(
        article=article.id,
        subject=one,
        predicate=predicate,
        object=other,
        modality=modality,
        evidence=Evidence(place, start, start + len(text), text),
        confidence=0.8,
        extractor="test/1:case",
        qualifiers={key: _qualifier(key, value, entities, start) for key, value in extra.items()},
        said=article.published,
    )


def _qualifier(key: str, value: Any, entities: dict[str, list[str]], start: int) -> Any:
    match key:
        case "from":
            return _ref(value, entities, start + 80).record()
        case "speaker":
            entity_id = next((entity_id for entity_id, (name, _) in entities.items() if name == value), "")
            return _ref(entity_id, entities, start + 120).record()
        case "amount":
            unit, amount = value.split()
            return {"value": amount, "unit": unit}
        case "left":
            return value
        case _:
            return str(value)


def _ref(entity_id: str, entities: dict[str, list[str]], start: int) -> EntityRef:
    if entity_id in entities:
        name, kind = entities[entity_id]
    else:
        entry = Names.load().lexicon[entity_id]
        name, kind = entry.name, entry.type
    return EntityRef(entity_id, name, kind, name, (start, start + len(name)))


def _value(text: str, start: int) -> Value:
    unit, amount = text.split()
    return Value(amount, "Money", text, (start + 40, start + 40 + len(text)), unit)


def _mentions(claim: Claim) -> list[EntityMentions]:
    refs = [ref for ref in (claim.subject, claim.object) if isinstance(ref, EntityRef)]
    return [
        EntityMentions(claim.article, Entity(ref.id, ref.name, ref.type), (ref.mention,), (ref.span,)) for ref in refs
    ]
