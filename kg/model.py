"""The records that pass between the parts: articles, mentions and claims, and their JSON Lines form."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]
"""Character offsets [start, end) into an article's text."""

Language = Literal["en", "ja", "zh"]


@dataclass(frozen=True)
class Article:
    """A text and where it comes from. `published` is an ISO date, as precise as the source gives it."""

    id: str
    text: str
    lang: Language
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    def record(self) -> dict[str, Any]:
        """What the store keeps of an article; its text stays with its publisher."""
        fields = ("id", "lang", "title", "url", "publisher", "published", "sha256")
        return {name: getattr(self, name) for name in fields if getattr(self, name)}


@dataclass(frozen=True)
class Entity:
    """One identity: `id` is `group:slug`, `type` an entity type of the ontology, `name` the canonical name."""

    id: str
    name: str
    type: str


@dataclass(frozen=True)
class EntityRef:
    """An entity as a claim's subject, object or qualifier: who it is and the words that say so."""

    id: str
    name: str
    type: str
    mention: str
    span: Span

    def record(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "type": self.type, "mention": self.mention, "span": list(self.span)}


@dataclass(frozen=True)
class Value:
    """A value as a claim's object: `kind` is Money, Date, License or Structure; `unit` the ISO 4217 code of money."""

    value: str
    kind: str
    mention: str
    span: Span
    unit: str = ""

    def record(self) -> dict[str, Any]:
        unit = {"unit": self.unit} if self.unit else {}
        return {"value": self.value, "kind": self.kind, "mention": self.mention, "span": list(self.span), **unit}


@dataclass(frozen=True)
class Evidence:
    """The sentence a claim was read from: its number in the article (from 0), its offsets and its words.

    Where it speaks of what only a sentence before it names, the stretch begins with that one.
    """

    sentence: int
    start: int
    end: int
    text: str

    def record(self) -> dict[str, Any]:
        return {"sentence": self.sentence, "start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True)
class Claim:
    """What an article says links a subject to an object, how sure it is, and who says so.

    `said` is the article's publication date. `qualifiers` holds plain JSON: amount {"value","unit"}, date, round, kind,
    role, left, and entities such as from and speaker as their records.
    """

    article: str
    subject: EntityRef
    predicate: str
    object: EntityRef | Value
    modality: str
    evidence: Evidence
    confidence: float
    extractor: str
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    said: str = ""

    @property
    def object_key(self) -> str:
        """What makes the object itself: an entity's id, or a value with its unit."""
        if isinstance(self.object, EntityRef):
            return self.object.id
        return f"{self.object.kind}:{self.object.value} {self.object.unit}".strip()

    @property
    def id(self) -> str:
        """Content hash: the same statement of the same stretch of text has the same id, whatever run found it."""
        parts = (
            self.article,
            str(self.evidence.start),
            self.subject.id,
            self.predicate,
            self.object_key,
            self.modality,
        )
        return "clm-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]

    def record(self) -> dict[str, Any]:
        said = {"said": self.said} if self.said else {}
        return {
            "id": self.id,
            "article": self.article,
            "subject": self.subject.record(),
            "predicate": self.predicate,
            "object": self.object.record(),
            "modality": self.modality,
            "qualifiers": dict(self.qualifiers),
            "evidence": self.evidence.record(),
            "confidence": round(self.confidence, 3),
            "extractor": self.extractor,
            **said,
        }


@dataclass(frozen=True)
class EntityMentions:
    """One entity of one article, with every form and place in which the text names it."""

    article: str
    entity: Entity
    mentions: tuple[str, ...]
    spans: tuple[Span, ...]

    def record(self) -> dict[str, Any]:
        return {
            "article": self.article,
            "id": self.entity.id,
            "name": self.entity.name,
            "type": self.entity.type,
            "mentions": list(self.mentions),
            "spans": [list(span) for span in self.spans],
        }


def dump_line(record: Mapping[str, Any]) -> str:
    """One JSON Lines line: sorted keys, UTF-8 as it is, so that equal records are equal bytes."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"


def dump_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    return (dump_line(record) for record in records)
