"""Cards side by side on a paper: the grid. Pure geometry: mm from the paper's top left corner.

By default a grid has no gutter: neighbours share a cut, so one pass of the knife parts two cards. It is centred, which
makes the mirrored back of a sheet lie on the same grid as its front.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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
# Two edges this near are the same edge, in mm.
SAME = 1e-3
HAIR = 1e-9


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


class Axis(StrEnum):
    """The line that paper is folded or turned over about: upright like a book's spine, level like a calendar's."""

    UPRIGHT = "upright"
    LEVEL = "level"


class UnfitError(ValueError):
    """A card does not fit on a paper even once."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards side by side on a paper as it lies (a landscape paper is wider than high), columns and rows by their edges.

    `xs` and `ys` are where each column and each row begins. Where the paper is folded between fronts and backs, the
    backs' columns or rows are among them, and `fold` is the line that it is folded about, in the paper's middle.
    """

    paper_width: float
    paper_height: float
    card_width: float
    card_height: float
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    fold: Axis | None = None

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return len(self.xs)

    @property
    def rows(self) -> int:
        """How many cards stand one under another."""
        return len(self.ys)

    @property
    def count(self) -> int:
        """How many cards come from a sheet."""
        return self.columns * self.rows // (2 if self.fold else 1)

    @property
    def left(self) -> float:
        """The margin left of the cards, in mm."""
        return self.xs[0]

    @property
    def right(self) -> float:
        """The margin right of the cards, in mm."""
        return self.paper_width - self.xs[-1] - self.card_width

    @property
    def top(self) -> float:
        """The margin above the cards, in mm."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The margin below the cards, in mm."""
        return self.paper_height - self.ys[-1] - self.card_height

    @property
    def landscape(self) -> bool:
        """Whether the paper's long edges lie at the top and the bottom."""
        return self.paper_width > self.paper_height

    @property
    def upright_cuts(self) -> tuple[float, ...]:
        """Where a knife goes from top to bottom, as x in mm; neighbours without a gutter share one."""
        return cuts(self.xs, self.card_width)

    @property
    def level_cuts(self) -> tuple[float, ...]:
        """Where a knife goes from left to right, as y in mm."""
        return cuts(self.ys, self.card_height)


def cuts(starts: tuple[float, ...], size: float) -> tuple[float, ...]:
    """Return the edges of things of one size, an edge that two share only once."""
    edges: list[float] = []
    for start in starts:
        if not edges or start - edges[-1] > SAME:
            edges.append(start)
        edges.append(start + size)
    return tuple(edges)


def grid_of(paper: Paper, card: CardSize, gutter: float = 0.0) -> Grid:
    """Return the grid with the most cards, upright paper before landscape; UnfitError if not even one card fits.

    `gutter` is what lies between two cards, in mm.
    """
    found = [filled(width, height, card, gutter) for width, height in ways(paper)]
    return most(found, paper, card)


def folded_grid(paper: Paper, card: CardSize, gutter: float = 0.0, axis: Axis | None = None) -> Grid:
    """Return the grid with the most cards whose backs lie beyond a fold in the paper's middle; UnfitError as above."""
    axes = (axis,) if axis else tuple(Axis)
    found = [folded(width, height, card, gutter, one) for one in axes for width, height in ways(paper)]
    return most(found, paper, card)


def ways(paper: Paper) -> tuple[tuple[float, float], ...]:
    """Return the two ways a paper can lie, as width and height."""
    return ((paper.width, paper.height), (paper.height, paper.width))


def most(grids: list[Grid | None], paper: Paper, card: CardSize) -> Grid:
    """Return the grid with the most cards, the first of equals; UnfitError if there is none."""
    fitting = [grid for grid in grids if grid]
    if not fitting:
        raise UnfitError(f"one {card.name} card of {card.width:g} x {card.height:g} mm does not fit on {paper.name}")
    return max(fitting, key=lambda grid: grid.count)


def filled(width: float, height: float, card: CardSize, gutter: float) -> Grid | None:
    """Return the largest grid on a paper that lies this way, in its middle; None if no card fits."""
    columns = number(width - 2 * GUARD, card.width, gutter)
    rows = number(height - 2 * (GUARD + STRIP + BLEED), card.height, gutter)
    if not columns or not rows:
        return None
    xs, ys = centred(width, card.width, gutter, columns), centred(height, card.height, gutter, rows)
    return Grid(width, height, card.width, card.height, xs, ys)


def folded(width: float, height: float, card: CardSize, gutter: float, axis: Axis) -> Grid | None:
    """Return the largest grid whose one half is the other's mirror; between them is room for the bleed of both."""
    if axis is Axis.UPRIGHT:
        columns = number(width / 2 - GUARD - BLEED, card.width, gutter)
        rows = number(height - 2 * (GUARD + STRIP + BLEED), card.height, gutter)
        xs = mirrored(width, card.width, gutter, columns)
        ys = centred(height, card.height, gutter, rows)
    else:
        columns = number(width - 2 * GUARD, card.width, gutter)
        rows = number(height / 2 - (GUARD + STRIP + BLEED) - BLEED, card.height, gutter)
        xs = centred(width, card.width, gutter, columns)
        ys = mirrored(height, card.height, gutter, rows)
    return Grid(width, height, card.width, card.height, xs, ys, axis) if columns and rows else None


def number(room: float, size: float, gutter: float) -> int:
    """Return how many things of a size stand side by side in some room."""
    return max(0, int((room + gutter + HAIR) / (size + gutter)))


def centred(room: float, size: float, gutter: float, count: int) -> tuple[float, ...]:
    """Return where things of a size begin that stand in the middle of some room."""
    first = (room - count * size - (count - 1) * gutter) / 2
    return tuple(first + i * (size + gutter) for i in range(count))


def mirrored(room: float, size: float, gutter: float, count: int) -> tuple[float, ...]:
    """Return where things of a size begin that stand on both sides of the middle, a bleed away from it."""
    after = tuple(room / 2 + BLEED + i * (size + gutter) for i in range(count))
    return (*(room - start - size for start in reversed(after)), *after)


def slots(grid: Grid) -> tuple[Rect, ...]:
    """Return where the fronts lie, in reading order: before the fold, if there is one."""
    xs = grid.xs[: grid.columns // 2] if grid.fold is Axis.UPRIGHT else grid.xs
    ys = grid.ys[: grid.rows // 2] if grid.fold is Axis.LEVEL else grid.ys
    return tuple(Rect(x, y, grid.card_width, grid.card_height) for y in ys for x in xs)


def reflected(grid: Grid, face: Rect, axis: Axis) -> Rect:
    """Return where something lies when the paper was turned over, or folded, about a line through its middle."""
    if axis is Axis.LEVEL:
        return Rect(face.x, grid.paper_height - face.y - face.height, face.width, face.height)
    return Rect(grid.paper_width - face.x - face.width, face.y, face.width, face.height)
