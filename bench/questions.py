"""Each question on a generated graph with a hub, against the Cypher it runs, on each store.

python -m bench.questions [CLAIMS [REPEATS]] [--home FOLDER] [--only QUESTION…]    default: 10000 claims, 5 repeats

A store that already holds so many claims is taken as it is: a Neo4j server, or the embedded store of --home, which is
loaded where it is empty and kept for the next time.
"""

import argparse
import gc
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from bench.generated import HUB
from bench.stores import filled_store, names
from kg.answer import Statement
from kg.query import QUESTIONS, Parameter, ask
from kg.store import Store

Result = TypeVar("Result")
_ONE = {"Model": "model:bench-1", "Place": "place:china"}
_GIVEN: Mapping[str, dict[str, Any]] = {"path": {"start": "org:bench-1", "end": "org:bench-7"}}
_LONG = 30.0
"""Seconds of the first run after which there is only one more."""


def arguments(parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    """What a question must be told: the hub, or an entity of the type it takes."""
    told: dict[str, Any] = {}
    for parameter in parameters:
        match parameter.kind:
            case "date":
                told[parameter.name] = "2024-01-01"
            case "entities":
                told[parameter.name] = "org:bench-1"
            case _:
                told[parameter.name] = next((_ONE[kind] for kind in parameter.types if kind in _ONE), HUB.id)
    return told


def _run(work: Callable[[], Result]) -> tuple[float, Result]:
    gc.collect()
    start = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - start), result


def measure(store: Store, name: str, repeats: int) -> tuple[int, float, float]:
    """Rows of the answer, and milliseconds of the question and of its Cypher alone.

    Medians of runs in turn, after one that warms up.
    """
    question = QUESTIONS[name]
    needed = (*question.arguments, *(option for option in question.options if option.required))
    values = _GIVEN.get(name) or arguments(needed)
    took, (rows, statements) = _run(lambda: _asked(store, name, values))
    pairs = [
        (_run(lambda: _asked(store, name, values))[0], _run(lambda: _read(store, statements))[0])
        for _ in range(1 if took > 1000 * _LONG else repeats)
    ]
    ours, alone = map(median, zip(*pairs, strict=True))
    return rows, ours, alone


def _asked(store: Store, name: str, values: Mapping[str, Any]) -> tuple[int, Sequence[Statement]]:
    """How many rows an answer has, and what it ran; the answer itself goes, two large ones may be too much."""
    answer = ask(store, name, values)
    return len(answer.rows), answer.cypher


def _read(store: Store, statements: Sequence[Statement]) -> None:
    """Run statements, and fetch all that they return."""
    for statement in statements:
        store.read(statement.cypher, **statement.parameters)


def main(claims: int, repeats: int, home: Path | None, chosen: Sequence[str]) -> None:
    """A table a store."""
    for name in names():
        with filled_store(name, claims, home) as store:
            print(f"\n{name}, {claims:,} claims\n\n| question | rows | ms | Cypher alone, ms | ratio | holds |")
            print("| --- " * 6 + "|", flush=True)
            for question in chosen:
                rows, ours, alone = measure(store, question, repeats)
                holds = "yes" if ours <= 1.5 * alone + 50 else "no"
                row = f"{question} | {rows:,} | {ours:,.0f} | {alone:,.0f} | {ours / alone:.2f} | {holds}"
                print(f"| {row} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=10_000)
    parser.add_argument("repeats", nargs="?", type=int, default=5)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--only", nargs="+", choices=QUESTIONS, default=list(QUESTIONS))
    given = parser.parse_args()
    main(given.claims, given.repeats, given.home, given.only)
