"""The noun phrases of a parsed Japanese sentence and the mentions they stand for."""

from collections.abc import Iterable
from typing import Any

from ingest.languages.japanese_particles import role_of
from ingest.languages.japanese_tokens import NOUNS
from ingest.languages.japanese_tree import Tree
from ingest.languages.japanese_words import words
from ingest.languages.stand_ins import Disguised
from ingest.text import VALUE_TYPES, Mention
from kg.model import Span

Found = dict[str, list[Mention]]

TITLES = frozenset({"Lead", "Founder", "Role"})
_NO_OWNER = frozenset({*VALUE_TYPES, "Place"})


class Phrases:
    """A parsed sentence with the mentions that its tokens head."""

    def __init__(self, doc: Any, disguised: Disguised, topic: Mention | None = None) -> None:
        self.doc, self.tree, self._disguised = doc, Tree(doc), disguised
        self.head: dict[int, Mention] = {}
        self.inside: dict[int, Mention] = {}
        for (start, end), mention in disguised.mentions.items():
            if span := doc.char_span(start, end, alignment_mode="expand"):
                self.head.setdefault(span.root.i, mention)
                for token in span:
                    self.inside.setdefault(token.i, mention)
        self.before = [topic] if topic else []
        self._topic = self._sentence_topic() or self.before

    def span(self, first: int, last: int) -> Span:
        """Offsets in the article from the start of one token to the end of another."""
        end = self.doc[last]
        return self._disguised.offset(self.doc[first].idx), self._disguised.offset(end.idx + len(end) - 1) + 1

    def topic_before(self, token: Any) -> list[Mention]:
        """What the sentence is about, where it has been named before a token."""
        begin = self.span(token.i, token.i)[0]
        return [m for m in self._topic if m.end <= begin]

    def named(self, noun: Any) -> list[Mention]:
        """The mentions that the phrase of a noun stands for, with those listed before it."""
        return [*self.listed(noun), *self.itself(noun)]

    def listed(self, noun: Any) -> list[Mention]:
        """The members of a list that stand before its last one: "A、B" in "A、BとC"."""
        return [m for c in self.tree.children(noun) if c.i < noun.i and self._joins(c) for m in self.named(c)]

    def onward(self, noun: Any) -> list[Mention]:
        """The mention that a noun stands for, with the later members of the list that it begins."""
        later = self.onward(self.tree.above(noun)) if self._joins(noun) and self.tree.above(noun).i > noun.i else []
        return [*self.itself(noun), *later]

    def itself(self, noun: Any) -> list[Mention]:
        """The mention that a noun heads, or that it means: "田中社長", "X社", "Xの半導体", "AとBの2社"."""
        mention = self.head.get(noun.i)
        if mention is not None:
            return [*self._titled(noun), mention] if mention.type in TITLES else [mention]
        if noun.text in words("attached") and (held := self.compounds(noun)):
            return held
        if including := self._including(noun):
            return including
        counted = noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in self.tree.children(noun))
        if noun.pos_ in NOUNS and (counted or noun.text in words("generic")):
            return self._owner(noun)
        return []

    def _including(self, noun: Any) -> list[Mention]:
        """The names that a group includes: "Xを含む9人"."""
        verbs = [c for c in self.tree.children(noun) if self.tree.label(c) == "acl" and c.lemma_ in words("including")]
        objects = [c for verb in verbs for c in self.tree.children(verb) if self.tree.particles(c) == "を"]
        return [m for c in objects for m in self.named(c)]

    def is_title(self, token: Any) -> bool:
        mention = self.head.get(token.i)
        return mention is not None and mention.type in TITLES

    def compounds(self, noun: Any) -> list[Mention]:
        """The names written onto a noun."""
        written = [c.i for c in self.tree.children(noun) if self.tree.label(c) == "compound" and c.i in self.head]
        return [self.head[i] for i in written if self.head[i].type not in VALUE_TYPES]

    def _joins(self, child: Any) -> bool:
        """Whether a noun is an earlier member of a list: と, や or a comma stands behind it."""
        if self.tree.label(child) not in {"nmod", "dep", "conj", "obl"} or child.pos_ not in NOUNS:
            return False
        particles = self.tree.particles(child).removesuffix("の")
        listing = particles in words("listing") or particles.removesuffix("など") in words("listing")
        return not self.is_title(child) and (listing if particles else self.tree.comma(child))

    def _titled(self, title: Any) -> list[Mention]:
        """The person whom a title is written onto: "田中社長"."""
        return [m for m in self.compounds(title) if m.type == "Person"]

    def _owner(self, noun: Any) -> list[Mention]:
        for child in reversed(self.tree.children(noun)):
            if child.i > noun.i:
                continue
            written = self.tree.label(child) == "compound" and child.i in self.head
            if written or (self.tree.label(child) == "nmod" and self.tree.particles(child) == "の"):
                held = self.itself(child) if written else self.named(child)
                return [m for m in held if m.type not in _NO_OWNER]
        return []

    def _is_said_of_cleft(self, token: Any) -> bool:
        """Whether a noun is what a clause before it tells of: "最大手なのはXだ"."""
        clauses = [c for c in self.tree.children(token) if c.i < token.i and self.tree.label(c) in {"csubj", "advcl"}]
        return token.pos_ in NOUNS and any(self.tree.particles(c).endswith(("のは", "のが")) for c in clauses)

    def _sentence_topic(self) -> list[Mention]:
        """The first topic outside relative clauses, else the first subject."""
        subjects: list[Mention] = []
        for token in self.doc:
            role = role_of(self.tree.particles(token)) if token.pos_ in NOUNS else ""
            role = "wa" if self._is_said_of_cleft(token) else role
            if role not in {"ga", "wa"} or self.tree.label(self.tree.above(token)) == "acl":
                continue
            named = [m for m in self.named(token) if m.type not in VALUE_TYPES]
            if role == "wa" and named:
                return named
            subjects = subjects or named
        return subjects


def add(found: Found, role: str, mentions: Iterable[Mention]) -> None:
    """Add to a role those mentions that it does not hold yet."""
    held = found.setdefault(role, [])
    held += [m for m in mentions if m not in held]
