"""Cards side by side on a paper: the grid. Pure geometry: mm from the paper's top left corner.

A grid has no gutter: neighbours share a cut, so one pass of the knife parts two cards. It is centred, which makes
the mirrored back of a sheet lie on the same grid as its front.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.printing.profiles import CardSize, Paper

# No card lies nearer to the paper's edge: home printers cannot print to it. Of the 100 margin classes in Debian's
# HP driver, A4 3x3 is printed whole by 92, Letter 4x2 landscape by 88, a Letter 3x3 by only 60.
GUARD = 8.0
# A back's wool runs over the outer edges of the grid, so that a knife a little off the mark meets no white.
BLEED = 3.0
# Above and below the grid's bleed a strip is kept free for the sheet's label and its ruler.
STRIP = 4.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in mm."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line in mm."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards side by side in the middle of a paper, as it lies (a landscape paper is wider than high)."""

    paper_width: float
    paper_height: float
    card_width: float
    card_height: float
    columns: int
    rows: int

    @property
    def count(self) -> int:
        """How many cards lie on a sheet."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """The margin left and right of the grid, in mm."""
        return (self.paper_width - self.columns * self.card_width) / 2

    @property
    def top(self) -> float:
        """The margin above and below the grid, in mm."""
        return (self.paper_height - self.rows * self.card_height) / 2

    @property
    def landscape(self) -> bool:
        """Whether the paper's long edges lie at the top and the bottom."""
        return self.paper_width > self.paper_height

    @property
    def upright_cuts(self) -> tuple[float, ...]:
        """Where a knife goes from top to bottom, as x in mm."""
        return tuple(self.left + column * self.card_width for column in range(self.columns + 1))

    @property
    def level_cuts(self) -> tuple[float, ...]:
        """Where a knife goes from left to right, as y in mm."""
        return tuple(self.top + row * self.card_height for row in range(self.rows + 1))


def grid_of(paper: Paper, card: CardSize) -> Grid:
    """Return the grid with the most cards, upright paper before landscape; ValueError if not even one card fits."""
    ways = (filled(paper.width, paper.height, card), filled(paper.height, paper.width, card))
    best = max(ways, key=lambda grid: grid.count)
    if not best.count:
        raise ValueError(f"a {card.name} card of {card.width:g} x {card.height:g} mm does not fit on {paper.name}")
    return best


def filled(width: float, height: float, card: CardSize) -> Grid:
    """Return the largest grid on a paper that lies this way."""
    columns = int((width - 2 * GUARD) / card.width)
    rows = int((height - 2 * (GUARD + STRIP + BLEED)) / card.height)
    return Grid(width, height, card.width, card.height, max(columns, 0), max(rows, 0))


def slots(grid: Grid) -> tuple[Rect, ...]:
    """Return where the fronts lie, in reading order."""
    return tuple(
        Rect(x, y, grid.card_width, grid.card_height) for y in grid.level_cuts[:-1] for x in grid.upright_cuts[:-1]
    )
