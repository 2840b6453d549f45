"""What stands in a sheet's margins: marks to cut by, a ruler to check the printer with, and places for words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.printing.grid import BLEED, GUARD, STRIP, Grid, Line, Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK_GAP, MARK_LENGTH, MARK_EDGE = 0.5, 4.0, 3.0
# Where there is room, the strips keep this much off the wool.
AIR = 1.2
RULER, TICK = 100.0, 10.0
# How far a tick stays away from a mark, a caption from a mark, the ruler's beginning from the mark before it.
CLEAR, INSET, BEGIN = 1.2, 2.0, 4.5
SEARCH = 0.25
NOTE = 40.0  # wide enough for what is written beside the ruler, or for either of two captions
NOTE_LEAST = 12.0  # wide enough for "100 mm"


@dataclass(frozen=True, slots=True)
class Margins:
    """What stands in the margins of a sheet: cutting marks, a ruler of 100 mm, and places for words; None: no room."""

    marks: tuple[Line, ...]
    ruler: tuple[Line, ...]
    label: Rect | None
    cut_note: Rect | None
    ruler_note: Rect | None


def margins(grid: Grid) -> Margins:
    """Return what stands in the margins around a grid in the middle of its paper."""
    label, cut_note = captions(grid)
    lines, ruler_note = measuring(grid)
    return Margins(marks(grid), lines, label, cut_note, ruler_note)


def margins_without_cuts(grid: Grid) -> Margins:
    """Return what stands around cards that nobody cuts, wherever they lie: a label and a ruler, if there is room.

    The sheet's other side is this one mirrored, either way: nothing stands where a card would be there.
    """
    level, upright = min(grid.top, grid.bottom) - BLEED, min(grid.left, grid.right)
    if level < GUARD + STRIP:
        return Margins((), (), None, None, None)
    near, width = max(GUARD, level - STRIP - AIR), grid.paper_width - 2 * upright
    below = grid.paper_height - near - STRIP
    after = upright + RULER + BEGIN
    return Margins(
        marks=(),
        ruler=ruler(upright, below + STRIP / 2, ()),
        label=Rect(upright, near, width, STRIP),
        cut_note=None,
        ruler_note=noted(after, grid.paper_width - upright, below),
    )


def marks(grid: Grid) -> tuple[Line, ...]:
    """Return a short line at both ends of every cut, in the margin beyond the bleed."""
    found: list[Line] = []
    near, far = mark(grid.top)
    for x in grid.upright_cuts:
        found += (Line(x, near, x, far), Line(x, grid.paper_height - near, x, grid.paper_height - far))
    near, far = mark(grid.left)
    for y in grid.level_cuts:
        found += (Line(near, y, far, y), Line(grid.paper_width - near, y, grid.paper_width - far, y))
    return tuple(found)


def mark(margin: float) -> tuple[float, float]:
    """Return where a mark in a margin begins and ends, in mm from the paper's edge."""
    near = margin - BLEED - MARK_GAP
    return near, max(MARK_EDGE, near - MARK_LENGTH)


def strip(grid: Grid) -> float:
    """Return where the strip above the grid begins, in mm from the paper's edge: a little off the wool if it can be."""
    return max(GUARD, grid.top - BLEED - STRIP - AIR)


def captions(grid: Grid) -> tuple[Rect, Rect | None]:
    """Return the places, above the grid, of the sheet's label (left) and of the note on cutting (right).

    They stand between the marks. Over a single narrow column there is room for the label alone.
    """
    y, width = strip(grid), grid.card_width - 2 * INSET
    if grid.columns > 1:
        return Rect(grid.left + INSET, y, width, STRIP), Rect(grid.upright_cuts[-2] + INSET, y, width, STRIP)
    if width < 2 * (NOTE + INSET):
        return Rect(grid.left + INSET, y, width, STRIP), None
    half = grid.card_width / 2
    places = (Rect(left + INSET, y, half - 2 * INSET, STRIP) for left in (grid.left, grid.left + half))
    return next(places), next(places)


def measuring(grid: Grid) -> tuple[tuple[Line, ...], Rect | None]:
    """Return the lines of a 100 mm ruler below the grid, and the place of what is written beside it.

    A paper too narrow for it has none.
    """
    below = grid.paper_height - strip(grid) - STRIP
    start = ruler_start(grid)
    if start is None:
        return (), None
    left, right = widest_gap(grid, start)
    return ruler(start, below + STRIP / 2, grid.upright_cuts), noted(left, right, below)


def noted(left: float, right: float, y: float) -> Rect | None:
    """Return the place of what is written beside the ruler, or None where there is no room for even a short word."""
    return Rect(left, y, right - left, STRIP) if right - left >= NOTE_LEAST else None


def ruler(start: float, y: float, cuts: Sequence[float]) -> tuple[Line, ...]:
    """Return the lines of a ruler: its two ends first.

    It crosses the marks of some cuts: its line is left open there, and no tick stands near one.
    """
    ends = (Line(x, y - STRIP / 3, x, y + STRIP / 3) for x in (start, start + RULER))
    tens = (Line(x, y - STRIP / 8, x, y + STRIP / 8) for x in ticks(start)[1:-1])
    crossed = [cut for cut in cuts if start < cut < start + RULER]
    edges = [start, *(edge for cut in crossed for edge in (cut - CLEAR, cut + CLEAR)), start + RULER]
    base = (Line(left, y, right, y) for left, right in zip(edges[::2], edges[1::2], strict=True) if left < right)
    return (*ends, *tens, *base)


def ruler_start(grid: Grid) -> float | None:
    """Return where the ruler begins: its ticks clear of the marks, room for its note, and after the first column.

    None where there is no such place.
    """
    cuts = grid.upright_cuts
    wished = cuts[1 if grid.columns > 1 else 0] + BEGIN
    room = grid.paper_width - 2 * GUARD - RULER
    starts = (GUARD + SEARCH * step for step in range(int(room / SEARCH) + 1))
    clear = (start for start in starts if all(abs(tick - cut) >= CLEAR for tick in ticks(start) for cut in cuts))

    def worth(start: float) -> tuple[float, float]:
        left, right = widest_gap(grid, start)
        return min(right - left, NOTE), -abs(start - wished)

    return max(clear, key=worth, default=None)


def ticks(start: float) -> tuple[float, ...]:
    """Return the ticks of a ruler, one for each 10 mm."""
    return tuple(start + TICK * number for number in range(int(RULER / TICK) + 1))


def widest_gap(grid: Grid, ruler: float) -> tuple[float, float]:
    """Return the widest stretch below the grid, between marks and beside the ruler; the left one of equals."""
    taken = [(cut - INSET, cut + INSET) for cut in grid.upright_cuts]
    taken = sorted([*taken, (ruler - INSET, ruler + RULER + INSET), (grid.paper_width - GUARD, grid.paper_width)])
    gaps, free = [], GUARD
    for begin, end in taken:
        gaps.append((free, begin))
        free = max(free, end)
    return max(gaps, key=lambda gap: (round(gap[1] - gap[0], 3), -gap[0]))
