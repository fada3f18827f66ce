"""A process of its own that loads the corpus: python -m tests.store.child PARTS [STATEMENT].

The store is that of the environment. PARTS is "1/2" for every second article from the first. With STATEMENT the process
kills itself, as kill -9 does, before that statement of the load is sent.
"""

import os
import signal
import sys

import neo4j

from kg.config import load_settings
from kg.store import open_store
from tests.store.records import busy, of


def main(part: str, statement: str = "") -> None:
    records = busy()
    which, _, parts = part.partition("/")
    names = sorted({claim["article"] for claim in records[2]})[int(which) - 1 :: int(parts)]
    with open_store(load_settings()) as store:
        if statement:
            die_at(int(statement))
        store.load(*of(records, *names), batch=2)


def die_at(statement: int) -> None:
    sent = neo4j.Transaction.run
    left = iter(range(statement, 0, -1))

    def run(*args, **kwargs):
        if next(left, 0) == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return sent(*args, **kwargs)

    neo4j.ManagedTransaction.run = run


if __name__ == "__main__":
    main(*sys.argv[1:])
