"""How far the clause of a Japanese predicate reaches, and whether it is negated."""

from typing import Any

import regex

from ingest.languages.japanese_phrases import Phrases
from ingest.languages.japanese_tokens import NOUNS, PREDICATES
from kg.model import Span

_NOT = frozenset({"ない", "ぬ", "ず", "ん", "まい", "無い"})
_NO_DENIAL = regex.compile(
    r"かもしれ(?:ない|ません)|[にと](?:過ぎ|すぎ|違い|ほかなら)|(?:だけ|ばかり)で(?:は|も)?な|なければ|なくては|ないと(?:いけ|なら)"
    r"|ないか|ざるを得|わけに(?:は|も)?いか|しかな|とは限ら|に限ら|のみなら|に(?:とどま|留ま)ら|間違いな|欠かせ|やま(?:ない|ず)|かねな"
)
_DENIABLE = frozenset({"こと", "の", "わけ", "もの", "予定", "計画", "考え", "意向", "事実", "つもり"})
_STEPS = 5


def clause(phrases: Phrases, token: Any) -> Span:
    """The stretch that bounds a claim's modality: the clause, with what governs it up to a full verb of its own."""
    first, last = _edges(phrases, token)
    governor = token
    for _ in range(_STEPS):
        head = phrases.tree.above(governor)
        if head.i <= governor.i or not _continues(phrases, governor, head):
            break
        begin, end = _edges(phrases, head)
        first = min(first, begin) if governor.pos_ in NOUNS else first
        governor, last = head, max(last, end)
    return phrases.span(first, last)


def _continues(phrases: Phrases, token: Any, head: Any) -> bool:
    """Whether what governs a token says how sure it is: "買収する方針を", "買収すると", "買収を"."""
    match phrases.tree.label(token):
        case "acl":
            return phrases.tree.tells_content(token)
        case "advcl" | "ccomp" | "csubj":
            behind = {c.text for c in phrases.tree.children(token) if c.i > token.i}
            return bool(behind & {"と", "よう", "か", "とも", "の"})
        case "obj" | "obl" | "nmod" | "compound" | "nsubj" | "dislocated":
            return token.pos_ in NOUNS and head.i not in phrases.head
        case _:
            return False


def _edges(phrases: Phrases, token: Any) -> tuple[int, int]:
    """First and last token of a predicate with its own arguments, without the clauses joined to it."""
    first = last = token.i
    stack = [token]
    while stack:
        for child in phrases.tree.children(stack.pop()):
            label = phrases.tree.label(child)
            if label == "punct" or (label in {"advcl", "conj"} and child.pos_ in PREDICATES):
                continue
            first, last = min(first, child.i), max(last, child.i)
            stack.append(child)
    return first, last


def negated(phrases: Phrases, token: Any) -> bool:
    """Whether the predicate or what governs it is denied: "買収していない", "買収することはない"."""
    for _ in range(_STEPS):
        if _denied(phrases, token):
            return True
        head = phrases.tree.above(token)
        if phrases.tree.label(token) != "acl" or head.text not in _DENIABLE:
            return False
        token = head
    return False


def _denied(phrases: Phrases, token: Any) -> bool:
    behind = [c for c in phrases.tree.children(token) if c.i > token.i]
    negations = [c for c in behind if c.lemma_ in _NOT and c.pos_ in {"AUX", "ADJ"}]
    head = phrases.tree.above(token)
    if head.i > token.i and head.lemma_ in _NOT and token.text in _DENIABLE:
        negations.append(head)
    if not negations:
        return False
    end = negations[-1].idx + len(negations[-1]) + 4
    return _NO_DENIAL.search(phrases.doc.text[token.idx : end]) is None
