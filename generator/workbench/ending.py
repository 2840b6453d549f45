"""How the preview server ends when somebody asks it to: after what it is doing, or at once when asked again."""

from __future__ import annotations

import signal
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ENDINGS = (signal.SIGINT, signal.SIGTERM)


def end_calmly(shutdown: Callable[[], Any]) -> None:
    """Have the signals that end a program end the server instead, once nothing is being built any more.

    An exception in the middle of a build could leave anything half done, locks among it. Asked a second time, the
    program ends there and then.
    """

    def ask(number: int, _frame: object) -> None:
        signal.signal(number, signal.default_int_handler)
        # Elsewhere, for the server waits for itself.
        Thread(target=shutdown, daemon=True).start()

    for ending in ENDINGS:
        signal.signal(ending, ask)
