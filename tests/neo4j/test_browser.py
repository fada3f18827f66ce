"""The graph in the real Neo4j Browser: what a person sees who logs in and runs a favourite."""

import pytest

from kg.config import Settings
from kg.export.grass import grass
from kg.query.favourites import favourites
from kg.store import open_store
from tests.neo4j.browser import logged_in
from tests.query.world import records

pytestmark = pytest.mark.browser


def test_favourite_is_drawn_with_names_and_styled_lines(server: Settings) -> None:
    with open_store(server) as store:
        store.load(*records())
    with logged_in(server) as tab:
        tab.run(favourites()["hardware-users"].text)
        assert tab.nodes() == ["H100", "Harbor Cloud", "Lantern AI", "NVIDIA"]
        assert "USES_HARDWARE" in tab.relationships()
        tab.drop("kg.grass", grass())
        tab.run(favourites()["hardware-users"].text)
        lines = [line.partition(" ·")[0] for line in tab.relationships()]
        assert {"asserted ×2", "planned ×1", "denied ×2"} <= set(lines)
        tab.run(favourites()["evidence-drawn"].text)
        assert {"INVESTED_IN", "Lantern AI", "NVIDIA"} <= set(tab.nodes())
