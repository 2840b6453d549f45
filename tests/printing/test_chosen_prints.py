"""Chosen cards as PDF: empty places stay empty, backs lie under fronts, several decks share a sheet."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from generator.library.model import Deck, Severity
from generator.look.tokens import look
from generator.printing.ink import measured
from generator.printing.job import Job, words_to_measure
from generator.printing.prints import prepared, print_deck
from generator.printing.sheets import Layout, sheet
from generator.printing.ticket import Ticket, ticket
from tests.printing.making import laid_out, made_card, made_deck
from tests.printing.reading import spans, structure

if TYPE_CHECKING:
    from generator.printing.record import Printed

SEA = made_deck(*(made_card(f"card-{n}", "What now?", depth=n % 4 + 1) for n in range(12)))
MOSS = replace(
    made_deck(replace(made_card("eleven", "Und was jetzt?"), deck="moss")),
    id="moss",
    title="Anders",
    lang="de",
    hue="moss",
    added="2026-11-23",
    authors=("B. Tester", "A. Tester"),
)


def some(deck: Deck, count: int, *, service: bool = False) -> Job:
    return Job(replace(deck, cards=deck.cards[:count]), Ticket(service=service), whole=deck)


@cache
def mixed(layout: str = "duplex-long") -> Printed:
    asked = ticket(layout=layout)
    decks = [Job(replace(deck, cards=deck.cards[:10]), asked, whole=deck) for deck in (SEA, MOSS)]
    return prepared(decks, "Favourites")()


def colour(pdf: bytes, page: int, x: float, y: float) -> str:
    """Return the colour of a page at a place in mm."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=2).to_pil().convert("RGB")
    red, green, blue = picture.getpixel((round(x * 2 * 72 / 25.4), round(y * 2 * 72 / 25.4)))
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("layout", Layout)
def test_empty_places_stay_empty(layout: Layout) -> None:
    """Eleven cards of two decks, on every layout: each once, with its back under it, and nothing else."""
    made = mixed(layout)
    assert made.pdf
    ids = [element.text.split(", ")[-1] for element in structure(made.pdf) if element.type == "H2"]
    wanted = [f"card-{n}" for n in range(10)] + ["eleven"]
    assert ids == ([] if layout is Layout.BACKS else wanted)
    names = [span.text for span in spans(made.pdf) if span.text.strip() in {"Made Up", "Anders"}]
    assert len(names) == (0 if layout is Layout.FRONTS else 11)


def test_backs_lie_under_the_fronts_of_a_partly_filled_sheet() -> None:
    """Turned over the long edge, each label lies behind its card; where there is no card there is no wool."""
    pdf = mixed().pdf
    assert pdf
    plan = Ticket().imposition
    rest = sheet(plan, range(2))
    labels = sorted(span.left for span in spans(pdf) if span.page == 3 and span.text.strip() in {"Made Up", "Anders"})
    assert len(labels) == 2
    for left, back in zip(labels, sorted(back.card.x for back in rest.backs), strict=True):
        assert back < left < back + plan.card.width
    empty = sheet(plan).backs[4].card
    assert colour(pdf, 3, empty.x + 30, empty.y + 40) == "#ffffff"


def test_each_card_wears_its_own_deck() -> None:
    """Colour of the back, and the language it is read out in."""
    pdf = mixed().pdf
    assert pdf
    backs = sheet(Ticket().imposition, range(2)).backs
    hues = look()["hue"]
    for back, hue in zip(backs, ("sea", "moss"), strict=True):
        # Right beside the label there may be a stick: the corner at the foot is wool in both lays.
        corner = colour(pdf, 3, back.card.x + back.card.width / 2, back.card.y + back.card.height - 1)
        assert corner in {hues[hue]["wool"], hues[hue]["straw"]}
    with pypdfium2.PdfDocument(pdf) as document:
        facts = document.get_metadata_dict()
    assert facts["Title"] == "Favourites"
    assert facts["Author"] == "A. Tester, B. Tester"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts = [part for part in document.objects if isinstance(part, pikepdf.Dictionary) and "/Lang" in part]
        assert {"en", "de"} <= {str(part.Lang)[:2] for part in parts}


def test_a_geometry_for_each_number_of_cards_and_no_more() -> None:
    """Thirty cards on four sheets: the data has two geometries, the full sheet's and the last one's."""
    deck = made_deck(*(made_card(f"card-{n}", "What now?") for n in range(30)))
    job = some(deck, 29)
    data, flaws = laid_out(job, measured(words_to_measure(job), job.language))
    assert flaws == ()
    assert [len(place["fronts"]) for place in data["places"]] == [9, 2]
    assert [one["place"] for one in data["sheets"]] == [0, 0, 0, 1]


def test_one_lost_card_is_one_card() -> None:
    """Not nine more; with its service cards only when asked for, and then the whole deck's."""
    alone, served = prepared([some(SEA, 1)])(), prepared([some(SEA, 1, service=True)])()
    headings = [
        [element.text for element in structure(made.pdf or b"") if element.type == "H2"] for made in (alone, served)
    ]
    assert [len(found) for found in headings] == [1, 10]
    assert "All 12 cards" in headings[1]
    assert [made.sheets for made in (alone, served)] == [1, 2]


def test_a_choice_of_all_cards_is_not_the_whole_deck() -> None:
    """Who chooses gets what was chosen: no service cards, and an entry of its own among the kept prints."""
    whole, chosen = print_deck(SEA), prepared([some(SEA, 12)])()
    assert (whole.sheets, chosen.sheets) == (3, 2)
    assert whole.pdf != chosen.pdf


def test_what_is_wrong_is_told_for_each_deck() -> None:
    """At its place, from a kept print too; one card that does not fit stops the sheet it would lie on."""
    long = replace(SEA, cards=(made_card("long", "seven " * 90, line=7),))
    made = prepared([Job(MOSS, Ticket(), whole=MOSS), Job(long, Ticket(), whole=SEA)], "Favourites")()
    assert made.pdf is None
    (problem,) = made.problems
    assert problem.message.startswith("made/long: ")
    assert (problem.place.line, problem.severity) == (7, Severity.ERROR)
