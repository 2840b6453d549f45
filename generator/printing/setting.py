"""The words of a printable, set: paragraphs, headings and lists, with the measure they are set to. Pure.

Whatever is set raises TooWideError for a word that is wider than its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.look.typography import typographic
from generator.printing.desk import ENDLESS, plain
from generator.printing.grid import Rect
from generator.printing.lines import PT, Room
from generator.printing.stacks import Stack, Words, moved, together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.model import Place
    from generator.library.page import Entry
    from generator.printing.desk import Block, Desk

# Leading in em, of paragraphs and of headings.
LEADING, TIGHT = 0.80, 0.62
# Between two columns, in mm.
COLUMN_GAP = 6.0
# A mark beside a heading, and the gap between them, as shares of the heading's size.
MARK, MARK_GAP = 1.5, 0.6


class TooWideError(ValueError):
    """A word is wider than its place: says by how much, and where its author wrote it."""

    def __init__(self, message: str, place: Place) -> None:
        """Keep both apart."""
        super().__init__(message)
        self.message, self.place = message, place


@dataclass(frozen=True, slots=True)
class Measure:
    """What parts are set with: the size of paragraphs in points, and the width there is in mm.

    What is left of a page goes, in mm, to each line to write on, each row of boxes and each gap between two parts.
    `level` is that of the headings over groups; `peers` are all the boxes of a page, for they are of one size.
    """

    desk: Desk
    size: float
    width: float
    line_more: float = 0.0
    box_more: float = 0.0
    gap_more: float = 0.0
    level: str = "h2"
    peers: tuple[Entry, ...] = ()

    @property
    def em(self) -> float:
        """The size of paragraphs in mm."""
        return self.size * PT

    def shown(self, text: str) -> str:
        """Return a text as it is set."""
        return plain(typographic(text, self.desk.lang))

    def block(self, style: str, text: str, room: Room, place: Place) -> Block:
        """Return a text in lines, at the largest size that fits."""
        found = self.desk.block(style, self.shown(text), room)
        if isinstance(found, str):
            raise TooWideError(found, place)
        return found

    def columns(self, count: int, gap: float = COLUMN_GAP) -> tuple[float, float]:
        """Return the width of each of some columns, and the step from one to the next, in mm."""
        width = (self.width - gap * (count - 1)) / count
        return width, width + gap


def words(role: str, style: str, text: str, measure: Measure, place: Place, leading: float = LEADING) -> Stack:
    """Return a text as a paragraph or a heading."""
    block = measure.block(style, text, Room(measure.width, ENDLESS, leading, (measure.size,)), place)
    return spoken(role, [block], measure)


def spoken(role: str, blocks: Sequence[Block], measure: Measure, apart: float = 0.0) -> Stack:
    """Return blocks of one style and size as paragraphs one under another."""
    first = blocks[0]
    cap = measure.desk.cap_height(first.style, first.size)
    rows = sum(len(block.lines) for block in blocks)
    height = cap + first.pitch * (rows - 1) + apart * (len(blocks) - 1)
    lines = tuple(block.lines for block in blocks)
    found = Words(role, first.style, first.size, first.pitch, 0, cap, measure.width, lines, apart, dir=first.dir)
    return Stack(height, (found,))


def heading(role: str, text: str, share: float, measure: Measure, place: Place) -> Stack:
    """Return a heading, so much larger than paragraphs are."""
    return words(role, "text", text, replace(measure, size=measure.size * share), place, TIGHT)


def marked(role: str, text: str, share: float, measure: Measure, place: Place) -> Stack:
    """Return a heading right of the mark, its first capitals level with the mark's middle."""
    em = measure.em * share
    side, indent = em * MARK, em * (MARK + MARK_GAP)
    title = heading(role, text, share, replace(measure, width=measure.width - indent), place)
    drop = (side - measure.desk.cap_height("text", measure.size * share)) / 2
    return together([moved(title, indent, drop), Stack(side, marks=(Rect(0, 0, side, side),))])


def listed(texts: Sequence[tuple[str, Place]], measure: Measure, apart: float) -> Stack:
    """Return texts as a list; a single one is a paragraph."""
    room = Room(measure.width, ENDLESS, LEADING, (measure.size,))
    blocks = [measure.block("text", text, room, place) for text, place in texts]
    return spoken("list" if len(blocks) > 1 else "p", blocks, measure, apart)
