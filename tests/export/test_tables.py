"""CSV that runs nothing in a spreadsheet and loses nothing."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.export.graph import Landscape
from kg.export.tables import write_tables
from tests.export.hostile import hostile
from tests.export.world import landscape

FILES = ("nodes", "edges", "claims", "articles")


def _read(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_bytes().decode(), newline="")))


def _bare(text: str) -> str:
    return text.removeprefix("'")


@pytest.mark.parametrize("made", [landscape, hostile], ids=["world", "hostile"])
def test_tables_hold_every_record(made: Callable[[], Landscape], tmp_path: Path) -> None:
    given = made()
    write_tables(given, tmp_path)
    parts = (given.entities.values(), given.edges, given.claims.values(), given.articles.values())
    for name, records in zip(FILES, parts, strict=True):
        rows = _read(tmp_path, name)
        assert [_bare(row["id"]) for row in rows] == [record["id"] for record in records]
        for row, record in zip(rows, records, strict=True):
            texts = {key: value for key, value in record.items() if isinstance(value, str)}
            assert {key: _bare(row[key]) for key in texts} == texts


def test_no_cell_starts_a_formula(tmp_path: Path) -> None:
    write_tables(hostile(), tmp_path)
    cells = [cell for name in FILES for row in _read(tmp_path, name) for cell in row.values()]
    assert any(cell.startswith("'=") for cell in cells)
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))]


def test_labels_are_a_type_and_its_ancestors(tmp_path: Path) -> None:
    write_tables(landscape(), tmp_path)
    labels = {row["id"]: row["labels"] for row in _read(tmp_path, "nodes")}
    assert (labels["org:nvidia"], labels["chip:h100"]) == ("Entity|Organization|Company", "Entity|Chip")


def test_a_file_in_the_folder_s_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(UsageError, match="taken"):
        write_tables(landscape(), tmp_path / "taken")
