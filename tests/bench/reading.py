"""How reading, checking and fitting grow with the number of cards."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from generator.checks import check
from generator.library.load import load_library
from generator.library.model import Severity
from generator.printing.fitting import misfits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PER_DECK = 36


def many_decks(folder: Path, cards: int) -> Path:
    """Write decks with this many different cards."""
    folder.mkdir()
    for deck in range(cards // PER_DECK):
        lines = [f"title: Deck {deck}", "about: A deck to count with.", "cards:"]
        for card in range(PER_DECK):
            lines += [
                f"  - id: c{card}",
                f"    text: What would thing {deck * PER_DECK + card} be doing on shelf {deck} by {card}?",
            ]
        (folder / f"deck-{deck}.yml").write_text("\n".join(lines) + "\n")
    return folder


def reading_figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what 10,000 cards cost beside 1,000."""
    taken = {}
    for cards in (1_008, 10_080):
        decks = many_decks(folder / f"decks-{cards}", cards)
        start = time.perf_counter()
        library, problems = load_library(decks)
        problems += check(library)
        problems += misfits(library.decks)
        taken[cards] = time.perf_counter() - start
        if wrong := [problem for problem in problems if problem.severity is Severity.ERROR]:
            raise AssertionError(wrong[0])
    ratio = taken[10_080] / taken[1_008]
    told = f"{taken[10_080]:.2f} s, {ratio:.1f} x 1,008 cards"
    yield "reading, checking and fitting 10,080 cards", told, "15 s, 11 x"
