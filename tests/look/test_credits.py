"""Credits: whose a deck is, the same words on its page and on its title card."""

import json

import pytest

from generator.look.credits import credit_lines
from generator.printing.service import title_card
from generator.site.feeds import cards_json
from generator.site.pages import deck_page
from tests.decks import a_deck, a_library


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ()),
        ({"authors": ("Ada", "Bo")}, ("By Ada, Bo",)),
        ({"license": "CC0-1.0"}, ("CC0-1.0",)),
        ({"license": "unknown"}, ("Licence unknown: for private use only",)),
        ({"added": "2026-11-22"}, ("Edition of 2026-11-22",)),
        (
            {"authors": ("Ada",), "source": "a list of questions", "license": "MIT", "added": "2026-11-22"},
            ("By Ada", "From a list of questions", "MIT · Edition of 2026-11-22"),
        ),
    ],
)
def test_credits_say_what_is_known(values: dict[str, object], expected: tuple[str, ...]) -> None:
    """A line each for authors, source, and licence with edition; nothing is made up."""
    assert credit_lines(a_deck(**values)) == expected


def test_credits_go_wherever_the_deck_goes() -> None:
    """The title card, the deck's page and cards.json name authors, source and licence."""
    deck = a_deck(authors=("Ada & Bo",), source="example.org/list", license="CC-BY-4.0")
    library = a_library(deck)
    card = title_card(deck)
    assert card.small[0] == ("By Ada & Bo", "From example.org/list", "CC-BY-4.0")
    page = deck_page(deck, library)
    assert "By Ada &amp; Bo. From example.org/list. CC-BY-4.0." in page
    (public,) = json.loads(cards_json(library))["decks"]
    assert (public["authors"], public["source"], public["license"]) == (["Ada & Bo"], "example.org/list", "CC-BY-4.0")
