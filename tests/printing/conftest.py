"""Settings and prints that the printing tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generator.printing.prints import print_deck
from generator.printing.ticket import ticket

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Library

# A loaded machine may take long over one example; that says nothing about the example.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

WANTED = [(deck, stock) for deck in ("kettle-on", "going-first") for stock in ("a4", "letter")]


@pytest.fixture(scope="package")
def prints(library: Library) -> Mapping[tuple[str, str], bytes]:
    """Two real decks on both papers."""
    made = {(deck, stock): print_deck(library.deck(deck), ticket(stock)).pdf for deck, stock in WANTED}
    return {key: pdf for key, pdf in made.items() if pdf}


@pytest.fixture(params=WANTED, ids="-".join)
def printed(request: pytest.FixtureRequest, prints: Mapping[tuple[str, str], bytes]) -> tuple[str, str, bytes]:
    """One of them: deck, paper, PDF."""
    deck, stock = request.param
    return deck, stock, prints[deck, stock]
