"""How sure the text is of a proposal: the strongest cue whose scope holds the proposal's trigger."""

from ingest.rules import Cue, Rules
from ingest.slots import Encoded
from ingest.text import Proposal
from kg.model import Span

_STRENGTH = {"denied": 5, "ended": 4, "rumoured": 3, "speculative": 2, "planned": 1, "asserted": 0}


def modality_of(proposal: Proposal, encoded: Encoded, rules: Rules) -> str:
    """The proposal's modality: what its rule fixes, else negation, else the strongest cue in scope, else asserted."""
    found = [proposal.modality] if proposal.modality else []
    if proposal.negated:
        found.append("denied")
    for cue in rules.cues:
        if (not cue.relations or proposal.relation in cue.relations) and _applies(cue, proposal, encoded):
            found.append(cue.modality)
    return max(found, key=_STRENGTH.__getitem__, default="asserted")


def _applies(cue: Cue, proposal: Proposal, encoded: Encoded) -> bool:
    begin, end = scope(cue.scope, proposal)
    return any(
        begin <= encoded.starts[m.start()] and encoded.span(m.start(), m.end())[1] <= end
        for m in cue.pattern.finditer(encoded)
    )


def scope(name: str, proposal: Proposal) -> Span:
    """The stretch in which a cue of that scope must lie to bear on a proposal."""
    match name:
        case "sentence":
            return proposal.sentence.start, proposal.sentence.end
        case "before":
            return proposal.clause[0], proposal.trigger[1]
        case "after":
            return proposal.trigger[0], proposal.clause[1]
        case _:
            return proposal.clause
