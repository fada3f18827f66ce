"""The page of the small world, as each of the two libraries draws it."""

from pathlib import Path

import pytest

from kg.export import libraries
from kg.export.html import write_landscape
from tests.export.world import landscape


@pytest.fixture(params=["vis-network", "force-graph"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every page is drawn by this library, whatever its size."""
    monkeypatch.setattr(libraries, "MANY", {"vis-network": 1_000, "force-graph": -1}[request.param])
    return str(request.param)


@pytest.fixture
def graph_page(library: str, tmp_path: Path) -> Path:
    path = tmp_path / f"{library}.html"
    write_landscape(landscape(), path)
    return path
