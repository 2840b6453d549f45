"""Which characters fonts can show, read from their `cmap` tables.

Typst refuses a missing glyph too, but knows only the character. Asked beforehand, every one can be named with the
line it stands on, all of them at once.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

# OpenType specification, `cmap`: the platforms whose tables are in Unicode, of Windows only two encodings.
UNICODE, WINDOWS, WINDOWS_UNICODE = 0, 3, (1, 10)
LAST, MOST = 0xFFFF, 0x10FFFF
COLLECTION = b"ttcf"
# Private-use characters mean nothing outside their font, so PDF/A refuses them; the others are not for showing.
UNSHOWN = ("Cc", "Cn", "Co", "Cs")
# These join letters or choose between forms of one; a font need not have them, for nothing of them is drawn.
FORMING = frozenset("\u200c\u200d\ufe0e\ufe0f")


@cache
def shown_by(folder: Path) -> frozenset[str]:
    """Return the characters that at least one TrueType font in a folder has; ValueError for a font it cannot read."""
    return frozenset().union(*(shown_in(path.read_bytes()) for path in sorted(folder.glob("*.ttf"))))


def shown_in(font: bytes) -> frozenset[str]:
    """Return the characters that a TrueType or OpenType font, or a collection of them, has; ValueError as above."""
    try:
        codes = set().union(*(codes_in(font, start) for start in starts(font)))
    except (struct.error, OverflowError) as error:
        raise ValueError("the font breaks off") from error
    return frozenset(char for char in map(chr, codes) if unicodedata.category(char) not in UNSHOWN)


def missing(text: str, shown: AbstractSet[str]) -> tuple[str, ...]:
    """Return the characters of a text that are not among those shown, each once, in the order they come."""
    return tuple(dict.fromkeys(char for char in text if char not in shown and char not in FORMING))


def starts(font: bytes) -> tuple[int, ...]:
    """Return where the fonts of a file begin: of a collection several, else one."""
    if not font.startswith(COLLECTION):
        return (0,)
    (count,) = struct.unpack_from(">I", font, 8)
    return struct.unpack_from(f">{count}I", font, 12)


def codes_in(font: bytes, start: int = 0) -> set[int]:
    """Return the code points that the font beginning there maps, from its tables of format 4 and 12."""
    table = table_at(font, b"cmap", start)
    (count,) = struct.unpack_from(">H", font, table + 2)
    found: list[set[int]] = []
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, table + 4 + 8 * number)
        if platform == UNICODE or (platform == WINDOWS and encoding in WINDOWS_UNICODE):
            (form,) = struct.unpack_from(">H", font, table + offset)
            found += [read(font, table + offset) for number, read in FORMATS.items() if number == form]
    if not found:
        raise ValueError("the font has no Unicode table")
    return set().union(*found)


def table_at(font: bytes, tag: bytes, start: int = 0) -> int:
    """Return where a table of a font begins; ValueError if it has none."""
    (count,) = struct.unpack_from(">H", font, start + 4)
    for number in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, start + 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag.decode()}")


def segments(font: bytes, at: int) -> set[int]:
    """Return the code points of a format 4 table: two lists, of the last and the first of each segment."""
    (count,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{count // 2}H", font, at + 14)
    firsts = struct.unpack_from(f">{count // 2}H", font, at + 16 + count)
    return {code for first, last in zip(firsts, ends, strict=True) for code in range(first, last + 1)} - {LAST}


def groups(font: bytes, at: int) -> set[int]:
    """Return the code points of a format 12 table: groups of the first, the last, and a glyph."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    rows = (struct.unpack_from(">III", font, at + 16 + 12 * number) for number in range(count))
    return {code for first, last, _ in rows for code in range(first, min(last, MOST) + 1)}


FORMATS = {4: segments, 12: groups}
