"""How much ink a print takes, measured on its own pages.

Ink is what a pixel takes from the paper's white: the mean of cyan, magenta and yellow, each one minus red, green or
blue as in ISO 32000-1, 10.3. A page of solid black is 100 %, a bare one 0 %. As with the "5 % coverage" that the yield
of a cartridge is stated for, the whole page counts, margins and all. What a printer lays down depends on its own tables
of colours; these figures are for comparing decks and editions.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator.printing.cache import keep, kept, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pypdfium2 import PdfPage

    from generator.printing.sheets import Sheet

# Fine enough for the finest line of a back to keep its width: PDFium draws none thinner than a pixel.
RESOLUTION = 200
# Of the rows of pixels every third is counted: the others say the same.
EVERY = 3
POINTS = 72  # an inch
WHITE = 255
WHOLE = 100.0
# What else the figure depends on. Another way of measuring needs another one.
RECIPE = f"ink at {RESOLUTION} dpi, every {EVERY}rd row, PDFium {version('pypdfium2')}".encode()

# What to leave away at the left, bottom, right and top of a page: shares of its width and height.
Crop = tuple[float, float, float, float]
ALL: Crop = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much ink fronts and backs take, in percent of the paper they are printed on; 0 where there are none."""

    fronts: float
    backs: float


def coverage(pdf: bytes, sheet: Sheet, *, cache: Path | None = None) -> Coverage:
    """Return the ink of a deck's first sheet; it stands for all of them, for they differ in words alone.

    `cache` is a folder for what was measured before; None keeps nothing.
    """
    key = key_of(RECIPE, pdf, repr(sheet).encode()) if cache else ""
    known = kept(cache, key)
    found = Coverage(*json.loads(known)) if known else measured(pdf, sheet)
    keep(cache, key, json.dumps(astuple(found)).encode())
    return found


def measured(pdf: bytes, sheet: Sheet) -> Coverage:
    """Return the ink of the first sheet, measured."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - an unchanged deck is not measured again

    parts = list(parts_of(sheet))
    with PdfDocument(pdf) as document:
        fronts = [inked(document[page], crop) for page, front, crop in parts if front]
        backs = [inked(document[page], crop) for page, front, crop in parts if not front]
    return Coverage(mean(fronts), mean(backs))


def parts_of(sheet: Sheet) -> Iterator[tuple[int, bool, Crop]]:
    """Yield the parts of a sheet: on which page, whether fronts lie there, and what of the page is not theirs.

    Paper to be folded has its fronts above or left of the fold.
    """
    for page, side in enumerate(sheet.sides):
        if side.fronts and side.backs:
            level = sheet.fronts[0].x == sheet.backs[0].card.x
            yield page, True, (0, 0.5, 0, 0) if level else (0, 0, 0.5, 0)
            yield page, False, (0, 0, 0, 0.5) if level else (0.5, 0, 0, 0)
        else:
            yield page, bool(side.fronts), ALL


def inked(page: PdfPage, crop: Crop = ALL) -> float:
    """Return how much ink a page takes, in percent of its area but for what is cropped."""
    width, height = page.get_size()
    left, bottom, right, top = crop
    away = (left * width, bottom * height, right * width, top * height)
    bitmap = page.render(scale=RESOLUTION / POINTS, crop=away, draw_annots=False)
    pixels, across = memoryview(bytes(bitmap.buffer)), bitmap.width * bitmap.n_channels
    rows = range(0, bitmap.height, EVERY)
    light = sum(sum(pixels[y * bitmap.stride :][:across]) for y in rows)
    return float(WHOLE * (1 - light / (WHITE * across * len(rows))))


def mean(shares: Sequence[float]) -> float:
    """Return the mean of some shares, to a tenth of a percent; 0 of none."""
    return round(sum(shares) / len(shares), 1) if shares else 0.0
