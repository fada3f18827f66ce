"""Which entity a name means: by id, by the lexicon in three languages, or by what the store holds."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

from kg.answer import Node
from kg.errors import UnknownEntityError
from kg.query.view import View
from ontology.fold import fold
from ontology.load import load_ontology
from ontology.names import Names

_SUGGESTIONS = 5


def find_entity(view: View, name: str, types: Sequence[str] = ()) -> tuple[Node, bool]:
    """The entity that a name or id means, and whether the store has it.

    Where several bear the name, those of `types` are meant, then those that the store has. Raises `UnknownEntityError`
    for a name that no entity or still more than one bears.
    """
    known = [Node(named.id, named.name, named.type) for named in _listed(name)]
    stored = _stored(view, name, [node.id for node in known])
    candidates = {**{node.id: node for node in known}, **{node.id: node for node in stored}}
    meant = _meant(sorted(candidates.values()), types, {node.id for node in stored})
    if not meant:
        raise UnknownEntityError(f"No entity is called {name!r}.", _near(view, name))
    if len(meant) > 1:
        raise UnknownEntityError(f"{name!r} may be any of several; give an id.", [f"{n.id} ({n.name})" for n in meant])
    return meant[0], meant[0] in stored


def _listed(name: str) -> Iterable[Node]:
    names = Names.load()
    if named := names.lexicon.get(name.strip()):
        return [Node(named.id, named.name, named.type)]
    return [Node(named.id, named.name, named.type) for named in names.candidates(name)]


def _stored(view: View, name: str, ids: Sequence[str]) -> list[Node]:
    """The store's entities with one of the ids or of exactly that name; folded names only where these find none."""
    exact = view.read(
        "UNWIND $ids AS id\nMATCH (e:Entity {id: id})\nRETURN e.id AS id, e.name AS name, e.type AS type\n"
        "UNION\nMATCH (e:Entity {name: $name})\nRETURN e.id AS id, e.name AS name, e.type AS type",
        ids=sorted({*ids, name.strip()}),
        name=name.strip(),
    )
    if exact or ids:
        return sorted(Node(**row) for row in exact)
    return sorted(Node(row["id"], row["name"], row["type"]) for row in _all(view) if _bears(row, fold(name)))


def _bears(row: dict[str, Any], key: str) -> bool:
    return any(fold(name) == key for name in (row["name"], *(row["aliases"] or ())))


def _all(view: View) -> list[dict[str, Any]]:
    return view.read("MATCH (e:Entity)\nRETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases")


def _meant(candidates: list[Node], types: Sequence[str], stored: set[str]) -> list[Node]:
    ontology = load_ontology()
    fitting = [node for node in candidates if any(ontology.is_a(node.type, wanted) for wanted in types)] or candidates
    return [node for node in fitting if node.id in stored] or fitting


def _near(view: View, name: str) -> list[str]:
    spellings = {fold(row["name"]): row["name"] for row in _all(view)}
    near = [
        spellings[key] for key in difflib.get_close_matches(fold(name), sorted(spellings), n=_SUGGESTIONS, cutoff=0.7)
    ]
    return list(dict.fromkeys((*Names.load().suggest(name), *near)))[:_SUGGESTIONS]
