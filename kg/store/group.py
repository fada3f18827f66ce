"""Records of a load grouped by article, whatever their order; large loads rest on disk, not in memory."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from kg.errors import SourceError
from kg.store.check import WrongRecordError, check_article, check_claim, check_mentions, encoded

Item = Mapping[str, Any] | SourceError
"""A record, or why the line it should stand in has none."""

_CHECKS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "article": check_article,
    "mentions": check_mentions,
    "claim": check_claim,
}


class Record(dict[str, Any]):
    """A record that knows where it was read, such as "claims.jsonl:17"."""

    where = ""


@dataclass(frozen=True)
class Bundle:
    """All records of a load about one article; where an article is given twice, the last in order of text counts."""

    id: str
    article: Mapping[str, Any] | None = None
    mentions: list[Mapping[str, Any]] = field(default_factory=list)
    claims: list[Mapping[str, Any]] = field(default_factory=list)


class Grouped:
    """Takes records in, gives bundles out in order of article id. `rejected` are those that can't be stored."""

    def __init__(self) -> None:
        self.rejected: list[SourceError] = []
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute("PRAGMA journal_mode=OFF")
        self._rows.execute(
            "CREATE TABLE row (article, kind, digest, body, PRIMARY KEY (article, kind, digest)) WITHOUT ROWID"
        )
        self._rows.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._rows.close()

    def add(self, kind: str, items: Iterable[Item]) -> None:
        """Check and take records of one kind: article, mentions or claim. Equal records count once."""
        for number, item in enumerate(items, 1):
            if isinstance(item, SourceError):
                self.rejected.append(item)
                continue
            try:
                article, body = _CHECKS[kind](item), encoded(item)
            except WrongRecordError as error:
                where = getattr(item, "where", "") or f"{kind} record {number}"
                self.rejected.append(
                    SourceError(where, str(error), "the rest was kept; mend the record and load it again")
                )
                continue
            row = (article, kind, hashlib.sha256(body).digest(), body)
            self._rows.execute("INSERT OR IGNORE INTO row VALUES (?, ?, ?, ?)", row)

    def bundles(self) -> Iterator[Bundle]:
        """Every article of the load once."""
        rows = self._rows.execute("SELECT article, kind, body FROM row ORDER BY article, kind, body")
        bundle: Bundle | None = None
        for article, kind, body in rows:
            if bundle is None or bundle.id != article:
                if bundle:
                    yield bundle
                bundle = Bundle(article)
            record = json.loads(body)
            if kind == "article":
                bundle = Bundle(article, record, bundle.mentions, bundle.claims)
            else:
                (bundle.mentions if kind == "mentions" else bundle.claims).append(record)
        if bundle:
            yield bundle
