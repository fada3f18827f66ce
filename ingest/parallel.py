"""Extraction over several processes, with the same claims in the same order as over one."""

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from traceback import extract_tb

from ingest.pipeline import Extraction, extract
from kg.errors import KGError, SourceError
from kg.model import Article

_log = logging.getLogger(__name__)


def extract_all(
    articles: Iterable[Article], jobs: int = 1, *, on_reject: Callable[[SourceError], None]
) -> Iterator[Extraction]:
    """Extractions in the order of the articles; `jobs` is the number of processes.

    An article in which extraction fails goes to `on_reject`, and the run goes on.
    """
    articles = iter(articles)
    for article, result in _apart(articles, jobs) if jobs > 1 else ((one, _attempt(one)) for one in articles):
        if isinstance(result, str):
            on_reject(SourceError(f"article {article.id}", result, "report it with the article's text"))
        else:
            yield result


def _attempt(article: Article) -> Extraction | str:
    """The extraction, or why there is none: a mistake in reading one text says nothing about the next."""
    try:
        return extract(article)
    except Exception as error:  # noqa: BLE001 - whatever a text leads the rules into
        _log.debug("extraction of %s failed", article.id, exc_info=True)
        at = [frame for frame in extract_tb(error.__traceback__) if not frame.filename.startswith("<")][-1]
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return f"extraction failed in {Path(at.filename).name} line {at.lineno} ({reason})"


def _apart(articles: Iterator[Article], jobs: int) -> Iterator[tuple[Article, Extraction | str]]:
    """Results in order; no more articles are taken than keep the processes busy."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_obey_parent) as pool:
        running: deque[tuple[Article, Future[Extraction | str]]] = deque()
        try:
            while True:
                for article in islice(articles, 2 * jobs - len(running)):
                    running.append((article, pool.submit(_attempt, article)))
                if not running:
                    return
                article, future = running.popleft()
                yield article, future.result()
        except BrokenProcessPool as error:
            raise KGError(
                "A process that read articles was ended, perhaps for want of memory; run again with fewer --jobs."
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _obey_parent() -> None:
    """End when the parent is killed, instead of waiting for work for ever; leave an interrupt to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)
