"""Finishing: what a print tells viewers and printers, its boxes, its bookmarks, and its moved pages."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfua import validate

from generator.library.words import words
from generator.printing.finishing import MM, Move, Turn, finished, moved, turn_of
from generator.printing.job import Job
from generator.printing.prints import prepared, print_deck, print_printable
from generator.printing.sheets import Layout
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck
from tests.printing.reading import spans, structure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.library.model import Library

TURNS = {
    Layout.DUPLEX_LONG: "/DuplexFlipLongEdge",
    Layout.DUPLEX_SHORT: "/DuplexFlipShortEdge",
    Layout.FOLD: "/Simplex",
    Layout.FRONTS: "/Simplex",
    Layout.BACKS: "/Simplex",
    Layout.FACES: "/DuplexFlipLongEdge",
}
DECK = made_deck(
    made_card("deep", "What is hard?", depth=3), made_card("light", "What is easy?"), made_card("last", "What is left?")
)


@pytest.fixture(scope="module")
def layouts() -> Mapping[Layout, bytes]:
    """One small deck in every layout."""
    made = {layout: print_deck(DECK, ticket(layout=layout)).pdf for layout in Layout}
    return {layout: pdf for layout, pdf in made.items() if pdf}


@pytest.fixture(params=Layout)
def laid(request: pytest.FixtureRequest, layouts: Mapping[Layout, bytes]) -> tuple[Layout, bytes]:
    """One of them."""
    return request.param, layouts[request.param]


def outline(pdf: bytes) -> list[tuple[int, str, int, list[float]]]:
    """Return level, title, page and view of every bookmark, in order."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for mark in document.get_toc():
            there = mark.get_dest()
            assert there
            found.append((mark.level, mark.get_title(), there.get_index() or 0, list(there.get_view()[1])))
        return found


def test_every_layout_asks_for_its_own_size_and_its_own_turn(laid: tuple[Layout, bytes]) -> None:
    """Viewers that heed it choose `actual size` and the right edge by themselves."""
    layout, pdf = laid
    with pikepdf.open(io.BytesIO(pdf)) as document:
        wishes = document.Root.ViewerPreferences
        assert (str(wishes.PrintScaling), str(wishes.Duplex)) == ("/None", TURNS[layout])
        assert bool(wishes.DisplayDocTitle)


def test_a_sheet_that_lies_across_is_turned_over_the_edge_its_name_says() -> None:
    """On Letter the cards lie across, and the long edge is at the top."""
    assert turn_of(ticket("letter").imposition) is Turn.LONG_EDGE
    assert turn_of(ticket("letter", layout="duplex-short").imposition) is Turn.SHORT_EDGE


def test_what_is_finished_is_still_archived_tagged_and_whole(laid: tuple[Layout, bytes], tmp_path: Path) -> None:
    """PDF/A-2a and PDF/UA-1 as claimed before, title, language, dates; no checker at hand finds a fault."""
    _, pdf = laid
    file = tmp_path / "deck.pdf"
    file.write_bytes(pdf)
    assert [finding for finding in validate(str(file)).findings if finding.severity.name == "ERROR"] == []
    with pikepdf.open(file) as document:
        assert document.check_pdf_syntax() == []
        assert bool(document.Root.MarkInfo.Marked)
        assert "/Suspects" not in document.Root.MarkInfo
        assert "/OutputIntents" in document.Root
        with document.open_metadata() as facts:
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"], facts["pdfuaid:part"]) == ("2", "A", "1")
            assert facts["xmp:ModifyDate"] == facts["xmp:CreateDate"] == "2026-11-22T00:00:00Z"


def test_a_face_has_boxes_for_a_print_shop_and_a_sheet_has_none(laid: tuple[Layout, bytes]) -> None:
    """A card is trimmed 3 mm inside its page; a sheet that is cut by hand is shown and printed whole."""
    layout, pdf = laid
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            boxes = {name for name in ("/TrimBox", "/BleedBox", "/CropBox") if name in page.obj}
            if layout is not Layout.FACES:
                assert boxes == set()
                continue
            assert boxes == {"/TrimBox", "/BleedBox"}
            media, trim = ([float(side) for side in box] for box in (page.mediabox, page.trimbox))
            assert page.bleedbox == page.mediabox
            assert [b - a for a, b in zip(media, trim, strict=True)] == pytest.approx(
                [3 * MM, 3 * MM, -3 * MM, -3 * MM], abs=0.001
            )
            assert trim[2] - trim[0] == pytest.approx(63.5 * MM, abs=0.001)


@pytest.mark.parametrize("dpi", [40, 72, 100, 300])
def test_a_face_s_wool_reaches_every_edge(layouts: Mapping[Layout, bytes], dpi: int) -> None:
    """No white line at the bleed's edge, at whatever resolution and however it is rounded."""
    with pypdfium2.PdfDocument(layouts[Layout.FACES]) as document:
        image = document[1].render(scale=dpi / 72).to_pil().convert("RGB")
    width, height = image.size
    rim = [image.getpixel((x, y)) for x in (0, width - 1) for y in range(height)]
    rim += [image.getpixel((x, y)) for y in (0, height - 1) for x in range(width)]
    assert (255, 255, 255) not in rim
    with pikepdf.open(io.BytesIO(layouts[Layout.FACES])) as document:
        left, bottom, right, top = (float(side) for side in document.pages[1].mediabox)
    with pypdfium2.PdfDocument(layouts[Layout.FACES]) as document:
        wool = next(document[1].get_objects()).get_bounds()
    assert wool[0] < left - 1
    assert wool[1] < bottom - 1
    assert wool[2] > right + 1
    assert wool[3] > top + 1


def test_bookmarks_lead_from_the_deck_over_its_depths_to_every_card(laid: tuple[Layout, bytes]) -> None:
    """The lightest first, each card by its word; they lead to the card's page, with all of the card in sight."""
    layout, pdf = laid
    found = outline(pdf)
    if layout is Layout.BACKS:
        assert found[1:] == [(1, f"Made Up, sheet {n} of 2, back", n - 1, found[n][3]) for n in (1, 2)]
        return
    names = [(level, title) for level, title, _, _ in found]
    assert names[:6] == [(0, "Made Up"), (1, "Sip"), (2, "light"), (2, "last"), (1, "Open"), (2, "deep")]
    assert names[6] == (1, words("en")["print"]["bookmark_service"])
    assert names.count((2, "Your own")) == 1
    # Reversed, for the index names them again.
    cards = {s.text.strip(): s for s in reversed(spans(pdf)) if s.text.strip() in {"light", "last", "deep"}}
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[0].get_height()
    for level, title, page, (left, top, *_) in found:
        if level == 2 and title in cards:
            foot = cards[title]
            assert page == foot.page
            assert 0 <= foot.left - left / MM < 63.5 + 6
            assert foot.bottom - (height - top) / MM == pytest.approx(88.9 - 6 + 3, abs=4)


def test_bookmarks_open_at_the_deck_and_no_deeper(layouts: Mapping[Layout, bytes]) -> None:
    """One sees the depths first, not forty lines."""
    with pikepdf.open(io.BytesIO(layouts[Layout.DUPLEX_LONG])) as document, document.open_outline() as found:
        (deck,) = found.root
        assert not deck.is_closed
        assert all(group.is_closed for group in deck.children)


def test_a_printable_keeps_the_bookmarks_of_its_headings(library: Library) -> None:
    """Without the space that ends a heading's line; it is printed on one side."""
    pdf = print_printable(library.printables[0]).pdf
    assert pdf
    titles = [title for _, title, _, _ in outline(pdf)]
    assert titles[0] == library.printables[0].title
    assert titles == [title.strip() for title in titles]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.ViewerPreferences.Duplex) == "/Simplex"
        assert str(document.Root.ViewerPreferences.PrintScaling) == "/None"


def test_a_back_is_drawn_once_however_many_cards_have_it(tmp_path: Path) -> None:
    """One drawing a deck, used for each of its backs, and no picture of pixels is left; no checker finds a fault."""
    other = replace(DECK, id="other", lay="rain", cards=tuple(replace(card, deck="other") for card in DECK.cards))
    jobs = [Job(replace(deck, cards=deck.cards[:2]), ticket(), whole=deck) for deck in (DECK, other)]
    made = prepared(jobs)().pdf or b""
    with pikepdf.open(io.BytesIO(made)) as document:
        assert not any(page.get_images() for page in document.pages)
        forms = [form for page in document.pages for form in page.obj.Resources.get("/XObject", {}).values()]
        assert len({form.objgen for form in forms}) == 2
        assert len({form.read_bytes() for form in forms}) == 2
        assert all(list(form.BBox)[:2] == [0, 0] for form in forms)
    file = tmp_path / "made.pdf"
    file.write_bytes(made)
    assert [finding for finding in validate(str(file)).findings if finding.severity.name == "ERROR"] == []


def test_backs_alone_are_read_by_their_sheets(layouts: Mapping[Layout, bytes]) -> None:
    """There is no card to read, but whoever listens knows which sheet it is."""
    found = [(element.page, element.type, element.text) for element in structure(layouts[Layout.BACKS])]
    assert found == [(0, "H1", "Made Up"), (0, "P", ", sheet 1 of 2, back"), (1, "P", "Made Up, sheet 2 of 2, back")]


def test_faces_are_headed_by_their_deck_and_read_like_any_other(layouts: Mapping[Layout, bytes]) -> None:
    """The deck's name is read although a card has no place to show it; each card is a heading with its text."""
    found = [(element.type, element.text) for element in structure(layouts[Layout.FACES])]
    assert found[:3] == [("H1", "Made Up"), ("H2", "Open, Question, deep"), ("P", "What is hard?")]
    assert [kind for kind, _ in found].count("H1") == 1


def test_finishing_twice_gives_the_same_bytes(layouts: Mapping[Layout, bytes]) -> None:
    """No clock, no random: neither in what is told nor in what is moved."""
    pdf = layouts[Layout.FRONTS]
    assert finished(pdf, Turn.NOT) == finished(pdf, Turn.NOT)
    assert moved(pdf, [Move(1, 2, 0.5)]) == moved(pdf, [Move(1, 2, 0.5)]) != pdf
    assert moved(pdf, [Move(), Move()]) is moved(pdf, []) is pdf


@given(
    st.builds(Move, *[st.floats(-10, 10)] * 2, st.floats(-3, 3), *[st.floats(0.95, 1.05)] * 2),
    st.floats(0, 210),
    st.floats(0, 297),
)
def test_a_move_and_its_matrix_are_one(move: Move, x: float, y: float) -> None:
    """What is computed in mm from the top is what PDF does in points from the bottom."""
    a, b, c, d, e, f = move.matrix(210 * MM, 297 * MM)
    across, up = x * MM, (297 - y) * MM
    there = ((a * across + c * up + e) / MM, 297 - (b * across + d * up + f) / MM)
    assert there == pytest.approx(move.at(x, y, 210, 297), abs=1e-6)


def test_a_move_goes_right_down_and_clockwise() -> None:
    """As people say it who look at the page; it turns and grows about the middle."""
    assert Move(2, 3).at(10, 10, 200, 300) == pytest.approx((12, 13))
    assert Move(rotation=90).at(100, 50, 200, 300) == pytest.approx((200, 150))
    assert Move(scale_x=1.01, scale_y=0.99).at(200, 300, 200, 300) == pytest.approx((201, 298.5))
