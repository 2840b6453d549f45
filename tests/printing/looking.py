"""Pages as pictures: what the printing tests look at where words and places are not enough."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops

from generator.printing.finishing import finished, turn_of
from generator.printing.grid import Rect
from generator.printing.ink import HERE, drawing, measured, typeset
from generator.printing.job import Job, words_to_measure
from generator.printing.sheets import sheet
from generator.printing.ticket import Ticket
from tests.printing.making import laid_out, made_card, made_deck

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.library.model import Deck
    from generator.printing.runs import Font
    from generator.printing.sheets import Sheet

PER_MM = 4  # pixels


@cache
def four_deep() -> Deck:
    """Return a deck of a card for each depth."""
    return made_deck(*(made_card(f"card-{depth}", "What now?", depth=depth) for depth in (1, 2, 3, 4)))


@cache
def letters() -> dict[str, Font]:
    """Return the fonts as they are measured for that deck."""
    job = Job(four_deep(), Ticket())
    return measured(words_to_measure(job), job.language)


def one_sheet(ticket: Ticket, taken: Collection[int] | None = None) -> tuple[Sheet, bytes]:
    """Return one sheet of that deck with cards on some of its places, on all of them if None; and its PDF."""
    job = Job(four_deep(), ticket)
    data, _ = laid_out(job, letters())
    place = sheet(ticket.imposition, taken)
    first = data["sheets"][0]
    data |= {"places": [asdict(place)], "sheets": [first | {"place": 0}]}
    (first,) = data["sheets"]
    first["cards"], first["backs"] = (first[key][: len(place.fronts)] for key in ("cards", "backs"))
    pdf = typeset(HERE / "sheet.typ", data, job.day)
    return place, finished(pdf, turn_of(ticket.imposition), drawings=[drawing(job.back, job.day)])


def backs_side(place: Sheet) -> int:
    """Return on which page of a sheet its backs lie."""
    return next(number for number, side in enumerate(place.sides) if side.backs)


def seen(pdf: bytes, page: int) -> Image.Image:
    """Return a page as a picture, each pixel as light as its darkest colour: only bare paper is white."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=PER_MM * 25.4 / 72).to_pil()
    red, green, blue = picture.split()
    return ImageChops.darker(red, ImageChops.darker(green, blue))


def within(picture: Image.Image, box: Rect) -> Image.Image:
    """Return the part of a picture that shows a box given in mm."""
    left, top, right, bottom = (round(at * PER_MM) for at in (box.x, box.y, box.x + box.width, box.y + box.height))
    return picture.crop((left, top, right, bottom))


def darkest(picture: Image.Image) -> int:
    """Return how light the darkest pixel is, of 255."""
    return min(picture.tobytes())


def lightest(picture: Image.Image) -> int:
    """Return how light the lightest pixel is, of 255."""
    return max(picture.tobytes())


def strips(box: Rect, width: float) -> tuple[Rect, ...]:
    """Return the four strips along the edges of a box, on its inner side, `width` mm wide."""
    right, bottom = box.x + box.width, box.y + box.height
    return (
        Rect(box.x, box.y, box.width, width),
        Rect(box.x, bottom - width, box.width, width),
        Rect(box.x, box.y, width, box.height),
        Rect(right - width, box.y, width, box.height),
    )
