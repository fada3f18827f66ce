"""The claims come out as they went in."""

import json
from collections.abc import Callable

import pytest

from kg.export.graph import Landscape
from kg.export.jsonl import jsonl
from kg.model import dump_line
from tests.export.hostile import hostile, hostile_data
from tests.export.world import Data, landscape, world, world_data


@pytest.mark.parametrize(
    ("given", "data"), [(landscape, world_data), (hostile, hostile_data)], ids=["world", "hostile"]
)
def test_lines_are_those_that_were_loaded(given: Callable[[], Landscape], data: Callable[[], Data]) -> None:
    assert sorted(jsonl(given())) == sorted(dump_line(claim.record()) for claim in world(data()).claims)


def test_lines_go_by_article_and_position() -> None:
    records = [json.loads(line) for line in jsonl(landscape())]
    places = [(record["article"], record["evidence"]["start"], record["subject"]["span"]) for record in records]
    assert places == sorted(places)
