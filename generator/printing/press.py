"""Prints several things at once, on as many cores as there are: Typst needs no Python while it sets a page."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

Made = TypeVar("Made")

# Of what is under way: enough that no core waits for the next to be prepared, few enough that prints do not pile up.
AHEAD = 1 + (os.cpu_count() or 1)


@contextmanager
def press(jobs: Iterable[Callable[[], Callable[[], Made]]]) -> Iterator[Iterator[Made]]:
    """Begin with the first jobs, and give the prints of all in order, each as soon as it is done.

    A job prepares a print and returns the work that is left. Jobs are prepared here, one by one, so that they do not
    hinder one another; the work is done beside. Whoever leaves before the last was asked for, by an error too, leaves
    the rest unprinted.
    """
    waiting = iter(jobs)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = deque(begun(pool, waiting, AHEAD))
        try:
            yield in_order(pool, waiting, running)
        finally:
            for one in running:
                one.cancel()


def in_order(
    pool: ThreadPoolExecutor, waiting: Iterator[Callable[[], Callable[[], Made]]], running: deque[Future[Made]]
) -> Iterator[Made]:
    """Yield prints in order; for each that is taken another one is begun."""
    while running:
        first = running.popleft()
        running += begun(pool, waiting, 1)
        yield first.result()


def begun(
    pool: ThreadPoolExecutor, waiting: Iterator[Callable[[], Callable[[], Made]]], count: int
) -> Iterator[Future[Made]]:
    """Prepare the next so many prints, and yield their work as it goes on."""
    for job in islice(waiting, count):
        yield pool.submit(job())
