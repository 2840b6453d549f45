"""What is known of a print beside its pages, and how that is kept with it: its warnings are given again each time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from generator.library.model import Severity
from generator.printing.composing import Flaw
from generator.printing.desk import Misfit

if TYPE_CHECKING:
    from generator.library.model import Problem

    # Of each deck on the sheets.
    Flaws = tuple[tuple[Flaw, ...], ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A deck's PDF, or None when something stands in its way; all its author should know; how many sheets it takes.

    `left_out` counts the notes there was no room for.
    """

    pdf: bytes | None
    problems: tuple[Problem, ...] = ()
    sheets: int = 0
    left_out: int = 0


def packed(sheets: int, flaws: Flaws) -> bytes:
    """Return what is known of a print as one line, to be kept with it: its warnings are given again each time."""
    rows = [[[flaw.card, *asdict(flaw.misfit).values()] for flaw in own] for own in flaws]
    return json.dumps([sheets, rows]).encode()


def unpacked(line: bytes) -> tuple[int, Flaws]:
    """Return the sheets and flaws of such a line."""
    sheets, decks = json.loads(line)
    flaws = tuple(
        tuple(Flaw(card, Misfit(key, message, hint, Severity(level))) for card, key, message, hint, level in rows)
        for rows in decks
    )
    return sheets, flaws
