"""What is read from a store for an export, whole and in part."""

import pytest

from kg.config import Settings
from kg.export.graph import Selection, read_landscape, within
from kg.store import open_store
from tests.export.world import landscape, landscape_of, world, world_data

ASIDE = {"org:nvidia", "org:tsmc", "chip:h100"}


def test_the_whole_graph_is_read() -> None:
    whole, given = landscape(), world(world_data())
    assert set(whole.entities) == set(world_data()["entities"])
    assert set(whole.claims) == {claim.id for claim in given.claims}
    assert set(whole.articles) == set(world_data()["articles"])
    assert sum(edge["claims"] for edge in whole.edges) == sum("object" in claim for claim in whole.claims.values())


@pytest.mark.parametrize(
    ("selection", "entities", "edges", "claims"),
    [
        (Selection(about=("org:nvidia",), hops=0), {"org:nvidia"}, 0, 0),
        (Selection(about=("chip:h100",), predicates=frozenset({"MANUFACTURES"})), {"org:tsmc", "chip:h100"}, 1, 1),
        (Selection(about=("chip:h100",), hops=2, predicates=frozenset({"MANUFACTURES"})), ASIDE, 2, 2),
        (Selection(modalities=frozenset({"denied"})), {"org:kitakaze-capital", "org:hoshizora-labs"}, 1, 1),
        (Selection(modalities=frozenset({"rumoured"})), {"org:kitakaze-capital", "org:hoshizora-labs"}, 1, 1),
        (Selection(predicates=frozenset({"RAISED"})), {"org:hoshizora-labs"}, 0, 1),
        (Selection(about=("person:mio-tachibana",), limit=1), {"person:mio-tachibana"}, 0, 0),
        (Selection(limit=2), {"chip:h100", "chip:ascend-910c"}, 1, 1),
        (Selection(predicates=frozenset({"FOUNDED"})), set(), 0, 0),
    ],
)  # fmt: skip
def test_a_selection_reads_its_part(selection: Selection, entities: set[str], edges: int, claims: int) -> None:
    part = landscape_of(world_data(), selection)
    assert (set(part.entities), len(part.edges), len(part.claims)) == (entities, edges, claims)
    assert set(part.articles) == {claim["article"] for claim in part.claims.values()}


def test_a_limit_says_how_many_there_were() -> None:
    assert landscape_of(world_data(), Selection(limit=2)).found == len(landscape().entities)


def test_every_edge_has_its_claims() -> None:
    behind = landscape().claims_of()
    for edge in landscape().edges:
        assert len(behind[edge["subject"], edge["predicate"], edge["object"]]) == edge["claims"]


def test_the_network_has_every_entity_and_edge() -> None:
    network = landscape().network()
    assert set(network) == set(landscape().entities)
    assert {key for _, _, key in network.edges(keys=True)} == {edge["id"] for edge in landscape().edges}
    assert network.nodes["org:nvidia"]["name"] == "NVIDIA"


@pytest.mark.parametrize(("hops", "expected"), [(0, "a"), (1, "ab"), (2, "abc"), (9, "abcd")])
def test_within_counts_hops_in_either_direction(hops: int, expected: str) -> None:
    edges = [{"subject": s, "object": o} for s, o in ("ab", "cb", "cd", "xy")]
    assert within(edges, ["a"], hops) == set(expected)


def test_more_entities_than_one_statement_asks_for_are_all_read(tmp_path) -> None:
    named = {"article": "many", "name": "Firm", "type": "Company", "mentions": ["Firm"], "spans": [[0, 4]]}
    mentions = [{**named, "id": f"org:firm-{n}"} for n in range(1200)]
    with open_store(Settings(home=tmp_path / "kg")) as store:
        store.load([{"id": "many", "lang": "en", "sha256": "0"}], mentions)
        assert len(read_landscape(store, Selection()).entities) == 1200
