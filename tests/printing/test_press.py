"""Printing several things at once."""

from __future__ import annotations

from functools import partial

import pytest

from generator.printing.press import press
from generator.printing.prints import prepared_item, print_deck
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck


def test_prints_come_in_order_and_are_the_same_as_one_by_one() -> None:
    """However many are under way at a time: same bytes, same order."""
    decks = [made_deck(made_card(f"card-{i}", f"What is number {i}?")) for i in range(5)]
    jobs = [(deck, ticket(paper)) for deck in decks for paper in ("a4", "letter")]
    with press(partial(prepared_item, deck, asked) for deck, asked in jobs) as prints:
        made = list(prints)
    assert made == [print_deck(deck, asked) for deck, asked in jobs]
    assert all(one.pdf for one in made)


def test_whoever_leaves_early_waits_for_nothing_more() -> None:
    """An error ends all that has not begun; it reaches whoever asked."""
    decks = [made_deck(made_card("card", f"What is number {i}?")) for i in range(40)]

    def leaves() -> None:
        with press(partial(prepared_item, deck) for deck in decks) as prints:
            assert next(prints).pdf
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        leaves()
