"""Which entity a name means: by id, by the lexicon in three languages, or by what the store holds."""

import difflib
from collections.abc import Collection, Mapping, Sequence

from kg.answer import Node
from kg.errors import UnknownEntityError
from kg.query.view import View
from ontology.fold import fold
from ontology.load import load_ontology
from ontology.names import Names

_SUGGESTIONS = 5
_RIVALS = """\
MATCH (j:Judgement) WHERE NOT j.same AND (j.a IN $ids OR j.b IN $ids)
RETURN j.a AS a, j.b AS b"""


def find_entity(view: View, name: str, types: Sequence[str] = ()) -> tuple[Node, bool]:
    """The entity that a name or id means, and whether the store has it; those judged to be the same are one.

    Where several bear the name, those of `types` are meant, then those that the store has. Raises `UnknownEntityError`
    for a name that no entity or still more than one bears, or one that is judged not to be another of that name.
    """
    bearers = {view.meant(node): stored for node, stored in _bearers(view, name).items()}
    bearers |= dict.fromkeys(_rivals(view, name, _meant(bearers, types)), True)
    node = _only(_meant(bearers, types), view, name)
    return node, bearers[node]


def find_own(view: View, name: str) -> Node:
    """As `find_entity`, without any judgement: the entity that bears the name itself."""
    return _only(_meant(_bearers(view, name), ()), view, name)


def resolve_name(name: str, view: View | None) -> list[Node]:
    """Whom a name means by the lexicon, else in the store where there is one; several only where they bear it alike."""
    listed = Names.load().resolve(name)
    found = [Node(listed.id, listed.name, listed.type)] if listed else []
    if view is None:
        return found
    meant = {view.meant(node) for node in found or _bearers(view, name)}
    return sorted({*meant, *_rivals(view, name, meant)})


def _rivals(view: View, name: str, nodes: Collection[Node]) -> list[Node]:
    """Others of that name that the user judges not to be one of these; none where the name is an id."""
    ids = {node.id for node in nodes} | {i for i, node in view.same.items() if node in nodes}
    if not ids or name.strip() in ids:
        return []
    told = {i for row in view.judged(_RIVALS, ids=sorted(ids)) for i in (row["a"], row["b"])} - ids
    if not told:
        return []
    bearers = {other.id: other for other in (*_listed(name), *view.borne.get(fold(name), ()))}
    return sorted({view.meant(other) for i, other in bearers.items() if i in told} - {*nodes})


def _bearers(view: View, name: str) -> Mapping[Node, bool]:
    """Every entity that may be meant, and whether the store has it."""
    known = _listed(name)
    stored = _stored(view, name, [node.id for node in known])
    ids = {node.id for node in stored}
    return {node: node.id in ids for node in {**{n.id: n for n in known}, **{n.id: n for n in stored}}.values()}


def _listed(name: str) -> list[Node]:
    names = Names.load()
    if entry := names.lexicon.get(name.strip()):
        return [Node(entry.id, entry.name, entry.type)]
    return [Node(found.id, found.name, found.type) for found in names.candidates(name)]


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
    return view.borne.get(fold(name), [])


def _meant(bearers: Mapping[Node, bool], types: Sequence[str]) -> list[Node]:
    ontology = load_ontology()
    nodes = sorted(bearers)
    fitting = [node for node in nodes if any(ontology.is_a(node.type, wanted) for wanted in types)] or nodes
    return [node for node in fitting if bearers[node]] or fitting


def _only(meant: Sequence[Node], view: View, name: str) -> Node:
    if not meant:
        raise UnknownEntityError(f"No entity is called {name!r}.", _near(view, name))
    if len(meant) > 1:
        raise UnknownEntityError(f"{name!r} may be any of several; give an id.", [f"{n.id} ({n.name})" for n in meant])
    return meant[0]


def _near(view: View, name: str) -> list[str]:
    spellings = {fold(node.name): node.name for nodes in view.borne.values() for node in nodes}
    near = [
        spellings[key] for key in difflib.get_close_matches(fold(name), sorted(spellings), n=_SUGGESTIONS, cutoff=0.7)
    ]
    return list(dict.fromkeys((*Names.load().suggest(name), *near)))[:_SUGGESTIONS]
