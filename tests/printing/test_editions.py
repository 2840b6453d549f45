"""Editions: what they change, what they never change, and that decks and depths are told apart in all of them."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from generator.library.model import Severity
from generator.look.tokens import look
from generator.look.typography import typographic
from generator.printing.coverage import coverage
from generator.printing.desk import plain
from generator.printing.editions import Edition, look_of
from generator.printing.ink import measured
from generator.printing.job import Job, words_to_measure
from generator.printing.prints import print_deck
from generator.printing.sheets import sheet
from generator.printing.ticket import ticket
from tests.printing.making import laid_out, made_card, made_deck
from tests.printing.reading import spans, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.library.model import Library
    from generator.printing.record import Printed

INKED = ("color", "low-ink", "black-white")
SCALE = 1.28
# Sizes that are not larger in large print: steps, shares, and a last resort.
SAME = {"scale", "prompt_step", "prompt_leading", "note_least", "index_most", "index_least"}
EDGE = (9.75, 15.15)  # where the first card of an A4 sheet begins, in mm


@pytest.fixture(scope="module")
def backs(library: Library) -> Mapping[tuple[str, str], Printed]:
    """The backs of every real deck, in the editions that differ in ink: a sheet or two of each will do."""
    decks = [replace(deck, cards=deck.cards[:1]) for deck in library.decks]
    tickets = [ticket(layout="backs", edition=edition) for edition in INKED]
    return {(deck.id, asked.edition): print_deck(deck, asked) for deck in decks for asked in tickets}


def pdf_of(printed: Printed) -> bytes:
    assert printed.pdf
    return printed.pdf


def test_colour_is_the_look_as_it_stands() -> None:
    """Whoever changes look.toml sees it in the usual edition; the screen reads nothing of the others."""
    assert look_of(Edition.COLOR) == look()
    assert set(look()["edition"]) == {str(edition) for edition in Edition}


def test_large_print_is_larger_by_1_28() -> None:
    """All sizes, to half a point; no prompt under 13 points."""
    usual, large = look()["type"], look_of(Edition.LARGE_PRINT)["type"]
    assert {key: round(usual[key] * SCALE * 2) / 2 for key in usual if key not in SAME} == {
        key: large[key] for key in large if key not in SAME
    }
    assert large["prompt_least"] == 13


def test_decks_are_told_apart_in_every_edition_and_low_ink_takes_a_tenth(
    backs: Mapping[tuple[str, str], Printed],
) -> None:
    """In light and dark alone, a good part of one back's sticks lies elsewhere than the other's; 78 pairs each."""
    for edition in INKED:
        seen = [sticks(pdf_of(made)) for (_, made_as), made in backs.items() if made_as == edition]
        assert len(seen) == 13
        for one, other in combinations(seen, 2):
            assert (one ^ other).bit_count() > 0.5 * (one | other).bit_count()
    sides = sheet(ticket(layout="backs").imposition)
    for deck in {deck for deck, _ in backs}:
        color, low = (coverage(pdf_of(backs[deck, edition]), sides).backs for edition in ("color", "low-ink"))
        assert 0 < low < color / 10


def sticks(pdf: bytes) -> int:
    """Return which pixels of a back's middle are of the rarer shade, those of its sticks: a bit for each."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=2 * 25.4 / 72, grayscale=True).to_pil()
    left, top = (round(2 * edge) for edge in EDGE)
    shades = page.crop((left + 12, top + 12, left + 115, top + 125)).tobytes()
    middle = (min(shades) + max(shades)) / 2
    dark = [shade < middle for shade in shades]
    rare = sum(dark) * 2 < len(dark)
    return int("".join("1" if one is rare else "0" for one in dark), 2)


def test_black_and_white_is_black_and_nothing_between() -> None:
    """Every colour that a page sets is pure black or pure white: nothing is left for a printer to break into dots."""
    deck = made_deck(*(made_card(f"card-{depth}", "What now?", depth=depth) for depth in (1, 2, 3, 4)))
    assert set(tones(pdf_of(print_deck(deck, ticket(edition="black-white"))))) == {0, 1}
    assert len(set(tones(pdf_of(print_deck(deck))))) > 2


def tones(pdf: bytes) -> Iterator[float]:
    """Yield every operand of an operator that sets a colour, on pages and in the drawings on them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [*document.pages, *(o for o in document.objects if form(o))]
        for stream in streams:
            for step in pikepdf.parse_content_stream(stream):
                if str(step.operator) in {"g", "G", "rg", "RG", "sc", "SC", "scn", "SCN"}:
                    yield from (float(str(value)) for value in step.operands)


def form(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"


def test_large_print_of_the_real_decks(library: Library) -> None:
    """All of them print on poker cards, with a warning for each note left out; some notes had to grow smaller."""
    notes = []
    for deck in library.decks:
        job = Job(deck, ticket(edition="large-print"))
        data, flaws = laid_out(job, measured(words_to_measure(job), job.language))
        blocks = [
            block for sheet in data["sheets"] for card in sheet["cards"] if card["foot"] for block in card["blocks"]
        ]
        notes += [block["size"] for block in blocks if block["label"]]
        assert min(block["size"] for block in blocks if block["style"] == "text") >= 13
        assert {flaw.misfit.severity for flaw in flaws} <= {Severity.WARNING}
        assert all("left out" in flaw.misfit.message for flaw in flaws)
    assert max(notes) == 11.5
    assert 9 <= min(notes) < 11.5


def test_a_deck_in_large_print_is_large_and_whole(library: Library) -> None:
    """Read from the PDF: every prompt at 13 points or more, nothing under 9, and all of it inside its card."""
    deck = library.deck("going-first")
    printed = print_deck(deck, ticket(edition="large-print"))
    assert all(problem.severity is Severity.WARNING for problem in printed.problems)
    found = spans(pdf_of(printed))
    large = squeezed("".join(span.text for span in found if span.size >= 13))
    for card in deck.cards:
        for text in filter(None, (card.text, card.need)):
            assert plain(typographic(text)) in large, card.id
    left, top = EDGE
    on_cards = [span for span in found if span.page % 2 == 0 and top < span.top < 297 - top and span.text.strip()]
    assert min(span.size for span in on_cards) >= 9
    for span in on_cards:
        edge = left + 63.5 * int((span.left - left) / 63.5)
        assert edge + 6.9 <= span.left
        assert span.right <= edge + 63.5 - 5.9
