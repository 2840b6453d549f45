"""How cards lie on a sheet of paper, as a browser needs to know it to draw the sheet or to print one. All in mm."""

from __future__ import annotations

from dataclasses import dataclass

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """A sheet with some cards on it. A back is the card's x and y, then the place of what of it is printed."""

    backs: tuple[Numbers, ...]
    hairlines: tuple[Numbers, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet for a paper as it lies, both sides, turned over its long edge.

    A line is x1, y1, x2, y2; a place is x, y, width, height. `fills[n]` is the sheet with its first n cards. Where a
    sheet turns over its top, backs are `turned`: they stand on their heads.
    """

    paper: str
    name: str
    width: float
    height: float
    card: Numbers
    bleed: float
    turned: bool
    fronts: tuple[Numbers, ...]
    fills: tuple[Fill, ...]
    upright_cuts: Numbers
    level_cuts: Numbers
    marks: tuple[Numbers, ...]
    ruler: tuple[Numbers, ...]
    label: Numbers
    cut_note: Numbers
    ruler_note: Numbers

    @property
    def whole(self) -> Fill:
        """The sheet with all the cards that it takes."""
        return self.fills[-1]

    @property
    def long_cuts(self) -> tuple[Numbers, ...]:
        """The cuts along the paper's longer side, as lines from edge to edge: they are made first."""
        return self.level_lines if self.width > self.height else self.upright_lines

    @property
    def short_cuts(self) -> tuple[Numbers, ...]:
        """The cuts across, as lines from edge to edge of what is left then."""
        return self.upright_lines if self.width > self.height else self.level_lines

    @property
    def upright_lines(self) -> tuple[Numbers, ...]:
        """The cuts from top to bottom, as lines."""
        return tuple((x, 0.0, x, self.height) for x in self.upright_cuts)

    @property
    def level_lines(self) -> tuple[Numbers, ...]:
        """The cuts from left to right, as lines."""
        return tuple((0.0, y, self.width, y) for y in self.level_cuts)
