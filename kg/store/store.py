"""The store: articles, entities, claims and what follows from them, in Neo4j or embedded."""

from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import ManagedTransaction

from kg.config import Settings
from kg.same import Judgement
from kg.store import schema
from kg.store.connection import Connection, Remote, Server
from kg.store.embedded import Embedded
from kg.store.group import Item
from kg.store.judge import judge, take_back
from kg.store.load import BATCH, LoadReport, load
from kg.store.read import Make, first_rows, made, rows
from kg.store.rebuild import RebuildReport, rebuild
from kg.store.same import judged
from kg.store.status import Status, status

Result = TypeVar("Result")


def open_store(settings: Settings) -> "Store":
    """The store of these settings, ready for use; close it or use it as a context manager.

    Creates an embedded folder and the schema on first use. Raises `StoreError` where it can't be reached or used or was
    made by a newer version, `LoginError` where it refuses the user.
    """
    server: Server = Remote(settings) if settings.uri else Embedded(settings.home)
    connection = Connection(server, settings.timeout).open()
    try:
        schema.prepare(connection)
    except BaseException:
        connection.close()
        raise
    return Store(connection)


class Store:
    """An open store. Every method is one transaction or several that may be repeated; see `open_store`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.location = connection.location

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store; an embedded one that no other process serves stops."""
        self._connection.close()

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Records of a statement that changes nothing, as plain dictionaries; raises `UsageError` for a wrong one."""
        return self._connection.read(rows, cypher, **parameters)

    def read_as(self, make: Make[Result], cypher: str, /, **parameters: Any) -> list[Result]:
        """As `read`, with what `make` makes of the values of each record, in the order in which they are returned."""
        return self._connection.read(made, make, cypher, **parameters)

    def first(self, count: int, cypher: str) -> list[dict[str, Any]]:
        """As `read`, the first records only: the others are not fetched."""
        return self._connection.read(first_rows, count, cypher)

    def write(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Records of a statement that may change the graph."""
        return self._connection.write(rows, cypher, **parameters)

    def transaction(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        """What work returns that reads in one transaction."""
        return self._connection.read(work)

    def load(
        self,
        articles: Iterable[Item] = (),
        mentions: Iterable[Item] = (),
        claims: Iterable[Item] = (),
        judgements: Iterable[Item] = (),
        *,
        batch: int = BATCH,
        replace: bool = False,
    ) -> LoadReport:
        """Load records of `kg.model`, in any order; `batch` articles make one transaction.

        An article comes in whole with its mentions and claims; an interrupted load is completed by repeating it, and a
        repeated one changes nothing. An article whose sha256 differs from the stored one is replaced; else what is new
        is added, or with `replace` takes the place of what there was. Of two judgements on the same entities the later
        counts. A record that can't be stored is reported with where it is and why; the rest is kept.
        """
        return load(self._connection, articles, mentions, claims, judgements, batch=batch, replace=replace)

    def judge(self, judgement: Judgement) -> bool:
        """Keep the user's word on whether two entities are the same; tells whether it is new.

        Raises `UsageError`, naming the chain, where it contradicts other judgements.
        """
        return self._connection.write(judge, judgement)

    def take_back(self, one: str, other: str) -> bool:
        """Forget the judgement on two entities, ids in any order; tells whether there was one."""
        return self._connection.write(take_back, one, other)

    def judgements(self) -> list[Judgement]:
        """Every judgement, the earliest first."""
        return self._connection.read(judged)

    def rebuild(self) -> RebuildReport:
        """Make all that follows from articles, mentions and claims again; the result is what loading them gives."""
        return rebuild(self._connection)

    def status(self) -> Status:
        """Counts of what is in the store."""
        return status(self._connection)

    def has_article(self, article: str, sha256: str) -> bool:
        """Whether an article with this text is in the store."""
        return bool(
            self.read("MATCH (a:Article {id: $id}) WHERE a.sha256 = $sha RETURN a.id AS id", id=article, sha=sha256)
        )
