"""Good decks gone wrong: what a slip of the hand, a bad merge or a stranger's file does to a deck's bytes."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from generator.checks import check
from generator.library.load import load_library
from generator.library.report import told

if TYPE_CHECKING:
    from pathlib import Path

SIGNS = [b'"', b"'", b"[", b"}", b": ", b"\t", b" #", b"&", b"- ", b"*", b"!", b"|", b">-", b"? ", b"---", b"%", b"@"]
# Marks that turn the writing round, join, hide, stack or stand alone, line ends that are none, and what no file holds.
HOSTILE = [
    "\u202e", "\u200b", "\u2066", "\ufeff", "\u2028", "\x85", "\x00", "\x1b[31m", "a\u0301\u0301\u0301", "\u200d",
    "\U000e0041", "\U0010ffff", "\ufffd", "\u0000", "\u05d0", "\U0001f468\u200d\U0001f469", "\uffff",
]  # fmt: skip
STRAY = [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\x80"]


def mutated(data: bytes, seed: int, times: int) -> bytes:
    """Return a deck's bytes after `times` accidents that follow from `seed`."""
    roll = random.Random(seed)  # noqa: S311 - no secret hangs on it
    for _ in range(times):
        data = roll.choice(ACCIDENTS)(data, roll)
    return data


def flipped(data: bytes, roll: random.Random) -> bytes:
    """Return data with a byte changed."""
    at = roll.randrange(len(data) + 1)
    return data[:at] + bytes([roll.randrange(256)]) + data[at + 1 :]


def signed(data: bytes, roll: random.Random) -> bytes:
    """Return data with a sign in it that means something to YAML."""
    return inserted(data, roll, roll.choice(SIGNS))


def disguised(data: bytes, roll: random.Random) -> bytes:
    """Return data with a character in it that misbehaves, or with bytes that are none."""
    return inserted(data, roll, roll.choice([*(text.encode() for text in HOSTILE), *STRAY]))


def swapped(data: bytes, roll: random.Random) -> bytes:
    """Return data with two lines in each other's place."""
    lines = data.split(b"\n")
    i, j = roll.randrange(len(lines)), roll.randrange(len(lines))
    lines[i], lines[j] = lines[j], lines[i]
    return b"\n".join(lines)


def doubled(data: bytes, roll: random.Random) -> bytes:
    """Return data with a line in it twice."""
    lines = data.split(b"\n")
    lines.insert(roll.randrange(len(lines)), roll.choice(lines))
    return b"\n".join(lines)


def cut(data: bytes, roll: random.Random) -> bytes:
    """Return data without its end, one time in three."""
    return data if roll.randrange(3) else data[: roll.randrange(len(data) + 1)]


def grown(data: bytes, roll: random.Random) -> bytes:
    """Return data with a line in it of YAML at random."""
    return inserted(data, roll, b"\n" + b" " * roll.randrange(9) + anything(roll, 3).encode() + b"\n")


def anything(roll: random.Random, depth: int) -> str:
    """Return a random YAML value: texts, lists and groups inside one another."""
    match roll.randrange(6 if depth else 3):
        case 0:
            return roll.choice(["Who?", "yes", "12:30", "~", "0x1F", "2026-11-22", "''", "text", "depth"])
        case 1:
            return roll.choice(["id", "text", "cards", "lint_ignore", "plan"]) + ": " + roll.choice(["4", "[]", "x y"])
        case 2:
            return "- " + roll.choice(HOSTILE)
        case 3:
            return "[" + ", ".join(anything(roll, depth - 1) for _ in range(roll.randrange(4))) + "]"
        case 4:
            return "{" + ", ".join(f"k{i}: {anything(roll, depth - 1)}" for i in range(roll.randrange(4))) + "}"
        case _:
            return "text: " + anything(roll, depth - 1)


def inserted(data: bytes, roll: random.Random, more: bytes) -> bytes:
    """Return data with more in it somewhere."""
    at = roll.randrange(len(data) + 1)
    return data[:at] + more + data[at:]


ACCIDENTS = (flipped, signed, disguised, swapped, doubled, cut, grown)


def misplaced(folder: Path, data: bytes) -> list[str]:
    """Return what is said of a folder's broken deck without a place in the file, a fix, or in more lines than two."""
    (folder / "porch.yml").write_bytes(data)
    library, problems = load_library(folder)
    last = len(re.split(rb"\r\n|\r|\n", data))
    return [
        told(problem)
        for problem in [*problems, *check(library, house_rules=True)]
        if not (1 <= problem.place.line <= last and problem.place.column >= 1 and problem.hint)
        or told(problem).count("\n") != 1
    ]
