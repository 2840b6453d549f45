"""A sheet of paper, front and back: where every face and line lies, in mm, and how cards are dealt onto sheets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from generator.printing.grid import (
    BLEED,
    SAME,
    Axis,
    Grid,
    Line,
    Rect,
    UnfitError,
    folded_grid,
    grid_of,
    reflected,
    slots,
)
from generator.printing.margins import Margins, margins, margins_without_cuts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.printing.profiles import CardSize, Paper
    from generator.printing.stock import Stock

Item = TypeVar("Item")


class Layout(StrEnum):
    """How fronts and backs come together: how the printer turns the paper, or what somebody does with their hands."""

    DUPLEX_LONG = "duplex-long"
    DUPLEX_SHORT = "duplex-short"
    FOLD = "fold"
    FRONTS = "fronts"
    BACKS = "backs"
    FACES = "faces"

    @property
    def sides(self) -> int:
        """How many pages a sheet takes in the PDF."""
        return 1 if self in {Layout.FOLD, Layout.FRONTS, Layout.BACKS} else 2


@dataclass(frozen=True, slots=True)
class Back:
    """A back: the card it belongs to, what of it and its bleed is printed, and whether it stands on its head."""

    card: Rect
    shown: Rect
    turned: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One page of a sheet: fronts, backs, or, on a sheet to be folded, both.

    `wool` are the pieces of colour that backs lie on, under all of them, so that no seam shows at a shared cut.
    """

    fronts: tuple[Rect, ...]
    backs: tuple[Back, ...]
    wool: tuple[Rect, ...]
    hairlines: tuple[Line, ...]
    folds: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper. All sheets of a deck have the same registration, however few cards lie on the last.

    `backs[i]` lies under `fronts[i]` when the paper was turned over, or folded. `sides` are the pages it is printed as.
    `margins` is None where a page is a single face, `bleed` mm larger than itself all round.
    """

    width: float
    height: float
    fronts: tuple[Rect, ...]
    backs: tuple[Back, ...]
    sides: tuple[Side, ...]
    margins: Margins | None
    bleed: float = 0.0


@dataclass(frozen=True, slots=True)
class Imposition:
    """How cards of a size lie on a paper: a layout, mm of gutter, and about which axis a sheet is folded, if it is.

    On perforated stock they lie where its maker put them: see `on_stock`. UnfitError when a card does not fit on the
    paper even once, or when a stock cannot be used so.
    """

    paper: Paper
    card: CardSize
    layout: Layout = Layout.DUPLEX_LONG
    gutter: float = 0.0
    fold: Axis | None = None
    stock: Stock | None = None

    @property
    def grid(self) -> Grid:
        """Where the cards lie."""
        if self.stock:
            return stock_grid(self.stock, self.layout)
        if self.layout is Layout.FACES:
            return Grid(self.card.width, self.card.height, self.card.width, self.card.height, (0.0,), (0.0,))
        if self.layout is Layout.FOLD:
            return folded_grid(self.paper, self.card, self.gutter, self.fold)
        return grid_of(self.paper, self.card, self.gutter)


def on_stock(stock: Stock, layout: Layout = Layout.DUPLEX_LONG) -> Imposition:
    """Return how cards lie on perforated stock: its paper, its cards."""
    return Imposition(stock.sheet, stock.card, layout, stock=stock)


def stock_grid(stock: Stock, layout: Layout) -> Grid:
    """Return where the cards of a stock lie; UnfitError for a layout that would have them elsewhere."""
    if layout in {Layout.FOLD, Layout.FACES}:
        raise UnfitError(f"{stock.name} has its cards in fixed places, so it does not go with the layout '{layout}'")
    return stock.grid


def sheet(imposition: Imposition, taken: Collection[int] | None = None) -> Sheet:
    """Return a sheet; `taken` are the places of its grid, in reading order, that cards lie on: all of them if None."""
    grid, layout = imposition.grid, imposition.layout
    places = slots(grid)
    indices = sorted(range(len(places)) if taken is None else taken)
    fronts = tuple(places[i] for i in indices)
    axis = axis_of(grid, layout)
    cards = tuple(reflected(grid, front, axis) for front in fronts)
    # A back stands on its head where the paper turns over its top, so that a single card still turns like a page.
    backs = tuple(Back(card, with_bleed(card, cards), turned=axis is Axis.LEVEL) for card in cards)
    cut = not imposition.stock  # by a knife, not broken out
    return Sheet(
        width=grid.paper_width,
        height=grid.paper_height,
        fronts=fronts,
        backs=backs,
        sides=tuple(sides(grid, layout, fronts, backs, cut=cut)),
        margins=margins_of(grid, layout, cut=cut),
        bleed=BLEED if layout is Layout.FACES else 0.0,
    )


def margins_of(grid: Grid, layout: Layout, *, cut: bool) -> Margins | None:
    """Return what stands around the cards; None where a page is a single face."""
    if layout is Layout.FACES:
        return None
    return margins(grid) if cut else margins_without_cuts(grid)


def axis_of(grid: Grid, layout: Layout) -> Axis:
    """Return the line that the paper turns, or is folded, about."""
    if grid.fold:
        return grid.fold
    if layout is Layout.FACES:
        return Axis.UPRIGHT
    return Axis.LEVEL if grid.landscape != (layout is Layout.DUPLEX_SHORT) else Axis.UPRIGHT


def sides(
    grid: Grid, layout: Layout, fronts: tuple[Rect, ...], backs: tuple[Back, ...], *, cut: bool
) -> Iterator[Side]:
    """Yield the pages of a sheet. Where nothing is cut there is no line to cut along."""
    colour = tuple(wool([back.card for back in backs]))
    lines = tuple(hairlines(fronts)) if cut else ()
    if grid.fold:
        yield Side(fronts, backs, colour, lines, (fold_line(grid, grid.fold),))
        return
    if layout is not Layout.BACKS:
        yield Side(fronts, (), (), lines, ())
    if layout is not Layout.FRONTS:
        yield Side((), backs, colour, (), ())


def with_bleed(card: Rect, others: Sequence[Rect]) -> Rect:
    """Return a card with its bleed: never onto a neighbour, and half of a gutter is the neighbour's."""
    level = [other for other in others if touches(other.y, card.y)]
    upright = [other for other in others if touches(other.x, card.x)]
    left = bleed(card.x - other.x - other.width for other in level if other.x < card.x)
    right = bleed(other.x - card.x - card.width for other in level if other.x > card.x)
    above = bleed(card.y - other.y - other.height for other in upright if other.y < card.y)
    below = bleed(other.y - card.y - card.height for other in upright if other.y > card.y)
    return Rect(card.x - left, card.y - above, card.width + left + right, card.height + above + below)


def bleed(gaps: Iterator[float]) -> float:
    """Return how far a card may bleed towards neighbours that are so far away, in mm."""
    return max(0.0, min(BLEED, *(gap / 2 for gap in gaps), BLEED))


def wool(cards: Sequence[Rect]) -> Iterator[Rect]:
    """Yield the pieces of colour under some backs: one for each run of neighbours in a row, with its bleed.

    Rows that share a cut overlap by it: two edges of one colour side by side would let the white through.
    """
    ordered = sorted(cards, key=lambda card: (round(card.y, 3), card.x))
    for _, row in groupby(ordered, key=lambda card: round(card.y, 3)):
        run: list[Rect] = []
        for card in row:
            if run and not touches(run[-1].x + run[-1].width, card.x):
                yield around(run, cards)
                run = []
            run.append(card)
        yield around(run, cards)


def around(run: Sequence[Rect], cards: Sequence[Rect]) -> Rect:
    """Return the colour under a run of neighbours: as far as they bleed, and over a cut that a row below shares."""
    shown = [with_bleed(card, cards) for card in run]
    left, top = shown[0].x, min(face.y for face in shown)
    right = shown[-1].x + shown[-1].width
    bottom = max(face.y + face.height for face in shown)
    end = run[0].y + run[0].height
    if any(touches(other.y, end) for other in cards):
        bottom = end + BLEED
    return Rect(left, top, right - left, bottom - top)


def touches(a: float, b: float) -> bool:
    """Say whether two edges are the same edge, to a thousandth of a mm."""
    return abs(a - b) < SAME


def hairlines(fronts: Sequence[Rect]) -> Iterator[Line]:
    """Yield one line for each cut that two cards share, along all the cards that share it."""
    for x, ys in shared([(f.x, f.width, f.y, f.height) for f in fronts]):
        yield Line(x, ys[0], x, ys[1])
    for y, xs in shared([(f.y, f.height, f.x, f.width) for f in fronts]):
        yield Line(xs[0], y, xs[1], y)


def shared(faces: Sequence[tuple[float, float, float, float]]) -> Iterator[tuple[float, tuple[float, float]]]:
    """Yield where a face ends and the next begins, and from where to where; faces are (start, size, across, width)."""
    ends = {round(start + size, 3) for start, size, _, _ in faces}
    starts = sorted({start for start, _, _, _ in faces if round(start, 3) in ends})
    for edge in starts:
        beside = [(across, across + width) for start, _, across, width in faces if touches(start, edge)]
        yield edge, (min(low for low, _ in beside), max(high for _, high in beside))


def fold_line(grid: Grid, axis: Axis) -> Line:
    """Return the line to fold along, over all of the paper that a printer reaches."""
    reach = BLEED  # from the paper's edge
    if axis is Axis.UPRIGHT:
        return Line(grid.paper_width / 2, reach, grid.paper_width / 2, grid.paper_height - reach)
    return Line(reach, grid.paper_height / 2, grid.paper_width - reach, grid.paper_height / 2)


def dealt(items: Sequence[Item], count: int) -> list[list[Item]]:
    """Return items in sheets of `count`, in reading order; the last sheet may be partly filled."""
    return [list(items[i : i + count]) for i in range(0, len(items), count)]
