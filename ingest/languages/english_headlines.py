"""Verbs that the parser takes for nouns, as it does in headlines ("Tarnbeck rents GPUs to Moss Hill"), read in line."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ingest.languages.english_phrases import Phrases, add
from ingest.languages.english_verbs import Found
from ingest.rules import load_rules
from ingest.text import VALUE_TYPES

_ENDINGS = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"))
_MODALS = frozenset({"to", "will", "could", "may", "might", "would", "can"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def misread_verb(phrases: Phrases, token: Any) -> str | None:
    """The lemma of a token that stands after a name as a verb would, and is a verb of some frame."""
    read_as_verb = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"compound", "nmod"}
    sure_noun = token.dep_ in {"pobj", "dobj"} or any(c.dep_ in {"det", "poss"} for c in token.children)
    if read_as_verb or sure_noun or token.i == 0 or token.i in phrases.inside:
        return None
    before = token.nbor(-1)
    if before.lower_ in _MODALS and before.i > 0:
        return token.lower_ if _is_name(phrases, before.i - 1) and token.lower_ in _verbs() else None
    if not _is_name(phrases, before.i):
        return None
    return next((lemma for lemma in _lemmas(token.lower_) if lemma in _verbs()), None)


def line_roles(phrases: Phrases, verb: Any) -> Found:
    """subj: the name before; obj and prep_<preposition>: the names after, up to the end of the clause."""
    found: Found = {}
    at = verb.i - 1 if verb.i - 1 in phrases.inside else verb.i - 2
    add(found, "subj", [phrases.inside[at]])
    role = "obj"
    for token in phrases.doc[verb.i + 1 :]:
        if token.i in phrases.inside:
            add(found, role, [phrases.inside[token.i]])
        elif token.pos_ == "ADP" and token.lower_ != "of":
            role = f"prep_{token.lower_}"
        elif token.tag_ in _FINITE or token.pos_ == "SCONJ" or (token.is_punct and not _joins(phrases, token)):
            break
    return found


def _joins(phrases: Phrases, punctuation: Any) -> bool:
    """A comma of a list, or a mark inside a word."""
    if punctuation.text in {"-", "%", "'", "’"}:
        return True
    return punctuation.text == "," and punctuation.i + 1 in phrases.inside


def _is_name(phrases: Phrases, index: int) -> bool:
    mention = phrases.inside.get(index)
    return mention is not None and mention.type not in VALUE_TYPES and mention.how != "adjective"


def _lemmas(form: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        if form.endswith(ending):
            yield form.removesuffix(ending) + instead


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verb in load_rules("en").frames if ":" not in verb)
