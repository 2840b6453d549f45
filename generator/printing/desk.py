"""What every card is set with, and what comes of it: blocks of lines in mm, and misfits in words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from generator.library.model import Severity
from generator.library.words import direction
from generator.printing.lines import PT, Room, excess, fitted
from generator.printing.runs import Font, run_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.printing.codes import Code
    from generator.printing.profiles import CardSize

SPACES = re.compile(r"[ \t\r\n]+")
# Small print is set on this leading, in em; it is read in one go, so it may be tighter than a prompt.
NOTE_LEADING = 0.76
# Room without end, in mm, for a text whose size is settled.
ENDLESS = 1000.0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph on a card: `x`, `y` is where the baseline of its first line begins, in mm from the card's corner.

    `style` names a font ("text", "plain" or "bold"); `size` is in points; from baseline to baseline are `pitch` mm.
    A label stands on the first baseline, after the strokes of a depth if it has one, and the lines below it.
    `dir` is `rtl` for words written from right to left.
    """

    style: str
    size: float
    pitch: float
    x: float
    y: float
    lines: tuple[str, ...]
    label: str = ""
    depth: int = 0
    dir: str = ""

    @property
    def rows(self) -> int:
        """How many lines it takes, its label's among them."""
        return len(self.lines) + bool(self.label)


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot line of a front: depth at the left, kind (when there is room) and id at the right. Size in points."""

    depth: int
    depth_name: str
    kind: str
    id: str
    size: float


@dataclass(frozen=True, slots=True)
class Front:
    """A front as set. Its heading is the foot of a card to draw, the title of a service card.

    `rules` are lines to write on, as y in mm. Where `dir` is `rtl`, all places count from the card's right edge.
    """

    blocks: tuple[Block, ...]
    foot: Foot | None = None
    title: Block | None = None
    rules: tuple[float, ...] = ()
    code: Code | None = None
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something that does not fit: the key the author wrote it under, what is wrong, what to do."""

    key: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Desk:
    """A size of card, the look's numbers, the fonts as measured, and a language."""

    card: CardSize
    look: Mapping[str, Any]
    fonts: Mapping[str, Font]
    lang: str

    @property
    def left(self) -> float:
        """Where text begins, in mm from the card's left edge; its right one where that is where reading begins."""
        return float(self.look["card"]["left"])

    @property
    def dir(self) -> str:
        """The language's direction: `rtl`, or nothing for left to right."""
        return direction(self.lang)

    @property
    def width(self) -> float:
        """How wide text may be, in mm."""
        return self.card.width - self.left - float(self.look["card"]["right"])

    @property
    def foot(self) -> float:
        """The lowest baseline on a card, in mm from its top."""
        return self.card.height - float(self.look["card"]["foot"])

    @property
    def scale(self) -> float:
        """How much larger than usual the small print is, and distances that belong to it."""
        return float(self.look["type"]["scale"])

    @property
    def small(self) -> frozenset[str]:
        """The words of the language that no line should end on."""
        return small_words(self.lang.split("-")[0])

    def pitch(self, style: str, size: float, leading: float) -> float:
        """Return the distance from baseline to baseline in mm; size in points, leading in em."""
        return size * PT * (self.fonts[style].x_height + leading)

    def cap_height(self, style: str, size: float) -> float:
        """Return the height of an H in mm."""
        return size * PT * self.fonts[style].cap_height

    def advance(self, style: str, size: float, text: str) -> float:
        """Return the width of a text on one line, in mm."""
        run = run_of(text, self.fonts[style])
        return run.width(0, len(run.pieces)) * size * PT

    def block(self, style: str, text: str, room: Room) -> Block | str:
        """Return a text as a block at the largest size that fits, yet to be placed; or by how much none fits."""
        said, font = plain(text), self.fonts[style]
        fit = fitted(said, font, room, self.small)
        if not fit:
            return excess(said, font, room)
        pitch = self.pitch(style, fit.size, room.leading)
        return Block(style, fit.size, pitch, self.left, 0, fit.lines, dir=self.dir and direction_of(said))

    def small_print(self, texts: Iterable[str], width: float, size: float) -> Block | str:
        """Return texts in small print as one block, each beginning a line; or which word is wider than that."""
        room = Room(width, ENDLESS, NOTE_LEADING, (size,))
        blocks = at_once(self.block("plain", text, room) for text in texts)
        if isinstance(blocks, str):
            return blocks
        return replace(blocks[0], lines=tuple(line for block in blocks for line in block.lines))

    def rise(self, block: Block) -> float:
        """Return the height in mm from a block's first baseline to its top."""
        return self.cap_height("bold" if block.label else block.style, block.size)


def direction_of(text: str) -> str:
    """Return `rtl` for a text with letters that are written from right to left, else nothing (Unicode UAX #9)."""
    return "rtl" if any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text) else ""


@cache
def small_words(lang: str) -> frozenset[str]:
    """Return the words of a language that lean on the next one."""
    lists = tomllib.loads((files(__package__) / "small_words.toml").read_text("utf-8"))
    return frozenset(lists.get(lang, "").split())


def plain(text: str) -> str:
    """Return a text on one line, with composed letters: the fonts have 'é', not every 'e' with a loose accent."""
    return SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def at_once(parts: Iterable[Block | str]) -> tuple[Block, ...] | str:
    """Return blocks if all of them are; else the first reason why one is not."""
    found: list[Block] = []
    for part in parts:
        if isinstance(part, str):
            return part
        found.append(part)
    return tuple(found)


def span(blocks: Sequence[Block], gap: float) -> float:
    """Return the distance in mm from the first baseline to the last when blocks stand under one another."""
    return sum(block.pitch * block.rows for block in blocks) + gap * (len(blocks) - 1) - blocks[0].pitch


def under(blocks: Sequence[Block], gap: float, y: float) -> tuple[Block, ...]:
    """Return blocks one under another, the first baseline at `y`, with `gap` mm more than a line between two."""
    placed = []
    for block in blocks:
        placed.append(replace(block, y=y))
        y += block.pitch * block.rows + gap
    return tuple(placed)
