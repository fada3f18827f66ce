"""What the choice of a modality looks at: the cues and their places, and the words around the two mentions."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.modality.cues import Heard, granted, strongest
from ingest.modality.view import View
from ingest.text import Mention, Proposal

_GRAMS = {"en": 2, "ja": 4, "zh": 3}
_BEFORE = {"en": 8, "ja": 12, "zh": 12}
_MIDDLE = 12
"""How many words before the second mention count: of a long way between the two the first tell of something else."""
_AFTER = {"en": 10, "ja": 25, "zh": 25}


def features(proposal: Proposal, view: View, found: Sequence[Heard]) -> set[str]:
    """Features of a proposal in its sentence, given the cues that it was heard with."""
    relation, by_cues = proposal.relation, strongest(found)
    places = sorted((_at(view, proposal.subject), _at(view, proposal.object)))
    low, high = places
    before = view.tokens[max(0, low - _BEFORE[view.lang]) : max(0, low)]
    middle = view.tokens[max(low + 1, high - _MIDDLE) : high]
    after = view.tokens[high + 1 : high + 1 + _AFTER[view.lang]]
    size = _GRAMS[view.lang]
    told = {f"cues {by_cues}", f"cues {by_cues} {relation}", f"relation {relation}", f"rule {proposal.rule}"}
    told |= {f"phrase {proposal.phrase} {by_cues}", f"granted {granted(proposal)} {by_cues}"}
    told |= set(_places(found, relation))
    told |= {*_grams(before, size, "b"), *_grams(middle, size, "m"), *_grams(after, size, "a")}
    return told | {*_grams((*middle, *after), 1, relation)}


def _at(view: View, mention: Mention) -> int:
    """The token of a mention; what was named before the sentence stands before its first one."""
    return view.places.get(mention.start, -1)


def _places(found: Iterable[Heard], relation: str) -> Iterator[str]:
    for cue in found:
        named = f"cue {cue.modality}"
        yield from (named, f"{named} {cue.place}", f"{relation} {named} {cue.place}")
        if cue.bears:
            yield f"{named} bears"


def _grams(tokens: Sequence[str], longest: int, where: str) -> Iterator[str]:
    for size in range(1, longest + 1):
        for at in range(len(tokens) - size + 1):
            yield f"{where} {' '.join(tokens[at : at + size])}"
