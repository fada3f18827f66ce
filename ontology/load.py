"""Loads and validates the ontology's data once, and says what is wrong with file and line."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import OntologyError
from ontology.model import EntityType, Modality, Ontology, Relation
from ontology.read import ROOT, lines_of, read_yaml

LANGUAGES = ("en", "ja", "zh")
_TYPE_KEYS = {"parent", "group", "label", "wikidata", "color"}
_RELATION_KEYS = {
    "subject", "object", "label", "inverse", "symmetric", "same_group", "implies", "qualifiers", "wikidata", "least",
    "never",
}  # fmt: skip


@cache
def load_ontology(root: Path = ROOT) -> Ontology:
    """The ontology of a folder with `types/` and `relations/`; raises `OntologyError` with file and line."""
    types = _entity_types(root / "types" / "entities.yaml")
    values = {name: row["label"] for name, row in _rows(root / "types" / "values.yaml", {"label"}).items()}
    modalities = {
        name: Modality(name=name, **row)
        for name, row in _rows(root / "types" / "modality.yaml", {"rank", "label", "says", "color", "dash"}).items()
    }
    topics = {name: row["label"] for name, row in _rows(root / "types" / "topics.yaml", {"label"}).items()}
    relations: dict[str, Relation] = {}
    for path in sorted((root / "relations").glob("*.yaml")):
        if path.stem not in topics:
            raise OntologyError(path, f"{path.stem} is no topic of topics.yaml", 1)
        relations.update(_relations(path, known_types={*types, *values}, already=relations))
    _check_implications(root, relations)
    lineage = {name: _ancestors(name, types) for name in types}
    return Ontology(types, values, topics, relations, modalities, lineage)


def _rows(path: Path, allowed: set[str]) -> Mapping[str, dict[str, Any]]:
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise OntologyError(path, "expected a mapping from names to properties", 1)
    for name, row in data.items():
        line = lines_of(path).get(name)
        if not isinstance(row, dict):
            raise OntologyError(path, f"{name}: expected a mapping of properties", line)
        if unknown := set(row) - allowed:
            raise OntologyError(path, f"{name}: unknown property {', '.join(sorted(unknown))}", line)
        for key in ("label", "inverse"):
            if key in row and set(row[key]) != set(LANGUAGES):
                raise OntologyError(path, f"{name}: {key} must have exactly {', '.join(LANGUAGES)}", line)
        if "label" not in row:
            raise OntologyError(path, f"{name}: label is missing", line)
    return data


def _entity_types(path: Path) -> dict[str, EntityType]:
    rows = _rows(path, _TYPE_KEYS)
    types: dict[str, EntityType] = {}
    for name, row in rows.items():
        parent = row.get("parent")
        if parent is not None and parent not in types:
            raise OntologyError(path, f"{name}: parent {parent} must be defined above it", lines_of(path).get(name))
        group = row.get("group") or (types[parent].group if parent else None)
        if group is None:
            raise OntologyError(path, f"{name}: needs a group or a parent", lines_of(path).get(name))
        types[name] = EntityType(name, group, row["label"], parent, row.get("wikidata"), row.get("color"))
    return types


def _relations(path: Path, known_types: set[str], already: Mapping[str, Relation]) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for name, row in _rows(path, _RELATION_KEYS).items():
        line = lines_of(path).get(name)
        if name in already:
            raise OntologyError(path, f"{name} is defined twice", line)
        for side in ("subject", "object"):
            if unknown := set(row.get(side) or ["(none)"]) - known_types:
                raise OntologyError(path, f"{name}: {side} names unknown type {', '.join(sorted(unknown))}", line)
        found[name] = Relation(
            name=name,
            topic=path.stem,
            subject=tuple(row["subject"]),
            object=tuple(row["object"]),
            label=row["label"],
            inverse=row["inverse"],
            symmetric=row.get("symmetric", False),
            same_group=row.get("same_group", False),
            implies=tuple(row.get("implies", ())),
            qualifiers=tuple(row.get("qualifiers", ())),
            wikidata=row.get("wikidata"),
            least=row.get("least", 0),
            never=row.get("never"),
        )
    return found


def _check_implications(root: Path, relations: Mapping[str, Relation]) -> None:
    for relation in relations.values():
        if unknown := set(relation.implies) - set(relations):
            raise OntologyError(root / "relations", f"{relation.name}: implies unknown {', '.join(sorted(unknown))}")


def _ancestors(name: str, types: Mapping[str, EntityType]) -> tuple[str, ...]:
    chain = [name]
    while parent := types[chain[-1]].parent:
        chain.append(parent)
    return tuple(chain)
