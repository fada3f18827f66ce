"""What kind of word a token of GiNZA's is, and its lemma."""

from typing import Any

NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
PREDICATES = frozenset({"VERB", "ADJ"})


def lemma(token: Any) -> str:
    """Dictionary form of a verb; a verbal noun as it is."""
    word: str = token.text if verbal_noun(token) else token.lemma_
    return f"{word[:-2]}じる" if word.endswith("ずる") and len(word) > 2 else word


def verbal_noun(token: Any) -> bool:
    """Whether a noun makes a verb with する: 出資, 買収."""
    return "サ変" in token.tag_
