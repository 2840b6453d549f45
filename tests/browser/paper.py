"""A printed page as it comes out of a browser: every character and every drawn path with its place, in mm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from tests.printing.reading import MM

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Box:
    """A box on a page, in mm from its top left corner, and the character in it, if it is one's."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def within(self, x: float, y: float, width: float, height: float, *, air: float = 0.0) -> bool:
        """Say whether it lies in a place, `air` mm away from its edges."""
        level = x + air <= self.left and self.right <= x + width - air
        return level and y + air <= self.top and self.bottom <= y + height - air

    def near(self, x: float, y: float, width: float, height: float, most: float) -> bool:
        """Say whether it is a place, to `most` mm."""
        edges = (self.left - x, self.top - y, self.right - x - width, self.bottom - y - height)
        return all(abs(edge) <= most for edge in edges)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what it measures in mm, its characters in reading order, and its paths."""

    width: float
    height: float
    characters: tuple[Box, ...]
    paths: tuple[Box, ...]

    def read(self, *place: float) -> str:
        """Return what stands in a place, without its spaces."""
        return "".join(box.text for box in self.characters if box.within(*place))


def pages(pdf: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            Page(page.get_width() * MM, page.get_height() * MM, tuple(characters(page)), tuple(paths(page)))
            for page in document
        ]


def characters(page: pypdfium2.PdfPage) -> Iterator[Box]:
    text = page.get_textpage()
    for index in range(text.count_chars()):
        shown = chr(pdfium.FPDFText_GetUnicode(text, index))
        if not shown.isspace():
            yield box(page, text.get_charbox(index), shown)


def paths(page: pypdfium2.PdfPage) -> Iterator[Box]:
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=20):
        yield box(page, path.get_bounds())


def box(page: pypdfium2.PdfPage, bounds: tuple[float, float, float, float], text: str = "") -> Box:
    left, bottom, right, top = bounds
    height = page.get_height()
    return Box(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM, text)
