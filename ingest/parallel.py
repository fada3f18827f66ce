"""Extraction over several processes, with the same claims in the same order as over one."""

import multiprocessing
from collections.abc import Iterable, Iterator

from ingest.pipeline import Extraction, extract
from kg.model import Article


def extract_all(articles: Iterable[Article], jobs: int = 1) -> Iterator[Extraction]:
    """Extractions in the order of the articles; `jobs` is the number of processes."""
    if jobs <= 1:
        yield from map(extract, articles)
        return
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(extract, articles, chunksize=1)
