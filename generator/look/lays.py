"""The thirteen ways of laying sticks. A lay fills a card's back; its mark is the same idea in a few strokes.

A lay is a function of the box it fills, in mm, and of a die. Only the die may be rolled: nothing else is random.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import ceil, cos, hypot, radians, sin
from types import MappingProxyType

Die = Callable[[float, float], float]


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick from (x1, y1) to (x2, y2), `thick` across. Later sticks lie on earlier ones."""

    x1: float
    y1: float
    x2: float
    y2: float
    thick: float


@dataclass(frozen=True, slots=True)
class Box:
    """What a lay fills: width, height, and the pitch that everything is measured in, in mm."""

    w: float
    h: float
    u: float


def enough(least: int, reach: float, step: float) -> int:
    """Return how many rings or turns, each a step wider, fill a box: what a poker card has, or up to `reach` mm."""
    return max(least, ceil(reach / step) + 1)


def cells(room: float, size: float) -> int:
    """Return how many cells of about a size stand in some room, in mm."""
    return max(1, int(room / size))


Lay = Callable[[Box, Die], Iterator[Stick]]


def ray(cx: float, cy: float, degrees: float, near: float, far: float, thick: float) -> Stick:
    """Return the stick that lies on a ray from a centre, from `near` to `far`."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return Stick(cx + c * near, cy + s * near, cx + c * far, cy + s * far, thick)


def tepee(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay long sticks that cross at one point, their feet beyond the edge."""
    ax, ay, n, foot = box.w / 2, box.h * 0.27, 17, box.h * 1.1
    for i in sorted(range(n), key=lambda i: (i * 7) % n):
        k = (i - (n - 1) / 2) / ((n - 1) / 2)
        fx = ax + k * box.w * 1.5
        d = hypot(fx - ax, foot - ay)
        top = box.h * 0.17 + roll(0, box.h * 0.07)
        yield Stick(fx, foot, ax - (fx - ax) / d * top + k * box.u, ay - (foot - ay) / d * top, box.u * 0.5)


def rain(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay short slanted sticks in rows, every other row half a step over."""
    lean, step = 0.3, box.u * 2.9
    for row in range(-1, int(box.h / (box.u * 2.7)) + 3):
        y = row * box.u * 2.7
        x = -box.u * 4 - (y * lean) % step + (row % 2) * step / 2
        while x < box.w + box.u * 4:
            d = box.u * roll(1.55, 2.05)
            yield Stick(x + d * lean, y - d, x - d * lean, y + d, box.u * 0.6)
            x += step


def leanto(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay parallel sticks that rest on one upright."""
    far, slope = box.w * 1.1, 0.9
    y = min(-box.w * 0.5, box.h * 0.3 - box.w * slope)
    while y < box.h * 1.5:
        near = box.w * 0.2 - box.u * roll(0.4, 1.7)
        yield Stick(far, y + far * slope, near, y + near * slope, box.u * 0.5)
        y += box.u * 1.75
    yield Stick(box.w * 0.2, -box.u * 3, box.w * 0.2, box.h + box.u * 3, box.u * 0.95)


def bowl(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay nested cups of short sticks whose sides run up and out."""
    cx, cy = box.w / 2, box.h * 0.26
    for ring in range(enough(22, hypot(box.w / 2, box.h - cy), box.u * 1.45)):
        r = box.u * (0.9 + 1.45 * ring)
        n = max(2, round(radians(180) * r / (box.u * 4.6)))
        for i in range(n):
            p, q = (ray(cx, cy, 180 * (i + k) / n, 0, r, 0) for k in (0, 1))
            dx, dy = q.x2 - p.x2, q.y2 - p.y2
            g = box.u * 0.22 / hypot(dx, dy)
            yield Stick(p.x2 + dx * g, p.y2 + dy * g, q.x2 - dx * g, q.y2 - dy * g, box.u * 0.52)
        for k in (-r, r):
            yield Stick(cx + k, cy - box.u * roll(0.3, 0.6), cx + k, -box.u * 2, box.u * 0.52)


def spiral(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay a square spiral, each stick a little short of the corner."""
    x, y, dx, dy = box.w / 2 + box.u * 0.8, box.h * 0.4, -1, 0
    for i in range(4 * enough(11, max(box.w / 2, box.h * 0.6), box.u * 1.55)):
        d, g = box.u * 1.55 * (i // 2 + 1), box.u * roll(0.22, 0.4)
        end = d + box.u * 0.05
        yield Stick(x + dx * g, y + dy * g, x + dx * end, y + dy * end, box.u * 0.56)
        x, y, dx, dy = x + dx * d, y + dy * d, dy, -dx


def star(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay seven arms of three sticks round an open centre."""
    cx, cy = box.w / 2, box.h * 0.4
    far = max(box.h, hypot(cx, box.h - cy))
    for i in range(7):
        a = 90 + i * 360 / 7
        c, s = cos(radians(a)), sin(radians(a))
        for k in (-1, 1, 0):
            t = ray(cx, cy, a, box.u * (1.1 if not k else 2.9) + roll(0, box.u * 0.5), far, box.u * 0.66)
            ox, oy = -s * k * box.u * 1.02, c * k * box.u * 1.02
            yield Stick(t.x1 + ox, t.y1 + oy, t.x2 + ox, t.y2 + oy, t.thick)


def ladder(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay rungs, and two heavy rails that draw together."""
    a, y = min(box.w * 0.24, box.u * 4.5), -box.u
    b = box.w - a
    while y < box.h + box.u * 2:
        k = roll(-0.25, 0.25) * box.u
        left = a - box.u * roll(1.1, 1.9)
        yield Stick(left, y + k, b + box.u * roll(1.1, 1.9), y - k, box.u * 0.62)
        y += box.u * 2.15
    for x, lean in ((a, 0.5), (b, -0.5)):
        yield Stick(x + box.u * lean, -box.u * 3, x - box.u * lean, box.h + box.u * 3, box.u)


def hut(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay rings like the walls of a log cabin, ends past the corners."""
    cx, cy, over = box.w / 2, box.h * 0.42, box.u * 1.25
    rings = enough(9, max(cx, box.h - cy - box.u * 2.6), box.u * 1.55)
    for i in range(rings - 1, -1, -1):
        rx = box.u * (0.95 + i * 1.55)
        ry = rx + box.u * 2.6
        for s in (-1, 1):
            left = cx - rx - over - roll(0, box.u * 0.5)
            yield Stick(left, cy + s * ry, cx + rx + over + roll(0, box.u * 0.5), cy + s * ry, box.u * 0.5)
        for s in (-1, 1):
            top = cy - ry - over - roll(0, box.u * 0.5)
            yield Stick(cx + s * rx, top, cx + s * rx, cy + ry + over + roll(0, box.u * 0.5), box.u * 0.5)


def weave(box: Box, _roll: Die) -> Iterator[Stick]:
    """Lay short lengths alternately left and right, as in darning."""
    g, root = box.u * 2.35, 2**0.5
    d = g * 0.98 / root
    for i, j in product(range(-14, 26), repeat=2):
        x, y = box.w / 2 + (i - j) * g / root, box.h * 0.4 + (i + j - 10) * g / root
        if -g < x < box.w + g and -g < y < box.h + g:
            s = 1 if (i + j) % 2 else -1
            yield Stick(x - d, y - s * d, x + d, y + s * d, box.u * 0.6)


def fan(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay rays from below the label, each broken once."""
    cx, cy, n = box.w / 2, box.h * 0.8, 25
    far = max(box.h * 1.1, hypot(cx, cy) + box.u)
    for i in range(n):
        a, end = 270 + (i - (n - 1) / 2) * 8, box.h * (0.44 if i % 2 else 0.6) + roll(-box.u, box.u)
        yield ray(cx, cy, a, box.h * 0.2 + roll(0, box.u), end, box.u * 0.6)
        yield ray(cx, cy, a, end + box.u * roll(0.55, 1.1), far, box.u * 0.68)


def jackstraws(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay straws, one a cell and thirty on a poker card, each turned on by the golden angle."""
    thrown = []
    cols, rows = cells(box.w, box.u * 3.48), cells(box.h, box.u * 4.05)
    for i in range(cols * rows):
        x, y = box.w * ((i % cols) + roll(0.2, 0.8)) / cols, box.h * (i // cols + roll(0.2, 0.8)) / rows
        a, d = i * 137.5 + roll(-14, 14), box.u * roll(4.2, 5.6)
        thrown.append(ray(x, y, a, -d, d, box.u * 0.6))
    yield from sorted(thrown, key=lambda stick: (stick.x1 * 37.7 + stick.y1 * 11.3) % 7)


def raft(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay level logs that run off left and right in turn, and two lashings on top."""
    for i in range(ceil((box.h / box.u + 3) / 1.8)):
        y = -box.u + i * box.u * 1.8
        k = roll(-0.12, 0.12) * box.u
        left = box.w * 0.1 if i % 2 else -box.u * 3
        right = box.w + box.u * 3 if i % 2 else box.w * 0.9
        near = left - roll(0, box.u)
        yield Stick(near, y + k, right + roll(0, box.u), y - k, box.u * 0.84)
    lean = box.u * 1.1
    for x in (box.w * 0.27, box.w * 0.73):
        yield Stick(x + lean, -box.u * 3, x - lean, box.h + box.u * 3, box.u * 0.5)


def pairs(box: Box, roll: Die) -> Iterator[Stick]:
    """Lay upright pairs in columns, every other column half a step down."""
    cols, rows = cells(box.w, box.u * 3.48), cells(box.h, box.u * 6.1)
    for i in range(cols):
        for j in range(-1, rows + 1):
            x, y = box.w * (i + 0.5) / cols, box.h * (j + (0.5 if i % 2 else 0)) / rows
            d, g = box.h / rows * 0.43, box.u * 0.58
            for s in (-1, 1):
                x1 = x + s * g + roll(-0.2, 0.2) * box.u
                y1 = y - d + roll(-1, 1) * box.u * 0.5
                x2 = x + s * g + roll(-0.2, 0.2) * box.u
                yield Stick(x1, y1, x2, y + d + roll(-1, 1) * box.u * 0.5, box.u * 0.6)


LAYS: Mapping[str, Lay] = MappingProxyType(
    {
        lay.__name__: lay
        for lay in (tepee, rain, leanto, bowl, spiral, star, ladder, hut, weave, fan, jackstraws, raft, pairs)
    }
)

# Marks stand on a grid of 16; level and upright edges fall on whole pixels.
MARKS: Mapping[str, tuple[Stick, ...]] = MappingProxyType(
    {
        "tepee": (Stick(8, 1, 8, 15, 2), Stick(5.4, 1, 13.8, 15, 1.8), Stick(10.6, 1, 2.2, 15, 1.8)),
        "rain": (
            Stick(5, 1, 3, 7, 1.8),
            Stick(12, 1, 10, 7, 1.8),
            Stick(8.5, 5, 6.5, 11, 1.8),
            Stick(5.5, 9, 3.5, 15, 1.8),
            Stick(12.5, 9, 10.5, 15, 1.8),
        ),
        "leanto": (
            Stick(3, 1, 3, 15, 2),
            Stick(3, 3, 15, 15, 1.8),
            Stick(3, 7.4, 10.6, 15, 1.8),
            Stick(3, 11.8, 6.2, 15, 1.8),
        ),
        "bowl": (
            Stick(2, 4, 4, 11.4, 1.8),
            Stick(4, 13, 12, 13, 2),
            Stick(14, 4, 12, 11.4, 1.8),
            Stick(6, 4, 6.9, 7.6, 1.7),
            Stick(6.6, 9, 9.4, 9, 2),
            Stick(10, 4, 9.1, 7.6, 1.7),
        ),
        "spiral": (
            Stick(1, 2, 13, 2, 2),
            Stick(14, 1, 14, 13, 2),
            Stick(15, 14, 3, 14, 2),
            Stick(2, 15, 2, 5, 2),
            Stick(3, 6, 9, 6, 2),
            Stick(10, 5, 10, 11, 2),
            Stick(9, 10, 5, 10, 2),
        ),
        "star": tuple(ray(8, 8, 90 + i * 60, 2.4, 7.4, 2) for i in range(6)),
        "ladder": (
            Stick(4, 1, 4, 15, 2),
            Stick(12, 1, 12, 15, 2),
            Stick(4, 4, 12, 4, 2),
            Stick(4, 8, 12, 8, 2),
            Stick(4, 12, 12, 12, 2),
        ),
        "hut": (
            Stick(1, 4, 15, 4, 2),
            Stick(1, 12, 15, 12, 2),
            Stick(4, 1, 4, 15, 2),
            Stick(12, 1, 12, 15, 2),
            Stick(7, 8, 9, 8, 2),
        ),
        "weave": (
            Stick(1.5, 9.5, 9.5, 1.5, 1.9),
            Stick(6.5, 14.5, 14.5, 6.5, 1.9),
            Stick(1.5, 6.5, 9.5, 14.5, 1.9),
            Stick(6.5, 1.5, 14.5, 9.5, 1.9),
        ),
        "fan": tuple(
            ray(8, 14.6, 270 + a, near, far, 2)
            for a, near, far in ((-64, 3.2, 7.5), (-32, 4.2, 11.6), (0, 5, 13.6), (32, 4.2, 11.6), (64, 3.2, 7.5))
        ),
        "jackstraws": (
            Stick(2, 12.6, 14.2, 9.4, 1.8),
            Stick(3.2, 2.2, 9, 15, 1.8),
            Stick(13.2, 1.6, 6, 14.4, 1.8),
            Stick(1.4, 6.2, 12, 4, 1.8),
        ),
        "raft": tuple(
            stick
            for i, y in enumerate((2, 6, 10, 14))
            for stick in (Stick(1 + i % 2, y, 9 - i, y, 2), Stick(11 - i, y, 14 + i % 2, y, 2))
        ),
        "pairs": (
            Stick(2, 3, 2, 15, 2),
            Stick(5, 1, 5, 13, 2),
            Stick(11, 1, 11, 13, 2),
            Stick(14, 3, 14, 15, 2),
        ),
    }
)
