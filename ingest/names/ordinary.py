"""Words that are used outside of names, and so are neither a name nor what one is called for short."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from ontology.words import not_names

COMMON = Path(__file__).with_name("common.txt")
"""Common words of Chinese, collected by `python -m ingest.training words`."""


@cache
def common() -> frozenset[str]:
    """Common words of Chinese."""
    return frozenset(COMMON.read_text(encoding="utf-8").split())


@cache
def ordinary() -> frozenset[str]:
    """Common words of Chinese, and words of any language that are listed as no names."""
    return common() | not_names()


def is_row(text: str, words: Collection[str], shortest: int = 1) -> bool:
    """Whether a text is a row of some words, none shorter than so many characters: オープンウェイトモデル, 内存芯片."""
    reached = {0}
    for end in range(shortest, len(text) + 1):
        if any(text[begin:end] in words for begin in reached if end - begin >= shortest):
            reached.add(end)
    return len(text) in reached
