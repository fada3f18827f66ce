"""The layers of the stack, in which one source can stand in for another; read from `layers.yaml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.lexicon import load_lexicon
from ontology.load import load_ontology
from ontology.model import Labels
from ontology.read import ROOT, lines_of, read_yaml


@dataclass(frozen=True)
class Layer:
    """A layer by name: by which relations on which types of source it is reached, and its own members.

    `stage` counts from what is needed first, lithography.
    """

    name: str
    label: Labels
    stage: int
    relations: frozenset[str]
    types: frozenset[str]
    members: frozenset[str]


@dataclass(frozen=True)
class Layers:
    """All layers, in the order in which they are tried."""

    layers: tuple[Layer, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(layer.name for layer in self.layers)

    def __getitem__(self, name: str) -> Layer:
        return next(layer for layer in self.layers if layer.name == name)

    def layer(self, relation: str, source: str, type_: str) -> str | None:
        """The layer of an entity that others depend on by a relation; where it is a member comes first."""
        own = (layer.name for layer in self.layers if source in layer.members)
        lineage = load_ontology().lineage(type_)
        fits = (x.name for x in self.layers if relation in x.relations and not x.types.isdisjoint(lineage))
        return next(own, None) or next(fits, None)


@cache
def load_layers(path: Path = ROOT / "layers.yaml") -> Layers:
    """The layers of a file; raises `OntologyError` naming the line of an unknown relation, type or entity."""
    ontology = load_ontology()
    found = []
    for name, row in read_yaml(path).items():
        relations, types, members = (frozenset(row.get(key, ())) for key in ("relations", "types", "members"))
        unknown = relations - set(ontology.relations) | types - set(ontology.types)
        unknown |= {member for member in members if load_lexicon().get(member) is None}
        if unknown:
            raise OntologyError(path, f"{name}: unknown {', '.join(sorted(unknown))}", lines_of(path).get(name))
        found.append(Layer(name, row["label"], row["stage"], relations, types, members))
    return Layers(tuple(found))
