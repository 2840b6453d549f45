"""Cut once, in order: real PDFs, cut where their cards lie, stacked, and read from the top."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.library.model import Kind
from generator.library.words import depth_name
from generator.look.tokens import look
from generator.printing.dealing import Program, dealt_deck, evenings_in
from generator.printing.job import Job
from generator.printing.prints import print_deck
from generator.printing.sheets import Layout, sheet
from generator.printing.stacking import Order
from generator.printing.ticket import Ticket, ticket
from tests.printing.knife import face_down, face_up
from tests.printing.making import laid_out, made_card, made_deck, typewriter
from tests.printing.reading import Span, spans, squeezed

if TYPE_CHECKING:
    from generator.library.model import Deck, Library
    from generator.printing.grid import Rect

EVENING = replace(Ticket(), program=Program(25))
STACK = replace(ticket("letter"), order=Order.STACK)
# The titles of the service cards that lie on top, as their texts begin; the index is told by its count.
SERVED = ("{title}", "How to play", "Before the first", "When to leave", "Pause", "Slow", "Stop", "All {count} cards")


@pytest.fixture(scope="module")
def deck() -> Deck:
    """A deck of nineteen cards, some of each depth but Tender, one of them closing."""
    cards = [made_card(f"card-{number:02}", "What now?", depth=1 + number % 3) for number in range(18)]
    return made_deck(*cards, made_card("end", "And now?", kind=Kind.CLOSING))


@pytest.fixture(scope="module")
def evenings(library: Library) -> tuple[Deck, bytes]:
    """Mend, dealt into two evenings of 25 minutes, and its PDF."""
    made = dealt_deck(library.deck("mend"), library.decks, Program(25))
    pdf = print_deck(made, EVENING).pdf
    assert pdf
    return made, pdf


def on_sheets(pdf: bytes, asked: Ticket, *, backs: bool = False) -> list[list[str | None]]:
    """Return the words in each place of each sheet, on one of its sides, in the order of the fronts."""
    full, found = sheet(asked.imposition), spans(pdf)
    places = [back.card for back in full.backs] if backs else full.fronts
    pages = range(max(span.page for span in found) + 1)[int(backs) :: 2]
    return [[words_in(place, [span for span in found if span.page == page]) for place in places] for page in pages]


def words_in(place: Rect, found: list[Span]) -> str | None:
    inside = [
        span.text
        for span in found
        if place.x <= (span.left + span.right) / 2 <= place.x + place.width
        and place.y <= (span.top + span.bottom) / 2 <= place.y + place.height
    ]
    return squeezed(" ".join(inside)) or None


def expected_service(deck: Deck) -> list[str]:
    return [words.format(title=deck.title, count=len(deck.cards)) for words in SERVED]


def test_a_stack_of_sheets_is_the_deck_in_order(deck: Deck) -> None:
    """Title and rules on top, then every card in its author's order, then blanks that fill the last sheet."""
    pdf = print_deck(deck, STACK).pdf
    assert pdf
    sheets = on_sheets(pdf, STACK)
    assert all(text for places in sheets for text in places)
    read = face_down(sheets)
    assert read == face_up(sheets)
    wanted = [*expected_service(deck), *(f" {card.id}" for card in deck.cards)]
    assert all(words in text for words, text in zip(wanted, read, strict=False))
    assert all("Your own" in text for text in read[len(wanted) :])
    assert len(read) == 32


def test_evenings_come_out_of_the_stack_one_after_another(evenings: tuple[Deck, bytes]) -> None:
    """Service cards, then each evening under its own card; its closing card is the last, and of all the lowest."""
    deck, pdf = evenings
    read = face_down(on_sheets(pdf, EVENING))
    wanted = expected_service(deck)
    for number, evening in enumerate(evenings_in(deck), 1):
        wanted += [f"Evening {number} of 2", *(card.id for card in evening)]
    assert len(read) == len(wanted)
    assert all(words in text for words, text in zip(wanted, read, strict=True))
    assert "7 cards for 25 minutes, none deeper than Open." in read[8]
    assert "Take off the next 7 cards" in read[8]
    assert "Don\u2019t shuffle." in read[1]


def test_each_card_keeps_its_back(evenings: tuple[Deck, bytes]) -> None:
    """Also on the last sheet, which is partly empty: the label names the card's depth, or none on a service card."""
    deck, pdf = evenings
    backs = face_down(on_sheets(pdf, EVENING, backs=True))
    wanted = [""] * len(SERVED)
    for evening in evenings_in(deck):
        wanted += ["", *(depth_name(card.depth) for card in evening)]
    assert [text.removeprefix("Mend Kindling").strip() for text in backs] == wanted


def test_the_margin_says_how_to_stack(evenings: tuple[Deck, bytes], deck: Deck) -> None:
    """On both sides of every sheet; a sheet to be cut by itself says nothing of stacks."""
    said = [span for span in spans(evenings[1]) if "Sheet 1 lowest" in span.text]
    assert [span.page for span in said] == list(range(6))
    assert not any("lowest" in span.text for span in spans(print_deck(deck).pdf or b""))


def test_sheets_with_cards_on_the_same_places_share_their_geometry(library: Library) -> None:
    """However many sheets there are: one for full ones, one for the last."""
    made = dealt_deck(library.deck("feeling-finder"), library.decks, Program(25))
    fonts = {style: typewriter() for style in ("text", "plain", "bold")}
    data, _ = laid_out(Job(made, EVENING), fonts)
    assert len(data["sheets"]) > 2
    assert len(data["places"]) == 2
    assert [made["place"] for made in data["sheets"]] == [0] * (len(data["sheets"]) - 1) + [1]
    assert len(data["places"][1]["fronts"]) == len(data["sheets"][-1]["cards"]) < 9
    assert data["card"]["mark"] == look()["card"]["mark"]


@pytest.mark.parametrize("layout", [Layout.FOLD, Layout.FACES])
def test_every_layout_can_be_stacked(deck: Deck, layout: Layout) -> None:
    """Sheets that were folded are cut in a stack like any; single faces lie in order."""
    made = print_deck(deck, replace(ticket(layout=layout), order=Order.STACK))
    assert made.pdf
    assert not made.problems


def test_the_same_evenings_give_the_same_bytes(evenings: tuple[Deck, bytes]) -> None:
    """And another order is another print: the cache never hands out one for the other."""
    deck, pdf = evenings
    assert print_deck(deck, EVENING).pdf == pdf
    assert print_deck(deck, replace(Ticket(), order=Order.STACK)).pdf != pdf
