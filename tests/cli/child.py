"""`kg` that kills itself, as kill -9 does, before a statement is sent: python -m tests.cli.child STATEMENT WORDS…

With 0 it lives, and the last line of its stderr is the number of statements that it has sent.
"""

import sys
from itertools import count

import neo4j

from kg.cli import main
from tests.store.child import die_at


def counting() -> "count[int]":
    sent, numbers = neo4j.Transaction.run, count()

    def run(*args, **kwargs):
        next(numbers)
        return sent(*args, **kwargs)

    neo4j.ManagedTransaction.run = run
    return numbers


if __name__ == "__main__":
    statement = int(sys.argv.pop(1))
    if statement:
        die_at(statement)
        main()
    numbers = counting()
    try:
        main()
    finally:
        sys.stderr.write(f"{next(numbers)}\n")
