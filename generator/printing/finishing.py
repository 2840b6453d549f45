"""The last hand on a PDF: what it tells viewers and printers, and where its pages lie. The only module with pikepdf.

Nothing here knows a deck. The same PDF finished in the same way gives the same bytes. pikepdf is loaded when it is
needed: a print that is taken from the cache does without.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians, sin
from typing import TYPE_CHECKING

from generator.printing.grid import Axis
from generator.printing.sheets import Imposition, axis_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

MM = 72 / 25.4  # points


class Turn(StrEnum):
    """Which edge a printer turns the paper over, in the words of ISO 32000-1, table 150."""

    NOT = "Simplex"
    LONG_EDGE = "DuplexFlipLongEdge"
    SHORT_EDGE = "DuplexFlipShortEdge"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the list beside a PDF: what it says, where it leads (mm from a page's top left), what is below it."""

    title: str
    page: int
    x: float = 0.0
    y: float = 0.0
    inner: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """How a page is moved on its paper: scaled and turned about its middle, then shifted.

    mm to the right and down, degrees clockwise, scale as a share of the size it should have.
    """

    x: float = 0.0
    y: float = 0.0
    rotation: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0

    def at(self, x: float, y: float, width: float, height: float) -> tuple[float, float]:
        """Return where a point of a page of this size comes to lie; all in mm, from the top left corner."""
        turned, upright = sin(radians(self.rotation)), cos(radians(self.rotation))
        across, down = (x - width / 2) * self.scale_x, (y - height / 2) * self.scale_y
        return (
            width / 2 + upright * across - turned * down + self.x,
            height / 2 + turned * across + upright * down + self.y,
        )

    def matrix(self, width: float, height: float) -> tuple[float, float, float, float, float, float]:
        """Return the same as a matrix of PDF for a page of this size: in points, from the bottom left corner."""

        def there(x: float, y: float) -> tuple[float, float]:
            right, down = self.at(x / MM, (height - y) / MM, width / MM, height / MM)
            return right * MM, height - down * MM

        (e, f), (right, up), (left, top) = there(0, 0), there(1, 0), there(0, 1)
        return right - e, up - f, left - e, top - f, e, f


def turn_of(imposition: Imposition) -> Turn:
    """Return how a printer has to turn the paper, so that the backs come to lie under their fronts."""
    if imposition.layout.sides == 1:
        return Turn.NOT
    grid = imposition.grid
    about_top = axis_of(grid, imposition.layout) is Axis.LEVEL
    return Turn.LONG_EDGE if about_top == grid.landscape else Turn.SHORT_EDGE


def finished(pdf: bytes, turn: Turn, bookmarks: Sequence[Bookmark] = (), drawings: Sequence[bytes] = ()) -> bytes:
    """Return a PDF that is printed at its own size, turned as it should be, and in which things are found.

    Without bookmarks it keeps those made of its headings. `drawings` are PDFs of one page: each comes in place of all
    the stamps with its number.
    """
    with opened(pdf) as document:
        tell(document, turn)
        draw(document, drawings)
        for page in document.pages:
            if "/TrimBox" in page.obj:  # all that is painted beyond the cut is bleed
                page.bleedbox = page.mediabox
        with document.open_outline() as outline:
            if bookmarks:
                height = float(document.pages[0].mediabox[3])
                outline.root[:] = list(items(document, bookmarks, height))
            tidy(outline.root)
            for item in outline.root:
                item.is_closed = False
        return saved(document)


def moved(pdf: bytes, moves: Sequence[Move]) -> bytes:
    """Return a PDF with its pages moved: the first as the first move says, and so on, and again from the first move.

    Boxes and tags stay as they are. Without a move to make, the PDF is what it was.
    """
    if all(move == Move() for move in moves):
        return pdf
    with opened(pdf) as document:
        for number, page in enumerate(document.pages):
            move = moves[number % len(moves)]
            if move != Move():
                left, bottom, right, top = (float(side) for side in page.mediabox)
                matrix = " ".join(f"{value:.6f}" for value in move.matrix(right - left, top - bottom))
                page.contents_add(f"q {matrix} cm\n".encode(), prepend=True)
                page.contents_add(b"\nQ")
        return saved(document)


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return a PDF to be changed."""
    import pikepdf  # noqa: PLC0415 - a tenth of a second, which a print from the cache need not wait for

    return pikepdf.open(io.BytesIO(pdf))


def saved(document: pikepdf.Pdf) -> bytes:
    """Return a changed PDF as bytes. Small objects are packed together: a quarter of the size."""
    import pikepdf  # noqa: PLC0415 - as above

    made = io.BytesIO()
    document.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def tell(document: pikepdf.Pdf, turn: Turn) -> None:
    """Write what a viewer should choose in its print window. Chosen by hand, anything else still goes."""
    from pikepdf import Name  # noqa: PLC0415 - as above

    wishes = document.Root.ViewerPreferences
    wishes.PrintScaling = Name("/None")
    wishes.Duplex = Name(f"/{turn}")
    # Not suspect is what a PDF is that says nothing of it; poppler stumbles over its being said.
    if "/Suspects" in document.Root.MarkInfo:
        del document.Root.MarkInfo.Suspects


def draw(document: pikepdf.Pdf, drawings: Sequence[bytes]) -> None:
    """Put drawings in place of their stamps: pictures of one pixel, which says the number, drawn at the size wanted.

    A drawing that is used a hundred times is kept once. Typst would write it down each time.
    """
    forms = [drawn(document, pdf) for pdf in drawings]
    for page in document.pages if forms else ():
        for name, stamp in page.get_images(recursive=False).items():
            high, low, _ = stamp.read_bytes()
            page.obj.Resources.XObject[name] = forms[256 * high + low]


def drawn(document: pikepdf.Pdf, pdf: bytes) -> pikepdf.Object:
    """Return the one page of a PDF as a form of another document, a unit square like a picture (ISO 32000-1, 8.9.5)."""
    from pikepdf import Array  # noqa: PLC0415 - as above

    with opened(pdf) as source:
        form = document.copy_foreign(source.pages[0].as_form_xobject())
    left, bottom, right, top = (float(side) for side in form.BBox)
    form.Matrix = Array([1 / (right - left), 0, 0, 1 / (top - bottom), 0, 0])
    return form


def items(document: pikepdf.Pdf, bookmarks: Sequence[Bookmark], height: float) -> Iterator[pikepdf.OutlineItem]:
    """Yield bookmarks as pikepdf has them, closed; a viewer keeps its own zoom."""
    from pikepdf import Array, Name, OutlineItem  # noqa: PLC0415 - as above

    for mark in bookmarks:
        page = document.pages[mark.page].obj
        there = Array([page, Name.XYZ, round(mark.x * MM, 3), round(height - mark.y * MM, 3), None])
        item = OutlineItem(mark.title, there)
        item.children, item.is_closed = list(items(document, mark.inner, height)), True
        yield item


def tidy(found: Sequence[pikepdf.OutlineItem]) -> None:
    """Take the space off the end of every title: a heading's last line has one, for whoever has it read out."""
    for item in found:
        item.title = item.title.strip()
        tidy(item.children)
