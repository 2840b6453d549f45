"""Things on a page in their places, and places put together: one under another, or side by side.

Lengths are mm from a stack's top left corner, type sizes are in points. A stack reaches from the top of its first
capitals to its last baseline or edge.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.printing.grid import Line, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs in lines: `x`, `y` is where the first baseline begins, from one to the next are `pitch` mm.

    `role` says what they are to someone who has the page read out: h1, h2, h3, p or list. `apart` mm more than a line
    lie between two paragraphs; `centred` lines stand in the middle of `width`.
    `dir` is `rtl` for words written from right to left.
    """

    role: str
    style: str
    size: float
    pitch: float
    x: float
    y: float
    width: float
    paragraphs: tuple[tuple[str, ...], ...]
    apart: float = 0.0
    centred: bool = False
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """Words, lines to write on, boxes, the sticks before items, and marks, all in their places."""

    height: float
    words: tuple[Words, ...] = ()
    rules: tuple[Line, ...] = ()
    boxes: tuple[Rect, ...] = ()
    sticks: tuple[Rect, ...] = ()
    marks: tuple[Rect, ...] = ()


def moved(stack: Stack, x: float, y: float) -> Stack:
    """Return a stack's things further right and down; its height counts from the same top as before."""

    def rects(found: Iterable[Rect]) -> tuple[Rect, ...]:
        return tuple(replace(rect, x=rect.x + x, y=rect.y + y) for rect in found)

    return Stack(
        stack.height + y,
        tuple(replace(words, x=words.x + x, y=words.y + y) for words in stack.words),
        tuple(Line(rule.x1 + x, rule.y1 + y, rule.x2 + x, rule.y2 + y) for rule in stack.rules),
        rects(stack.boxes),
        rects(stack.sticks),
        rects(stack.marks),
    )


def together(stacks: Iterable[Stack]) -> Stack:
    """Return stacks that share a corner as one, as high as the highest."""
    found = list(stacks)
    return Stack(
        max((stack.height for stack in found), default=0.0),
        tuple(words for stack in found for words in stack.words),
        tuple(rule for stack in found for rule in stack.rules),
        tuple(box for stack in found for box in stack.boxes),
        tuple(stick for stack in found for stick in stack.sticks),
        tuple(mark for stack in found for mark in stack.marks),
    )


def under(stacks: Iterable[Stack], gap: float) -> Stack:
    """Return stacks one under another, `gap` mm apart."""
    found: list[Stack] = []
    for stack in stacks:
        found.append(moved(stack, 0, found[-1].height + gap if found else 0))
    return together(found)


def beside(stacks: Iterable[Stack], step: float) -> Stack:
    """Return stacks side by side, each `step` mm from the one before."""
    return together(moved(stack, step * number, 0) for number, stack in enumerate(stacks))
