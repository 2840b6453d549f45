"""The lines of a YAML file as their author wrote them: the parts of a line, and the block it belongs to."""

from __future__ import annotations

import re
from typing import NamedTuple

KEY = r"[a-z_][a-z0-9_]*"
LINE = re.compile(rf"[ \t]*(?P<dash>(?:-[ \t]+)*)(?:(?P<key>{KEY}):(?:[ \t]+|$))?(?P<value>.*)")
TOP = re.compile(r"[A-Za-z_]\w*:")
ITEM = re.compile(rf"( *)-(?:\s|$|{KEY}:)")


class Written(NamedTuple):
    """A line as its author wrote it: the columns of its dash (-1 without one), its key and its value, and those two."""

    dash: int
    at_key: int
    at_value: int
    key: str
    value: str

    @property
    def start(self) -> str:
        """What a hint repeats before the value."""
        return f"{self.key}: " if self.key else "- " if self.dash >= 0 else ""


def written(line: str) -> Written:
    """Return the parts of a line."""
    match = next(LINE.finditer(line))
    dash = match.start("dash") if match["dash"] else -1
    return Written(dash, match.end("dash"), match.start("value"), match["key"] or "", match["value"].strip())


def content(line: str) -> bool:
    """Say whether a line holds more than a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def first_content(lines: list[str]) -> int:
    """Return the index of the first line that holds something, or 0."""
    return next((i for i, line in enumerate(lines) if content(line)), 0)


def line_above(lines: list[str], number: int) -> int:
    """Return the index of the nearest line above that holds something, or 0."""
    return next((i for i in range(number - 1, -1, -1) if content(lines[i])), 0)


def without_fault(lines: list[str], index: int) -> list[str]:
    """Return the lines with the card, or else the key, around `index` blanked; no line moves."""
    if lines[index].startswith(("---", "...")):
        return blanked(lines, index, index + 1)
    start, end = top(lines, index)
    items = items_of(lines, start, end)
    if len(items) > 1 and items[0] <= index:
        start = max(i for i in items if i <= index)
        end = min((i for i in items if i > index), default=end)
    return blanked(lines, start, end)


def unread(lines: list[str], read: tuple[int, int]) -> list[str]:
    """Return the lines with those blanked that were read without fault, from one item of a list up to another."""
    start, end = read
    return blanked(lines, start, end) if start < end and all(ITEM.match(lines[i]) for i in read) else lines


def top(lines: list[str], index: int) -> tuple[int, int]:
    """Return where the key at the start of a line that `index` belongs to begins, and where the next one does."""
    start = next((i for i in range(index, -1, -1) if TOP.match(lines[i])), 0)
    return start, next((i for i in range(index + 1, len(lines)) if TOP.match(lines[i])), len(lines))


def items_of(lines: list[str], start: int, end: int) -> list[int]:
    """Return where the items of a list begin between two lines."""
    dashes = [(i, len(match[1])) for i in range(start, end) if "-" in lines[i] and (match := ITEM.match(lines[i]))]
    return [i for i, indent in dashes if indent <= dashes[0][1]]


def blanked(lines: list[str], start: int, end: int) -> list[str]:
    """Return the lines with those from `start` up to `end` empty."""
    return [*lines[:start], *[""] * (end - start), *lines[end:]]
