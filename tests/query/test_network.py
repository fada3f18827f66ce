"""The measures over the network of needs, against small graphs with known answers and an independent recount."""

from collections import defaultdict

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.answer import Edge, Node
from kg.query.chokepoints import chokepoints, concentration, herfindahl
from kg.query.exposure import exposed
from kg.query.lens import Lens
from kg.query.needs import Need, Needs
from kg.query.view import View
from kg.store import Store

NAMES = "abcdefgh"


def network(*needs: tuple[str, str, str]) -> Needs:
    """Needs from (who, layer, on)."""
    built = Needs()
    for who, layer, on in needs:
        one, other = (Node(f"org:{name}", name, "Company") for name in (who, on))
        built.nodes |= {one.id: one, other.id: other}
        edge = Edge(one, "USES_HARDWARE", other, "asserted")
        built.of[one.id][layer].append(Need(one, other, layer, edge, (other.id, True)))
    return built


def share(needs: Needs, who: str, *removed: str) -> float:
    return needs.exposure({f"org:{name}" for name in removed}).get((f"org:{who}", True), 0.0)


@pytest.mark.parametrize(
    ("needs", "who", "removed", "expected"),
    [
        ([("a", "chips", "n")], "a", "n", 1),
        ([("a", "chips", "n"), ("a", "chips", "g")], "a", "n", 0.5),
        ([("a", "chips", "n"), ("a", "chips", "g")], "a", "ng", 1),
        ([("a", "chips", "n"), ("a", "cloud", "c")], "a", "c", 1),
        ([("a", "cloud", "c"), ("c", "chips", "n"), ("c", "chips", "g")], "a", "n", 0.5),
        ([("a", "chips", "n"), ("n", "foundry", "t"), ("a", "chips", "g"), ("g", "foundry", "t")], "a", "t", 1),
        ([("a", "cloud", "b"), ("b", "cloud", "a")], "a", "n", 0),
        ([("a", "cloud", "b"), ("b", "cloud", "a"), ("b", "chips", "n")], "a", "n", 1),
        ([("a", "chips", "n")], "n", "a", 0),
    ],
)
def test_exposure_counts_substitutes_within_a_layer_and_needs_every_layer(
    needs: list[tuple[str, str, str]], who: str, removed: str, expected: float
) -> None:
    assert share(network(*needs), who, *removed) == pytest.approx(expected)


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(["chips", "cloud", "foundry"]), st.sampled_from(NAMES)),
        max_size=20,
        unique=True,
    ).map(lambda rows: [row for row in rows if row[0] != row[2]]),
    st.sets(st.sampled_from(NAMES), min_size=1, max_size=3),
)
def test_loses_all_is_what_a_recount_by_hand_finds(rows: list[tuple[str, str, str]], removed: set[str]) -> None:
    needs = network(*rows)
    lost = {e.who.name for e in exposed(needs, {f"org:{name}" for name in removed}) if e.share >= 1}
    assert lost == _recount(rows, removed)


def _recount(rows: list[tuple[str, str, str]], removed: set[str]) -> set[str]:
    """Who can't escape: keep throwing out whoever has, in each layer, a way that leads away from the removed ones."""
    layers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for who, layer, on in rows:
        layers[who][layer].add(on)
    caught = set(NAMES)
    while True:
        reaching = set(removed)
        while more := {
            who
            for who in caught - reaching
            if any(held <= caught | removed and held & reaching for held in layers[who].values())
        }:
            reaching |= more
        if reaching == caught | removed:
            return caught - removed
        caught = reaching - removed


@pytest.mark.parametrize(
    ("counts", "expected"), [([1], 10_000), ([1, 1], 5_000), ([3, 1], 6_250), ([4, 3, 2, 1], 3_000), ([1] * 100, 100)]
)
def test_herfindahl_is_the_sum_of_squared_shares(counts: list[int], expected: int) -> None:
    assert herfindahl(counts) == expected


def test_concentration_counts_users_of_each_source_chips_for_their_designers(landscape: Store) -> None:
    rows = {row.cells[0]: row.cells for row in concentration(View(landscape, Lens())).rows}
    assert rows["chips"][1:] == (10_000, 1, 3, "NVIDIA", 1.0)
    assert rows["cloud"][2:4] == (1, 2)


def test_betweenness_and_cut_points_are_those_of_networkx(landscape: Store) -> None:
    """The chain of the small world, drawn by hand: supply flows from the left end of each pair to the right one."""
    graph = nx.DiGraph()
    graph.add_edges_from(
        [
            ("SK hynix", "NVIDIA"), ("TSMC", "NVIDIA"), ("Harbor Cloud", "NVIDIA"), ("NVIDIA", "H100"),
            ("NVIDIA", "Lantern AI"), ("H100", "Harbor Cloud"), ("H100", "Driftwood-1"), ("Harbor Cloud", "Lantern AI"),
            ("Driftwood-1", "Tidepool"), ("Driftwood-1", "霧灯研究所"), ("霧灯研究所", "Driftwood-1"),
            ("Tidepool", "Quill Robotics"), ("Quill Robotics", "Tidepool"), ("Kite Holdings", "霧灯研究所"),
            ("霧灯研究所", "Kite Holdings"), ("Quill Robotics", "Lantern, the product"),
            ("Lantern AI", "Lantern, the model"),
        ]
    )  # fmt: skip
    expected = nx.betweenness_centrality(graph)
    cuts = set(nx.articulation_points(graph.to_undirected()))
    for row in chokepoints(View(landscape, Lens()), top=20).rows:
        name, *_, between, cut = row.cells
        assert between == pytest.approx(expected[str(name)], abs=1e-4)
        assert (cut == "yes") == (name in cuts)


def test_a_gate_is_what_separates_an_organisation_from_every_source(landscape: Store) -> None:
    rows = {row.cells[0]: row.cells[5] for row in chokepoints(View(landscape, Lens()), top=20).rows}
    assert rows["TSMC"] == 0, "SK hynix feeds NVIDIA beside it"
    assert rows["NVIDIA"] == 1, "Harbor Cloud gets all it has through NVIDIA's chip"
