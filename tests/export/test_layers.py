"""Who stands in which column of a drawing of dependence, and which way its lines point."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kg.answer import Answer, Edge, Graph, Node
from kg.export.layers import layered, layers
from kg.export.page import page_of_answer
from ontology.layers import load_layers
from ontology.read import read_yaml

CASES = read_yaml(Path(__file__).with_name("layers.yaml"))


def _node(word: str) -> Node:
    """A node by its id, with its type where the id does not tell: "org:x", "Lab org:x"."""
    kind, _, entity = word.rpartition(" ")
    types = {"org": "Company", "chip": "Chip", "model": "Model", "product": "Product"}
    return Node(entity, entity, kind or types[entity.partition(":")[0]])


def _answer(links: list[list[str]]) -> Answer:
    edges = tuple(Edge(_node(one), relation, _node(other), "asserted") for one, relation, other in links)
    nodes = sorted({node for edge in edges for node in (edge.subject, edge.object)})
    return Answer("chokepoints", "Layers", (), draw=partial(Graph, tuple(nodes), edges))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_everyone_stands_in_the_column_of_a_layer(case: dict[str, Any]) -> None:
    drawing = layers(page_of_answer(_answer(case["links"])))
    ranks: dict[int, list[str]] = {}
    for node in drawing["nodes"]:
        ranks.setdefault(node["rank"], []).append(node["id"])
    assert [ranks[rank] for rank in sorted(ranks)] == case["columns"]
    headings = [" ".join(label["en"] for label in column["labels"]) for column in drawing["columns"]]
    assert headings == case["headings"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_lines_go_to_the_right_and_arrows_to_whom_one_depends_on(case: dict[str, Any]) -> None:
    drawing = layers(page_of_answer(_answer(case["links"])))
    ranks = {node["id"]: node["rank"] for node in drawing["nodes"]}
    assert all(ranks[edge["start"]] < ranks[edge["end"]] for edge in drawing["edges"])
    heads = [edge[edge["head"]] if edge["head"] else "" for edge in drawing["edges"]]
    assert heads == case["heads"]


def test_no_relation_gives_an_empty_drawing() -> None:
    assert layers(page_of_answer(_answer([]))) == {"columns": [], "nodes": [], "edges": []}


def test_many_are_the_best_connected_and_the_page_says_so() -> None:
    page = page_of_answer(_answer([[f"org:user-{number}", "USES_CLOUD", "org:cloud"] for number in range(9)]))
    few = layered(page, 4)
    assert [entity["id"] for entity in few.entities] == ["org:cloud", "org:user-0", "org:user-1", "org:user-2"]
    assert few.notes[0] == "Showing the 4 best-connected of 10 entities."
    assert "Arrows lead to whom one depends on" in few.notes[1]
    assert {entity["id"] for entity in few.undrawn} == {f"org:user-{number}" for number in range(3, 9)}


def test_layers_are_drawn_from_lithography_to_models() -> None:
    names = sorted(load_layers().names, key=lambda name: load_layers()[name].stage)
    assert (names[0], names[-1]) == ("lithography", "models")
