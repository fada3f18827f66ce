"""What is known of two entities before reading, for or against a relation; by itself it makes no claim."""

from collections.abc import Iterator

from ingest.makers import maker_of
from ingest.text import Mention
from ontology.lexicon import Entry, load_lexicon

_MADE = frozenset({"DEVELOPS", "DESIGNS_CHIP", "OPEN_SOURCED"})


def known(subject: Mention, relation: str, object_: Mention) -> int:
    """1 where the lexicon says the same, -1 where it or their types speak against it, 0 where nothing is known."""
    entry = entry_of(subject)
    if relation in _MADE:
        maker = maker_of(object_)
        return 0 if maker is None else _agreed(entry is not None and _akin(entry, maker))
    if relation == "INVESTED_IN" and object_.type == "Investor":
        return -1  # Of two that share in a round neither is the one that raised it.
    if entry is None:
        return 0
    if relation == "HEADQUARTERED_IN" and entry.country and (country := _country(object_)):
        return _agreed(country == entry.country)
    if relation == "SUBSIDIARY_OF" and object_.entity:
        return _owned(entry, object_.entity.id)
    return 0


def _owned(entry: Entry, owner: str) -> int:
    """Whether an owner is one; where the lexicon names none, at least nobody is owned by what he owns."""
    if "parent" in entry.links:
        return _agreed(owner in {above.id for above in _owners(entry)})
    other = load_lexicon().get(owner)
    return -1 if other and entry.id in {above.id for above in _owners(other)} - {owner} else 0


def _agreed(same: bool) -> int:
    return 1 if same else -1


def entry_of(mention: Mention) -> Entry | None:
    """What the lexicon has on the entity of a mention."""
    return load_lexicon().get(mention.entity.id) if mention.entity else None


def is_outlet(mention: Mention) -> bool:
    """Whether it reports the news of others."""
    entry = entry_of(mention)
    return entry is not None and entry.media


def _akin(one: Entry, other: Entry) -> bool:
    """Whether two belong to one house: a maker's parent or unit is no other maker."""
    return not {e.id for e in _owners(one)}.isdisjoint(e.id for e in _owners(other))


def _owners(entry: Entry) -> Iterator[Entry]:
    """The entry, its parent, and so on."""
    at: Entry | None = entry
    while at:
        yield at
        at = load_lexicon().get(at.links.get("parent", ""))


def _country(place: Mention) -> str | None:
    at = entry_of(place)
    while at and not at.code:
        at = load_lexicon().get(at.links.get("in", ""))
    return at.code if at else None
