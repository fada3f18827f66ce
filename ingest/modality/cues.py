"""The cues of a sentence for a modality, and whether their scope holds a proposal's trigger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from ingest.rules import Cue, Rules
from ingest.slots import Encoded
from ingest.text import Mention, Proposal
from kg.model import Span

_STRENGTH = {"denied": 5, "ended": 4, "rumoured": 3, "speculative": 2, "planned": 1, "asserted": 0}
_STATES = frozenset({"HEADQUARTERED_IN", "DESIGNS_CHIP", "DEVELOPS", "LEADS", "WORKS_AT", "FOUNDED", "SUBSIDIARY_OF"})
"""Relations that a noun phrase takes for granted: "Foo's chip" and "Foo, a Lyon firm" hold whatever the clause says."""


@dataclass(frozen=True)
class Heard:
    """A modality that something in a sentence speaks for, where it stands, and whether its scope holds a proposal."""

    modality: str
    place: str
    bears: bool


def heard(proposal: Proposal, encoded: Encoded, rules: Rules, published: str | None) -> Iterator[Heard]:
    """What its rule fixes, negation, and every cue of the sentence for claims of its relation.

    `published`: ISO date of the article, by which a date is past or to come.
    """
    if proposal.modality:
        yield Heard(proposal.modality, "rule", True)
    if proposal.negated:
        yield Heard("denied", "not", True)
    for cue in rules.cues.passing(encoded.text):
        if cue.relations and proposal.relation not in cue.relations:
            continue
        for match in matches(cue, encoded, published):
            place = _place(encoded.span(*match.span()), proposal)
            yield Heard(cue.modality, place, _applies(cue.scope, match, proposal, encoded, rules))


def strongest(found: Iterable[Heard]) -> str:
    """The strongest modality whose scope holds the proposal, else asserted."""
    return max((h.modality for h in found if h.bears), key=_STRENGTH.__getitem__, default="asserted")


def _place(cue: Span, proposal: Proposal) -> str:
    """Where a cue stands to a proposal's trigger, and whether in its clause."""
    clause = "in" if proposal.clause[0] <= cue[0] and cue[1] <= proposal.clause[1] else "out"
    if cue[0] < proposal.trigger[1] and proposal.trigger[0] < cue[1]:
        return f"{clause} over"
    return f"{clause} before" if cue[1] <= proposal.trigger[0] else f"{clause} after"


def matches(cue: Cue, encoded: Encoded, published: str | None) -> "Iterator[regex.Match[str]]":
    """Where a cue stands in a sentence of an article of that day."""
    for match in cue.pattern.finditer(encoded):
        if not cue.later or _to_come(encoded.inside(*match.span()), published):
            yield match


def _to_come(mentions: Iterable[Mention], published: str | None) -> bool:
    """Whether any of the mentions is a date that begins after a day."""
    dates = (str(m.value) for m in mentions if m.type == "Date")
    return published is not None and any(date > published[: len(date)] for date in dates)


def _applies(scope: str, match: "regex.Match[str]", proposal: Proposal, encoded: Encoded, rules: Rules) -> bool:
    bears = _bears(scope, encoded.span(*match.span()), proposal)
    return bears and not _cut_off(encoded, match.end(), encoded.position(proposal.trigger[0]), rules)


def _bears(scope: str, cue: Span, proposal: Proposal) -> bool:
    """Whether a cue at that place bears on a proposal."""
    if scope in {"subject", "object"}:
        side = proposal.subject if scope == "subject" else proposal.object
        return cue[0] <= side.start and side.end <= cue[1]
    if scope == "trigger":
        return cue[0] < proposal.trigger[1] and proposal.trigger[0] < cue[1]
    begin, end = _stretch(scope, proposal)
    return begin <= cue[0] and cue[1] <= end


def _stretch(scope: str, proposal: Proposal) -> Span:
    """The stretch in which a cue of that scope must lie to bear on a proposal."""
    if scope == "sentence" and not granted(proposal):
        return proposal.sentence.start, proposal.sentence.end
    if granted(proposal):
        return proposal.trigger
    match scope:
        case "before":
            return proposal.clause[0], proposal.trigger[1]
        case "after":
            return proposal.trigger[0], proposal.clause[1]
        case _:
            return proposal.clause


def granted(proposal: Proposal, speaker: Mention | None = None) -> bool:
    """Whether the sentence takes the proposal for granted and says something else, as it does who a speaker is."""
    sides = (*proposal.subject.entities, *proposal.object.entities)
    introduced = speaker is not None and speaker.entity in sides
    return proposal.relation in _STATES and (proposal.phrase or introduced)


def _cut_off(encoded: Encoded, end: int, trigger: int, rules: Rules) -> bool:
    """Whether a turn ("now", "days after") stands between a cue and the trigger that follows it."""
    return end <= trigger and _turn(rules.macros.get("turn", "(?!)")).search(encoded.text, end, trigger) is not None


@cache
def _turn(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(pattern)
