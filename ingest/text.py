"""An article as it is read: sentences, the mentions in them, and what a sentence proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kg.model import Entity, Span

Key = tuple[Span, str, Span]
"""What a sentence may claim: where the one stands, the relation, where the other stands."""
VALUE_TYPES = frozenset({"Money", "Date", "Round", "License", "Structure", "Lead", "Founder", "Role"})
"""Types of mentions that are values: they fill objects and qualifiers but are no entities."""


@dataclass(frozen=True)
class Mention:
    """Words that name an entity, refer back to one, or state a value; offsets are into the article's text.

    `how` is what found it (lexicon, series, context, ner, repeated, nominal ...). `also` holds the further entities
    of a plural such as "both firms". `value` is what a value type means: {"value","unit"}, an ISO date, a role.
    """

    start: int
    end: int
    text: str
    type: str
    how: str
    entity: Entity | None = None
    also: tuple[Entity, ...] = ()
    value: Any = None

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def entities(self) -> tuple[Entity, ...]:
        return (self.entity, *self.also) if self.entity else ()

    def linked(self, entity: Entity) -> "Mention":
        """The same words, said of this entity."""
        return replace(self, entity=entity, type=entity.type)


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article: its number from 0, offsets, words, and the mentions inside it in order.

    `topic` is what it goes on about without naming it: a mention of an earlier sentence. `before` are sentences that
    stand just before it, of which it may speak too.
    """

    index: int
    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...] = ()
    topic: Mention | None = None
    before: "tuple[Sentence, ...]" = ()

    def within(self, mentions: tuple[Mention, ...]) -> "Sentence":
        """This sentence with those of the mentions that lie inside it."""
        return replace(self, mentions=tuple(m for m in mentions if self.start <= m.start and m.end <= self.end))


@dataclass(frozen=True)
class Predication:
    """A verb (or verbal noun) of a sentence with its arguments by role, in the language's own role names.

    Roles in English: subj, obj, prep_in ...; in Japanese: ga, wo, ni, kara ...; in Chinese: subj, obj, 由, 向 ...
    `span` is the trigger's, `clause` that of the clause that bounds its modality.
    """

    lemma: str
    span: Span
    clause: Span
    roles: Mapping[str, tuple[Mention, ...]]
    negated: bool = False


@dataclass(frozen=True)
class Proposal:
    """A relation that a rule sees in a sentence, before modality, speaker and qualifiers are settled.

    `phrase`: said in a fixed form of words, which is then its trigger, and not by a verb. `certainty`: how likely the
    judge holds it, 0 to 1. `meant`: log odds of each modality of the ontology, by what the encoder read.
    """

    relation: str
    subject: Mention
    object: Mention
    sentence: Sentence
    trigger: Span
    clause: Span
    rule: str
    modality: str | None = None
    qualifiers: Mapping[str, Mention] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)
    negated: bool = False
    phrase: bool = False
    certainty: float | None = None
    meant: Any = field(default=None, compare=False)

    @property
    def key(self) -> Key:
        """Its two, by their places, and its relation."""
        return self.subject.span, self.relation, self.object.span
