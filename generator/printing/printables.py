"""A printable on its paper: one page, whole or cut into pieces, and what does not fit. Pure geometry and data.

A page is set in the largest size at which all of it fits; below the least one it is an error. What is left of its
height goes to the boxes, to the lines to write on, and to the gaps between its parts.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.library.model import Problem
from generator.library.page import Form
from generator.library.words import direction
from generator.look.tokens import hue_of, look
from generator.printing.backs import mark_svg
from generator.printing.desk import Desk
from generator.printing.grid import slots
from generator.printing.lines import sizes
from generator.printing.margins import margins
from generator.printing.parts import HEADING, TITLE, set_part
from generator.printing.profiles import CardSize
from generator.printing.setting import Measure, TooWideError, marked, words
from generator.printing.sheets import hairlines
from generator.printing.stacks import Stack, moved, together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.library.model import Place
    from generator.library.page import Part
    from generator.printing.leaf import Leaf
    from generator.printing.runs import Font

# Sizes of paragraphs in points, the largest first; where people write, room for that comes before larger type.
SIZES, WRITING_SIZES = sizes(15.0, 12.0, 0.5), sizes(13.0, 12.0, 0.5)
SMALL_PRINT = 9.0
# Between a whole page's last part and its foot line, in mm.
FOOT_GAP = 7.0
# What stands between two parts in em: usually, under a heading, and over one.
GAP, UNDER_HEADING, OVER_HEADING = 1.3, 1.1, 2.0
# The most that a line to write on and a gap between two parts get of what is left, in mm.
LINE_MOST, GAP_MOST = 5.0, 5.0


@dataclass(frozen=True, slots=True)
class Pile:
    """The parts of a piece one under another, and where each ends, in mm."""

    stack: Stack
    ends: tuple[float, ...]


def composed(
    leaf: Leaf, fonts: Mapping[str, Font], families: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return a printable as the template wants it; no data, and what is wrong, when it does not fit."""
    grid = leaf.grid
    desk = Desk(CardSize("piece", "piece", grid.card_width, grid.card_height, ""), look(), fonts, leaf.printable.lang)
    parts = [part for piece in leaf.printable.pieces for part in piece]
    peers = tuple(entry for part in parts if part.form is Form.BOXES for entry in part.entries)
    level = "h3" if any(part.form is Form.HEADING for part in parts) else "h2"
    measure = Measure(desk, SIZES[0], grid.card_width - 2 * leaf.pad, level=level, peers=peers)
    foot = foot_line(leaf, measure)
    room = grid.card_height - 2 * leaf.pad - (foot.height + FOOT_GAP if leaf.whole else 0)
    try:
        piles, measure = largest(leaf, measure, room)
    except TooWideError as error:
        return {}, (told(leaf, error.message, "take a shorter word, or fewer columns", error.place),)
    high = [(pile, piece) for pile, piece in zip(piles, leaf.printable.pieces, strict=True) if pile.stack.height > room]
    if high:
        return {}, tuple(too_high(leaf, pile, piece, room) for pile, piece in high)
    piles = [stretched(leaf, piece, measure, room) for piece in leaf.printable.pieces]
    stacks = [pile.stack for pile in piles]
    if leaf.whole:
        stacks = [together([stacks[0], moved(foot, 0, grid.card_height - foot.height)])]
    return data_of(leaf, stacks, families), ()


def largest(leaf: Leaf, measure: Measure, room: float) -> tuple[list[Pile], Measure]:
    """Return the pieces in the largest size at which all of them fit, or in the least."""
    writing = any(part.form is Form.LINES for piece in leaf.printable.pieces for part in piece)
    tried = WRITING_SIZES if writing else SIZES
    for size in tried:
        sized = replace(measure, size=size)
        try:
            piles = [piled(leaf, piece, sized) for piece in leaf.printable.pieces]
        except TooWideError:
            if size == tried[-1]:
                raise
            continue
        if all(pile.stack.height <= room for pile in piles):
            break
    return piles, sized


def piled(leaf: Leaf, parts: Sequence[Part], measure: Measure) -> Pile:
    """Return the parts of a piece one under another. Its first heading, or the page's title, stands beside the mark."""
    found: list[Stack] = []
    ends: list[float] = []
    y, above = 0.0, None
    if leaf.whole:
        printable = leaf.printable
        found.append(marked("h1", printable.title, TITLE, measure, printable.at("title")))
        y, above = found[0].height, Form.HEADING
    for part in parts:
        y += gap(above, part, measure) if above else 0
        if not above and part.form is Form.HEADING:
            stack = marked("h2", part.text, HEADING, measure, part.place)
        else:
            stack = set_part(part, measure)
        found.append(moved(stack, 0, y))
        y, above = found[-1].height, part.form
        ends.append(y)
    return Pile(together(found), tuple(ends))


def gap(above: Form, below: Part, measure: Measure) -> float:
    """Return what lies between two parts, in mm."""
    if above is Form.HEADING:
        # Lines with nothing above them but the room to write bring that with them.
        airy = below.form is Form.LINES and not any(entry.texts for entry in below.entries)
        return (0 if airy else UNDER_HEADING) * measure.em
    return (OVER_HEADING if below.form is Form.HEADING else GAP) * measure.em + measure.gap_more


def stretched(leaf: Leaf, parts: Sequence[Part], measure: Measure, room: float) -> Pile:
    """Return the parts of a piece with what is left of the height given to what can use it."""
    spare = room - piled(leaf, parts, measure).stack.height
    shelves = sum(-(-len(part.entries) // part.columns) for part in parts if part.form is Form.BOXES)
    if shelves:
        return piled(leaf, parts, replace(measure, box_more=spare / shelves))
    lines = sum(entry.rows for part in parts if part.form is Form.LINES for entry in part.entries)
    line_more = min(spare / lines, LINE_MOST) if lines else 0.0
    gaps = sum(above.form is not Form.HEADING for above in parts[:-1])
    gaps += sum((len(part.entries) - 1) // part.columns for part in parts if part.form is Form.GROUPS)
    gap_more = min((spare - line_more * lines) / gaps, GAP_MOST) if gaps else 0.0
    return piled(leaf, parts, replace(measure, line_more=line_more, gap_more=gap_more))


def foot_line(leaf: Leaf, measure: Measure) -> Stack:
    """Return what stands at the foot of every whole page."""
    return words("p", "plain", leaf.said["beside"], replace(measure, size=SMALL_PRINT), leaf.printable.place)


def too_high(leaf: Leaf, pile: Pile, parts: Sequence[Part], room: float) -> Problem:
    """Return the problem of a piece that is too high, at the part that crosses its edge."""
    over = pile.stack.height - room
    part = next(part for part, end in zip(parts, pile.ends, strict=True) if end > room)
    message = f"{over:.0f} mm too high for {leaf.place} at {SIZES[-1]:g} pt"
    return told(leaf, message, f"shorten the {part.form} here or what stands above it, or take a part out", part.place)


def told(leaf: Leaf, message: str, hint: str, place: Place) -> Problem:
    """Return a problem of a printable, by its name."""
    return Problem(place, f"{leaf.printable.id}: {message}", hint)


def data_of(leaf: Leaf, stacks: Sequence[Stack], families: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return all that the template draws."""
    colours = look()["hue"][hue_of(leaf.printable)]
    lang, region = leaf.language
    grid, places = leaf.grid, slots(leaf.grid)
    return {
        "title": leaf.title,
        "lang": lang,
        "region": region,
        "dir": direction(leaf.printable.lang),
        "date": [leaf.day.year, leaf.day.month, leaf.day.day],
        "colours": {**look()["print"], "deck": colours["ink"]},
        "type": {"label_small": SMALL_PRINT},
        "fonts": families,
        "mark": mark_svg(leaf.printable, colours),
        "place": {"width": grid.paper_width, "height": grid.paper_height, "margins": asdict(margins(grid))},
        "hairlines": [asdict(line) for line in hairlines(places)],
        "notes": {"cut": leaf.said["cut_pieces"], "ruler": leaf.said["ruler"], "ruler_short": leaf.said["ruler_short"]},
        "whole": leaf.whole,
        "pieces": [
            {
                "x": slot.x + leaf.pad,
                "y": slot.y + leaf.pad,
                "width": grid.card_width - 2 * leaf.pad,
                "again": number >= len(stacks),
                **asdict(stacks[number % len(stacks)]),
            }
            for number, slot in enumerate(places)
        ],
    }
