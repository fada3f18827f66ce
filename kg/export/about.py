"""Which entity of the store a name on the command line means."""

from kg.errors import UnknownEntityError
from kg.export.graph import Reader
from ontology.fold import fold
from ontology.names import Names

_NAMED = "MATCH (e:Entity) RETURN e.id AS id, e.name AS name, e.aliases AS aliases ORDER BY e.id"


def resolve_about(store: Reader, name: str) -> str:
    """The id of the entity of that id, name or alias; raises `UnknownEntityError` for none, or several."""
    entities = store.read(_NAMED)
    if any(entity["id"] == name for entity in entities):
        return name
    stored = {entity["id"] for entity in entities}
    known = [named.id for named in Names.load().candidates(name) if named.id in stored]
    wanted = fold(name)
    found = known or [
        entity["id"]
        for entity in entities
        if wanted in {fold(alias) for alias in (entity["name"], *(entity["aliases"] or ()))}
    ]
    if not found:
        raise UnknownEntityError(f"No entity in the store is called {name!r}.", Names.load().suggest(name))
    if len(found) > 1:
        raise UnknownEntityError(f"{name!r} names several entities; give an id.", found)
    return str(found[0])
