"""Sheets that are cut as one stack: the piles are the deck in order, for any number of cards and places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.printing.sheets import dealt
from generator.printing.stacking import stacked
from tests.printing.knife import face_down, face_up

ITEMS = st.lists(st.integers(), unique=True, max_size=120)
PLACES = st.integers(1, 20)


@given(ITEMS, PLACES)
def test_a_stack_that_was_cut_is_the_deck_in_order(items: list[int], count: int) -> None:
    """Face up or face down, the first card is the first that is read, and none is lost or doubled."""
    sheets = stacked(items, count)
    assert face_up(sheets) == items
    assert face_down(sheets) == items


@given(ITEMS, PLACES)
def test_a_stack_takes_no_more_sheets_and_only_the_last_has_places_left(items: list[int], count: int) -> None:
    """They are its last places, as on sheets that are cut one by one."""
    sheets = stacked(items, count)
    usual = dealt(items, count)
    assert [[card is not None for card in sheet] for sheet in sheets[:-1]] == [[True] * count] * (len(usual) - 1)
    assert [sheet.index(None) if None in sheet else count for sheet in sheets] == [len(sheet) for sheet in usual]


def test_one_card_a_sheet_stays_as_it_is() -> None:
    """Where a page is a single face there is nothing to cut."""
    assert stacked("abc", 1) == [["a"], ["b"], ["c"]]


def test_two_sheets_of_four_hold_every_other_card() -> None:
    """The order on paper, once, as somebody would lay it out by hand."""
    assert stacked("abcdefg", 4) == [["a", "c", "e", "g"], ["b", "d", "f", None]]
