"""How fast generated claims are loaded into each store, and how much memory this process needs for it.

python -m bench.loading [CLAIMS…]    default: 10000 100000
"""

import multiprocessing
import resource
import sys
import time

from bench.generated import articles, generated
from bench.stores import empty_store, names


def load(name: str, claims: int) -> None:
    """Load into an empty store and print a row of the table."""
    with empty_store(name) as store:
        start = time.perf_counter()
        report = store.load(
            (article.record() for article in articles(claims)), (), (claim.record() for claim in generated(claims))
        )
        took = time.perf_counter() - start
    if report.rejected:
        sys.exit(str(report.rejected[0]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {name} | {claims:,} | {took:,.1f} | {report.claims / took:,.0f} | {memory:,} |", flush=True)


def main(sizes: list[int]) -> None:
    """Each load in a process of its own, so that its memory is its own."""
    print(
        "| store | claims | seconds | claims a second | peak memory, MB |\n| --- | --- | --- | --- | --- |", flush=True
    )
    for size in sizes:
        for name in names():
            process = multiprocessing.get_context("spawn").Process(target=load, args=(name, size))
            process.start()
            process.join()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000])
