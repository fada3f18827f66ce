"""A small corpus of records for the store's tests: every kind of claim, entities that articles call differently."""

import random
from typing import Any

from kg.model import Article, Claim, Entity, EntityMentions, EntityRef, Evidence, Value

Record = dict[str, Any]
Records = tuple[list[Record], list[Record], list[Record]]

TYPES = {
    "org:openai": ("OpenAI", "Company"),
    "org:nvidia": ("NVIDIA", "Company"),
    "chip:h100": ("H100", "Chip"),
    "org:kestrel-labs": ("Kestrel Labs", "Company"),
    "org:kestrel-labs#lab": ("Kestrel Laboratories", "Lab"),
    "org:かもめ計算": ("かもめ計算", "Company"),
    "model:tern-2": ("Tern 2", "Model"),
    "person:ada-moor": ("Ada Moor", "Person"),
    "place:japan": ("Japan", "Place"),
}
"""Name and type by id; what follows # is another way to call the same entity."""


def ref(key: str, start: int = 0) -> EntityRef:
    name, kind = TYPES[key]
    return EntityRef(key.partition("#")[0], name, kind, name, (start, start + len(name)))


def money(value: str, unit: str) -> Value:
    return Value(value, "Money", f"{value} {unit}", (30, 40), unit)


def claim(
    article: str,
    subject: str,
    predicate: str,
    target: str | Value,
    modality: str = "asserted",
    *,
    said: str = "2025-01-10",
    sentence: int = 0,
    confidence: float = 0.8,
    text: str = "",
    **qualifiers: Any,
) -> Record:
    start = 100 * sentence
    return Claim(
        article=article,
        subject=ref(subject, start),
        predicate=predicate,
        object=target if isinstance(target, Value) else ref(target, start + 20),
        modality=modality,
        evidence=Evidence(sentence, start, start + 90, text or f"{subject} {predicate} {target}."),
        confidence=confidence,
        extractor="test/1:rule",
        qualifiers=qualifiers,
        said=said,
    ).record()


def article(name: str, text: str = "", published: str = "2025-01-10") -> Record:
    return Article(
        name, text or f"The text of {name}.", "en", f"On {name}", f"https://news.invalid/{name}", "News", published
    ).record()


def mention(article_id: str, key: str, *forms: str, count: int = 1) -> Record:
    found = ref(key)
    spans = tuple((i, i + 1) for i in range(count))
    return EntityMentions(article_id, Entity(found.id, found.name, found.type), forms or (found.name,), spans).record()


def corpus() -> Records:
    """Four articles and one that only claims tell of."""
    speaker, origin = ref("person:ada-moor").record(), ref("org:openai").record()
    claims = [
        claim("a1", "org:openai", "USES_HARDWARE", "chip:h100", speaker=speaker),
        claim(
            "a1",
            "org:nvidia",
            "INVESTED_IN",
            "org:kestrel-labs",
            "rumoured",
            sentence=1,
            amount={"value": 5e9, "unit": "JPY"},
        ),
        claim("a1", "org:kestrel-labs", "COMPETES_WITH", "org:かもめ計算", sentence=2),
        claim(
            "a1", "org:kestrel-labs", "RAISED", money("20000000", "EUR"), sentence=3, date="2024-11", round="Series A"
        ),
        claim("a2", "org:かもめ計算", "COMPETES_WITH", "org:kestrel-labs#lab", "denied", said="2025-02-01"),
        claim("a2", "org:kestrel-labs#lab", "DEVELOPS", "model:tern-2", "planned", said="2025-02-01", sentence=1),
        claim(
            "a2",
            "org:nvidia",
            "INVESTED_IN",
            "org:kestrel-labs#lab",
            said="2025-02-01",
            sentence=2,
            amount={"value": 40, "unit": "USD"},
        ),
        claim("a3", "org:kestrel-labs", "DEVELOPS", "model:tern-2", "ended", said="2025-03-01"),
        claim(
            "a3",
            "person:ada-moor",
            "MOVED",
            "org:kestrel-labs",
            said="2025-03-01",
            sentence=1,
            role="chief scientist",
            **{"from": origin},
        ),
        claim("a3", "person:ada-moor", "MOVED", "org:openai", said="2025-03-01", sentence=2, left=True),
        claim(
            "a4",
            "org:kestrel-labs",
            "OPERATES_IN",
            "place:japan",
            said="2025-03-02",
            speaker={"name": "a spokesperson"},
        ),
        claim(
            "a4",
            "org:kestrel-labs",
            "RESTRUCTURES_AS",
            Value("IPO", "Structure", "go public", (1, 9)),
            "speculative",
            sentence=1,
        ),
        claim("lone", "org:openai", "DEVELOPS", "model:tern-2", "denied", said=""),
    ]
    articles = [article(f"a{n}", published=f"2025-0{n}-10") for n in range(1, 5)]
    mentions = [
        mention("a1", "org:openai", "OpenAI", count=3),
        mention("a1", "org:kestrel-labs", "Kestrel", "Kestrel Labs", count=2),
        mention("a2", "org:kestrel-labs#lab", "Kestrel Laboratories", "the Kestrel lab"),
        mention("a3", "org:kestrel-labs", "Kestrel Labs"),
        mention("a3", "place:japan", "Japan", count=2),
    ]
    return articles, mentions, claims


def shuffled(records: Records, seed: int) -> Records:
    order = random.Random(seed)
    return tuple(order.sample(part, len(part)) for part in records)  # type: ignore[return-value]


def of(records: Records, *articles: str) -> Records:
    """Only what tells of these articles."""
    articles_, mentions, claims = records
    return (
        [r for r in articles_ if r["id"] in articles],
        [r for r in mentions if r["article"] in articles],
        [r for r in claims if r["article"] in articles],
    )


def busy() -> Records:
    """The corpus and thirty articles that all say the same of the same two, so that writers meet."""
    articles, mentions, claims = corpus()
    names = [f"b{number:02}" for number in range(30)]
    said = {name: f"2025-04-{number:02}" for number, name in enumerate(names, 1)}
    return (
        articles + [article(name, published=said[name]) for name in names],
        mentions + [mention(name, "org:kestrel-labs", f"Kestrel {name}") for name in names],
        claims + [claim(name, "org:kestrel-labs", "USES_HARDWARE", "chip:h100", said=said[name]) for name in names],
    )
