"""One way to a server, over the official driver: transactions that are tried again, and errors a user can act on."""

import logging
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Concatenate, ParamSpec, Protocol, Self, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DatabaseError,
    DatabaseUnavailable,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from kg.config import Settings
from kg.errors import KGError, LoginError, StoreError, UsageError, no_answer

Result = TypeVar("Result")
Given = ParamSpec("Given")
Work = Callable[Concatenate[neo4j.ManagedTransaction, Given], Result]

_LOST = (ServiceUnavailable, SessionExpired)
_LEAVING = (*_LOST, AuthError, DatabaseError)
"""What an embedded server answers while its process closes it; there is another in its place at once."""
_TRIES = 3
_CLOSED = "The store is closed; open it with `with open_store(settings) as store`."
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
logging.getLogger("neo4j").setLevel(logging.CRITICAL)


class Server(Protocol):
    """Where a store's server is, asked again when it has gone."""

    location: str

    def connect(self) -> Settings: ...

    def writing(self) -> AbstractContextManager[object]: ...

    def close(self) -> None: ...


class Remote:
    """A server that somebody else runs."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.location = f"Neo4j at {settings.uri}"

    def connect(self) -> Settings:
        """The settings; raises `StoreError` for what is no address, which the driver would look up or speak HTTP to."""
        address = urlsplit(self._settings.uri or "")
        if address.scheme not in _SCHEMES or not (address.hostname or "").strip():
            raise StoreError(f"{self.location} is no address of a server; write it as bolt://host:7687.")
        return self._settings

    def writing(self) -> AbstractContextManager[object]:
        """Nothing to wait for: Neo4j locks what a transaction is going to change."""
        return nullcontext()

    def close(self) -> None:
        """Nothing to stop."""


class Connection:
    """A driver for a server. An embedded one may move to another process: then the driver is opened anew."""

    def __init__(self, server: Server, timeout: float | None) -> None:
        self.location = server.location
        self._server = server
        self._timeout = timeout
        self._driver: neo4j.Driver | None = None
        self._database: str | None = None
        self._closed = False

    def open(self) -> Self:
        """Connect and log in; raises `StoreError` or `LoginError`."""
        try:
            self._connect()
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        """Close the driver, and the server where it is ours; whoever still waits for an answer gets none."""
        self._closed = True
        if self._driver is not None:
            self._driver.close()
            self._driver = None
        self._server.close()

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def read(self, work: Work[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """Run work that changes nothing in one transaction."""
        return self._run(lambda session, unit: session.execute_read(unit), lambda tx: work(tx, *args, **kwargs))

    def write(self, work: Work[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """Run work in one transaction, again from its start where the server asks for it: all counts or nothing."""
        with self._server.writing():
            return self._run(lambda session, unit: session.execute_write(unit), lambda tx: work(tx, *args, **kwargs))

    def _run(
        self,
        execute: Callable[[neo4j.Session, Callable[[neo4j.ManagedTransaction], Result]], Result],
        work: Callable[[neo4j.ManagedTransaction], Result],
    ) -> Result:
        unit = neo4j.unit_of_work(timeout=self._timeout)(work)
        moves = _LOST if isinstance(self._server, Remote) else _LEAVING
        for left in reversed(range(_TRIES)):
            try:
                with self._open_driver().session(database=self._database) as session:
                    return execute(session, unit)
            except moves as error:
                if not left or self._closed or isinstance(self._server, Remote):
                    raise self._explain(error) from error
                self._connect()
            except (Neo4jError, DriverError) as error:
                raise self._explain(error) from error
        raise AssertionError  # the last try returns or raises

    def _open_driver(self) -> neo4j.Driver:
        if self._driver is None:
            raise StoreError(_CLOSED)
        return self._driver

    def _connect(self) -> None:
        if self._driver is not None:
            self._driver.close()
            self._driver = None
        at = self._server.connect()
        auth = (at.user or "neo4j", at.password) if at.password else None
        try:
            self._driver = neo4j.GraphDatabase.driver(
                at.uri or "",
                auth=auth,
                connection_timeout=10.0,
                max_transaction_retry_time=30.0 if isinstance(self._server, Remote) else 10.0,
                telemetry_disabled=True,
                resolver=self._resolve,
            )
            self._database = at.database
            self._driver.verify_connectivity()
        except (Neo4jError, DriverError, ValueError, OSError) as error:
            raise self._explain(error) from error

    def _resolve(self, address: neo4j.Address) -> Iterable[neo4j.Address]:
        """The address; none once closed: the driver would open a socket for an answer given up, and leave it open."""
        if self._closed:
            raise StoreError(_CLOSED)
        return (address,)

    def _explain(self, error: Exception) -> KGError:
        reason = (str(getattr(error, "message", None) or error).splitlines() or [type(error).__name__])[0]
        if isinstance(error, AuthError | Forbidden):
            return LoginError(f"{self.location} refused the login ({reason}); set NEO4J_USERNAME and NEO4J_PASSWORD.")
        if isinstance(error, DatabaseUnavailable) or ".Database." in (getattr(error, "code", None) or ""):
            return StoreError(f"{self.location} has no such database ({reason}); set NEO4J_DATABASE.")
        if self._timeout and "TransactionTimedOut" in (getattr(error, "code", None) or ""):
            return no_answer(self._timeout)
        if isinstance(error, ClientError):
            return UsageError(f"The store refused the statement: {reason}")
        if isinstance(error, DatabaseError):
            return StoreError(f"{self.location} failed on the statement: {reason}")
        if isinstance(error, ConfigurationError | ValueError):
            return StoreError(f"{self.location} is no address of a server ({reason}); write it as bolt://host:7687.")
        return StoreError(f"{self.location} can't be reached or used ({reason}); is it running?")
