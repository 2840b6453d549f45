"""Ink coverage: measured on pages of which it is known, and stated for every deck."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from generator.printing.cache import keep
from generator.printing.coverage import Coverage, coverage, inked
from generator.printing.grid import Axis
from generator.printing.prints import print_deck
from generator.printing.sheets import sheet
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck

if TYPE_CHECKING:
    from pathlib import Path


def painted(*pages: str) -> bytes:
    """Return a PDF with pages of 200 by 100 points, each with some drawing operators."""
    made = io.BytesIO()
    with pikepdf.new() as document:
        for content in pages:
            page = document.add_blank_page(page_size=(200, 100))
            page.obj.Contents = document.make_stream(content.encode())
        document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "percent"),
    [
        ("", 0),
        ("0 g 0 0 200 100 re f", 100),
        ("0 g 20 10 100 50 re f", 25),
        ("1 0 0 rg 0 0 200 100 re f", 200 / 3),
        ("0.5 g 0 0 100 100 re f", 25),
        ("0 g 0 0 100 100 re f 1 g 0 0 50 100 re f", 25),
    ],
)
def test_a_known_drawing_takes_a_known_share(content: str, percent: float) -> None:
    """A black quarter is 25 %; red takes magenta and yellow but no cyan; what is painted over does not count."""
    with pypdfium2.PdfDocument(painted(content)) as document:
        assert inked(document[0]) == pytest.approx(percent, abs=0.4)


def test_fronts_and_backs_are_told_apart() -> None:
    """Each is measured on its own side of the paper, and on a sheet to be folded on its own half."""
    black, left, top = "0 g 0 0 200 100 re f", "0 g 0 0 100 100 re f", "0 g 0 50 200 50 re f"
    usual, alone, backs = (ticket(layout=name).imposition for name in ("duplex-long", "fronts", "backs"))
    assert coverage(painted("", black), sheet(usual)) == Coverage(0, 100)
    assert coverage(painted(black), sheet(alone)) == Coverage(100, 0)
    assert coverage(painted(black), sheet(backs)) == Coverage(0, 100)
    upright, level = (ticket(layout="fold", fold=axis).imposition for axis in (Axis.UPRIGHT, Axis.LEVEL))
    assert coverage(painted(left), sheet(upright)) == Coverage(100, 0)
    assert coverage(painted(top), sheet(level)) == Coverage(100, 0)


def test_what_was_measured_is_kept(tmp_path: Path) -> None:
    """An unchanged print is not measured again: what lies in the folder is given out, for that print alone."""
    places, pdf = sheet(ticket().imposition), print_deck(made_deck(made_card("one", "What now?"))).pdf or b""
    first = coverage(pdf, places, cache=tmp_path)
    assert 0 < first.fronts < 10 < first.backs < 90
    assert coverage(pdf, places, cache=tmp_path) == coverage(pdf, places) == first
    (entry,) = tmp_path.iterdir()
    keep(tmp_path, entry.name, b"[1, 2]")
    assert coverage(pdf, places, cache=tmp_path) == Coverage(1, 2)
    assert coverage(painted("", ""), places, cache=tmp_path) == Coverage(0, 0)
