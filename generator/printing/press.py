"""Prints several things at once, on as many cores as there are: Typst needs no Python while it sets a page."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Made = TypeVar("Made")


@contextmanager
def press(jobs: Iterable[Callable[[], Made]]) -> Iterator[Iterator[Made]]:
    """Begin with all jobs, and give their prints in order, each as soon as it is done.

    Whoever leaves before the last was asked for, by an error too, leaves the rest unprinted.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = [pool.submit(job) for job in jobs]
        try:
            yield (one.result() for one in running)
        finally:
            for one in running:
                one.cancel()
