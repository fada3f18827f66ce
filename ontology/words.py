"""Words of a language that help to recognise names, as macros for patterns: <company_word>, <role>, <honorific> ..."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import regex

from ontology.read import ROOT, read_yaml


@cache
def titles() -> dict[str, Any]:
    """The data of `lexicon/titles.yaml`."""
    data: dict[str, Any] = read_yaml(ROOT / "lexicon" / "titles.yaml")
    return data


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first."""
    return "|".join(regex.escape(word) for word in sorted(set(map(str, words)), key=lambda w: (-len(w), w)))
