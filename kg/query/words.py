"""Edges, claims and money in words, with the relation labels of the ontology; how sure edges are, and since when."""

from collections.abc import Collection, Iterable
from math import prod

from kg.answer import KNOWN, Citation, Edge, Money
from ontology.load import load_ontology

GONE = frozenset({"ended", "denied"})
"""The statuses, and modalities, of what does not hold or holds no longer."""
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def rank(status: str) -> int:
    """The place of a status in the ontology's order, asserted first; what the lexicon knows comes before all."""
    return -1 if status == KNOWN else load_ontology().modalities[status].rank


def sureness(edge: Edge) -> tuple[object, ...]:
    """The order of edges by how sure they are, the surest first; no two are equal."""
    return rank(edge.status), -edge.confidence, edge.triple


def least_sure(path: Collection[Edge]) -> str:
    """The status of a path: that of its least sure link."""
    return max((edge.status for edge in path), key=rank)


def confidence(path: Collection[Edge]) -> float:
    """How sure it is that every link of a path is so."""
    return round(prod(edge.confidence for edge in path), 3)


def said(edges: Collection[Edge]) -> tuple[str, str]:
    """The days on which any of the edges was first and last said."""
    first = min([edge.first_said for edge in edges if edge.first_said], default="")
    return first, max([edge.last_said for edge in edges])


def path_state(path: Collection[Edge]) -> tuple[str, float, str, str]:
    """The cells of a path's status, its confidence, and when its links were first and last said."""
    status = status_text(least_sure(path), contested=any(edge.contested for edge in path))
    return status, confidence(path), *said(path)


def label(predicate: str, *, inverse: bool = False) -> str:
    """A relation in English, read from its subject or, inversely, from its object."""
    relation = load_ontology().relations[predicate]
    return (relation.inverse if inverse else relation.label)["en"]


def status_text(status: str, *, contested: bool) -> str:
    """The status, and whether another claim denies it."""
    return f"{status}, contested" if contested else status


def hop(edge: Edge, start: str) -> str:
    """One step of a path from the entity of id `start` to the edge's other end, without the first name."""
    forward = edge.subject.id == start
    remark = "" if edge.status == "asserted" else f" ({edge.status})"
    target = edge.object if forward else edge.subject
    return f" –{label(edge.predicate, inverse=not forward)}{remark}→ {target.name}"


def path_text(edges: Iterable[Edge], start: str) -> str:
    """A path that starts from the entity of id `start`: "A –uses cloud of→ B –uses hardware of→ C"."""
    words, here = "", start
    for edge in edges:
        forward = edge.subject.id == here
        words = words or (edge.subject if forward else edge.object).name
        words += hop(edge, here)
        here = (edge.object if forward else edge.subject).id
    return words


def money_text(money: Money | None) -> str:
    """ "USD 6.6 billion"; nothing for no money."""
    if money is None:
        return ""
    scale, name = next(((size, name) for size, name in _SCALES if abs(money.value) >= size), (1, ""))
    number = f"{money.value / scale:,.2f}".rstrip("0").rstrip(".")
    return f"{money.unit} {number}{name}".strip()


def claim_text(claim: Citation) -> str:
    """A claim in short words: "OpenAI raised USD 6.6 billion (Series C)"."""
    target = claim.object.name if claim.object else value_text(claim)
    subject = claim.subject.name
    if claim.predicate == "MOVED":
        origin = f" from {claim.origin.name}" if claim.origin else ""
        words = f"{subject} left {target}" if claim.left else f"{subject} moved to {target}{origin}"
    else:
        words = f"{subject} {label(claim.predicate)} {target}"
    amount = money_text(claim.money) if claim.object else ""
    details = ", ".join(part for part in (claim.role, amount, claim.round) if part)
    return f"{words} ({details})" if details else words


def voices(claims: Iterable[Citation]) -> str:
    """Who says so, each once."""
    return ", ".join(dict.fromkeys(claim.voice for claim in claims))


def value_text(claim: Citation) -> str:
    """The value that a claim is about: money in words, other values as they are."""
    return money_text(claim.money) or claim.value
