"""How far a verb's or noun's clause reaches, and whether it is negated."""

from typing import Any

from ingest.languages.english_phrases import Phrases
from kg.model import Span

_CLAUSAL = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis", "csubj"})
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "pcomp"})
_NOMINAL = frozenset({"dobj", "attr", "nsubj", "nsubjpass", "pobj"})
_INSIDE = frozenset({"prep", "compound", "nmod"})
_STEPS = 4


def clause(phrases: Phrases, token: Any) -> Span:
    """The stretch that bounds a claim's modality: the clause, with those that govern it."""
    first, last = _edges(token)
    governor = token
    for _ in range(_STEPS):
        joined = governor.dep_ == "conj" and governor.pos_ == "VERB" and not _has_own_subject(governor)
        aside = governor.dep_ == "acl" and governor.tag_ in {"VBN", "VBG"}
        if (governor.dep_ in _GOVERNED and not aside) or joined:
            governor = governor.head
            first = min(first, _edges(governor)[0])
        elif governor.dep_ in _INSIDE or (governor.pos_ in {"NOUN", "PROPN"} and governor.dep_ in _NOMINAL):
            governor = governor.head
            edges = _edges(governor)
            first, last = min(first, edges[0]), max(last, edges[1])
        else:
            break
    return phrases.span(phrases.doc[first], phrases.doc[last])


def _edges(token: Any) -> tuple[int, int]:
    """First and last token of the unbroken stretch around a token that is in its clause."""
    own = {token.i}
    stack = [token]
    while stack:
        for below in stack.pop().children:
            if below.dep_ not in _CLAUSAL or below.pos_ not in {"VERB", "AUX"}:
                own.add(below.i)
                stack.append(below)
    first = last = token.i
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return first, last


def _has_own_subject(verb: Any) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children)


def negated(token: Any) -> bool:
    """Whether the token or what governs it is denied: "did not buy", "no stake", "neither bought"."""
    for _ in range(_STEPS):
        if _denied(token):
            return True
        nominal = token.pos_ == "NOUN" and token.dep_ in {"dobj", "attr", "pobj"}
        if not (token.dep_ in {"xcomp", "pcomp", "prep"} or nominal):
            return False
        token = token.head
    return False


def _denied(token: Any) -> bool:
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in {"never", "neither", "nor"}:
            return True
        if token.pos_ == "NOUN" and child.lower_ == "no":
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            if any(g.lower_ in {"no", "neither"} for g in child.children):
                return True
            if child.dep_ != "dobj" and child.lower_ in {"nobody", "none", "neither"}:
                return True
    return False
