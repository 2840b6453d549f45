"""Papers and cards: facts with a source, and a helpful answer to a name that is not known."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from generator.printing.profiles import (
    UnknownNameError,
    card_size,
    card_sizes,
    home_papers,
    in_mm,
    paper,
    papers,
)
from generator.printing.stock import stocks

# What each card measures, in mm, and in pixels at 300 dpi where that is known: counted from the makers' inches.
CARDS = {
    "poker": (63.5, 88.9, 750, 1050),
    "poker-eu": (63, 88, 744, 1039),
    "bridge": (57.15, 88.9, 675, 1050),
    "tarot-us": (69.85, 120.65, 825, 1425),
    "tarot-eu": (70, 120, 827, 1417),
    "mini": (44.45, 63.5, 525, 750),
    "square-small": (63.5, 63.5, 750, 750),
    "square-large": (88.9, 88.9, 1050, 1050),
    "business-us": (88.9, 50.8, 1050, 600),
    "business-eu": (85, 55, 1004, 650),
    "index-3x5": (76.2, 127, 900, 1500),
    "index-4x6": (101.6, 152.4, 1200, 1800),
}
PAPERS = {
    "a4": (210, 297),
    "letter": (215.9, 279.4),
    "a3": (297, 420),
    "a5": (148, 210),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
DAY = re.compile(r"20\d\d-\d\d-\d\d")


def test_every_card_measures_what_it_is_sold_as() -> None:
    """To the last digit: two conventions of tarot and of poker are four cards, and none is another's nickname."""
    assert {card.id: (card.width, card.height) for card in card_sizes().values()} == {
        name: size[:2] for name, size in CARDS.items()
    }
    assert len({(card.width, card.height) for card in card_sizes().values()}) == len(CARDS)


def test_pixels_at_300_dpi_follow_from_the_millimetres() -> None:
    """A picture of a card has the size that makers ask for, without its bleed."""
    for card in card_sizes().values():
        assert (round(card.width / 25.4 * 300), round(card.height / 25.4 * 300)) == CARDS[card.id][2:]


def test_papers_are_held_upright() -> None:
    """Each has its standard's measures, and is higher than wide."""
    assert {known.id: (known.width, known.height) for known in papers().values()} == PAPERS
    assert all(known.height > known.width for known in papers().values())


def test_the_site_has_decks_for_the_paper_people_have_at_home() -> None:
    """A4 and Letter: more would make everybody's build longer."""
    assert [known.id for known in home_papers()] == ["a4", "letter"]


def test_every_number_has_a_source_and_a_day_it_was_checked_on() -> None:
    """A profile without them cannot be checked by anybody."""
    facts = [(known.source, known.checked_on) for known in papers().values()]
    facts += [(known.source, known.checked_on) for known in card_sizes().values()]
    facts += [(known.source, known.checked_on) for known in stocks().values()]
    for source, checked_on in facts:
        assert source
        assert DAY.fullmatch(checked_on)


def test_an_entry_in_a_data_file_is_all_that_a_new_size_takes() -> None:
    """In mm or in inches; what is counted stays a number of things."""
    row = {"name": "Strip", "unit": "in", "width": Decimal("3.5"), "height": 2, "columns": 2, "home": True}
    assert in_mm(row) == {"name": "Strip", "width": 88.9, "height": 50.8, "columns": 2, "home": True}
    assert in_mm({"unit": "mm", "width": Decimal("57.15")}) == {"width": 57.15}


@pytest.mark.parametrize(("ask", "known"), [(paper, tuple(PAPERS)), (card_size, tuple(CARDS))])
def test_an_unknown_name_is_answered_with_the_known_ones(ask: type, known: tuple[str, ...]) -> None:
    """Whoever asks for a paper that is not there learns which there are; it is a KeyError for a program."""
    with pytest.raises(UnknownNameError) as caught:
        ask("foolscap")
    assert isinstance(caught.value, KeyError)
    assert caught.value.known == known
    assert str(caught.value).startswith("there is no ")
    assert "'foolscap'" in str(caught.value)
    assert ", ".join(known) in str(caught.value)
