"""Predications of an English sentence from its dependency parse.

Verbs have their lemma (with a particle: "take over"); nouns that say a relation have "n:" before it ("n:acquisition"),
adjectives "a:", and values and products their type: "n:Lead", "n:Founder", "n:Role", "n:Round", "n:Chip".
Roles: subj, owner (whose the subject is), obj, iobj, attr, prep_<preposition>, whose_<preposition>; of nouns also poss,
compound, agent, doer, patient and self. Where the parse finds no name for the subject of a verb, "subj_near" (of a
passive one "obj_near") holds the names before it, nearest first.
"""

from collections.abc import Iterator
from typing import Any

from ingest.languages.english_clauses import clause, negated
from ingest.languages.english_headlines import line_roles, misread_verb
from ingest.languages.english_nouns import noun_roles
from ingest.languages.english_phrases import RELATIVE, Phrases, add
from ingest.languages.english_verbs import Found, is_passive, own_subject, prepositions, subject, verb_roles
from ingest.text import VALUE_TYPES, Mention, Predication

_BREAKS = frozenset({";", "—", "–"})
_NO_DOER = VALUE_TYPES | {"Place"}
_SPEAKING = VALUE_TYPES | {"Model", "Chip", "Product"}
"""Types whose mentions are predications themselves, by what stands with them: "Tarnbeck's Gorse G2"."""
_OF_ONE_ACTING = frozenset({"by", "from"})
_NOT_BEFORE = frozenset({"-", "'s", "’s", "'", "’"})


def predications(phrases: Phrases) -> Iterator[Predication]:
    """The predications of a parsed sentence that have any argument, in text order."""
    for token in phrases.doc:
        if (read := _read(phrases, token)) is None:
            continue
        lemma, found = read
        if roles := {role: tuple(held) for role, held in found.items() if held}:
            yield Predication(lemma, phrases.span(token, token), clause(phrases, token), roles, negated(token))


def _read(phrases: Phrases, token: Any) -> tuple[str, Found] | None:
    mention = phrases.head.get(token.i)
    if mention and mention.type in _SPEAKING:
        found = noun_roles(phrases, token)
        add(found, "self", [mention])
        return f"n:{mention.type}", found
    if token.i in phrases.inside:
        return None
    if lemma := misread_verb(phrases, token):
        return lemma, line_roles(phrases, token)
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"}):
        found = verb_roles(phrases, token)
        place = "obj" if is_passive(token) else "subj"
        if not any(m.type not in _NO_DOER for m in found[place]):
            add(found, f"{place}_near", _before(phrases, token))
        return _lemma(token), found
    if token.pos_ == "NOUN":
        return f"n:{token.lemma_.lower()}", noun_roles(phrases, token)
    if token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd", "amod", "appos", "advcl", "conj"}:
        return f"a:{token.lemma_.lower()}", _adjective(phrases, token)
    return None


def _adjective(phrases: Phrases, adjective: Any) -> Found:
    found: Found = {}
    head = adjective.head
    if adjective.dep_ in {"amod", "appos"}:
        add(found, "subj", phrases.named(head))
    elif head.pos_ in {"VERB", "AUX"}:
        add(found, "subj", subject(phrases, head))
        prepositions(phrases, head, found, after=adjective.i)
    prepositions(phrases, adjective, found)
    return found


def _lemma(verb: Any) -> str:
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


def _before(phrases: Phrases, verb: Any) -> list[Mention]:
    """The names before a verb, nearest first, unless it has a subject that is none of them."""
    own = own_subject(verb) or _acting(verb)
    if own is not None and own.lower_ not in RELATIVE and not phrases.named(own):
        return []
    found: list[Mention] = []
    for index in range(verb.i - 1, -1, -1):
        if phrases.doc[index].text in _BREAKS:
            break
        mention = phrases.inside.get(index)
        if mention and mention not in found and phrases.doc[index + 1].text not in _NOT_BEFORE:
            found.append(mention)
    return found


def _acting(participle: Any) -> Any:
    """The noun that a participle belongs to, where that acts by itself: "bought by investors led by Musk"."""
    noun = participle.head
    acts = noun.dep_ == "pobj" and noun.head.lower_ in _OF_ONE_ACTING
    return noun if participle.dep_ == "acl" and acts else None
