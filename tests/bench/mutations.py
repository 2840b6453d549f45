"""Ten thousand broken decks: none may end in a traceback, take long, or be refused without a place."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.library.mutations import misplaced, mutated

if TYPE_CHECKING:
    from collections.abc import Iterator

DECKS = 10_000
GOOD = (Path(__file__).parent.parent / "golden" / "every-shape.yml").read_bytes()


def mutation_figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what ten thousand broken decks led to; a traceback ends the bench."""
    broken = folder / "broken"
    broken.mkdir()
    longest, placeless = 0.0, 0
    for seed in range(DECKS):
        data = mutated(GOOD, seed, 1 + seed % 12)
        start = time.perf_counter()
        placeless += bool(misplaced(broken, data))
        longest = max(longest, time.perf_counter() - start)
    told = f"no traceback, {placeless} without a place, longest {longest:.2f} s"
    yield f"{DECKS:,} broken decks", told, "no traceback, 0, 5 s"
