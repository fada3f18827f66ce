"""Rival claims side by side."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from kg.answer import Citation, Money, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import canonical, derived
from kg.query.view import View
from kg.query.words import GONE, claim_text, money_text, rank

_AMOUNTS = ("RAISED", "INVESTED_IN", "ACQUIRED")
_OWNERS = ("SUBSIDIARY_OF", "ACQUIRED")
_SAME_MONEY = 0.05
"""Amounts nearer than this share are one amount, rounded or converted differently."""
_COLUMNS = ("conflict", "about", "one side", "said by", "other side", "said by others")


def conflicts(view: View, *, about: Node | None) -> Found:
    """Claims that can't all be so: denied and affirmed, two amounts of one round, two owners of one organisation."""
    about_ids = [about.id] if about else None
    denials = view.seen(view.claims(about=about_ids, modalities=["denied"]))
    disputed = view.seen(view.claims({c.predicate for c in denials}, about={c.subject.id for c in denials}))
    rivals = view.seen(view.claims({*_AMOUNTS, *_OWNERS}, about=about_ids))
    rows = [*_denied(disputed, {canonical(claim) for claim in denials}), *_amounts(rivals), *_owners(view, rivals)]
    title = "Conflicting claims" + (f" about {about.name}" if about else "")
    return Found(title, _COLUMNS, rows)


def _denied(found: Iterable[Citation], triples: Collection[tuple[str, str, str]]) -> Iterator[Row]:
    for _, claims in _grouped((canonical(claim), claim) for claim in found if canonical(claim) in triples):
        denials = [claim for claim in claims if claim.modality == "denied"]
        others = [claim for claim in claims if claim.modality in {"asserted", "planned", "rumoured"}]
        if denials and others:
            surest = min(others, key=lambda claim: (rank(claim.modality), claim.said, claim.id))
            yield _row("denied", claim_text(surest), (surest.modality, others), ("denied", denials))


def _amounts(found: Iterable[Citation]) -> Iterator[Row]:
    deals = _grouped((_deal(claim), claim) for claim in found if claim.predicate in _AMOUNTS and claim.money)
    for (_, predicate, _, name), claims in deals:
        sides = _sides(claim for claim in claims if claim.modality not in GONE)
        if name or predicate == "ACQUIRED":
            for one, other in combinations(sides, 2):
                about = f"{claims[0].subject.name}, {name or claim_text(claims[0])}"
                yield _row("amount", about, (money_text(one[0].money), one), (money_text(other[0].money), other))


def _deal(claim: Citation) -> tuple[str, str, str, str]:
    return (claim.subject.id, claim.predicate, claim.object.id if claim.object else "", claim.round)


def _sides(claims: Iterable[Citation]) -> list[list[Citation]]:
    sides: list[list[Citation]] = []
    for claim in claims:
        same = next((side for side in sides if _same(side[0].money, claim.money)), None)
        if same is None:
            sides.append([claim])
        else:
            same.append(claim)
    return sides


def _same(one: Money | None, other: Money | None) -> bool:
    if one is None or other is None:
        return one == other
    if one.unit != other.unit:
        if one.usd is None or other.usd is None:
            return False
        return abs(one.usd - other.usd) <= _SAME_MONEY * max(one.usd, other.usd)
    return abs(one.value - other.value) <= _SAME_MONEY * max(one.value, other.value)


def _owners(view: View, found: Iterable[Citation]) -> Iterator[Row]:
    owners: dict[Node, dict[Node, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for claim in found:
        if claim.predicate in _OWNERS and claim.object:
            owned, owner = (
                (claim.object, claim.subject) if claim.predicate == "ACQUIRED" else (claim.subject, claim.object)
            )
            owners[owned][owner].append(claim)
    seen = view.lens.statuses - GONE
    for owned in sorted(owners):
        live = {owner: claims for owner, claims in sorted(owners[owned].items()) if derived(claims).status in seen}
        for one, other in combinations(live, 2):
            if one not in owners[other] and other not in owners[one]:
                yield _row("owner", owned.name, (one.name, live[one]), (other.name, live[other]))


def _row(kind: str, about: str, one: tuple[str, list[Citation]], other: tuple[str, list[Citation]]) -> Row:
    claims = (*one[1], *other[1])
    return Row((kind, about, one[0], _voices(one[1]), other[0], _voices(other[1])), claims=claims)


def _voices(claims: Iterable[Citation]) -> str:
    """Who says so, and when: "Reuters 2025-01-27, Sam Altman 2025-02-01"."""
    names = (f"{claim.voice} {claim.said}".strip() for claim in claims)
    return ", ".join(dict.fromkeys(names))


def _grouped(pairs: Iterable[tuple[tuple[str, ...], Citation]]) -> list[tuple[tuple[str, ...], list[Citation]]]:
    groups: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for key, claim in pairs:
        groups[key].append(claim)
    return sorted(groups.items())


CONFLICTS = Question(
    name="conflicts",
    help="Rival claims side by side: denied and affirmed, different amounts of one round, different owners.",
    function=conflicts,
    example="conflicts --about OpenAI",
    options=(Parameter("about", "Only those with this entity."),),
)
