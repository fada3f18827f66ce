"""Each question on a generated graph with a hub, against the Cypher it runs, on each store.

python -m bench.questions [CLAIMS [REPEATS]]    default: 10000 claims, 5 repeats, medians
"""

import sys
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any

from bench.generated import HUB, articles, generated
from bench.stores import empty_store, names
from kg.query import QUESTIONS, Parameter, ask
from kg.store import Store

_ONE = {"Model": "model:bench-1", "Place": "place:china"}
_GIVEN: Mapping[str, dict[str, Any]] = {"path": {"start": "org:bench-1", "end": "org:bench-7"}}


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


def milliseconds(work: Callable[[], object], repeats: int) -> float:
    """The median of some runs."""
    took = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
    return median(took)


def measure(store: Store, name: str, repeats: int) -> tuple[int, float, float]:
    """Rows of the answer, and milliseconds of the question and of its Cypher alone."""
    question = QUESTIONS[name]
    needed = (*question.arguments, *(option for option in question.options if option.required))
    values = _GIVEN.get(name) or arguments(needed)
    answer = ask(store, name, values)

    def raw() -> None:
        for statement in answer.cypher:
            store.read(statement.cypher, **statement.parameters)

    return len(answer.rows), milliseconds(lambda: ask(store, name, values), repeats), milliseconds(raw, repeats)


def main(claims: int, repeats: int) -> None:
    """A table a store."""
    for name in names():
        with empty_store(name) as store:
            store.load((a.record() for a in articles(claims)), (), (claim.record() for claim in generated(claims)))
            print(f"\n{name}, {claims:,} claims\n\n| question | rows | ms | Cypher alone, ms | ratio |")
            print("| --- " * 5 + "|", flush=True)
            for question in QUESTIONS:
                rows, ours, raw = measure(store, question, repeats)
                print(f"| {question} | {rows:,} | {ours:,.0f} | {raw:,.0f} | {ours / raw:.2f} |", flush=True)


if __name__ == "__main__":
    main(*([int(word) for word in sys.argv[1:]] + [10_000, 5][len(sys.argv) - 1 :]))
