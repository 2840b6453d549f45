"""QR codes: read back from rendered sheets, by a reader that is not ours."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.model import Deck, Severity
from generator.printing.codes import LEAST_SIDE, MASK, Codes, corner_code, end_code, squares_of
from generator.printing.prints import print_deck
from generator.printing.ticket import Ticket
from tests.printing.making import made_card, made_deck
from tests.printing.reading import cards_of, structure

if TYPE_CHECKING:
    from generator.printing.record import Printed

URL = "https://example.github.io/kindling/"
DECK_PAGE = f"{URL}decks/made/"
# Eight cards: with the service cards and one blank they fill two sheets.
DECK = made_deck(*(made_card(f"card-{n}", "Which way home is the long one?", depth=n % 4 + 1) for n in range(8)))


@cache
def printed(url: str = URL, *, fronts: bool = True) -> Printed:
    return print_deck(DECK, replace(Ticket(), codes=Codes(url, fronts=fronts)))


def read(pdf: bytes | None, dpi: int) -> list[Counter[str]]:
    """Return what a reader finds on each page."""
    assert pdf
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    return [Counter(found.text for found in zxingcpp.read_barcodes(page)) for page in pages]


@pytest.mark.parametrize("dpi", [150, 300])
def test_every_code_is_read_from_the_sheet(dpi: int) -> None:
    """Each back the deck's page, Tender with its frame too; each card its own; title and index the deck's."""
    one, back, two, other = read(printed().pdf, dpi)
    cards = Counter(f"{URL}cards/made/card-{n}/" for n in range(8))
    assert one == cards + Counter([DECK_PAGE])
    assert two == Counter([DECK_PAGE])
    assert (back, other) == (Counter({DECK_PAGE: 9}), Counter({DECK_PAGE: 9}))
    assert printed().problems == ()


def test_fronts_carry_codes_only_when_asked() -> None:
    """Without --qr the cards to draw are as they always were; backs, title and index have the deck's."""
    one, back, two, _ = read(printed(fronts=False).pdf, 150)
    assert (one, two) == (Counter([DECK_PAGE]), Counter([DECK_PAGE]))
    assert back == Counter({DECK_PAGE: 9})


@pytest.mark.parametrize("url", ["", "porch.example", "ftp://porch.example", "https://"])
def test_without_an_address_that_stays_no_code_is_printed(url: str) -> None:
    """Not even with --qr; and the print is the same as ever."""
    codes = Codes(url, fronts=True)
    assert (codes.of_deck("made"), codes.of_card("made/card-1")) == ("", "")
    assert codes.why_none
    if not url:
        assert not any(read(printed("").pdf, 150))


def test_the_address_is_the_permanent_one_and_a_path() -> None:
    """Whether it was written with a slash at its end or without."""
    for url in ("https://porch.example", "https://porch.example/"):
        codes = Codes(url, fronts=True)
        assert codes.of_deck("made") == "https://porch.example/decks/made/"
        assert codes.of_card("made/card-1") == "https://porch.example/cards/made/card-1/"
        assert codes.why_none == ""
    assert Codes("https://porch.example").of_card("made/card-1") == ""


def test_a_screen_reader_hears_the_address() -> None:
    """The title card tells it in words; a code of a card's own is a figure that is called by its address."""
    pdf = printed().pdf
    assert pdf
    assert cards_of(structure(pdf))["Made Up"].endswith("example.github.io/ kindling/decks/made/")
    assert alternatives(pdf) == {f"{URL}cards/made/card-{n}/" for n in range(8)}


@settings(max_examples=10)
@given(st.text("abcdefghijklmnopqrstuvwxyz-/", min_size=1, max_size=120), st.sampled_from([None, MASK]))
def test_the_path_draws_exactly_the_dark_squares(path: str, mask: int | None) -> None:
    """Every square of the standard's matrix, and none besides."""
    address = f"https://porch.example/{path}"
    side, drawn = squares_of(address, mask)
    matrix = segno.make(address, error="m", micro=False, boost_error=False, mask=mask).matrix
    found = set()
    for part in drawn.split("M")[1:]:
        start, _, rest = part.partition("h")
        x, y = map(int, start.split())
        width = int(rest.partition("v")[0])
        assert rest == f"{width}v1h-{width}z"
        found |= {(x + i, y) for i in range(width)}
    assert side == len(matrix)
    assert found == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


@pytest.mark.parametrize("length", [1, 20, 40, 60, 90, 150])
def test_a_code_keeps_its_size_and_its_white(length: int) -> None:
    """At least 12.8 mm a side, four squares of white on the label and no more than 18 mm on a front; or none at all."""
    address = "https://a.example/" + "x" * length
    label, front = end_code(address, 49, 18), corner_code(address, 59, 4.5)
    for code in filter(None, (label, front)):
        assert code.side >= LEAST_SIDE
        assert code.side / code.squares >= 0.38
    if label:
        white = 4 * label.side / label.squares - 1e-9
        assert white <= label.x
        assert white <= min(label.y, 18 - label.y - label.side, 49 - label.x - label.side)
    assert bool(label) or length > 60
    assert bool(front) or length > 90


def alternatives(pdf: bytes) -> set[str]:
    """Return what is read out in the stead of each figure."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts = [
            part for part in document.objects if isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/Figure"
        ]
        return {str(part.Alt) for part in parts}


def wrong(deck: Deck, url: str = URL, *, fronts: bool = True) -> list[str]:
    made = print_deck(deck, replace(Ticket(), codes=Codes(url, fronts=fronts)))
    assert made.pdf
    assert all(problem.severity is Severity.WARNING and problem.hint for problem in made.problems)
    return [problem.message for problem in made.problems]


def test_a_front_without_room_does_without_its_code() -> None:
    """Nothing a card says is left out or set small for a code; it is told which card has none."""
    full = made_card("full", "seven " * 42)
    assert wrong(replace(DECK, cards=(full, *DECK.cards))) == [
        "made/full: there is no room for a QR code on the front, so it is left out"
    ]


def test_an_address_too_long_for_a_code_is_told() -> None:
    """Its squares would be too small to read: no code anywhere, said once for each place."""
    url = f"https://{'a' * 63}.{'b' * 63}.example/"
    places = ("front", "index card", "label of the backs", "title card")
    said = wrong(replace(DECK, cards=DECK.cards[:1]), url)
    assert sorted(said) == sorted(
        f"made{'/card-0' if place == 'front' else ''}: there is no room for a QR code on the {place}, so it is left out"
        for place in places
    )


def test_a_title_that_needs_the_whole_label_keeps_it() -> None:
    """The name goes before the code."""
    said = wrong(replace(DECK, title="A Long Name For So Small A Label, Isn't It"), fronts=False)
    assert "made: there is no room for a QR code on the label of the backs, so it is left out" in said


def test_an_index_of_many_cards_keeps_to_its_cards() -> None:
    """A code is no reason for one index card more."""
    deck = made_deck(*(made_card(f"a-card-of-{n}", "What?") for n in range(44)))
    assert "made: there is no room for a QR code on the index card, so it is left out" in wrong(deck, fronts=False)


def test_a_title_card_without_room_keeps_its_words() -> None:
    """First the address in words goes, then the code: a title of one long word cannot stand beside it."""
    full = replace(DECK, about="word " * 26)
    assert wrong(full, fronts=False) == []
    said = wrong(replace(full, title="Uncharacteristically"), fronts=False)
    assert "made: there is no room for a QR code on the title card, so it is left out" in said


def test_what_is_refused_is_not_told_of_its_code() -> None:
    """A card that cannot be printed at all has one fault, not two; the title card the same."""
    deck = replace(DECK, about="word " * 80, cards=(made_card("long", "seven " * 90),))
    made = print_deck(deck, replace(Ticket(), codes=Codes(URL, fronts=True)))
    assert made.pdf is None
    assert [problem.severity for problem in made.problems] == [Severity.ERROR, Severity.ERROR]
