"""Small worlds as data: articles and claims in a compact form, loaded into an embedded store and read back."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.config import Settings
from kg.export.graph import Landscape, Selection, read_landscape
from kg.model import Article, Claim, Entity, EntityMentions, EntityRef, Evidence, Value
from kg.store import Store, open_store
from ontology.read import read_yaml

Data = dict[str, Any]


@dataclass(frozen=True)
class World:
    """What articles say, as records of `kg.model`."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[EntityMentions, ...]

    def load(self, store: Store) -> None:
        report = store.load(
            [article.record() for article in self.articles],
            [mentions.record() for mentions in self.mentions],
            [claim.record() for claim in self.claims],
        )
        assert not report.rejected, report.rejected


def world_data() -> Data:
    """The data of world.yaml, free to be changed."""
    data: Data = copy.deepcopy(read_yaml(Path(__file__).with_name("world.yaml")))
    return data


def world(data: Data) -> World:
    """The records of such data."""
    texts = {key: "\n".join(row["text"] for row in data["claims"] if row["article"] == key) for key in data["articles"]}
    articles = {key: Article(id=key, text=texts[key], **row) for key, row in data["articles"].items()}
    claims = [claim for row in data["claims"] for claim in _claims(row, articles[row["article"]], data["entities"])]
    return World(tuple(articles.values()), tuple(claims), tuple(_mentions(claims, data)))


def landscape_of(data: Data, selection: Selection) -> Landscape:
    """What a store gives back of such data."""
    with TemporaryDirectory() as folder, open_store(Settings(home=Path(folder) / "kg")) as store:
        world(data).load(store)
        return read_landscape(store, selection)


@cache
def landscape() -> Landscape:
    """The whole of world.yaml out of a store."""
    return landscape_of(world_data(), Selection())


def _claims(row: Data, article: Article, entities: Data) -> Iterator[Claim]:
    text = row["text"]
    start = article.text.index(text)
    evidence = Evidence(article.text[:start].count("\n"), start, start + len(text), text)

    def reference(entity: str, words: str) -> EntityRef:
        return EntityRef(entity, entities[entity]["name"], entities[entity]["type"], words, span(words))

    def span(words: str) -> tuple[int, int]:
        at = start + text.index(words)
        return at, at + len(words)

    for words, subject, predicate, other, object_, modality, confidence, *rest in row["of"]:
        qualifiers = {key: _qualifier(key, value, entities) for key, value in (rest[0] if rest else {}).items()}
        yield Claim(
            article=article.id,
            subject=reference(subject, words),
            predicate=predicate,
            object=reference(object_, other)
            if isinstance(object_, str)
            else Value(mention=other, span=span(other), **object_),
            modality=modality,
            evidence=evidence,
            confidence=confidence,
            extractor="rules/1",
            qualifiers=qualifiers,
            said=article.published,
        )


def _qualifier(key: str, value: Any, entities: Data) -> Any:
    if key not in {"speaker", "from"}:
        return value
    return {"id": value, **entities[value], "mention": entities[value]["name"]} if value in entities else value


def _mentions(claims: list[Claim], data: Data) -> Iterator[EntityMentions]:
    found: dict[tuple[str, str], list[EntityRef]] = {}
    for claim in claims:
        for ref in (claim.subject, claim.object):
            if isinstance(ref, EntityRef):
                found.setdefault((claim.article, ref.id), []).append(ref)
    for (article, entity), refs in found.items():
        forms = tuple(sorted({ref.mention for ref in refs}))
        named = Entity(entity, data["entities"][entity]["name"], data["entities"][entity]["type"])
        yield EntityMentions(article, named, forms, tuple(sorted({ref.span for ref in refs})))
