"""The embedded store: ArcadeDB in this process, speaking Bolt on loopback. The only file that knows it.

A folder has one server at a time. The process that holds the folder's lock runs it and writes address and password into
a file beside the data that only its owner can read; every other process reads that file and connects. The system frees
the lock of a killed process, so what it left behind is never believed.
"""

import contextlib
import json
import os
import secrets
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from kg.config import Settings
from kg.errors import StoreError

_HOST = "127.0.0.1"
_DATABASE = "kg"
_WAIT_SECONDS = 20.0


class Embedded:
    """The server of a folder: ours, or that of the process which came first."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.location = f"embedded store in {home}"
        self._server: Any = None
        self._lock: IO[bytes] | None = None

    def connect(self) -> Settings:
        """How to reach the folder's server; starts it where none runs. Creates the folder on first use."""
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{self.home} can't be the store's folder ({error.strerror}); choose another.") from error
        deadline = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < deadline:
            if self._server is None and self._acquire():
                return self._start()
            with contextlib.suppress(OSError, ValueError, KeyError):
                told = json.loads(self._file.read_text(encoding="utf-8"))
                with socket.create_connection((_HOST, told["port"]), timeout=1):
                    return _address(told["port"], told["password"])
            time.sleep(0.05)
        raise StoreError(
            f"{self.home} is in use by a process that can't be reached; end it or choose another folder with KG_HOME."
        )

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Wait for the other writers of the folder.

        The server lets two transactions commit that each wrote what follows from a state without the other.
        """
        try:
            turn = (self.home / "writer").open("ab")
        except OSError as error:
            raise StoreError(f"{self.home} can't be written ({error.strerror}); mend its rights.") from error
        with turn:
            _lock(turn, wait=True)
            yield

    def close(self) -> None:
        """Stop the server if it is ours."""
        if self._server is not None:
            self._file.unlink(missing_ok=True)
            self._server.stop()
            self._server = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    @property
    def _file(self) -> Path:
        return self.home / "server.json"

    def _acquire(self) -> bool:
        try:
            lock = (self.home / "lock").open("ab")
        except OSError as error:
            raise StoreError(f"{self.home} can't be written ({error.strerror}); mend its rights.") from error
        try:
            _lock(lock)
        except OSError:
            lock.close()
            return False
        self._lock = lock
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=lock.close)
        return True

    def _start(self) -> Settings:
        root, port, password = self.home / "store", _free_port(), secrets.token_urlsafe(24)
        os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
        try:
            import arcadedb

            # The server believes the password only where it knows no user yet.
            (root / "config" / "server-users.jsonl").unlink(missing_ok=True)
            plugin = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
            config = {"host": _HOST, "http_port": 0, "server_plugins": plugin, "bolt_port": port}
            self._server = arcadedb.create_server(str(root), password, config)
            self._server.start()
            if not (root / "databases" / _DATABASE).is_dir():
                self._server.create_database(_DATABASE)
        except Exception as error:
            self._server = None
            self.close()
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise StoreError(f"The store in {self.home} can't be opened: {reason}") from error
        self._publish(port, password)
        return _address(port, password)

    def _publish(self, port: int, password: str) -> None:
        partial = self.home / "server.part"
        partial.unlink(missing_ok=True)
        partial.touch(mode=0o600, exist_ok=False)
        partial.write_text(json.dumps({"port": port, "password": password}), encoding="utf-8")
        partial.replace(self._file)


def _address(port: int, password: str) -> Settings:
    return Settings(uri=f"bolt://{_HOST}:{port}", user="root", password=password, database=_DATABASE)


def _lock(file: IO[bytes], *, wait: bool = False) -> None:
    """Take the only lock of a file until it is closed; raises OSError where another has it, unless told to wait."""
    if os.name == "nt":
        import msvcrt

        how = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK  # type: ignore[attr-defined,unused-ignore]
        msvcrt.locking(file.fileno(), how, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])
