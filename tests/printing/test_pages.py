"""Pages: the real decks as a printer and a pair of scissors get them, read back from the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from generator.printing.prints import print_deck
from generator.printing.ticket import ticket
from tests.printing.reading import Span, spans, squeezed

if TYPE_CHECKING:
    from generator.library.model import Library

# columns, rows, left margin, top margin, page size in points: counted by hand, not by the code under test.
SHEETS = {"a4": (3, 3, 9.75, 15.15, (595.28, 841.89)), "letter": (4, 2, 12.7, 19.05, (792, 612))}
WIDTH, HEIGHT = 63.5, 88.9
DEPTHS = ("Sip", "Share", "Open", "Tender")


def cell(span: Span, stock: str) -> tuple[int, int]:
    """Return the column and the row of the card that a text lies on."""
    _, _, left, top, _ = SHEETS[stock]
    return int(((span.left + span.right) / 2 - left) // WIDTH), int(((span.top + span.bottom) / 2 - top) // HEIGHT)


def inside(span: Span, stock: str) -> bool:
    """Say whether a text lies on the grid of cards."""
    columns, rows, _, _, _ = SHEETS[stock]
    column, row = cell(span, stock)
    return 0 <= column < columns and 0 <= row < rows


def test_a_deck_of_36_is_five_a4_sheets_or_six_of_letter(printed: tuple[str, str, bytes], library: Library) -> None:
    """Front and back of each sheet are pages, in that order, of the paper's size."""
    deck, stock, pdf = printed
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == (10 if stock == "a4" else 12)
        assert len(document) == 2 * print_deck(library.deck(deck), ticket(stock)).sheets
        sizes = {(round(width, 2), round(height, 2)) for width, height in (page.get_size() for page in document)}
    assert sizes == {SHEETS[stock][-1]}


def test_every_sheet_is_labelled_on_both_sides(printed: tuple[str, str, bytes]) -> None:
    """A sheet that has slipped from the pile says where it belongs; the ruler says what it is for."""
    deck, _, pdf = printed
    title = {"kettle-on": "Kettle On", "going-first": "Going First"}[deck]
    pages: dict[int, str] = {}
    for span in spans(pdf):
        pages[span.page] = squeezed(pages.get(span.page, "") + span.text)
    total = len(pages) // 2
    for page, text in pages.items():
        side = "back" if page % 2 else "front"
        assert f"{title}, sheet {page // 2 + 1} of {total}, {side}" in text
        assert "100 mm: measure me after printing" in text
        assert "Cut from mark to mark" in text


def test_every_back_lies_under_its_front(printed: tuple[str, str, bytes]) -> None:
    """Read from the PDF: turned over the long edge, each card has its own depth on its back, and the deck's name."""
    _, stock, pdf = printed
    columns, rows, _, _, _ = SHEETS[stock]
    found = [span for span in spans(pdf) if inside(span, stock)]
    pages = range(max(span.page for span in found) + 1)
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        wanted = {}
        for column, row in {cell(span, stock) for span in found if span.page == front}:
            # A4 turns like a page of a book; Letter, across, turns like a wall calendar.
            under = (columns - 1 - column, row) if stock == "a4" else (column, rows - 1 - row)
            depth = [s.text for s in found if s.page == front and cell(s, stock) == (column, row) and s.text in DEPTHS]
            wanted[under] = depth
        assert len(wanted) == columns * rows
        for place, depth in wanted.items():
            label = [s.text.strip() for s in found if s.page == back and cell(s, stock) == place]
            assert "Kindling" in label
            assert [text for text in label if text in DEPTHS] == depth


def test_labels_lie_on_the_mirrored_grid(printed: tuple[str, str, bytes]) -> None:
    """The imprint begins at the same spot of every card's back, to a hundredth of a mm, where the flip takes it."""
    _, stock, pdf = printed
    columns, rows, left, top, _ = SHEETS[stock]
    backs = [span for span in spans(pdf) if span.page == 1 and span.text.strip() == "Kindling"]
    assert len(backs) == columns * rows
    inset = (WIDTH - 49) / 2 + 3.8  # the label is 49 mm wide, its words begin 3.8 mm inside it
    if stock == "a4":
        starts = [span.left - left - cell(span, stock)[0] * WIDTH - inset for span in backs]
        heights = [span.bottom - top - cell(span, stock)[1] * HEIGHT for span in backs]
        assert all(height > HEIGHT * 0.7 for height in heights)
    else:  # the backs stand on their heads: words begin at the right, labels are in the upper third
        starts = [left + (cell(span, stock)[0] + 1) * WIDTH - span.right - inset for span in backs]
        heights = [span.top - top - cell(span, stock)[1] * HEIGHT for span in backs]
        assert all(0 < height < HEIGHT * 0.3 for height in heights)
    assert max(starts) - min(starts) < 0.01
    assert max(heights) - min(heights) < 0.01
    assert 0 <= min(starts) < 0.35  # the white at the left of a K


def test_all_text_stays_5_mm_inside_its_card(printed: tuple[str, str, bytes]) -> None:
    """The safe area: nothing a knife could touch, and nothing near the rounded corners."""
    _, stock, pdf = printed
    _, _, left, top, _ = SHEETS[stock]
    for span in spans(pdf):
        if not inside(span, stock) or not span.text.strip(" ,"):
            continue
        column, row = cell(span, stock)
        assert span.left - (left + column * WIDTH) >= 5
        assert left + (column + 1) * WIDTH - span.right >= 5
        assert span.top - (top + row * HEIGHT) >= 5
        assert top + (row + 1) * HEIGHT - span.bottom >= 4.2  # descenders of the foot line


def test_the_prompts_of_the_real_decks_are_set_at_12_pt_or_more(
    printed: tuple[str, str, bytes], library: Library
) -> None:
    """A prompt is read aloud at a table: on every card the largest type is its own, and it is large enough."""
    deck, stock, pdf = printed
    found = [span for span in spans(pdf) if inside(span, stock) and span.page % 2 == 0]
    for card in library.deck(deck).cards:
        places = {(span.page, cell(span, stock)) for span in found if span.text == card.id}
        sizes = [max(s.size for s in found if (s.page, cell(s, stock)) == place) for place in places]
        assert sizes, card.address
        assert max(sizes) >= 12, card.address
