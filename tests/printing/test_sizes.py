"""Cards of every size: read back from real sheets, and the anatomy that they are set in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.library.model import Severity
from generator.look.tokens import look
from generator.printing.anatomy import SAFE, sized
from generator.printing.arranging import with_dividers
from generator.printing.backs import IMPRINT, label_of
from generator.printing.composing import one_deck
from generator.printing.dealing import Program, dealt_deck
from generator.printing.fitting import flaws_of
from generator.printing.ink import measured
from generator.printing.job import Job, words_to_measure
from generator.printing.prints import print_deck
from generator.printing.profiles import card_size, card_sizes
from generator.printing.sheets import sheet
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck, typewriter_desk
from tests.printing.reading import Span, cards_of, spans, squeezed, structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Library
    from generator.printing.grid import Rect
    from generator.printing.record import Printed
    from generator.printing.ticket import Ticket

TEXTS = {
    "short": "What now?",
    "usual": "Which minute of today would you put on a postcard?",
    "care": "What would you like to be asked?",
}
DECK = made_deck(
    made_card("short", TEXTS["short"]),
    made_card("usual", TEXTS["usual"], depth=2, follow_up=("And then?",)),
    made_card("care", TEXTS["care"], depth=4, care="Go easy.", listener="Be still."),
    title="A Rather Long Name",
)
# What people are told to expect of these: every deck of ours prints. Mini and business cards are for short texts.
ROOMY = (
    "poker",
    "poker-eu",
    "bridge",
    "tarot-us",
    "tarot-eu",
    "square-small",
    "square-large",
    "index-3x5",
    "index-4x6",
)


@pytest.fixture(scope="module", params=card_sizes())
def made(request: pytest.FixtureRequest) -> tuple[str, Printed]:
    """A small deck in every size."""
    return request.param, print_deck(DECK, ticket(card=request.param))


def faces(size: str) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Return where fronts and backs lie."""
    place = sheet(ticket(card=size).imposition)
    return place.fronts, tuple(back.card for back in place.backs)


def homes(span: Span, cards: tuple[Rect, ...], safe: float) -> Iterator[int]:
    """Yield the cards that a text lies on, at least so many mm from their edges."""
    for number, card in enumerate(cards):
        across = card.x + safe <= span.left and span.right <= card.x + card.width - safe
        if across and card.y + safe <= span.top and span.bottom <= card.y + card.height - safe:
            yield number


def test_every_size_is_printed_with_every_word_inside_its_card(made: tuple[str, Printed]) -> None:
    """No word within 4 mm of an edge, and none between two cards, on fronts and on backs."""
    size, printed = made
    assert printed.pdf, printed.problems
    assert printed.problems == ()
    fronts, backs = faces(size)
    top, bottom = min(card.y for card in fronts), max(card.y + card.height for card in fronts)
    words = [span for span in spans(printed.pdf) if span.text.strip(" ,") and top < span.top < bottom]
    assert words
    for span in words:
        cards = backs if span.page % 2 else fronts
        assert len(list(homes(span, cards, SAFE - 0.05))) == 1, span


def test_every_size_says_all_there_is_to_say(made: tuple[str, Printed]) -> None:
    """Each prompt, note and service card is in the PDF whole: whatever takes two cards is numbered."""
    _, printed = made
    assert printed.pdf
    found = cards_of(structure(printed.pdf))
    for card_id, text in TEXTS.items():
        (read,) = [body for heading, body in found.items() if heading.endswith(f", {card_id}")]
        assert text in read
    whole = squeezed(" ".join(found.values()))
    for part in (
        "Go easy.",
        "Be still.",
        "And then?",
        "Tender stays out until you both want it.",
        "In danger: your local",
    ):
        assert part in whole
    for title in ("How to play", "Before the first card", "When to leave the deck in the drawer", "A Rather Long Name"):
        headed = [heading for heading in found if heading.startswith(title)]
        numbers = [f"{title} {number}/{len(headed)}" for number in range(1, len(headed) + 1)]
        assert headed in ([title], numbers, [title, *numbers[1:]]), headed


def test_every_size_is_set_in_letters_large_enough(made: tuple[str, Printed]) -> None:
    """Prompts at 10 points or more, the rest at 9; only the line at the foot of a tiny card may be smaller."""
    size, printed = made
    assert printed.pdf
    fronts, _ = faces(size)
    top = min(card.y for card in fronts)
    shown = [span for span in spans(printed.pdf) if span.text.strip(" ,") and not span.page % 2 and span.top > top]
    assert min(span.size for span in shown) >= (5.5 if size == "mini" else 9)
    for text in TEXTS.values():
        first = text.split()[0]
        assert max(span.size for span in shown if span.text.startswith(first)) >= 10


def test_our_own_decks_print_on_every_size_but_the_smallest(library: Library) -> None:
    """Thirteen decks: nothing of theirs is refused on a card as large as a bridge card or a small square."""
    jobs = {deck.id: Job(deck, ticket()) for deck in library.decks}
    for deck in library.decks:
        fonts = measured(words_to_measure(jobs[deck.id]), jobs[deck.id].language)
        for size in ROOMY:
            _, flaws = flaws_of(Job(deck, ticket(card=size)), fonts)
            assert not [flaw for flaw in flaws if flaw.misfit.severity is Severity.ERROR], size


@pytest.mark.parametrize("asked", [ticket(card="business-us"), ticket(edition="large-print")])
def test_what_an_evening_s_card_cannot_hold_lies_under_it(library: Library, asked: Ticket) -> None:
    """Its steps go on on a second card: together they lie on top of the evening, before its first card to draw."""
    asked = replace(asked, program=Program(10))
    job = Job(dealt_deck(library.deck("kettle-on"), library.decks, Program(10)), asked)
    made = one_deck(0, job, measured(words_to_measure(job), job.language))
    assert not [flaw for flaw in made.flaws if flaw.misfit.severity is Severity.ERROR]
    assert {len(divider) for divider in made.dividers} == {2}
    for number, ((_, _, first), (_, _, second)) in enumerate(made.dividers, 1):
        title = f"Evening {number} of {len(made.dividers)}"
        said = [" ".join(front.title.lines) for front in (first, second) if front.title]
        assert said == [title, f"{title} 2/2"]
    row = with_dividers(job, made.cards, made.dividers)
    assert row[:3] == [*made.dividers[0], made.cards[0]]


def test_a_text_too_long_for_a_small_card_is_refused_at_its_place() -> None:
    """A mini card is not shrunk below 10 points: the deck's author learns which card, and by how much."""
    long = made_card("long", "seven " * 40, line=7)
    printed = print_deck(made_deck(long), ticket(card="mini"))
    assert printed.pdf is None
    (problem,) = printed.problems
    assert str(problem.place).startswith("decks/made.yml:7:")
    assert "the text does not fit the card: at 10 pt" in problem.message
    assert print_deck(made_deck(long), ticket(card="index-4x6")).pdf


def test_a_poker_card_is_the_look_itself() -> None:
    """Its numbers are those of look.toml, and so are those of its European sister."""
    for size in ("poker", "poker-eu"):
        found = sized(look(), card_size(size))
        assert found["type"] == look()["type"]
        assert {key: found["card"][key] for key in look()["card"]} == look()["card"]


@pytest.mark.parametrize("size", card_sizes())
def test_the_anatomy_of_a_card_stays_inside_it(size: str) -> None:
    """Everything keeps 4 mm from the edge; label and mark lie on the card; words never shrink with it."""
    card = card_size(size)
    found = sized(look(), card)
    anatomy = found["card"]
    assert min(anatomy[key] for key in ("left", "right", "mark_left", "mark_top", "foot", "label_foot")) >= SAFE
    assert anatomy["label_width"] <= card.width - 2 * SAFE
    assert anatomy["label_height"] + anatomy["label_foot"] <= card.height - SAFE
    assert all(found["type"][key] >= value for key, value in look()["type"].items())


def test_text_stands_beside_the_mark_on_a_card_that_lies() -> None:
    """A business card is low: the mark takes none of its height. A square keeps it above."""
    lying, square = (sized(look(), card_size(size))["card"] for size in ("business-us", "square-small"))
    assert lying["left"] >= lying["mark_left"] + lying["mark"]
    assert lying["prompt_top"] == lying["mark_top"]
    assert square["left"] == square["mark_left"]
    assert square["prompt_top"] >= square["mark_top"] + square["mark"]


def test_larger_cards_have_larger_words() -> None:
    """Up to half as large again: 25.5 points on a 4 x 6 inch card, with small print of 11."""
    type_ = sized(look(), card_size("index-4x6"))["type"]
    assert (type_["prompt_most"], type_["note"], type_["prompt_least"]) == (25.5, 11.0, 10.0)


def test_a_narrow_label_has_smaller_small_print_or_none() -> None:
    """The deck's name and the depth stand on every back; the imprint gives way first."""
    found = [label_of(made_deck(title="Abc"), typewriter_desk(size), 4) for size in ("poker", "bridge", "mini")]
    wide, _, narrow = (label for label in found if not isinstance(label, str))
    assert (wide.imprint, wide.size, wide.depth_size) == (IMPRINT, 9, 9)
    assert (narrow.imprint, narrow.size, narrow.depth_size) == (IMPRINT, 8, 8)
    slip = replace(card_size("mini"), width=38)
    label = label_of(made_deck(title="Abc"), replace(typewriter_desk(), look=sized(look(), slip), card=slip), 4)
    assert not isinstance(label, str)
    assert (label.imprint, label.depth_name) == ("", "Tender")
    tiny = replace(slip, width=24)
    refused = label_of(made_deck(title="A"), replace(typewriter_desk(), look=sized(look(), tiny), card=tiny), 4)
    assert refused == "there is no room for the name of a depth"
