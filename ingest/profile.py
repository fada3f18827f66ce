"""What an article says of its entities, by which a description ("the Lyon firm", "the Foo maker") finds one."""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.text import Proposal
from ontology.lexicon import load_lexicon

_SEATS = {"HEADQUARTERED_IN", "OPERATES_IN"}
_MAKERS = {"DEVELOPS", "DESIGNS_CHIP", "MANUFACTURES"}
_POSTS = {"LEADS", "FOUNDED", "WORKS_AT"}
_LINKS = ("developer", "designer", "parent")


@dataclass(frozen=True)
class Profiles:
    """Ids by id: the places of an organisation, the makers of a thing, the organisations of a person."""

    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    makers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    posts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, proposals: Iterable[Proposal]) -> "Profiles":
        """The profiles that proposals draw."""
        made = cls()
        for proposal in proposals:
            for one, other in itertools.product(proposal.subject.entities, proposal.object.entities):
                if proposal.relation in _SEATS:
                    made.places[one.id].add(other.id)
                elif proposal.relation in _MAKERS:
                    made.makers[other.id].add(one.id)
                elif proposal.relation in _POSTS:
                    made.posts[one.id].add(other.id)
        return made

    def seated(self, entity_id: str, place_id: str) -> bool | None:
        """Whether an organisation is at home in a place; None where neither text nor lexicon says where it is."""
        seats = set(self.places.get(entity_id, ()))
        entry = load_lexicon().get(entity_id)
        if entry and entry.country:
            seats |= _countries().get(entry.country, set())
        if not seats:
            return None
        return any(place_id in _around(seat) or seat in _around(place_id) for seat in seats)

    def makes(self, entity_id: str, thing_id: str) -> bool:
        """Whether an organisation makes a thing, by the text or the lexicon."""
        entry = load_lexicon().get(thing_id)
        listed = {entry.links[link] for link in _LINKS if link in entry.links} if entry else set()
        return entity_id in listed | self.makers.get(thing_id, set())


def _around(place_id: str) -> set[str]:
    """A place and all that it lies in."""
    found: set[str] = set()
    while place_id and place_id not in found:
        found.add(place_id)
        entry = load_lexicon().get(place_id)
        place_id = entry.links.get("in", "") if entry else ""
    return found


def _countries() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in load_lexicon():
        if entry.code:
            found[entry.code].add(entry.id)
    return found
