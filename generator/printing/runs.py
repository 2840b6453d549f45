"""A text as a run of pieces on one long line: where each begins and ends, in em, as its font was measured."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.printing.breaking import HYPHEN, JOINED, PARTED, Joint, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

# A text is tried again and again in the same font and widths: with another note beside it, at another height.
REMEMBERED = 512


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
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


@lru_cache(maxsize=REMEMBERED)
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
