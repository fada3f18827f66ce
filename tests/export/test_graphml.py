"""GraphML that networkx reads back."""

from io import BytesIO

import networkx as nx

from kg.export.graphml import graphml
from tests.export.hostile import hostile
from tests.export.world import landscape


def test_graphml_reads_back() -> None:
    network = nx.read_graphml(BytesIO(graphml(landscape()).encode()), force_multigraph=True)
    assert set(network) == set(landscape().entities)
    assert network.nodes["org:nvidia"]["label"] == "NVIDIA"
    assert "英伟达" in network.nodes["org:nvidia"]["aliases"].split("; ")
    (edge,) = network.get_edge_data("org:kitakaze-capital", "org:hoshizora-labs").values()
    assert (edge["predicate"], edge["status"], edge["contested"], edge["claims"]) == ("INVESTED_IN", "denied", True, 2)


def test_graphml_holds_any_text() -> None:
    network = nx.read_graphml(BytesIO(graphml(hostile()).encode()), force_multigraph=True)
    assert network.nodes["org:firm-0"]["name"] == "<script>window.pwned = 1</script>"
    assert len(network) == len(hostile().entities)
