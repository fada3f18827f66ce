"""The arguments of an English noun that says a relation: "A's purchase of B", "C, a rival of D", "E's stake in F"."""

from typing import Any

from ingest.languages.english_phrases import COPULAS, TITLES, Phrases, add
from ingest.languages.english_verbs import Found, is_passive, prepositions, subject

_LIST_VERBS = frozenset({"include", "be", "become", "remain"})


def noun_roles(phrases: Phrases, noun: Any) -> Found:
    """Roles of a noun.

    poss, compound and prep_<preposition>; subj: what the noun is said of; agent: who does what its verb says ("won a
    contract", "took part in a round"); doer: by whom something is done to it ("the round was led by Tarnbeck").
    """
    found: Found = {}
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "det" and child.i in phrases.head):
            add(found, "poss", phrases.named(child))
        elif child.dep_ in {"compound", "nmod", "amod", "nummod", "quantmod"} and child.i in phrases.head:
            add(found, "compound", [phrases.head[child.i]])
        elif child.dep_ == "appos" and (child.i in phrases.head or noun.i in phrases.head):
            add(found, "subj", phrases.named(child))
        elif child.dep_ == "acl" and is_passive(child):
            prepositions(phrases, child, found)
            add(found, "doer", found.pop("agent", []))
        elif child.dep_ == "conj" and phrases.is_title(child) and phrases.is_title(noun):
            prepositions(phrases, child, found)
    add(found, "subj", phrases.examples(noun))
    prepositions(phrases, noun, found)
    _above(phrases, noun, found)
    return found


def _above(phrases: Phrases, noun: Any, found: Found) -> None:
    """What governs the noun tells of whom it is said, or who does it."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
        return _above_conjunct(phrases, noun, found)
    if noun.dep_ == "appos":
        add(found, "subj", phrases.named(head))
    elif noun.dep_ in {"attr", "oprd"} and head.pos_ in {"VERB", "AUX"}:
        add(found, "subj", subject(phrases, head))
        prepositions(phrases, head, found, after=noun.i)
    elif noun.dep_ in {"nsubj", "nsubjpass"} and head.pos_ in {"VERB", "AUX"}:
        _below_subject(phrases, noun, found)
    elif noun.dep_ == "dobj" and head.pos_ == "VERB":
        add(found, "agent", subject(phrases, head))
        prepositions(phrases, head, found, after=noun.i)
    elif noun.dep_ == "pobj" and head.dep_ in {"prep", "dative"}:
        _in_preposition(phrases, head, found)
    elif noun.dep_ in {"compound", "nmod"} and head.i in phrases.head:
        add(found, "subj", phrases.named(head))
    return None


def _above_conjunct(phrases: Phrases, noun: Any, found: Found) -> None:
    """A later member of a series is said of what the first one is said of: "founder and chief of Tarnbeck"."""
    first = noun.head
    while first.dep_ == "conj":
        first = first.head
    if phrases.is_title(first) or (first.dep_ in {"appos", "attr", "dobj"} and first.i not in phrases.head):
        _above(phrases, first, found)
    if phrases.is_title(first) and phrases.is_title(noun):
        prepositions(phrases, first, found)
        add(found, "poss", [m for c in first.children if c.dep_ == "poss" for m in phrases.named(c)])


def _below_subject(phrases: Phrases, noun: Any, found: Found) -> None:
    """A noun that is itself a subject: "its backers include A", "the round was led by A"."""
    verb = noun.head
    if verb.lemma_ in _LIST_VERBS:
        said = [c for c in verb.children if c.dep_ in {"attr", "dobj"} and c.i in phrases.head]
        add(found, "subj", [m for c in said for m in phrases.named(c) if m.type not in TITLES])
    if noun.dep_ == "nsubjpass":
        add(found, "doer", [m for c in verb.children if c.dep_ == "agent" for m in phrases.under(c)])
        prepositions(phrases, verb, found)
        found.pop("agent", None)


def _in_preposition(phrases: Phrases, preposition: Any, found: Found) -> None:
    """Who takes part in it ("joined in a round"), or is it ("serves as head")."""
    governor = preposition.head
    if governor.dep_ == "dobj" and governor.pos_ == "NOUN":
        governor = governor.head
    if governor.pos_ != "VERB" and governor.lemma_ not in COPULAS:
        return
    passive = is_passive(governor)
    said = subject(phrases, governor)
    add(found, "subj" if preposition.lower_ == "as" else "patient" if passive else "agent", said)
    if governor == preposition.head:
        prepositions(phrases, governor, found, after=preposition.i)
