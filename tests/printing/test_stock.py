"""Perforated stock: the makers' numbers typed again, and real sheets of it read back."""

from __future__ import annotations

import io
from itertools import product

import pikepdf
import pypdfium2
import pytest

from generator.printing.grid import BLEED, GUARD, Rect
from generator.printing.prints import print_deck
from generator.printing.sheets import Layout, on_stock, sheet
from generator.printing.stock import stocks
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck
from tests.printing.reading import spans, structure

IN = 25.4
# Paper, card, columns and rows, first corner, pitch, over-print; in mm.
STOCK = {
    "avery-5371": ("letter", (3.5 * IN, 2 * IN), (2, 5), (0.75 * IN, 0.5 * IN), (3.5 * IN, 2 * IN), 0),
    "avery-8371": ("letter", (3.5 * IN, 2 * IN), (2, 5), (0.75 * IN, 0.5 * IN), (3.5 * IN, 2 * IN), 0),
    "avery-8373": ("letter", (3.5 * IN, 2 * IN), (2, 4), (0.5 * IN, 0.75 * IN), (4 * IN, 2.5 * IN), 0.0625 * IN),
    "avery-5388": ("letter", (5 * IN, 3 * IN), (1, 3), (1.75 * IN, 1 * IN), (5 * IN, 3 * IN), 0),
    "avery-5389": ("letter", (6 * IN, 4 * IN), (1, 2), (1.25 * IN, 1.25 * IN), (6 * IN, 4.5 * IN), 0),
    "avery-l7414": ("a4", (90, 52), (2, 5), (15, 18.5), (90, 52), 0),
    "avery-j8414": ("a4", (87, 50.8), (2, 5), (14.8, 20.4), (93.1, 50.8), 0),
    "avery-c32011": ("a4", (85, 54), (2, 5), (15, 13.5), (95, 54), 0),
    "avery-c32015": ("a4", (85, 54), (2, 4), (17, 31.5), (91, 60), 0),
}
FLAT = [Layout.DUPLEX_LONG, Layout.DUPLEX_SHORT, Layout.FRONTS, Layout.BACKS]
DECK = made_deck(
    *(made_card(f"card-{number}", "What now?", depth=1 + number % 4, care="Go easy.") for number in range(4))
)


def covers(outer: Rect, inner: Rect) -> bool:
    """Say whether one rectangle lies in another."""
    across = outer.x - 1e-6 <= inner.x and inner.x + inner.width <= outer.x + outer.width + 1e-6
    return across and outer.y - 1e-6 <= inner.y and inner.y + inner.height <= outer.y + outer.height + 1e-6


def test_stock_is_what_its_maker_sells() -> None:
    """Every number of every sheet, inches turned into mm."""
    assert set(stocks()) == set(STOCK)
    for known in stocks().values():
        paper, card, grid, first, pitch, over_print = STOCK[known.id]
        assert (known.paper, known.columns, known.rows) == (paper, *grid)
        lengths = (known.width, known.height, known.x, known.y, known.across, known.down, known.over_print)
        assert lengths == pytest.approx((*card, *first, *pitch, over_print), abs=1e-9)


@pytest.mark.parametrize(("name", "layout"), [*product(STOCK, FLAT)])
def test_cards_lie_where_they_are_punched_and_backs_under_them(name: str, layout: Layout) -> None:
    """Front *i* is the grid's place *i*; its back is there after the flip, mirrored about the paper's middle."""
    known = stocks()[name]
    made = sheet(on_stock(known, layout))
    x, y = known.x, known.y
    for number, (front, back) in enumerate(zip(made.fronts, made.backs, strict=True)):
        row, column = divmod(number, known.columns)
        assert (front.x, front.y) == pytest.approx((x + column * known.across, y + row * known.down))
        turned = layout is Layout.DUPLEX_SHORT
        assert back.turned == turned
        assert back.card.x == pytest.approx(front.x if turned else made.width - front.x - front.width)
        assert back.card.y == pytest.approx(made.height - front.y - front.height if turned else front.y)
        assert covers(Rect(GUARD, GUARD, made.width - 2 * GUARD, made.height - 2 * GUARD), front)


@pytest.mark.parametrize(("name", "layout"), [*product(STOCK, FLAT)])
def test_nothing_is_drawn_where_somebody_would_cut_and_nothing_on_a_card(name: str, layout: Layout) -> None:
    """No marks, no hairlines; label and ruler only where neither side has a card or its colour."""
    made = sheet(on_stock(stocks()[name], layout))
    around = made.margins
    assert around
    assert (around.marks, around.cut_note) == ((), None)
    assert not any(side.hairlines or side.folds for side in made.sides)
    places = [place for place in (around.label, around.ruler_note) if place]
    places += [Rect(min(a.x1, a.x2), min(a.y1, a.y2), abs(a.x1 - a.x2), abs(a.y1 - a.y2)) for a in around.ruler]
    for place in places:
        assert covers(Rect(GUARD, GUARD, made.width - 2 * GUARD, made.height - 2 * GUARD), place)
        for card in (*made.fronts, *(back.shown for back in made.backs)):
            apart = place.y + place.height <= card.y + 1e-6 or place.y >= card.y + card.height - 1e-6
            assert apart, (place, card)
    assert bool(around.label) == bool(around.ruler) == (name not in {"avery-5371", "avery-8371", "avery-c32011"})


@pytest.mark.parametrize("name", STOCK)
def test_backs_run_over_the_perforation_by_half_a_gap_at_most(name: str) -> None:
    """Where cards touch, no colour of one lies on the other; outside there is colour for a sheet fed askew."""
    known = stocks()[name]
    made = sheet(on_stock(known))
    level, upright = known.across - known.width, known.down - known.height
    for back in made.backs:
        gaps = {
            back.card.x - back.shown.x: level,
            back.shown.x + back.shown.width - back.card.x - back.card.width: level,
            back.card.y - back.shown.y: upright,
            back.shown.y + back.shown.height - back.card.y - back.card.height: upright,
        }
        assert all(
            any(bled == pytest.approx(most) for most in (BLEED, min(BLEED, gap / 2))) for bled, gap in gaps.items()
        )


@pytest.mark.parametrize("name", ["avery-5371", "avery-j8414", "avery-5388"])
def test_a_printed_sheet_has_its_words_on_its_cards(name: str) -> None:
    """Read back from the PDF: each front's words on its card, each back's label on the mirrored one."""
    made = print_deck(DECK, ticket(target=name))
    assert made.pdf, made.problems
    place = sheet(on_stock(stocks()[name]))
    found = [span for span in spans(made.pdf) if span.text.strip() and span.size > 2]
    label = place.margins.label if place.margins else None
    for number, faces in ((0, place.fronts), (1, tuple(back.card for back in place.backs))):
        words = [span for span in found if span.page == number]
        if label:
            words = [
                span for span in words if label.y + label.height < span.top < place.height - label.y - label.height
            ]
        homes = [
            [i for i, face in enumerate(faces) if covers(face, Rect(s.left, s.top, s.right - s.left, s.bottom - s.top))]
            for s in words
        ]
        assert all(len(home) == 1 for home in homes)
        assert {home[0] for home in homes} == set(range(len(faces)))
    ids = [span for span in found if span.page == 0 and "card-" in span.text]
    assert len(ids) == min(4, len(place.fronts))
    for span, face in zip(ids, place.fronts, strict=False):
        assert face.x < span.left < span.right < face.x + face.width


def test_without_a_margin_the_deck_s_name_is_still_read() -> None:
    """A sheet with no room for a label has its heading all the same, and all around its cards is bare paper."""
    made = print_deck(DECK, ticket(target="avery-5371"))
    assert made.pdf
    assert [element.text for element in structure(made.pdf) if element.type == "H1"] == ["Made Up"]
    with pypdfium2.PdfDocument(made.pdf) as document:
        front = document[0].render(scale=2).to_pil().convert("L")
    mm = 2 * 72 / 25.4
    left, top, right, bottom = (19.05 * mm, 12.7 * mm, (215.9 - 19.05) * mm, (279.4 - 12.7) * mm)
    for box in ((0, 0, front.width, top), (0, 0, left, front.height), (right, 0, front.width, front.height)):
        assert front.crop(tuple(map(int, box))).getextrema() == (255, 255)
    assert front.crop((0, int(bottom) + 1, front.width, front.height)).getextrema() == (255, 255)
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        assert [float(number) for number in document.pages[0].MediaBox] == pytest.approx([0, 0, 612, 792], abs=0.1)
