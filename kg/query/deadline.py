"""Giving up on an answer after a number of seconds."""

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from kg.errors import no_answer

T = TypeVar("T")


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """What `work` returns, or the error it raises; `KGError` if it takes longer, while it is left to its own end."""
    if seconds is None:
        return work()
    results: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue()

    def run() -> None:
        try:
            results.put((work(), None))
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            results.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = results.get(timeout=seconds)
    except queue.Empty:
        raise no_answer(seconds) from None
    if error:
        raise error
    return result  # type: ignore[return-value]
