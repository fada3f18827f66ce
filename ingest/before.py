"""The sentence before each one, which it may go on about without naming it again."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.text import Sentence

_LONGEST = 400
"""Characters of a sentence that another may go on about; one that is longer is a list."""


def with_before(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, each with the one before it where that names something."""
    pairs = zip((None, *sentences), sentences, strict=False)
    return tuple(replace(own, before=before) if before and _told(before) else own for before, own in pairs)


def _told(before: Sentence) -> bool:
    return bool(before.mentions) and len(before.text) <= _LONGEST
