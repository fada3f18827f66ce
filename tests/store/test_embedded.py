"""The embedded store: one folder, one server, many processes, and nobody else."""

import json
import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.config import Settings
from kg.errors import LoginError, StoreError
from kg.store import Store, open_store
from tests.store.dump import dump
from tests.store.records import corpus


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "new" / "kg-data"


@pytest.fixture
def first(home: Path) -> Iterator[Store]:
    with open_store(Settings(home=home)) as store:
        yield store


def told(home: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((home / "server.json").read_text(encoding="utf-8"))
    return found


def test_embedded_folder_is_made_and_kept(home: Path) -> None:
    with open_store(Settings(home=home)) as store:
        store.load(*corpus())
        before = dump(store)
    with open_store(Settings(home=home)) as store:
        assert dump(store) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize("name", ["server.json", "."])
def test_embedded_secrets_are_the_owners(first: Store, home: Path, name: str) -> None:
    assert stat.S_IMODE((home / name).stat().st_mode) & 0o077 == 0


def test_embedded_server_file_goes_with_the_server(home: Path) -> None:
    open_store(Settings(home=home)).close()
    assert not (home / "server.json").exists()


def test_embedded_password_is_new_each_time(home: Path) -> None:
    passwords = set()
    for _ in range(2):
        with open_store(Settings(home=home)):
            passwords.add(told(home)["password"])
    assert len(passwords) == 2
    assert all(len(str(password)) >= 24 for password in passwords)


def test_embedded_server_listens_on_loopback_only(first: Store, home: Path) -> None:
    with socket.create_connection(("127.0.0.1", told(home)["port"]), timeout=5):
        pass
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.2", told(home)["port"]), timeout=5):
        pass


def test_embedded_server_wants_its_password(first: Store, home: Path) -> None:
    with pytest.raises(LoginError, match="NEO4J_PASSWORD"):
        open_store(Settings(uri=f"bolt://127.0.0.1:{told(home)['port']}", user="root", password="guess"))


def test_embedded_folder_in_use_is_shared(first: Store, home: Path) -> None:
    with open_store(Settings(home=home)) as second:
        second.load(*corpus())
        assert dump(first) == dump(second)


def test_embedded_store_moves_on_when_the_first_process_ends(home: Path) -> None:
    first = open_store(Settings(home=home))
    with open_store(Settings(home=home)) as second:
        first.load(*corpus())
        before = dump(first)
        first.close()
        assert dump(second) == before
        assert second.load(*corpus()).unchanged == 5


STALE = {
    "nobody there": '{"port": 1, "password": "x"}',
    "not JSON": "\x00",
    "no port": "{}",
    "a list": "[]",
    "a word for a port": '{"port": "x", "password": "x"}',
}


@pytest.mark.parametrize("text", STALE.values(), ids=STALE)
def test_embedded_server_file_of_a_killed_process_is_not_believed(home: Path, text: str) -> None:
    home.mkdir(parents=True)
    (home / "server.json").write_text(text, encoding="utf-8")
    with open_store(Settings(home=home)) as store:
        store.load(*corpus())
    with open_store(Settings(home=home)) as store:
        assert store.status().labels["Article"] == 5


def test_embedded_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="file can't be the store's folder"):
        open_store(Settings(home=tmp_path / "file"))


def test_embedded_folder_that_is_broken_is_named(home: Path) -> None:
    open_store(Settings(home=home)).close()
    (home / "store" / "databases" / "kg" / "configuration.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match="kg-data can't be opened"):
        open_store(Settings(home=home))
