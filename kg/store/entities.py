"""What an entity's node holds: the lexicon's word where it lists the entity, else what the articles call it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ontology.lexicon import Entry, load_lexicon
from ontology.load import load_ontology
from ontology.series import Series


@dataclass(frozen=True, order=True)
class Called:
    """What one article calls an entity: a canonical name, a type, the forms it uses."""

    name: str
    type: str
    forms: tuple[str, ...] = ()


def entity_properties(entity_id: str, called: Iterable[Called]) -> dict[str, Any]:
    """The properties of an entity's node; of several names and types the one that most articles give, in no order."""
    if entry := load_lexicon().get(entity_id):
        return _listed(entry)
    ways = list(called)
    name = _commonest(way.name for way in ways)
    found: dict[str, Any] = {
        "id": entity_id,
        "name": name,
        "type": _commonest((way.type for way in ways), _depth),
        "aliases": sorted({form for way in ways for form in way.forms}),
    }
    return found | _series(entity_id, name)


def stays(properties: Mapping[str, Any] | None, called: Called) -> bool:
    """Whether an entity with these properties, None for a new one, keeps them when one more article calls it so.

    It does where the article says what most say already; then nobody has to ask what each of them says.
    """
    if properties is None:
        return False
    if entry := load_lexicon().get(properties["id"]):
        return properties == _listed(entry)
    aliases = properties.get("aliases", [])
    agreed = {"id": properties["id"], "name": called.name, "type": called.type, "aliases": aliases}
    return set(called.forms) <= set(aliases) and properties == agreed | _series(properties["id"], called.name)


def labels(type_name: str) -> str:
    """The labels of a type's nodes as Cypher: Company → Entity:Organization:Company."""
    return ":".join(("Entity", *reversed(load_ontology().lineage(type_name))))


def _listed(entry: Entry) -> dict[str, Any]:
    names = dict.fromkeys(name for name in entry.names if name != entry.name)
    found = {
        "id": entry.id,
        "name": entry.name,
        "type": entry.type,
        "name_ja": next(iter(entry.aliases.get("ja", ())), None),
        "name_zh": next(iter(entry.aliases.get("zh", ())), None),
        "aliases": list(names),
        "country": entry.country,
        "wikidata": entry.wikidata,
        **{key: entry.links.get(key) for key in ("parent", "developer", "designer", "family")},
    }
    return {key: value for key, value in found.items() if value is not None}


def _series(entity_id: str, name: str) -> dict[str, str]:
    """The family of a version that the lexicon does not list, and who makes that family."""
    match = Series.load().match(name) if entity_id.startswith(("model:", "chip:")) else None
    if match is None or match.id != entity_id:
        return {}
    makers = load_lexicon()[match.family].links
    return {"family": match.family, **{key: makers[key] for key in ("developer", "designer") if key in makers}}


def _commonest(words: Iterable[str], rank: Callable[[str], int] = lambda _: 0) -> str:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], -rank(word), word))


def _depth(type_name: str) -> int:
    return len(load_ontology().lineage(type_name))
