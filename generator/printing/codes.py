"""QR codes: which address one leads to, and its squares as a path. Only a `permanent_url` is ever printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

# Squares of white that a reader needs around a code (ISO/IEC 18004).
QUIET = 4
# The least side of a code and of one of its squares, in mm: what a phone reads from a home printer's paper.
LEAST_SIDE, LEAST_SQUARE = 12.8, 0.38
# On a label a code stands this far from the edge at least; on a front it may be so wide, in mm.
EDGE, MOST_SIDE = 2.1, 18.0
# Of eight masks the standard lets a writer take any; to find the best takes five times as long, for each card.
MASK = 4

NONE_DECLARED = (
    "No QR codes are printed: mkdocs.yml declares no permanent_url. It is a promise that an address stays, for paper "
    "cannot be mended."
)
NO_ADDRESS = "No QR codes are printed: the permanent_url in mkdocs.yml does not begin with https:// and a name."


@dataclass(frozen=True, slots=True)
class Codes:
    """Which codes a print carries: those of its decks, where there is a `permanent_url`, and if so, its cards' own."""

    permanent_url: str = ""
    fronts: bool = False

    @property
    def root(self) -> str:
        """What every address begins with; empty if there are no codes."""
        parts = urlsplit(self.permanent_url)
        return f"{self.permanent_url.rstrip('/')}/" if parts.scheme in {"http", "https"} and parts.netloc else ""

    @property
    def why_none(self) -> str:
        """Why there are no codes, in a line; empty if there are."""
        if self.root:
            return ""
        return NO_ADDRESS if self.permanent_url else NONE_DECLARED

    def of_deck(self, deck: str) -> str:
        """Return the address of a deck's page; empty if there are no codes."""
        return self.root and f"{self.root}decks/{deck}/"

    def of_card(self, address: str) -> str:
        """Return the address of a card's page, if cards carry codes."""
        return self.root and f"{self.root}cards/{address}/" if self.fronts else ""


NO_CODES = Codes()


@dataclass(frozen=True, slots=True)
class Code:
    """A code in its place: its corner and side in mm, how many squares a side has, and the dark ones as an SVG path.

    `alt` is read in its stead; where it is empty, others say the same, and the code is left out when reading.
    """

    x: float
    y: float
    side: float
    squares: int
    path: str
    alt: str = ""

    @property
    def quiet(self) -> float:
        """How much must stay white around it, in mm."""
        return QUIET * self.side / self.squares


@cache
def squares_of(address: str, mask: int | None = None) -> tuple[int, str]:
    """Return how many squares a code's side has, and its dark ones as one SVG path; a fixed `mask` is found faster.

    Error correction is M: a code stays readable when a seventh of it is lost.
    """
    import segno  # noqa: PLC0415 - most projects promise no address, and print none

    rows = segno.make(address, error="m", micro=False, boost_error=False, mask=mask).matrix
    return len(rows), "".join(run for y, row in enumerate(rows) for run in runs(row, y))


def runs(row: bytearray | tuple[int, ...], y: int) -> list[str]:
    """Return the runs of dark squares in a row as parts of a path."""
    found = []
    start = 0
    for x in range(len(row) + 1):
        if x < len(row) and row[x]:
            continue
        if x > start:
            found.append(f"M{start} {y}h{x - start}v1h{start - x}z")
        start = x + 1
    return found


def corner_code(address: str, right: float, top: float, mask: int | None = None, alt: str = "") -> Code | None:
    """Return a code whose upper right corner is there, in mm; None for an address that would make it too large."""
    squares, path = squares_of(address, mask)
    side = side_of(squares)
    return Code(right - side, top, side, squares, path, alt) if side <= MOST_SIDE else None


def end_code(address: str, width: float, height: float) -> Code | None:
    """Return a code at the right end of a label of a size in mm; None for an address that needs a higher one."""
    squares, path = squares_of(address)
    side = side_of(squares)
    code = Code(width - side - EDGE, (height - side) / 2, side, squares, path)
    return code if code.quiet <= min(code.y, EDGE) else None


def side_of(squares: int) -> float:
    """Return how large a code of so many squares a side is printed, in mm."""
    return max(LEAST_SIDE, squares * LEAST_SQUARE)
