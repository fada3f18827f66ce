"""What follows from all claims of one triple: its status, and how well it is supported. Pure; no order matters."""

import hashlib
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from ontology.load import load_ontology

_SUPPORTED = ("asserted", "planned")
_GUESSED = ("rumoured", "speculative")


class Stated(Protocol):
    """The part of a claim that counts here. Dates are ISO, as precise as known, or ""; `amount_usd` in US dollars."""

    @property
    def article(self) -> str: ...
    @property
    def modality(self) -> str: ...
    @property
    def confidence(self) -> float: ...
    @property
    def said(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def speaker(self) -> str: ...
    @property
    def amount_usd(self) -> float | None: ...


class Derived(NamedTuple):
    """The state of one triple. `claims` and `sources` count claims and articles; `date` is the latest event's.

    `amount_usd` is the largest single claim's: sums would count one round once for every article about it.
    """

    status: str
    confidence: float
    claims: int
    sources: int
    first_said: str
    last_said: str
    date: str
    amount_usd: float | None
    contested: bool
    speakers: tuple[str, ...]


def triple(subject: str, predicate: str, object_: str) -> tuple[str, str, str]:
    """Ids of a triple as it is derived: a symmetric predicate has the smaller id first."""
    if load_ontology().relations[predicate].symmetric and object_ < subject:
        subject, object_ = object_, subject
    return subject, predicate, object_


def triple_id(subject: str, predicate: str, object_: str) -> str:
    """The id of the derived relationship that a claim of these ids belongs to."""
    joined = "\x1f".join(triple(subject, predicate, object_))
    return "rel-" + hashlib.sha256(joined.encode()).hexdigest()[:20]


def derive(claims: Iterable[Stated]) -> Derived:
    """The state that follows from at least one claim, all of one triple."""
    told = list(claims)
    return _derived(told) if len(told) > 1 else _alone(told[0])


def _alone(claim: Stated) -> Derived:
    """As `_derived`, of one claim: most triples have no more, and an answer may hold a hundred thousand of them."""
    speakers = (claim.speaker,) if claim.speaker else ()
    said, confidence = claim.said, _either(claim.confidence)
    return Derived(claim.modality, confidence, 1, 1, said, said, claim.date, claim.amount_usd, False, speakers)


def _derived(told: Sequence[Stated]) -> Derived:
    modalities = {claim.modality for claim in told}
    status = _status(told, modalities)
    amounts = [claim.amount_usd for claim in told if claim.amount_usd is not None]
    said = sorted({claim.said for claim in told} - {""}) or [""]
    return Derived(
        status=status,
        confidence=_confidence([claim for claim in told if claim.modality == status]),
        claims=len(told),
        sources=len({claim.article for claim in told}),
        first_said=said[0],
        last_said=said[-1],
        date=max([claim.date for claim in told], default=""),
        amount_usd=max(amounts, default=None),
        contested="denied" in modalities and bool(modalities & {*_SUPPORTED, "rumoured"}),
        speakers=tuple(sorted({claim.speaker for claim in told} - {""})),
    )


def _status(claims: Sequence[Stated], modalities: set[str]) -> str:
    """Later words about an end or a denial outweigh earlier ones; otherwise the surest modality holds."""
    if "ended" in modalities and _last(claims, "ended") >= _last(claims, *_SUPPORTED):
        return "ended"
    for modality in _SUPPORTED:
        if modality in modalities:
            return modality
    if "denied" in modalities and _last(claims, "denied") >= _last(claims, *_GUESSED):
        return "denied"
    return "rumoured" if "rumoured" in modalities else "speculative"


def _last(claims: Sequence[Stated], *modalities: str) -> str:
    return max([claim.said for claim in claims if claim.modality in modalities], default="")


def _confidence(supporting: Iterable[Stated]) -> float:
    """How likely at least one article is right, each taken by its best claim of the status (noisy or)."""
    best: dict[str, float] = {}
    for claim in supporting:
        best[claim.article] = max(claim.confidence, best.get(claim.article, 0.0))
    return _either(*sorted(best.values()))


def _either(*confidences: float) -> float:
    return round(1 - math.prod([1 - confidence for confidence in confidences]), 4)
