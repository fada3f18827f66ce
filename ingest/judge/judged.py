"""Proposals as the judge leaves them: those of the rules that it believes, and what it sees beside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.judge.candidates import candidates
from ingest.judge.model import Judge
from ingest.relate import clause_spans
from ingest.rules import Rules
from ingest.slots import Encoded
from ingest.text import Mention, Parse, Proposal, Sentence
from kg.model import Language, Span

RULE = "judge"
"""What claims that no rule proposed name as theirs."""
BELIEVED: dict[Language, float] = {"en": 0.1, "ja": 0.2, "zh": 0.2}
"""How likely a rule's proposal must be to stay."""
SEEN: dict[Language, float] = {"en": 0.5, "ja": 0.48, "zh": 0.54}
"""How likely a further candidate must be to be one. Both were chosen on half of the measured articles."""
Key = tuple[Span, str, Span]


def judged(
    sentence: Sentence,
    encoded: Encoded,
    parse: Parse,
    proposals: Sequence[Proposal],
    rules: Rules,
) -> Iterator[Proposal]:
    """The proposals to settle, each with how likely the judge holds it; of any two mentions it adds one at most."""
    return one_holder(_believed(sentence, encoded, parse, proposals, rules))


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


def _believed(
    sentence: Sentence,
    encoded: Encoded,
    parse: Parse,
    proposals: Sequence[Proposal],
    rules: Rules,
) -> Iterator[Proposal]:
    judge = Judge.load(rules.lang)
    read = candidates(encoded, rules.lang, parse, proposals, sentence.topic)
    likely = {_key(c.subject, c.relation, c.object): (sure, c) for c, sure in judge.probable(read)}
    ruled: set[Key] = set()
    for proposal in proposals:
        key = _key(proposal.subject, proposal.relation, proposal.object)
        ruled |= {key, (key[2], key[1], key[0])}
        certainty, _ = likely.get(key, (None, None))
        if certainty is None or certainty >= BELIEVED[rules.lang]:
            yield replace(proposal, certainty=certainty)
    seen: set[frozenset[Span]] = set()
    for key, (certainty, candidate) in sorted(likely.items(), key=lambda found: -found[1][0]):
        if certainty < SEEN[rules.lang]:
            return
        pair = frozenset({key[0], key[2]})
        if key not in ruled and pair not in seen:
            seen.add(pair)
            found = between(candidate.subject, candidate.object, candidate.relation, sentence, encoded, rules)
            yield replace(found, certainty=certainty)


def _key(subject: Mention, relation: str, object_: Mention) -> Key:
    return subject.span, relation, object_.span


def between(
    subject: Mention, object_: Mention, relation: str, sentence: Sentence, encoded: Encoded, rules: Rules
) -> Proposal:
    """A proposal that no rule made: its trigger is all that stands between the two."""
    trigger = max(sentence.start, min(subject.start, object_.start)), max(subject.end, object_.end)
    touched = [clause for clause in clause_spans(encoded, rules) if clause[0] < trigger[1] and trigger[0] < clause[1]]
    clause = touched[0][0], touched[-1][1]
    return Proposal(relation, subject, object_, sentence, trigger, clause, RULE)
