"""Which characters the vendored fonts can show, read from their `cmap` tables.

Typst refuses a missing glyph too, but knows only the character. Asked beforehand, every one can be named with the
line it stands on, all of them at once.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UNICODE_BMP = (3, 1)  # platform Windows, encoding Unicode: the table every TrueType font has
LAST = 0xFFFF
# Private-use characters mean nothing outside their font, so PDF/A refuses them; the others are not for showing.
UNSHOWN = ("Cc", "Cn", "Co", "Cs")


@cache
def shown_by(folder: Path) -> frozenset[str]:
    """Return the characters that at least one TrueType font in a folder has; ValueError for a font it cannot read."""
    codes = frozenset().union(*(codes_in(path.read_bytes()) for path in sorted(folder.glob("*.ttf"))))
    return frozenset(char for char in map(chr, codes) if unicodedata.category(char) not in UNSHOWN)


def missing(text: str, folder: Path) -> tuple[str, ...]:
    """Return the characters of a text that no font can show, each once, in the order they come."""
    return tuple(dict.fromkeys(char for char in text if char not in shown_by(folder)))


def codes_in(font: bytes) -> set[int]:
    """Return the code points a TrueType font maps, from its format 4 table (OpenType specification, `cmap`)."""
    table = table_at(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, table + 2)
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, table + 4 + 8 * number)
        if (platform, encoding) == UNICODE_BMP:
            return segments(font, table + offset)
    raise ValueError("the font has no Unicode table")


def table_at(font: bytes, tag: bytes) -> int:
    """Return where a table of a font begins; ValueError if it has none."""
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag.decode()}")


def segments(font: bytes, at: int) -> set[int]:
    """Return the code points of a format 4 table: two lists, of the last and the first of each segment."""
    (count,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{count // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{count // 2}H", font, at + 16 + count)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)} - {LAST}
