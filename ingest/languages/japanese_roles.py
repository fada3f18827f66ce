"""Predications of a Japanese sentence from its dependency parse.

`lemma` is the dictionary form of a verb (買う, 乗り換える), the verbal noun of a サ変 verb in whatever way it is used
(出資する, 出資を行う, 出資へ: 出資), "n:" and the noun for any other noun (n:傘下, n:本社), and for values their type
(n:Lead, n:Founder, n:Role, n:Round, n:Structure), adjectives "a:".

Roles are one a particle: ga wo ni he kara de to yori made no wa (a topic beside a subject), of compound particles
niyoru (による, によって: agent), nitotte, nitsuite, toshite, tsuujite, muke (向け), kawari, kuwae, base (をもとに),
source (によると), and:

    ga     who does it: the voice is undone, so a passive has its agent here and its patient in wo
           for a noun, who does it or of whom it is said ("Yの子会社X", "XはYの社長だ": X)
    head   the name that a relative clause tells of; it also fills ga where that is free, else wo and ni where they are
    he     also in ni
    comp   the name written onto a noun: "X買収", "X子会社"; also in wo of a verbal noun and in no of others
    bare   a name without a particle
    self   a value itself
    ga?    a guess for frames that ask for it ("ga|ga?"): the topic of the sentence, where it has no other role
    no?    likewise, of titles: what the sentence before is about ("X社長は語る")
    wo?    likewise: a topic or head that may be the object ("このモデルは昨年公開した")

A clause shares the subject of the clause that it is joined to, or that governs it ("買収すると発表した"), else it takes
the topic of the sentence, or of the one before, unless that judges another's deeds ("買収を批判した"). A noun under a
verb has the verb's other roles; under 受ける and its like, from whom it comes is in ga, and who gets it in wo and ni.
"""

from collections.abc import Iterator
from typing import Any

from ingest.languages.japanese_clauses import clause, negated
from ingest.languages.japanese_nouns import noun_roles
from ingest.languages.japanese_phrases import Found, Phrases, add
from ingest.languages.japanese_tokens import lemma, verbal_noun
from ingest.languages.japanese_verbs import verb_roles
from ingest.languages.japanese_words import words
from ingest.text import VALUE_TYPES, Predication


def predications(phrases: Phrases) -> Iterator[Predication]:
    """The predications of a parsed sentence that have any argument, in text order."""
    for token in phrases.doc:
        for name, found in _read(phrases, token):
            add(found, "ga?", [m for m in phrases.topic_before(token) if not any(m in held for held in found.values())])
            if roles := {role: tuple(held) for role, held in found.items() if held}:
                yield Predication(
                    name, phrases.span(token.i, token.i), clause(phrases, token), roles, negated(phrases, token)
                )


def _read(phrases: Phrases, token: Any) -> Iterator[tuple[str, Found]]:
    mention = phrases.head.get(token.i)
    if mention and mention.type in VALUE_TYPES:
        found = noun_roles(phrases, token)
        add(found, "self", [mention])
        yield f"n:{mention.type}", found
    elif token.i in phrases.inside or phrases.tree.label(token) == "fixed" or token.text in words("attached"):
        return
    elif token.pos_ == "VERB":
        yield lemma(token), verb_roles(phrases, token)
    elif token.pos_ == "ADJ":
        yield f"a:{token.lemma_}", verb_roles(phrases, token)
    elif token.pos_ == "NOUN":
        found = noun_roles(phrases, token)
        if verbal_noun(token):
            yield token.text, found
        yield f"n:{_noun(phrases, token)}", found


def _noun(phrases: Phrases, token: Any) -> str:
    """The noun, with the one it is written onto where it says nothing alone: 提携先, 開発元."""
    before = phrases.doc[token.i - 1] if token.i else None
    if before is None or token.text not in words("endings") or before.i in phrases.inside:
        return str(token.text)
    return f"{before.text}{token.text}" if phrases.tree.above(before).i == token.i else str(token.text)
