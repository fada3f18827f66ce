"""The arguments of a Japanese noun that says a relation: "XによるYの買収", "Yの社長を務めるX", "東京に本社を置く"."""

from typing import Any

from ingest.languages.japanese_particles import role_of
from ingest.languages.japanese_phrases import TITLES, Found, Phrases, add
from ingest.languages.japanese_tokens import PREDICATES, lemma, verbal_noun
from ingest.languages.japanese_verbs import arguments, verb_roles
from ingest.languages.japanese_words import words

_LENT = ("ni", "kara", "to", "de", "niyoru", "toshite", "muke", "he", "tsuujite", "yori", "bare", "wo", "no")


def noun_roles(phrases: Phrases, noun: Any) -> Found:
    """Roles of a noun: its own, what governs it lends it, and in ga what it is said of or who does it."""
    found = arguments(phrases, noun)
    if not found.get("ga"):
        add(found, "ga", found.pop("wa", []))
    _apposed(phrases, noun, found)
    _governed(phrases, noun, found)
    if not found.get("ga"):
        add(found, "ga", found.get("niyoru", []))
    if verbal_noun(noun):
        add(found, "ga?", found.get("kara", []))
    if not verbal_noun(noun):
        add(found, "no", [m for m in found.get("comp", []) if m.type != "Person"] if not found.get("no") else [])
    elif not found.get("wo"):
        add(found, "wo", found.get("comp", []) or (found.get("no", []) if found.get("ga") else []))
    return found


def _apposed(phrases: Phrases, noun: Any, found: Found) -> None:
    """A title or class before or behind a name: "Yの子会社X", "社長の田中氏", "田中社長"."""
    if phrases.is_title(noun):
        add(found, "ga", [m for m in found.get("comp", []) if m.type == "Person"])
        add(found, "no?", phrases.before)
    head, label = phrases.tree.above(noun), phrases.tree.label(noun)
    if head.i <= noun.i or verbal_noun(noun):
        return
    if label == "compound" or (label == "nmod" and phrases.tree.particles(noun) in {"の", "", "である", "で"}):
        add(found, "ga", [m for m in phrases.onward(head) if m.type not in TITLES])
    if label == "compound" and phrases.itself(head):
        beside = arguments(phrases, head)
        for role in ("no", "comp"):
            add(found, role, [m for m in beside.get(role, []) if m not in found.get("ga", [])])


def _governed(phrases: Phrases, noun: Any, found: Found) -> None:
    """What governs a noun lends it its other roles; under 受ける and its like the parts are changed."""
    head = phrases.tree.above(noun)
    role = role_of(phrases.tree.particles(noun))
    if head.i == noun.i or head.i in phrases.head or role == "source":
        return
    clause = _clause_of(phrases, noun, head)
    if clause is not None:
        _lend(found, verb_roles(phrases, clause), subject=True)
    elif head.pos_ not in PREDICATES:
        if head.i > noun.i and not phrases.itself(head):
            _lend(found, noun_roles(phrases, head), subject=True)
    else:
        _below_verb(phrases, head, role, found)


def _clause_of(phrases: Phrases, noun: Any, head: Any) -> Any:
    """The clause behind a noun that tells what its governor is about: "生産は、Xが担う計画だ"."""
    clauses = (c for c in phrases.tree.children(head) if phrases.tree.label(c) == "acl" and c.i > noun.i)
    return next((c for c in clauses if phrases.tree.tells_content(c)), None)


def _below_verb(phrases: Phrases, head: Any, role: str, found: Found) -> None:
    above = verb_roles(phrases, head)
    if lemma(head) in words("receiving") and role in {"wo", "wa", "ga"}:
        _received(found, above)
    else:
        _lend(found, above, subject=lemma(head) not in words("judging"))


def _lend(found: Found, above: Found, *, subject: bool) -> None:
    for role in _LENT:
        if not found.get(role):
            add(found, role, above.get(role, []))
    if subject and not found.get("ga") and not found.get("niyoru"):
        add(found, "ga", above.get("ga") or above.get("wa") or [])


def _received(found: Found, above: Found) -> None:
    """"XはYから出資を受けた": Y does it, and X it is done to."""  # fmt: skip
    given = [found.get("kara"), above.get("kara"), found.get("niyoru"), found.get("no"), above.get("ni")]
    taker = above.get("ga", [])
    add(found, "ga", next(filter(None, given), []))
    for role in ("wo", "ni"):
        add(found, role, taker)
