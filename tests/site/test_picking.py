"""Drawing without JavaScript: which cards lie in a pile, and in which order."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.model import TENDER, Kind, Library
from generator.site.picking import ASKED_FIRST, DEALT, HERE, SHARE, dealt, pick_pages
from tests.decks import a_card, a_deck, a_library

RULES = (files("generator.site") / "assets" / "draw" / "fitting.js").read_text("utf-8")


def names(html: str) -> list[str]:
    """The cards a page links to, in their order."""
    return re.findall(r'cards/porch/([\w-]+)/"', html)


def test_every_deck_has_a_pile_and_the_first_one_is_found_without_its_name(library: Library) -> None:
    """From each pile all others are one tap away."""
    made = pick_pages(library)
    assert made.keys() == {f"{HERE}{name}index.html" for name in ("", *(f"{deck.id}/" for deck in library.decks))}
    for html in made.values():
        assert html.count('aria-current="page"') == 1
        assert [f"{deck.id}/" in html for deck in library.decks] == [True] * len(library.decks)


def test_without_decks_there_is_no_pile() -> None:
    """A project that has only essays gets no empty page."""
    assert pick_pages(Library()) == {}


def test_nobody_is_dealt_a_tender_card(library: Library) -> None:
    """No pile leads to a card of depth 4, nor to one that assumes something or asks for touch or long looks."""
    barred = {
        card.address
        for deck in library.decks
        for card in deck.cards
        if card.depth == TENDER or card.assumes or not ASKED_FIRST.isdisjoint(card.needs)
    }
    assert barred
    for html in pick_pages(library).values():
        assert barred.isdisjoint(re.findall(r'cards/([\w-]+/[\w-]+)/"', html))


def test_chance_brings_the_same_kinds_with_and_without_javascript() -> None:
    """The lists in the script and here are the same."""

    def listed(name: str) -> set[str]:
        found = re.search(rf"^const {name} = \[(.*)\];$", RULES, re.MULTILINE)
        return set(re.findall(r'"(\w+)"', found[1])) if found else set()

    assert listed("DEALT") == {kind.value for kind in DEALT}
    assert listed("ASKED_FIRST") == ASKED_FIRST
    assert listed("AT_THEIR_MOMENT") - {"setting"} == {"pause", "closing"}
    assert f"export const SHARE = {SHARE};" in RULES


@pytest.mark.parametrize(
    ("kinds", "chosen", "expected"),
    [
        ((Kind.PROMPT, Kind.TIP, Kind.CLOSING), False, {"prompt"}),
        ((Kind.PROMPT, Kind.SWAP), False, {"prompt"}),
        ((Kind.PROMPT, Kind.SWAP), True, {"prompt", "swap"}),
        ((Kind.TIP, Kind.PRACTICE, Kind.PAUSE), False, {"tip", "practice"}),
        ((Kind.SWAP, Kind.TIP), True, {"swap"}),
        ((Kind.PAUSE,), True, set()),
    ],
)
def test_which_kinds_are_dealt(kinds: tuple[Kind, ...], chosen: bool, expected: set[str]) -> None:  # noqa: FBT001 - a case
    """Questions and their like; swaps only where chosen; all it has, from a deck with nothing else to deal."""
    deck = a_deck(*(a_card(kind.value, kind=kind) for kind in kinds))
    assert {card.id for card in dealt(deck, chosen=chosen)} == expected


@given(st.permutations(["one", "two", "three", "four", "five", "six"]))
def test_the_order_does_not_follow_the_file(ids: list[str]) -> None:
    """However an author arranges a deck, its pile lies in the same order, each card once."""
    laid = [card.id for card in dealt(a_deck(*map(a_card, ids)))]
    assert laid == [card.id for card in dealt(a_deck(*map(a_card, sorted(ids))))]
    assert sorted(laid) == sorted(ids)


def test_cards_are_numbered_and_say_nothing_before_they_are_turned_over() -> None:
    """A back has a number and no text; deeper cards wait in a fold of their own, numbered on."""
    deck = a_deck(a_card("light", text="Tea?"), a_card("share", depth=2), a_card("open", depth=3, text="Why?"))
    html = pick_pages(a_library(deck))[f"{HERE}index.html"]
    light, deeper = html.split("<details")
    assert set(names(light)) == {"light", "share"}
    assert names(deeper) == ["open"]
    assert re.findall(r"<span>(.*?)</span></a>", html) == ["Card 1", "Card 2", "Card 3"]
    assert '<ol class="backs" start="3">' in deeper
    assert "Tea?" not in html
    assert "Why?" not in html


@pytest.mark.parametrize(("depth", "piles"), [(1, 1), (3, 1), (TENDER, 0)])
def test_a_pile_that_is_empty_is_not_shown(depth: int, piles: int) -> None:
    """A deck without light cards shows its deeper ones; one without either says where they are."""
    html = pick_pages(a_library(a_deck(a_card(depth=depth))))[f"{HERE}porch/index.html"]
    assert html.count("<ol") == piles
    assert ("No card of this deck" in html) == (piles == 0)


def test_a_hostile_title_is_text() -> None:
    """A stranger's deck cannot bring markup into the page."""
    html = pick_pages(a_library(a_deck(title="<script>alert(1)</script>")))[f"{HERE}index.html"]
    assert "<script>" not in html
