"""The arguments of a Japanese verb: by its particles, its voice, and what other clauses share with it."""

from collections.abc import Sequence
from typing import Any

from ingest.languages.japanese_particles import role_of
from ingest.languages.japanese_phrases import Found, Phrases, add
from ingest.languages.japanese_tokens import NOUNS, lemma
from ingest.languages.japanese_words import words
from ingest.text import Mention

_STEPS = 5
_AGENTS = frozenset({"Company", "Lab", "Investor", "Government", "NonProfit", "Organization", "Person"})


def arguments(phrases: Phrases, token: Any) -> Found:
    """The mentions that stand before a predicate, by the role of their particles."""
    found: Found = {}
    for child in phrases.tree.children(token):
        if child.i < token.i and child.pos_ in NOUNS:
            _argument(phrases, child, found)
    return found


def _argument(phrases: Phrases, child: Any, found: Found) -> None:
    tree = phrases.tree
    if tree.label(child) == "compound":
        if child.i in phrases.head:
            add(found, "comp", phrases.itself(child))
        return
    role = role_of(tree.particles(child))
    if child.text == "向け":
        add(found, "muke", phrases.compounds(child))
    elif child.text in words("jointly") and role in {"de", ""}:
        add(found, "to", phrases.listed(child))
    else:
        topic = tree.comma(child) or tree.label(child) in {"nsubj", "dislocated"}
        role = role or ("wa" if topic else "bare")
        add(found, role, [m for m in phrases.named(child) if m.type != "Date" or role not in {"ga", "wa"}])
    if role == "he":
        add(found, "ni", phrases.named(child))


def verb_roles(phrases: Phrases, verb: Any) -> Found:
    """Roles of a verb with its voice undone: ga does it, wo undergoes it; head is what a relative clause tells of."""
    found = arguments(phrases, verb)
    own, topic = found.pop("ga", []), found.pop("wa", []) or _pointed_at(phrases, verb)
    head = relative_head(phrases, verb)
    subject = own or head or topic
    if not subject and not _tells_of_unnamed(phrases, verb):
        match unnamed_subject(phrases, verb):
            case "":
                subject = shared_subject(phrases, verb)
            case "wa":
                subject = _joined_subject(phrases, verb)
    if passive(phrases, verb):
        _undo_passive(verb, found, subject)
    else:
        add(found, "ga", subject)
        _fill(found, own, topic, head)
    add(found, "head", head)
    add(found, "wa", topic if own else [])
    add(found, "wo?", [] if own else [*topic, *head])
    add(found, "ga?", [] if own else _joined_subject(phrases, verb))
    add(found, "wo", [] if found.get("wo") else found.get("comp", []))
    return found


def _pointed_at(phrases: Phrases, verb: Any) -> list[Mention]:
    """What the topic これ or それ points back at: what the sentence is about."""
    pointing = [c for c in phrases.tree.children(verb) if c.text in words("pointing")]
    return phrases.topic_before(verb) if any(role_of(phrases.tree.particles(c)) == "wa" for c in pointing) else []


def _fill(found: Found, own: list[Mention], topic: list[Mention], head: list[Mention]) -> None:
    """Beside a subject of its own, what the clause tells of or has for its topic is the object."""
    if not own:
        return
    for role in ("wo", "ni") if head else ("wo",):
        if not found.get(role):
            add(found, role, head or topic)


def _undo_passive(verb: Any, found: Found, patient: Sequence[Mention]) -> None:
    agents = found.pop("niyoru", [])
    if not agents and lemma(verb) not in words("giving"):
        agents = [m for m in found.get("ni", []) if m.type in _AGENTS]
        found["ni"] = [m for m in found.get("ni", []) if m not in agents]
    add(found, "ga", agents)
    add(found, "ni" if found.get("wo") else "wo", patient)


def passive(phrases: Phrases, verb: Any) -> bool:
    return any(c.lemma_ in {"れる", "られる"} and c.pos_ == "AUX" for c in phrases.tree.children(verb))


def relative_head(phrases: Phrases, verb: Any) -> list[Mention]:
    """The mentions of the noun that a relative clause tells of."""
    noun = phrases.tree.above(verb)
    if _is_cleft(phrases, verb):
        return phrases.named(noun)
    if phrases.tree.label(verb) != "acl" or phrases.tree.tells_content(verb):
        return []
    end = phrases.span(verb.i, verb.i)[1]
    return [m for m in phrases.named(noun) if m.start >= end] or _said_to_be(phrases, noun)


def _said_to_be(phrases: Phrases, noun: Any) -> list[Mention]:
    """What a predicate noun is said of: "Xは…を作る会社だ" tells of X."""
    if not any(c.pos_ == "AUX" and phrases.tree.label(c) == "cop" for c in phrases.tree.children(noun)):
        return []
    own = arguments(phrases, noun)
    return own.get("wa") or own.get("ga") or []


def _is_cleft(phrases: Phrases, verb: Any) -> bool:
    """Whether a clause tells of its predicate noun: "設計したのはX"."""
    noun = phrases.tree.above(verb)
    return phrases.tree.particles(verb) in {"のは", "のが", "のも"} and noun.pos_ in NOUNS and noun.i > verb.i


def _tells_of_unnamed(phrases: Phrases, verb: Any) -> bool:
    """Whether a relative clause tells of a thing without a name, which then may be its subject."""
    return phrases.tree.label(verb) == "acl" and not phrases.tree.tells_content(verb)


def unnamed_subject(phrases: Phrases, verb: Any) -> str:
    """The role of a subject that a verb has but no name fills: ga, wa or ""."""
    nouns = [c for c in phrases.tree.children(verb) if c.pos_ in NOUNS and phrases.tree.label(c) == "nsubj"]
    roles = {role_of(phrases.tree.particles(noun)) for noun in nouns}
    return "ga" if "ga" in roles else "wa" if "wa" in roles else ""


def shared_subject(phrases: Phrases, token: Any, depth: int = 0) -> list[Mention]:
    """The subject that a clause without one takes from the clauses it is joined to or governed by, or the topic."""
    if depth > _STEPS:
        return []
    return _joined_subject(phrases, token) or _outer_subject(phrases, token, depth)


def _joined_subject(phrases: Phrases, token: Any) -> list[Mention]:
    """The subject of the clause that runs on into this one: "Xが開発し、", "Xは開発したが、"."""
    for child in reversed(phrases.tree.children(token)):
        if child.i < token.i and phrases.tree.label(child) == "advcl":
            own = arguments(phrases, child)
            runs_on = phrases.tree.particles(child) in {"", "て", "で"}
            if found := (own.get("ga") if runs_on else None) or own.get("wa"):
                return found
    return []


def _outer_subject(phrases: Phrases, token: Any, depth: int) -> list[Mention]:
    """The subject of what governs a clause, unless that judges the deeds of another."""
    head = phrases.tree.above(token)
    if head.i == token.i:
        return phrases.topic_before(token)
    if lemma(head) in words("judging") or head.i in phrases.head:
        return []
    own = arguments(phrases, head)
    return own.get("ga") or own.get("wa") or shared_subject(phrases, head, depth + 1)
