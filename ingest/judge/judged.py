"""Proposals as the judge leaves them: those of the rules that it believes, and what it sees beside them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ingest.judge.candidates import Candidate
from ingest.judge.model import Judge
from ingest.judge.read import Rated
from ingest.judge.rivals import Row
from ingest.relate import clause_of, clause_spans
from ingest.rules import Rules
from ingest.slots import Encoded
from ingest.text import Key, Mention, Proposal, Sentence

if TYPE_CHECKING:
    from kg.model import Span

RULE = "judge"
"""What claims that no rule proposed name as theirs."""
BELIEVED = 0.3
"""How likely a rule's proposal must be to stay."""
SEEN = 0.6
"""How likely a further candidate must be to be one. How both were chosen: docs/quality.md."""
_LEADS_TO = 3
"""Characters between a maker's name and its chip's: "'s ", の, 的."""
Likely = Mapping[Key, tuple[float, Rated]]


def judged(
    seen: Sequence[Rated], sentence: Sentence, encoded: Encoded, proposals: Sequence[Proposal], rules: Rules
) -> Iterator[Proposal]:
    """The proposals to settle, each with how likely the judge holds it; of any two mentions it adds one at most."""
    sure = Judge.load(rules.lang).sure(seen)
    likely = {one.candidate.key: (certainty, one) for one, certainty in zip(seen, sure, strict=True)}
    added = (
        replace(between(c.subject, c.object, c.relation, sentence, encoded, rules), certainty=certainty, meant=meant)
        for c, certainty, meant in _seen(likely, proposals)
    )
    return one_holder(named_whole([*meant_alike(list(_believed(likely, proposals))), *added]))


def named_whole(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Those but for what is said of a maker whose name only leads to its chip's: "trained on Nvidia's H800"."""
    chips = {(p.subject.span, p.relation, p.object.start) for p in proposals if p.object.type == "Chip"}
    for proposal in proposals:
        behind = range(proposal.object.end, proposal.object.end + _LEADS_TO + 1)
        if not any((proposal.subject.span, proposal.relation, at) in chips for at in behind):
            yield proposal


def meant_alike(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """With one reading of the modality for all that a rule sees in one word: of "A and B plan to buy C" both plan."""
    heard: dict[Hashable, list[Row]] = defaultdict(list)
    for proposal in proposals:
        if proposal.meant is not None:
            heard[_told(proposal)].append(proposal.meant)
    for proposal in proposals:
        rows = heard[_told(proposal)]
        yield replace(proposal, meant=np.mean(rows, axis=0)) if len(rows) > 1 else proposal


def _told(proposal: Proposal) -> Hashable:
    return proposal.relation, proposal.rule, proposal.trigger


def one_holder(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Of several that one amount is said of as the same, the likeliest: a sum that values one firm values no other."""
    best: dict[tuple[str, Span], Proposal] = {}
    for proposal in proposals:
        if proposal.object.type != "Money":
            yield proposal
            continue
        of_amount = best.setdefault((proposal.relation, proposal.object.span), proposal)
        if (proposal.certainty or 0) > (of_amount.certainty or 0):
            best[proposal.relation, proposal.object.span] = proposal
    yield from best.values()


def _believed(likely: Likely, proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Those of the rules; one that the judge did not look at stays, and nobody says how likely it is."""
    for proposal in proposals:
        found = likely.get(proposal.key)
        if found is None:
            yield proposal
        elif found[0] >= BELIEVED:
            yield replace(proposal, certainty=found[0], meant=found[1].meant)


def _seen(likely: Likely, proposals: Sequence[Proposal]) -> Iterator[tuple[Candidate, float, Row]]:
    """What no rule says, in either direction, and is likely by itself."""
    ruled = {key for p in proposals for key in (p.key, (p.object.span, p.relation, p.subject.span))}
    seen: set[frozenset[Span]] = set()
    for key, (certainty, one) in sorted(likely.items(), key=lambda found: -found[1][0]):
        if certainty < SEEN:
            continue
        pair = frozenset({key[0], key[2]})
        if key not in ruled and pair not in seen:
            seen.add(pair)
            yield one.candidate, certainty, one.meant


def between(
    subject: Mention, object_: Mention, relation: str, sentence: Sentence, encoded: Encoded, rules: Rules
) -> Proposal:
    """A proposal that no rule made: its trigger is all that stands between the two."""
    trigger = max(sentence.start, min(subject.start, object_.start)), max(subject.end, object_.end)
    clause = clause_of(trigger, clause_spans(encoded, rules))
    return Proposal(relation, subject, object_, sentence, trigger, clause, RULE)
