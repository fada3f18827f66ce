"""Words that are used outside of names, and so are neither a name nor what one is called for short."""

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
