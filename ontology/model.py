"""Entity types, relations and modalities as they are used by everything else."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Labels = Mapping[str, str]
"""Display text by language: en, ja, zh."""


@dataclass(frozen=True)
class EntityType:
    """A kind of entity, e.g. Company; `group` is the id prefix that it shares with its siblings."""

    name: str
    group: str
    label: Labels
    parent: str | None = None
    wikidata: str | None = None
    color: str | None = None


@dataclass(frozen=True)
class Relation:
    """A kind of claim: which types it links, how it reads, and what it entails; `topic` is what it is about.

    `least`: the smallest amount of money that it is said of; a gift card of 10 dollars values no firm. `never`: a
    regular expression for names that it is not said of; a court hears a dispute and is no party to it.
    """

    name: str
    topic: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    label: Labels
    inverse: Labels
    symmetric: bool = False
    same_group: bool = False
    implies: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    wikidata: str | None = None
    least: int = 0
    never: str | None = None


@dataclass(frozen=True)
class Modality:
    """How sure an article is of what it says."""

    name: str
    rank: int
    label: Labels
    says: str
    color: str
    dash: bool


@dataclass(frozen=True)
class Ontology:
    """The loaded and validated ontology; see `load_ontology`."""

    types: Mapping[str, EntityType]
    values: Mapping[str, Labels]
    topics: Mapping[str, Labels]
    relations: Mapping[str, Relation]
    modalities: Mapping[str, Modality]
    _lineage: Mapping[str, tuple[str, ...]] = field(repr=False)

    def lineage(self, type_name: str) -> tuple[str, ...]:
        """The type and its ancestors, nearest first: Company → (Company, Organization)."""
        return self._lineage[type_name]

    def is_a(self, type_name: str, wanted: str) -> bool:
        """Whether a type is another one or descends from it; a value type only is itself."""
        return type_name == wanted or wanted in self._lineage.get(type_name, ())

    def group(self, type_name: str) -> str:
        """The id prefix of entities of this type: Investor → org."""
        return self.types[type_name].group

    def allows(self, subject_type: str, relation: str, object_type: str) -> bool:
        """Whether a relation may link these types."""
        rule = self.relations[relation]
        fits = any(self.is_a(subject_type, t) for t in rule.subject) and any(
            self.is_a(object_type, t) for t in rule.object
        )
        return fits and (not rule.same_group or self.group(subject_type) == self.group(object_type))
