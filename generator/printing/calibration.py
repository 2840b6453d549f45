"""The calibration sheet: held against a lamp, it tells how far a printer's backs lie from its fronts.

A line on the front shines through a scale on the back. What it reads there is what the printer's profile needs: how far
the backs have to be moved. Lengths in mm, from the top left corner of a page.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.library.words import words
from generator.look.tokens import look
from generator.printing.cache import keep, kept, key_of
from generator.printing.finishing import Turn, finished, turn_of
from generator.printing.grid import Axis, Line, Rect, UnfitError, reflected
from generator.printing.ink import FAMILIES, HERE, house_recipe, typeset
from generator.printing.printer import ACROSS
from generator.printing.sheets import Imposition, Layout, axis_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.printing.grid import Grid
    from generator.printing.ticket import Ticket

# A scale reads from -5 to 5 mm in halves: so many ticks on each side of its middle, so long for a whole and for a half.
STEPS, STEP, WHOLE, HALF = 10, 0.5, 4.0, 2.4
# Numbers a millimetre apart could not be read: from each whole tick a line leads out to its number, so many times as
# far from the middle, by what a scale reads; and so far across the scale to the line's end and to the number.
SPREAD = MappingProxyType({"x": 5.0, "y": 3.8})
LEADER, NUMBERS = 10.5, 13.0
# From a scale's middle to its name, across an x scale and along a y scale.
NAME_X, NAME_Y = 19.0, 24.5
# The front's line reaches so far over a scale that the two meet at any misfeed, and well beyond.
OVER, BEYOND = 6.0, 14.0
# Two y scales side by side stand so far apart that half a mm between them is 0.2 degrees.
APART = 143.24
# From a y scale to the x scale right or left of it; from the paper's edge to the upper and the lower scales.
RIGHT, LEFT, UPPER, LOWER = 41.0, 46.0, 46.0, 35.0
# Half of what a scale and the air around it take up, across and down.
HALF_X, HALF_Y = 29.0, 24.0
# Two lengths to measure, the places of their marks, and how far they lie from the paper's edge.
MARKS, TICK, RULE_X, RULE_Y = (0.0, 100.0, 150.0), 2.0, 12.0, 11.0
# Text keeps clear of the upright rule, and of the right edge.
TEXT_LEFT, TEXT_RIGHT, AIR = 25.0, 12.0, 6.0
ARROW = 9.0
LEAST = (202.0, 270.0)
# The sheet is of no day; a PDF has to have one.
DATED = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale to read: the profile's `x` goes to the right, `y` goes down; where its middle is."""

    letter: str
    key: str
    x: float
    y: float

    def front(self) -> Line:
        """Return its line on the front, as it lies when one looks at the back."""
        return self.line(0, -OVER, 0, BEYOND)

    def back(self) -> Iterator[Line]:
        """Yield its lines on the back: the scale, its ticks, and what leads to its numbers."""
        reach = STEPS * STEP
        yield self.line(-reach, 0, reach, 0)
        for step in range(-STEPS, STEPS + 1):
            along = step * STEP
            yield self.line(along, 0, along, -HALF if step % 2 else -WHOLE)
            if not step % 2:
                yield self.line(along, -WHOLE, along * SPREAD[self.key], -LEADER)

    def line(self, along: float, across: float, along_end: float, across_end: float) -> Line:
        """Return a line given along and across the scale, from its middle; what is read reads from the left or top."""
        if self.key == "x":
            return Line(self.x + along, self.y + across, self.x + along_end, self.y + across_end)
        return Line(self.x + across, self.y + along, self.x + across_end, self.y + along_end)

    @property
    def name(self) -> tuple[float, float, str]:
        """What it is called, and the middle of the place where that stands."""
        x, y = (self.x, self.y - NAME_X) if self.key == "x" else (self.x - WHOLE, self.y - NAME_Y)
        return x, y, f"{self.letter} {self.key}"

    def numbers(self) -> Iterator[tuple[float, float, str]]:
        """Yield the numbers of its back, each after the middle of its place."""
        for step in range(-STEPS, STEPS + 1, 2):
            value = step * STEP
            place = self.line(value * SPREAD[self.key], -NUMBERS, 0, 0)
            yield place.x1, place.y1, f"{value:g}".replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A length to measure: its name, its lines, and what stands at its marks, each after the middle of its place."""

    name: str
    lines: tuple[Line, ...]
    marks: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True)
class Calibration:
    """A calibration sheet for what is printed with a ticket: it lies, and is turned over, as that does."""

    ticket: Ticket

    @property
    def imposition(self) -> Imposition:
        """The imposition of the decks; what is not turned over by the printer counts as turned over the long edge."""
        plan = self.ticket.imposition
        return plan if plan.layout is Layout.DUPLEX_SHORT else replace(plan, layout=Layout.DUPLEX_LONG, fold=None)

    @property
    def grid(self) -> Grid:
        """How the paper lies; UnfitError when it is too small for the scales."""
        grid = self.imposition.grid
        if min(grid.paper_width, grid.paper_height) < LEAST[0] or max(grid.paper_width, grid.paper_height) < LEAST[1]:
            raise UnfitError("the calibration sheet needs {:g} x {:g} mm or more".format(*LEAST))
        return grid

    @property
    def file_name(self) -> str:
        """What the file is called."""
        return replace(self.ticket, imposition=self.imposition).file_name("calibration")


def calibration(ticket: Ticket, *, cache: Path | None = None) -> bytes:
    """Return the calibration sheet for what is printed with a ticket: two pages. UnfitError for too small a paper."""
    plan = Calibration(ticket)
    data = data_of(plan)
    key = key_of(json.dumps(data).encode(), house_recipe())
    pdf = kept(cache, key)
    if pdf is None:
        pdf = finished(typeset(HERE / "calibration.typ", data, DATED), turn_of(plan.imposition))
        keep(cache, key, pdf)
    return pdf


def scales(grid: Grid) -> tuple[Scale, ...]:
    """Return the scales as they lie when one looks at the back: A and B above, C in the middle, D and E below."""
    middle, left = grid.paper_width / 2, (grid.paper_width - APART) / 2
    right = left + APART
    rows = (
        (UPPER, ("A", left, left + RIGHT), ("B", right, right - LEFT)),
        # In the very middle, where a turn moves nothing: neither x nor y must read it.
        (grid.paper_height / 2, ("C", middle, middle + RIGHT)),
        (grid.paper_height - LOWER, ("D", left, left + RIGHT), ("E", right, right - LEFT)),
    )
    return tuple(
        Scale(letter, key, x, y)
        for y, *spots in rows
        for letter, upright, level in spots
        for key, x in (("x", level), ("y", upright))
    )


def turned_over(line: Line, grid: Grid, axis: Axis) -> Line:
    """Return where a line that one looks at from the back lies on the front."""
    first, last = (reflected(grid, Rect(x, y, 0, 0), axis) for x, y in ((line.x1, line.y1), (line.x2, line.y2)))
    return Line(first.x, first.y, last.x, last.y)


def rules(grid: Grid) -> Iterator[Rule]:
    """Yield two lengths to measure, one in each direction, by the names that a profile has for their scales."""
    begin_x, begin_y = (grid.paper_width - MARKS[-1]) / 2, (grid.paper_height - MARKS[-1]) / 2
    y = grid.paper_height - RULE_Y
    level = [Line(begin_x + mark, y - TICK, begin_x + mark, y + TICK) for mark in MARKS]
    upright = [Line(RULE_X - TICK, begin_y + mark, RULE_X + TICK, begin_y + mark) for mark in MARKS]
    key, other = ("y", "x") if grid.landscape else ("x", "y")
    yield Rule(
        f"scale {key}",
        (Line(begin_x, y, begin_x + MARKS[-1], y), *level),
        tuple((begin_x + mark, y - 2 * TICK, f"{mark:g}") for mark in MARKS),
    )
    yield Rule(
        f"scale {other}",
        (Line(RULE_X, begin_y, RULE_X, begin_y + MARKS[-1]), *upright),
        tuple((RULE_X + 3 * TICK, begin_y + mark, f"{mark:g}") for mark in MARKS),
    )


def rooms(grid: Grid, axis: Axis) -> Mapping[str, Rect]:
    """Return where there is room for words: `how` on the front, the others on the back."""
    width, middle = grid.paper_width - TEXT_LEFT - TEXT_RIGHT, grid.paper_height / 2
    above, below = UPPER + HALF_Y, grid.paper_height - LOWER - NAME_Y - AIR
    beside = grid.paper_width / 2 - NUMBERS - 2 * AIR - TEXT_LEFT
    if grid.landscape:
        left = Rect(TEXT_LEFT, above, beside, below - above)
        right = grid.paper_width / 2 + RIGHT + HALF_X
        return {
            "how": reflected(grid, left, axis),
            "hold": Rect(TEXT_LEFT, ARROW, width, 2 * AIR),
            "write": left,
            "again": Rect(right, above, grid.paper_width - TEXT_RIGHT - right, below - above),
        }
    upper = Rect(TEXT_LEFT, above, width, middle - NAME_Y - AIR - above)
    lower = Rect(TEXT_LEFT, middle + HALF_Y, (width - AIR) / 2, below - middle - HALF_Y)
    second = replace(lower, x=TEXT_LEFT + (width + AIR) / 2)
    hold = Rect(TEXT_LEFT, middle - NUMBERS, beside, 2 * HALF_Y)
    return {"how": upper, "hold": hold, "write": lower, "again": second}


def data_of(plan: Calibration) -> dict[str, Any]:
    """Return all that the template draws."""
    grid, axis = plan.grid, axis_of(plan.grid, plan.imposition.layout)
    said, turn = words()["calibration"], turn_of(plan.imposition)
    edge = said["edges"]["long" if turn is Turn.LONG_EDGE else "short"]
    facts = {"edge": edge, "table": f"back{ACROSS if grid.landscape else ''}"}
    found = scales(grid)
    return {
        "title": said["name"].format(paper=plan.imposition.paper.name),
        "heading": said["title"],
        "lang": "en",
        "region": None,
        "date": [DATED.year, DATED.month, DATED.day],
        "width": grid.paper_width,
        "height": grid.paper_height,
        "colours": {**look()["print"], "deck": look()["print"]["ink"]},
        "fonts": FAMILIES,
        "front": [asdict(turned_over(scale.front(), grid, axis)) for scale in found],
        "back": [asdict(line) for scale in found for line in scale.back()],
        "numbers": [number for scale in found for number in scale.numbers()],
        "names": [scale.name for scale in found],
        "rules": [asdict(rule) for rule in rules(grid)],
        "texts": {name: asdict(rect) for name, rect in rooms(grid, axis).items()},
        "columns": 1 if grid.landscape else 2,
        "level": axis is Axis.LEVEL,
        "first": said["up" if grid.landscape else "first"],
        "how": [line.format(**facts) for line in said["how"]],
        "hold": said["hold"],
        "write": [line.format(**facts) for line in said["write"]],
        "again": [line.format(**facts) for line in said["again"]],
        "arrow": ARROW,
    }
