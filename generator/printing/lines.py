"""How a text falls into lines, and at what size it fits. Pure: widths come in as measured, in em.

A prompt is read aloud from one card by several people, so its lines are broken as a person would: the fewest lines,
then the evenest; no line hangs on a small word, no short word is left alone on the last; a stop or a comma is a
good place to turn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.library.report import counted
from generator.printing.breaking import Joint
from generator.printing.runs import REMEMBERED, Font, Run, run_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
class Lines:
    """A text in lines: after which piece each ends, the width of the widest in em, and what they cost, each."""

    run: Run
    ends: tuple[int, ...]
    widest: float
    cost: float

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of each line."""
        return tuple(self.run.line(*pair) for pair in zip((0, *self.ends), self.ends, strict=False))


@dataclass(frozen=True, slots=True)
class Fit:
    """A text in lines at a size, in points."""

    size: float
    lines: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
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
    best = best_lines(run, room, small)
    if most is None or len(best.ends) <= most:
        return best
    return lines_at(run, greedy(run, room), best.cost * len(best.ends))


@lru_cache(maxsize=REMEMBERED)
def best_lines(run: Run, room: float, small: frozenset[str]) -> Lines:
    """Return the best lines of at most `room` em, however many they are."""
    return lines_at(run, *best_ends(run, room, small))


def lines_at(run: Run, ends: tuple[int, ...], cost: float) -> Lines:
    """Return a text in lines that end there, and cost so much together."""
    widest = max(run.width(*pair) for pair in zip((0, *ends), ends, strict=False))
    return Lines(run, ends, widest, cost / len(ends))


def best_ends(run: Run, room: float, small: frozenset[str]) -> tuple[tuple[int, ...], float]:
    """Return where lines of at most `room` em end best, and what that costs."""
    count = len(run.pieces)
    tight = greedy(run, room)
    aim = min(room, run.width(0, count) / len(tight) * SLACK) or HAIR  # an empty text has no width
    if len(tight) == 1:  # one line more would cost more than any turn is worth
        return (count,), last_cost((aim - run.width(0, count)) / aim, count, count)
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
    return traced(cuts), costs[-1]


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
    best: tuple[float, float, Lines] | None = None
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
            best = cost, size, broken
    return Fit(best[1], best[2].lines) if best else None


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
