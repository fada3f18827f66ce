"""The CSV folder's import.cypher, run on a real server, makes the graph that was exported."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.config import Settings
from kg.export.graph import Selection, read_landscape
from kg.export.tables import write_tables
from kg.store import open_store
from tests.export.world import landscape


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The folder, and an address on loopback from which a server reads it as from its own import folder."""
    write_tables(landscape(), tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{web.server_port}/"
        web.shutdown()


@pytest.mark.parametrize("times", [1, 2])
def test_import_makes_the_exported_graph(tables: tuple[Path, str], server: Settings, times: int) -> None:
    folder, address = tables
    script = (folder / "import.cypher").read_text(encoding="utf-8").replace("file:///", address)
    with open_store(server) as store:
        for statement in script.split(";\n") * times:
            if statement.strip():
                store.write(statement)
        assert read_landscape(store, Selection()) == landscape()
