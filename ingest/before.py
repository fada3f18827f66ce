"""The sentences before each one, which it may go on about without naming anew what they name."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.text import Sentence

REACH = 2
"""How many sentences back a sentence may go on about."""
_LONGEST = 400
"""Characters of a sentence that another may go on about; one that is longer is a list."""


def with_before(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, each with those of the ones just before it that name something, the nearest last."""
    return tuple(replace(own, before=_before(sentences[max(0, at - REACH) : at])) for at, own in enumerate(sentences))


def _before(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """What stands behind the last list among some sentences, and names something."""
    lists = [at for at, one in enumerate(sentences) if len(one.text) > _LONGEST]
    return tuple(one for one in sentences[lists[-1] + 1 if lists else 0 :] if one.mentions)
