"""Two hundred decks nobody would write, as the tests try thirty: printed whole, or refused where it can be mended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.printing.generated import verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEEDS = range(1000, 1200)


def generated_figures(_: Path) -> Iterator[tuple[str, str, str]]:
    """Yield how many were printed and how many refused; one that was clipped, or lost a word, is an AssertionError."""
    found = Counter(verdict(seed) for seed in SEEDS)
    told = f"{found['printed']} printed whole, {found['refused']} refused with a place"
    yield f"printing {len(SEEDS)} generated decks", told, "none clipped, none blank"
