"""Names in three languages, ids, and what is said of a name that means nothing, or too much."""

import pytest

from kg.errors import UnknownEntityError
from kg.query import View, ask, lens
from kg.query.entities import find_entity
from kg.store import Store
from ontology.read import read_yaml
from tests.query.world import CASES

NAMES = read_yaml(CASES / "names.yaml")


@pytest.mark.parametrize(("name", "meant"), NAMES["means"])
def test_name_means_the_entity(landscape: Store, name: str, meant: str) -> None:
    node, stored = find_entity(View(landscape, lens()), name)
    assert (node.id, stored) == (meant, True)


@pytest.mark.parametrize(("name", "near"), NAMES["unknown"])
def test_unknown_name_is_refused_with_near_ones(landscape: Store, name: str, near: str | None) -> None:
    with pytest.raises(UnknownEntityError) as refused:
        ask(landscape, "timeline", {"who": name})
    assert near in refused.value.suggestions if near else not refused.value.suggestions
    assert refused.value.exit_code == 3


@pytest.mark.parametrize(("name", "candidates"), NAMES["ambiguous"])
def test_ambiguous_name_lists_the_candidates_by_id(landscape: Store, name: str, candidates: list[str]) -> None:
    with pytest.raises(UnknownEntityError) as refused:
        ask(landscape, "timeline", {"who": name})
    assert [suggestion.split()[0] for suggestion in refused.value.suggestions] == candidates


def test_type_that_a_question_asks_for_settles_an_ambiguous_name(landscape: Store) -> None:
    assert ask(landscape, "lineage", {"model": "Lantern"}).title == "Lineage of Lantern"


@pytest.mark.parametrize(("name", "entity"), NAMES["absent"])
def test_known_name_that_the_store_lacks_gives_an_empty_answer(landscape: Store, name: str, entity: str) -> None:
    found = ask(landscape, "timeline", {"who": name})
    assert found.rows == ()
    assert entity in found.notes[0]
