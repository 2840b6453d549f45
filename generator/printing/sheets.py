"""Where every face, mark and line lies on a sheet of paper. Pure geometry: mm from the paper's top left corner.

A sheet is zero-gutter: neighbours share a cut, so one pass of the knife parts two cards. The grid is centred, which
makes the mirrored back of a sheet lie on the same grid as its front.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.printing.profiles import CardSize, Paper

# No card lies nearer to the paper's edge: home printers cannot print to it. Of the 100 margin classes in Debian's
# HP driver, A4 3x3 is printed whole by 92, Letter 4x2 landscape by 88, a Letter 3x3 by only 60.
GUARD = 8.0
# A back's wool runs over the outer edges of the grid, so that a knife a little off the mark meets no white.
BLEED = 3.0
# Above and below the grid's bleed a strip is kept free for the sheet's label and its ruler.
STRIP, AIR = 4.0, 1.2
MARK_GAP, MARK_LENGTH, MARK_EDGE = 0.5, 4.0, 3.0
RULER = 100.0
TICK = 10.0
SEARCH = 0.25
NOTE = 40.0  # wide enough for what is written beside the ruler
SAME = 1e-3
# How far a tick stays away from a mark, a caption from a mark, the ruler's beginning from the mark before it.
CLEAR, INSET, BEGIN = 1.2, 2.0, 4.5

Item = TypeVar("Item")


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


def captions(grid: Grid) -> tuple[Rect, Rect]:
    """Return the places, above the grid, of the sheet's label (left) and of the note on cutting (right)."""
    y = strip(grid)
    if grid.columns > 1:
        width = grid.card_width - 2 * INSET
        left, right = grid.upright_cuts[0], grid.upright_cuts[-2]
    else:
        width = grid.card_width / 2 - 2 * INSET
        left, right = grid.left, grid.left + grid.card_width / 2
    return Rect(left + INSET, y, width, STRIP), Rect(right + INSET, y, width, STRIP)


def measuring(grid: Grid) -> tuple[tuple[Line, ...], Rect]:
    """Return the lines of a 100 mm ruler below the grid, and the place of what is written beside it.

    The ruler crosses the marks of some cuts: its line is left open there, and no tick stands near one.
    """
    below = grid.paper_height - strip(grid) - STRIP
    start = ruler_start(grid)
    y = below + STRIP / 2
    ends = (Line(x, y - STRIP / 3, x, y + STRIP / 3) for x in (start, start + RULER))
    tens = (Line(x, y - STRIP / 8, x, y + STRIP / 8) for x in ticks(start)[1:-1])
    crossed = [cut for cut in grid.upright_cuts if start < cut < start + RULER]
    edges = [start, *(edge for cut in crossed for edge in (cut - CLEAR, cut + CLEAR)), start + RULER]
    base = (Line(left, y, right, y) for left, right in zip(edges[::2], edges[1::2], strict=True))
    left, right = widest_gap(grid, start)
    return (*ends, *tens, *base), Rect(left, below, right - left, STRIP)


def ruler_start(grid: Grid) -> float:
    """Return where the ruler begins: its ticks clear of the marks, room for its note, and after the first column."""
    cuts = grid.upright_cuts
    wished = cuts[1 if grid.columns > 1 else 0] + BEGIN
    room = grid.paper_width - 2 * GUARD - RULER
    starts = (GUARD + SEARCH * step for step in range(int(room / SEARCH) + 1))
    clear = (start for start in starts if all(abs(tick - cut) >= CLEAR for tick in ticks(start) for cut in cuts))

    def worth(start: float) -> tuple[float, float]:
        left, right = widest_gap(grid, start)
        return min(right - left, NOTE), -abs(start - wished)

    return max(clear, key=worth)


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


def dealt(cards: Sequence[Item], grid_count: int) -> tuple[tuple[Item, ...], ...]:
    """Return cards in order, a sheet at a time; the last sheet may be partly filled."""
    return tuple(tuple(cards[i : i + grid_count]) for i in range(0, len(cards), grid_count))
