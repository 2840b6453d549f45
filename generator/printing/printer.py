"""A printer's profile: how far its pages have to be moved so that backs lie under fronts, as written in a small file.

The numbers are those of the calibration sheet. A print is moved after it was made, so it is never set again for them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.library.model import Place, Problem, Severity
from generator.printing.finishing import Move
from generator.printing.grid import GUARD, Rect
from generator.printing.sheets import Layout, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.printing.sheets import Imposition, Sheet

# The least and the most of each number, and why nobody needs more.
FARTHEST, MOST_TURN, LEAST_SCALE, MOST_SCALE = 10.0, 3.0, 95.0, 105.0
ASKEW = "so much is no misfeed: look at the printer's flip setting, and that it prints at actual size"
BOUNDS = MappingProxyType(
    {
        "x": (-FARTHEST, FARTHEST, "mm", ASKEW),
        "y": (-FARTHEST, FARTHEST, "mm", ASKEW),
        "rotation": (-MOST_TURN, MOST_TURN, "degrees", "push the paper's guides in the tray against the paper"),
    }
)
SCALED = "print at actual size, or 100 %, and measure again"
SCALES = MappingProxyType(dict.fromkeys(("x", "y"), (LEAST_SCALE, MOST_SCALE, "%", SCALED)))
# A sheet that lies across has numbers of its own: programs do not agree on which way they turn it for the printer.
ACROSS = "-landscape"
TABLES = MappingProxyType(
    {"front": BOUNDS, "back": BOUNDS, f"front{ACROSS}": BOUNDS, f"back{ACROSS}": BOUNDS, "scale": SCALES}
)
SAMPLE = "[back], and below it x = 0.5, y = -1.0 and rotation = 0.2"
# How Python's reader of TOML ends what it says, unless the file just stopped.
AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
# As near to the guard as this is at it, in mm.
NEARLY = 0.01


@dataclass(frozen=True, slots=True)
class Printer:
    """How a printer's pages have to be moved. `tables` has only what was written, `places` where it stands.

    x and y in mm to the right and down as one looks at the page, rotation in degrees clockwise; scale in %, x along the
    paper's short edge, y along its long one.
    """

    tables: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    file: str = ""

    def move(self, side: str, *, landscape: bool) -> Move:
        """Return the move of a `front` or a `back` on paper that stands upright or lies across."""
        found = self.tables.get(f"{side}{ACROSS if landscape else ''}", {})
        scale = self.tables.get("scale", {})
        along = ("y", "x") if landscape else ("x", "y")
        scale_x, scale_y = (scale.get(key, 100.0) / 100 for key in along)
        return Move(found.get("x", 0.0), found.get("y", 0.0), found.get("rotation", 0.0), scale_x, scale_y)


def printer_of(text: str, file: str) -> tuple[Printer, list[Problem]]:
    """Read a profile. Returns what could be read, and every problem, each at its place."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Printer(file=file), [unreadable(str(error), text, file)]
    problems: list[Problem] = []
    tables: dict[str, dict[str, float]] = {}
    places: dict[str, Place] = {}
    for name, table in document.items():
        here = places[name] = place_of(text, file, name)
        if name not in TABLES:
            problems.append(unknown(name, TABLES, here, "table"))
        elif not isinstance(table, Mapping):
            problems.append(Problem(here, f"{name} needs numbers below it", SAMPLE))
        else:
            wrong = [problem_of(name, key, value, place_of(text, file, name, key)) for key, value in table.items()]
            problems += filter(None, wrong)
            tables[name] = {
                key: float(value) for (key, value), bad in zip(table.items(), wrong, strict=True) if not bad
            }
    return Printer(tables, places, file), sorted(problems)


def unreadable(said: str, text: str, file: str) -> Problem:
    """Return the problem of a file that is no TOML, where it stops to be."""
    place = AT.search(said)
    lines = text.splitlines() or [""]
    there = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    reason = said.partition(" (at ")[0]
    what = f"this cannot be read: {reason[:1].lower()}{reason[1:]}"
    return Problem(Place(file, *there), what, f"{SAMPLE}; numbers have a point, not a comma")


def problem_of(table: str, key: str, value: object, here: Place) -> Problem | None:
    """Return what is wrong with a number, if anything is."""
    known = TABLES[table]
    if key not in known:
        return unknown(key, known, here, "key")
    least, most, unit, reason = known[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Problem(here, f"{key} is a number of {unit}", f"{key} = {most / 2:g}, without quotes")
    if not least <= value <= most:
        return Problem(here, f"{key} is from {least:g} to {most:g} {unit}, and this is {value:g}", reason)
    return None


def unknown(name: str, known: Mapping[str, object], here: Place, what: str) -> Problem:
    """Return the problem of a name that means nothing here."""
    near = get_close_matches(name, known, n=1)
    return Problem(here, f"unknown {what} '{name}'", near[0] if near else f"one of {', '.join(known)}")


def place_of(text: str, file: str, table: str, key: str = "") -> Place:
    """Return where a table begins, or the value of one of its keys; however else it was written, the nearest line."""
    inside, found = "", Place(file)
    for number, line in enumerate(text.splitlines(), 1):
        if head := re.match(r"\s*\[\s*[\"']?([^\]\"']*?)[\"']?\s*\]", line):
            inside = head[1]
            if inside == table:
                found = Place(file, number)
        elif re.match(rf"\s*{re.escape(table)}\s*[.=]", line):
            found = Place(file, number)
        elif key and inside == table and (before := re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=\s*", line)):
            return Place(file, number, before.end() + 1)
    return found


def moves(printer: Printer, imposition: Imposition) -> tuple[Move, ...]:
    """Return how the pages of a sheet are moved; none for faces, which somebody else's printer prints."""
    if imposition.layout is Layout.FACES:
        return ()
    placed = sheet(imposition)
    return tuple(printer.move(side, landscape=placed.width > placed.height) for side in names(placed))


def names(placed: Sheet) -> tuple[str, ...]:
    """Return for each page of a sheet whether it is a front or a back. A page with both on it is a front."""
    return tuple("front" if side.fronts else "back" for side in placed.sides)


def remarks(printer: Printer, imposition: Imposition) -> Iterator[Problem]:
    """Yield what somebody should know of a profile before they print with it: as warnings."""
    placed, found = sheet(imposition), moves(printer, imposition)
    across = placed.width > placed.height
    for side, move, page in zip(names(placed), found, placed.sides, strict=False):
        other = f"{side}{'' if across else ACROSS}"
        wanted = f"{side}{ACROSS if across else ''}"
        if other in printer.tables and wanted not in printer.tables:
            way = "lies across" if across else "stands upright"
            message = f"the paper {way} for this print, and there is no [{wanted}]: the {side}s stay where they are"
            hint = f"print the calibration sheet with the same options, and write its numbers below [{wanted}]"
            yield note(printer, other, message, hint)
        cards = [*page.fronts, *(back.card for back in page.backs)]
        room = nearest(cards, move, placed.width, placed.height)
        if room < min(GUARD, nearest(cards, Move(), placed.width, placed.height)) - NEARLY:
            message = f"moved like this, the {side}s come as near as {room:.1f} mm to the paper's edge"
            hint = f"print one sheet first: many printers leave out what is nearer than {GUARD:g} mm"
            yield note(printer, wanted, message, hint)


def note(printer: Printer, table: str, message: str, hint: str) -> Problem:
    """Return a warning at a table of a profile; at the file's beginning if it has none."""
    return Problem(printer.places.get(table, Place(printer.file)), message, hint, Severity.WARNING)


def nearest(cards: Sequence[Rect], move: Move, width: float, height: float) -> float:
    """Return how near to the edge of the paper, in mm, any corner of some cards comes when they are moved."""
    corners = (
        move.at(x, y, width, height)
        for card in cards
        for x in (card.x, card.x + card.width)
        for y in (card.y, card.y + card.height)
    )
    return min(min(x, y, width - x, height - y) for x, y in corners)
