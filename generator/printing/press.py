"""Prints several things at once, on as many cores as there are: Typst needs no Python while it sets a page."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.printing.ink import Printed, print_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.library.model import Deck
    from generator.library.page import Printable
    from generator.printing.ticket import Ticket


@contextmanager
def press(jobs: Iterable[tuple[Deck | Printable, Ticket]], cache: Path | None = None) -> Iterator[Iterator[Printed]]:
    """Begin with all jobs, and give their prints in order, each as soon as it is done.

    Whoever leaves before the last was asked for, by an error too, leaves the rest unprinted.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = [pool.submit(print_item, item, ticket, cache=cache) for item, ticket in jobs]
        try:
            yield (one.result() for one in running)
        finally:
            for one in running:
                one.cancel()
