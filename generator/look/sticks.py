"""A deck's mark and back as drawings, from its id and lay alone: the same id is the same drawing for ever."""

from __future__ import annotations

from functools import cache
from math import hypot

from generator.look.lays import LAYS, MARKS, Box, Die, Stick

FNV_OFFSET, FNV_PRIME, WORD = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
PITCH = 3.6
BLEED = 3.0


def fnv(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text's UTF-8 bytes."""
    h = FNV_OFFSET
    for byte in text.encode():
        h = (h ^ byte) * FNV_PRIME & WORD
    return h


def dice(seed: str) -> Die:
    """Return a die that rolls the same numbers for the same seed, here and in JavaScript (mulberry32)."""
    state = fnv(seed)

    def roll(low: float, high: float) -> float:
        nonlocal state
        state = state + 0x6D2B79F5 & WORD
        t = (state ^ state >> 15) * (state | 1) & WORD
        t ^= t + ((t ^ t >> 7) * (t | 61) & WORD) & WORD
        return low + (high - low) * ((t ^ t >> 14) & WORD) / (WORD + 1)

    return roll


def point(x: float, y: float) -> str:
    """Return a point for an SVG path, to a hundredth of a mm."""
    return f"{round(x, 2) + 0:g} {round(y, 2) + 0:g}"


def cut(stick: Stick) -> str:
    """Return a stick as a clean bar."""
    d = hypot(stick.x2 - stick.x1, stick.y2 - stick.y1)
    ox, oy = -(stick.y2 - stick.y1) / d * stick.thick / 2, (stick.x2 - stick.x1) / d * stick.thick / 2
    corners = (
        point(stick.x1 + ox, stick.y1 + oy),
        point(stick.x2 + ox, stick.y2 + oy),
        point(stick.x2 - ox, stick.y2 - oy),
        point(stick.x1 - ox, stick.y1 - oy),
    )
    return f"M{'L'.join(corners)}Z"


def grown(stick: Stick, roll: Die) -> str:
    """Return a stick as wood grows it: two weights, ends cut a little askew, a slight bow."""
    d = hypot(stick.x2 - stick.x1, stick.y2 - stick.y1)
    cx, cy, t = (stick.x2 - stick.x1) / d, (stick.y2 - stick.y1) / d, stick.thick
    a, b = (t / 2 * (1 + roll(-0.16, 0.10)) for _ in range(2))
    ends = [t * roll(-0.22, 0.22) for _ in range(4)]
    bow = 2 * roll(-1, 1) * min(d * 0.006, t * 0.22)
    mx, my, m = (stick.x1 + stick.x2) / 2, (stick.y1 + stick.y2) / 2, (a + b) / 2

    def at(x: float, y: float, along: float, out: float) -> str:
        return point(x + cx * along - cy * out, y + cy * along + cx * out)

    return (
        f"M{at(stick.x1, stick.y1, ends[0], a)}Q{at(mx, my, 0, m + bow)} {at(stick.x2, stick.y2, ends[1], b)}"
        f"L{at(stick.x2, stick.y2, ends[2], -b)}Q{at(mx, my, 0, -m + bow)} {at(stick.x1, stick.y1, ends[3], -a)}Z"
    )


def within(stick: Stick, box: Box) -> bool:
    """Say whether any of a stick may show in a box and its bleed."""
    reach = box.u * 2
    return (
        max(stick.x1, stick.x2) >= -reach
        and min(stick.x1, stick.x2) <= box.w + reach
        and max(stick.y1, stick.y2) >= -reach
        and min(stick.y1, stick.y2) <= box.h + reach
    )


@cache
def mark_path(lay: str) -> str:
    """Return a lay's mark as one SVG path on a grid of 16 by 16."""
    return "".join(cut(stick) for stick in MARKS[lay])


@cache
def back_paths(seed: str, lay: str, width: float, height: float) -> tuple[str, ...]:
    """Return the sticks of a back as SVG paths in mm, in the order they are laid."""
    roll, box = dice(seed), Box(width, height, PITCH)
    laid = list(LAYS[lay](box, roll))
    return tuple(grown(stick, roll) for stick in laid if within(stick, box))
