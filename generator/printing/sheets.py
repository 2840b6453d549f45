"""A sheet of paper, front and back: where every face and line lies, in mm, and how cards are dealt onto sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.printing.grid import BLEED, Grid, Line, Rect, grid_of, slots
from generator.printing.margins import captions, marks, measuring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.printing.profiles import CardSize, Paper

SAME = 1e-3

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Back:
    """A back: the card it belongs to, what of it and its bleed is printed, and whether it stands on its head."""

    card: Rect
    shown: Rect
    turned: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, front and back. Every sheet of a deck is this one sheet, however few cards lie on it.

    `backs[i]` lies under `fronts[i]` when the paper is turned over its long edge.
    """

    width: float
    height: float
    fronts: tuple[Rect, ...]
    backs: tuple[Back, ...]
    wool: Rect
    hairlines: tuple[Line, ...]
    marks: tuple[Line, ...]
    ruler: tuple[Line, ...]
    label: Rect
    cut_note: Rect
    ruler_note: Rect


def sheet(paper: Paper, card: CardSize) -> Sheet:
    """Return the sheet that holds the most cards of a size; ValueError if not even one fits."""
    grid = grid_of(paper, card)
    fronts = slots(grid)
    label, cut_note = captions(grid)
    ruler, ruler_note = measuring(grid)
    return Sheet(
        width=grid.paper_width,
        height=grid.paper_height,
        fronts=fronts,
        backs=tuple(back_of(grid, front) for front in fronts),
        wool=wool(grid),
        hairlines=hairlines(grid),
        marks=marks(grid),
        ruler=ruler,
        label=label,
        cut_note=cut_note,
        ruler_note=ruler_note,
    )


def behind(grid: Grid, front: Rect) -> Rect:
    """Return where something lies on the back's page so that it is under `front` after the flip over the long edge."""
    if grid.landscape:
        return Rect(front.x, grid.paper_height - front.y - front.height, front.width, front.height)
    return Rect(grid.paper_width - front.x - front.width, front.y, front.width, front.height)


def back_of(grid: Grid, front: Rect) -> Back:
    """Return the back under a front.

    A landscape sheet flips over its top edge, like a wall calendar. Its backs stand on their heads on the page, so
    that a single card still turns like the page of a book.
    """
    card = behind(grid, front)
    return Back(card, with_bleed(grid, card), turned=grid.landscape)


def with_bleed(grid: Grid, card: Rect) -> Rect:
    """Return a card with its bleed: only over the outer edges of the grid, never onto a neighbour."""
    left = BLEED if touches(card.x, grid.left) else 0
    right = BLEED if touches(card.x + card.width, grid.paper_width - grid.left) else 0
    above = BLEED if touches(card.y, grid.top) else 0
    below = BLEED if touches(card.y + card.height, grid.paper_height - grid.top) else 0
    return Rect(card.x - left, card.y - above, card.width + left + right, card.height + above + below)


def wool(grid: Grid) -> Rect:
    """Return the one piece of colour that all the backs of a sheet lie on: the grid with its bleed."""
    width, height = grid.columns * grid.card_width, grid.rows * grid.card_height
    return Rect(grid.left - BLEED, grid.top - BLEED, width + 2 * BLEED, height + 2 * BLEED)


def touches(a: float, b: float) -> bool:
    """Say whether two edges are the same edge, to a thousandth of a mm."""
    return abs(a - b) < SAME


def hairlines(grid: Grid) -> tuple[Line, ...]:
    """Return one line for each cut that two cards share."""
    right, bottom = grid.upright_cuts[-1], grid.level_cuts[-1]
    upright = (Line(x, grid.top, x, bottom) for x in grid.upright_cuts[1:-1])
    level = (Line(grid.left, y, right, y) for y in grid.level_cuts[1:-1])
    return (*upright, *level)


def dealt(cards: Sequence[Item], grid_count: int) -> tuple[tuple[Item, ...], ...]:
    """Return cards in order, a sheet at a time; the last sheet may be partly filled."""
    return tuple(tuple(cards[i : i + grid_count]) for i in range(0, len(cards), grid_count))
