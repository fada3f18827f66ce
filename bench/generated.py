"""Articles and claims out of a seeded generator: ten claims an article, and one vendor that many depend on."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from kg.model import Article, Claim, EntityRef, Evidence, Value

HUB = EntityRef("org:nvidia", "NVIDIA", "Company", "NVIDIA", (0, 6))
_CLAIMS_AN_ARTICLE = 10
_TO_HUB = 0.05
_MODALITIES = ("asserted", "planned", "rumoured", "speculative", "denied", "ended")
_WEIGHTS = (70, 10, 6, 4, 4, 6)
_RELATIONS = (
    ("org", "INVESTED_IN", "org"),
    ("org", "COMPETES_WITH", "org"),
    ("org", "PARTNERS_WITH", "org"),
    ("org", "SUPPLIES", "org"),
    ("org", "USES_CLOUD", "org"),
    ("org", "USES_HARDWARE", "chip"),
    ("org", "DESIGNS_CHIP", "chip"),
    ("org", "DEVELOPS", "model"),
    ("model", "TRAINED_ON", "chip"),
    ("model", "OUTPERFORMS", "model"),
    ("person", "MOVED", "org"),
)
_TYPES = {"org": "Company", "chip": "Chip", "model": "Model", "person": "Person"}
_RAISED = 0.05


def articles(claims: int) -> Iterator[Article]:
    """The articles of so many claims."""
    for number in range(-(-claims // _CLAIMS_AN_ARTICLE)):
        yield Article(f"a{number}", f"Text {number}.", "en", title=f"Title {number}", published=_day(number))


def generated(claims: int) -> Iterator[Claim]:
    """So many claims, about a tenth as many entities; the same for the same number."""
    chance = random.Random(claims)
    for number in range(claims):
        article, place = divmod(number, _CLAIMS_AN_ARTICLE)
        subject, predicate, target = _statement(chance, max(10, claims // 40))
        text = f"{subject.name} {predicate.lower()} {target.value if isinstance(target, Value) else target.name}."
        yield Claim(
            article=f"a{article}",
            subject=subject,
            predicate=predicate,
            object=target,
            modality=chance.choices(_MODALITIES, _WEIGHTS)[0],
            evidence=Evidence(place, place * 100, place * 100 + len(text), text),
            confidence=chance.randint(40, 95) / 100,
            extractor="generated/1:claim",
            said=_day(article),
        )


def _statement(chance: random.Random, size: int) -> tuple[EntityRef, str, EntityRef | Value]:
    if chance.random() < _TO_HUB:
        return _entity(chance, "org", size), "USES_HARDWARE", HUB
    if chance.random() < _RAISED:
        amount = chance.randint(1, 900) * 1_000_000
        return _entity(chance, "org", size), "RAISED", Value(str(amount), "Money", f"${amount:,}", (0, 9), "USD")
    group, predicate, other = chance.choice(_RELATIONS)
    return _entity(chance, group, size), predicate, _entity(chance, other, size)


def _entity(chance: random.Random, group: str, size: int) -> EntityRef:
    number = chance.randrange(size)
    name = f"{group.title()} {number}"
    return EntityRef(f"{group}:bench-{number}", name, _TYPES[group], name, (0, len(name)))


def _day(number: int) -> str:
    return (date(2023, 1, 1) + timedelta(days=number % 1200)).isoformat()
