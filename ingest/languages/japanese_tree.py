"""The dependency tree of a Japanese sentence, with the slips mended that GiNZA makes again and again."""

from collections.abc import Sequence
from typing import Any

import regex

from ingest.languages.japanese_particles import role_of
from ingest.languages.japanese_tokens import NOUNS, PREDICATES, verbal_noun
from ingest.languages.japanese_words import words

_GOVERNED = frozenset({"wo", "ni", "he", "to", "kara", "de"})
_JOINED = frozenset({"nmod", "dep", "compound"})
_COMMA = regex.compile("[、，,]")


class Tree:
    """Heads, labels and children of the tokens of a parsed sentence."""

    def __init__(self, doc: Any) -> None:
        self.doc = doc
        self.heads: list[int] = [t.head.i for t in doc]
        self.labels = [str(t.dep_).removesuffix("_bunsetu") for t in doc]
        self._order()
        self._reach_over_a_cut()
        self._leave_relative_clauses()
        self._subject_of_a_headline()

    def above(self, token: Any) -> Any:
        """What a token depends on; itself at the root."""
        return self.doc[self.heads[token.i]]

    def label(self, token: Any) -> str:
        return self.labels[int(token.i)]

    def children(self, token: Any) -> Sequence[Any]:
        """What depends on a token, in order, without itself."""
        return self._below[token.i]

    def particles(self, noun: Any) -> str:
        """The particles behind a noun as one string: に, には, によって."""
        words = []
        for particle in self.children(noun):
            if particle.i > noun.i and self.labels[particle.i] in {"case", "cop", "mark"}:
                words.append(particle.text)
                words += [t.text for t in self.children(particle) if self.labels[t.i] == "fixed"]
        return "".join(words)

    def tells_content(self, verb: Any) -> bool:
        """Whether a clause before a noun tells what the noun is about: "買収する方針", "買収するとの観測"."""
        noun = self.above(verb)
        return noun.text in words("content") or self.particles(verb).startswith("と")

    def comma(self, token: Any) -> bool:
        """Whether a comma stands behind a phrase."""
        return any(c.i > token.i and _COMMA.fullmatch(c.text) for c in self.children(token))

    def _order(self) -> None:
        self._below: list[list[Any]] = [[] for _ in self.doc]
        for token in self.doc:
            if self.heads[token.i] != token.i:
                self._below[self.heads[token.i]].append(token)

    def _move(self, token: Any, head: Any, label: str) -> None:
        """Hang a token elsewhere, but never below itself."""
        above = head
        while above.i != token.i and self.heads[above.i] != above.i:
            above = self.above(above)
        if above.i != token.i:
            self.heads[token.i], self.labels[token.i] = head.i, label
            self._order()

    def _reach_over_a_cut(self) -> None:
        """A verb that ends a tree right before a noun modifies it: "Xが作る | チップは…"."""
        for token in self.doc:
            if self.labels[token.i] != "ROOT" or token.pos_ not in PREDICATES:
                continue
            own = [c.i for c in self.children(token) if c.i > token.i and c.pos_ in {"AUX", "SCONJ", "VERB"}]
            behind = max(own, default=token.i) + 1
            if behind < len(self.doc) and self.doc[behind].pos_ in NOUNS:
                noun = self.doc[behind]
                while self.labels[noun.i] == "compound" and self.heads[noun.i] > noun.i:
                    noun = self.above(noun)
                self._move(token, noun, "acl")

    def _leave_relative_clauses(self) -> None:
        """A topic, or a subject with a comma, before a relative clause belongs to the clause around it."""
        for token in self.doc:
            verb = self.above(token)
            if self.labels[verb.i] != "acl" or token.pos_ not in NOUNS or self.tells_content(verb):
                continue
            role = role_of(self.particles(token))
            if role == "wa" or (role == "ga" and self.comma(token)):
                outer = self._predicate_above(verb)
                if outer is not None and not self._subjects(outer):
                    self._move(token, outer, "nsubj")

    def _predicate_above(self, verb: Any) -> Any:
        above = self.above(verb)
        while above.pos_ not in PREDICATES and self.heads[above.i] != above.i:
            above = self.above(above)
        return above if above.pos_ in PREDICATES else None

    def _subjects(self, verb: Any) -> list[Any]:
        return [c for c in self.children(verb) if role_of(self.particles(c)) in {"ga", "wa"} and c.pos_ in NOUNS]

    def _subject_of_a_headline(self) -> None:
        """The first name of a headline, also of a quoted one, with a comma and no particle: "X、Yを買収へ"."""
        for begin in (0, *(t.i + 1 for t in self.doc if t.text in "「『")):
            phrase = (t for t in self.doc[begin:] if t.pos_ in NOUNS and self.labels[t.i] != "compound")
            token = next(phrase, None)
            if token and self.labels[token.i] in _JOINED and self.comma(token) and not self.particles(token):
                noun = self.above(token)
                while self._inside_phrase(noun):
                    noun = self.above(noun)
                role, verb = role_of(self.particles(noun)), self.above(noun)
                if role in _GOVERNED and self._clipped(verb) and not self._subjects(verb):
                    self._move(token, verb, "nsubj")

    def _inside_phrase(self, noun: Any) -> bool:
        joined = self.labels[noun.i] in _JOINED and self.heads[noun.i] > noun.i and noun.pos_ in NOUNS
        return joined and role_of(self.particles(noun)) not in _GOVERNED

    def _clipped(self, verb: Any) -> bool:
        """Whether a clause ends as those of headlines do: with a verbal noun or a stem, or without a full stop."""
        stem = (
            verb.pos_ == "VERB" and verb.text != verb.lemma_ and not any(c.pos_ == "AUX" for c in self.children(verb))
        )
        return not self.doc.text.endswith("。") or stem or (verb.pos_ == "NOUN" and verbal_noun(verb))
