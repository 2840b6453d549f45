"""How a text falls into lines, and at what size it fits. Pure: widths come in as measured, in em.

A prompt is read aloud from one card by several people, so its lines are broken as a person would: the fewest lines,
then the evenest; no line hangs on a small word, no short word is left alone on the last; a stop or a comma is a
good place to turn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.library.report import counted
from generator.printing.breaking import HYPHEN, JOINED, PARTED, Joint, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PT = 25.4 / 72  # mm

# What a way of breaking lines costs, in squares of the share that a line falls short by. Tuned by eye on the decks.
SLACK = 1.04  # aim a little wider than even lines need
LINE = 0.25  # one line more than needed
LEANING = 0.10  # a line that ends on a small word, or on the first of a sentence
SPLIT = 0.30  # a word parted, at its own hyphen or with one
STOP, COMMA = -0.05, -0.03  # a line that ends where a voice rests
STOPS, CLOSING = (".", "?", "!", ":"), "\u201d\u2019\u201c)"
STUB, STUB_SHARE = 0.35, 0.34  # a last line shorter than this share
ALONE = 0.06  # a last line of one word
LAST = 0.45  # a last line may well be shorter
# Where the lines fall better a text may be set smaller, by this much at most (in points), at this cost a point.
SMALLER, POINT = 2.0, 0.018

HAIR = 1e-6  # em; what fits exactly fits


@dataclass(frozen=True, slots=True)
class Font:
    """One cut of a typeface as measured: widths of words and of a space, heights of x and H, all in em.

    `parts` are those of the long words, once there is need to part them; then the beginnings and ends that a parted
    word can have are among the widths.
    """

    widths: Mapping[str, float]
    space: float
    x_height: float
    cap_height: float
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """A text as pieces that a line may end after, and what joins each to the one before.

    A line that begins with a piece starts at the one place, a line that ends with it ends at the other, in em.
    """

    pieces: tuple[str, ...]
    joints: tuple[Joint, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]

    def width(self, first: int, last: int) -> float:
        """Return the width of the line from piece `first` up to, not including, `last`, in em."""
        return self.ends[last - 1] - self.starts[first]

    def line(self, first: int, last: int) -> str:
        """Return the text of that line; where it ends within a word, with the mark of that (see `breaking`)."""
        later = range(first + 1, last)
        text = self.pieces[first] + "".join(" " * self.spaced(i) + self.pieces[i] for i in later)
        if last == len(self.pieces) or self.spaced(last):
            return text
        return text + (PARTED if self.joints[last] is Joint.PART else JOINED)

    def spaced(self, index: int) -> bool:
        """Say whether a piece has a space before it."""
        return self.joints[index] is Joint.SPACE

    @cached_property
    def widest(self) -> int:
        """The index of the widest piece."""
        return max(range(len(self.pieces)), key=lambda i: self.width(i, i + 1))


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines, the width of the widest in em, and what this way of breaking costs a line."""

    lines: tuple[str, ...]
    widest: float
    cost: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A text in lines at a size, in points."""

    size: float
    lines: tuple[str, ...]


def run_of(text: str, font: Font, wider: float = math.inf) -> Run:
    """Return a text with the places of its pieces, as if it stood on one long line.

    Long words that are `wider` than that (em) come in their parts.
    """
    pieces: list[str] = []
    joints: list[Joint] = []
    starts: list[float] = []
    ends: list[float] = []
    x = 0.0
    for word, joint in words_of(text):
        x += font.space if pieces and joint is Joint.SPACE else 0
        width = font.widths[word]
        parts = font.parts.get(word, (word,)) if width > wider else (word,)
        for i in range(len(parts)):
            rest = i + 1 < len(parts)
            pieces.append(parts[i])
            joints.append(Joint.PART if i else joint)
            starts.append(x + width - font.widths["".join(parts[i:])])
            ends.append(x + font.widths["".join(parts[: i + 1])] + (font.widths[HYPHEN] if rest else 0))
        x += width
    return Run(tuple(pieces), tuple(joints), tuple(starts), tuple(ends))


def greedy(run: Run, room: float) -> tuple[int, ...]:
    """Return where lines end when each takes all it can: the fewest lines there are."""
    cuts, first = [], 0
    for last in range(2, len(run.pieces) + 1):
        if run.width(first, last) > room:
            first = last - 1
            cuts.append(first)
    return (*cuts, len(run.pieces))


def balanced(run: Run, room: float, small: frozenset[str] = frozenset(), most: int | None = None) -> Lines:
    """Return the best lines of at most `room` em. A piece wider than that stands alone, and shows in `widest`.

    Where beauty would take more than `most` lines, each line takes all it can instead.
    """
    count = len(run.pieces)
    tight = greedy(run, room)
    aim = min(room, run.width(0, count) / len(tight) * SLACK) or HAIR  # an empty text has no width
    turns = turns_of(run, small)
    costs, cuts, lines = [0.0], [0], [0]
    starts, fewest = run.starts, len(tight)
    for last in range(1, count + 1):
        end, turn = run.ends[last - 1], turns[last] if last < count else 0.0
        least, cut = math.inf, 0
        for first in range(last - 1, -1, -1):
            width = end - starts[first]
            if width > room and first < last - 1:
                break
            short = (aim - width) / aim
            line = short * short + turn if last < count else last_cost(short, count - first, count)
            cost = costs[first] + line + (LINE if lines[first] >= fewest else 0)
            if cost <= least:
                least, cut = cost, first
        costs.append(least)
        cuts.append(cut)
        lines.append(lines[cut] + 1)
    ends = traced(cuts) if most is None or lines[-1] <= most else tight
    pairs = list(zip((0, *ends), ends, strict=False))
    widest = max(run.width(*pair) for pair in pairs)
    return Lines(tuple(run.line(*pair) for pair in pairs), widest, costs[-1] / len(pairs))


def last_cost(short: float, words: int, count: int) -> float:
    """Return what a last line costs that falls short of the aim by a share of it and has so many words of `count`."""
    if short > 1 - STUB_SHARE:
        return short**2 + STUB
    return short**2 * (LAST if short > 0 else 1) + (ALONE if words == 1 < count else 0)


@lru_cache(maxsize=8)
def turns_of(run: Run, small: frozenset[str]) -> tuple[float, ...]:
    """Return what it costs to end a line before each piece: the same in all the sizes that a text is tried in."""
    return (0.0, *(end_cost(run, last, small) for last in range(1, len(run.pieces))))


def end_cost(run: Run, last: int, small: frozenset[str]) -> float:
    """Return what it costs to end a line before piece `last`."""
    end = run.pieces[last - 1]
    if not run.spaced(last):
        return 0 if run.joints[last] is Joint.NONE else SPLIT
    if stops(end):
        return STOP
    if end in small or (last > 1 and stops(run.pieces[last - 2])):
        return LEANING
    return COMMA if end.endswith(",") else 0


def stops(piece: str) -> bool:
    """Say whether a voice comes to rest after a piece: at a stop, also within closing quotes or brackets."""
    return piece.rstrip(CLOSING).endswith(STOPS)


def traced(cuts: Sequence[int]) -> tuple[int, ...]:
    """Return the ends of the lines, from each piece's best way to get there."""
    ends = [len(cuts) - 1]
    while cuts[ends[-1]]:
        ends.append(cuts[ends[-1]])
    return tuple(ends[::-1])


def sizes(most: float, least: float, step: float) -> tuple[float, ...]:
    """Return the sizes to try, in points, the largest first."""
    return tuple(most - step * i for i in range(round((most - least) / step) + 1))


@dataclass(frozen=True, slots=True)
class Room:
    """Where a text has to fit: width and height in mm, the leading in em, and the sizes it may have, in points.

    The height counts from the top of a capital on the first line to the baseline of the last. `even`: no text is made
    smaller than this only because its lines fall better. Only a `parting` room lets long words be parted.
    """

    width: float
    height: float
    leading: float
    sizes: tuple[float, ...]
    even: float = 0.0
    parting: bool = True

    def em(self, size: float) -> float:
        """Return the width in em at a size."""
        return self.width / (size * PT)

    def most_lines(self, font: Font, size: float) -> int:
        """Return how many lines fit one under the other."""
        spare = self.height / (size * PT) - font.cap_height + HAIR
        return int(spare / (font.x_height + self.leading)) + 1 if spare >= 0 else 0


def fitted(text: str, font: Font, room: Room, small: frozenset[str] = frozenset()) -> Fit | None:
    """Return a text at the largest size that fits, or a little less where its lines fall better; None if none fits.

    No word is parted where the text fits whole in a comfortable size. Then words wider than the room are parted, and
    others only if it fits in no other way.
    """
    whole = run_of(text, font)
    if not room.parting or not any(word in font.parts for word in whole.pieces):
        return at_best(lambda _: whole, room.sizes, font, room, small)
    comfortable = tuple(size for size in room.sizes if size >= room.even)
    return (
        at_best(lambda _: whole, comfortable, font, room, small)
        or at_best(lambda em: run_of(text, font, em), room.sizes, font, room, small)
        or at_best(lambda _: run_of(text, font, 0), room.sizes, font, room, small)
    )


def at_best(
    way: Callable[[float], Run], tried: Sequence[float], font: Font, room: Room, small: frozenset[str]
) -> Fit | None:
    """Return a text at the best of some sizes; `way` gives its run for a width in em."""
    best: tuple[float, Fit] | None = None
    first = 0.0
    for size in tried:
        if best and (size < first - SMALLER or size < room.even):
            break
        em, most = room.em(size), room.most_lines(font, size)
        run = way(em)
        if len(greedy(run, em)) > most:
            continue
        broken = balanced(run, em, small, most)
        if broken.widest > em:
            continue
        first = first or size
        cost = broken.cost + (first - size) * POINT
        if best is None or cost < best[0]:
            best = cost, Fit(size, broken.lines)
    return best[1] if best else None


def excess(text: str, font: Font, room: Room) -> str:
    """Say by how much a text does not fit at its least size."""
    size = room.sizes[-1]
    em = room.em(size)
    run = run_of(text, font, 0 if room.parting else math.inf)
    widest = run.widest
    wide = run.width(widest, widest + 1)
    if wide > em:
        measured = f"{wide * size * PT:.1f} mm wide at {size:g} pt"
        return f"'{run.pieces[widest]}' is {measured}, and there is room for {room.width:.1f} mm"
    first = (0, *greedy(run, em))[room.most_lines(font, size)]
    words = sum(run.spaced(i) for i in range(first, len(run.pieces)))
    if not words and Joint.NONE in run.joints:
        return f"at {size:g} pt it is {counted(sum(map(len, run.pieces[first:])), 'character')} too long"
    return f"at {size:g} pt it is {counted(max(1, words), 'word')} too long"
