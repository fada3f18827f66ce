"""Which sentences are worth parsing: those with the words of some frame, and mentions that its relation may link."""

from collections.abc import Callable, Collection, Iterable

from ingest.languages.stand_ins import Disguised
from ingest.relate import linkable
from ingest.required import Requirement, Sieve, meets, one_of
from ingest.rules import Frame, Rules

Forms = Callable[[str], Collection[str]]
"""What every form of a lemma contains, one of them; "" where that can't be told."""


class Triggers:
    """The frames of a language by the words that call for them."""

    def __init__(self, rules: Rules, forms: Forms) -> None:
        self._frames: Sieve[Frame] = Sieve(
            [(frame, _requirement(forms(verb))) for verb, frames in rules.frames.items() for frame in frames]
        )

    def may_fire(self, disguised: Disguised, types: Iterable[str]) -> bool:
        """Whether a parse of the sentence could hold a predication that some frame takes for a relation."""
        text, pairs = disguised.text, [(a, b) for a in types for b in types]
        return any(
            (frame.needs is None or meets(text, frame.needs.requires))
            and any(linkable(frame.relation, *pair) for pair in pairs)
            for frame in self._frames.passing(text)
        )


def _requirement(forms: Collection[str]) -> Requirement:
    return () if "" in forms else (one_of(forms),)
