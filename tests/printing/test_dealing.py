"""A deck that deals itself: every evening of every deck, cut, stacked and read from the top."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.library.model import Kind
from generator.printing.dealing import (
    ASKED_FIRST,
    AT_THEIR_MOMENT,
    CURVES,
    DEALT,
    OPEN,
    SHARE,
    Program,
    dealable,
    dealt_deck,
    evenings,
    evenings_in,
)
from generator.printing.stacking import stacked
from tests.printing.knife import face_down
from tests.printing.making import made_card, made_deck

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Card, Deck, Library
    from generator.printing.dealing import Evening

PROGRAMS = [Program(minutes, deepest) for minutes in CURVES for deepest in (1, 2, 3)]
# Sheets of A4, of Letter, for a fold, of large cards, and one more that divides nothing evenly.
PLACES = (9, 8, 4, 2, 6)
MORE = list(Kind)


def fair(evening: Evening, program: Program) -> None:
    """Assert all that an evening promises the people at a table."""
    depths = [card.depth for card in evening]
    assert len(evening) == len(program.curve) + 1
    assert depths[0] <= SHARE
    assert all(after <= before + 1 for before, after in pairwise(depths))
    assert all(after <= SHARE for before, after in pairwise(depths) if before >= OPEN)
    assert max(depths) <= program.deepest
    assert depths.count(OPEN) <= 3
    assert depths[-2] <= SHARE
    assert evening[-1].kind is Kind.CLOSING
    assert not any(card.kind in AT_THEIR_MOMENT for card in evening[:-1])
    assert not any(card.assumes or ASKED_FIRST & set(card.needs) for card in evening)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_every_deck_cut_and_stacked_comes_out_as_evenings(library: Library, program: Program) -> None:
    """Thirteen decks, each length, each depth, sheets of any number: never a step of two, no card twice."""
    for deck in library.decks:
        made = dealt_deck(deck, library.decks, program)
        for places in PLACES:
            read = face_down(stacked(made.cards, places))
            assert read == list(made.cards)
            for evening in evenings_in(replace(deck, cards=tuple(read))):
                fair(evening, program)
        assert all(number == 1 for number in Counter(card.address for card in made.cards).values())


def test_every_deck_of_ours_gives_an_evening_of_each_length(library: Library) -> None:
    """At the depth it is dealt to without a word, and most give several of the shorter ones."""
    counts = {
        (deck.id, minutes): len(evenings(deck, library.decks, Program(minutes)))
        for deck in library.decks
        for minutes in CURVES
    }
    assert all(counts.values())
    assert (counts["kettle-on", 10], counts["kettle-on", 25], counts["kettle-on", 60]) == (10, 5, 2)


def test_an_evening_opens_where_its_deck_can(library: Library) -> None:
    """Each goes deeper than it begins and comes back, but where the deck is out of deeper cards."""
    for deck in library.decks:
        for evening in evenings(deck, library.decks, Program(25)):
            depths = [card.depth for card in evening[:-1]]
            assert max(depths) > depths[0]
            assert depths[-1] < max(depths) or max(depths) == SHARE


def test_what_a_deck_lacks_is_spread_over_its_evenings(library: Library) -> None:
    """No evening has two Open cards more than another."""
    for deck in library.decks:
        for program in PROGRAMS:
            deep = [sum(card.depth == OPEN for card in one) for one in evenings(deck, library.decks, program)]
            assert max(deep, default=0) - min(deep, default=0) <= 1


def test_tender_cards_are_never_dealt(library: Library) -> None:
    """After Open comes something lighter, and no step is higher than one: there is no way to Tender."""
    for deck in library.decks:
        assert all(card.depth <= OPEN for card in dealt_deck(deck, library.decks, Program(60)).cards)


def test_the_same_deck_gives_the_same_evenings(library: Library) -> None:
    """Nothing is drawn by lot."""
    deck = library.deck("going-first")
    assert evenings(deck, library.decks, Program(25)) == evenings(deck, library.decks, Program(25))


@given(
    st.lists(st.tuples(st.sampled_from(MORE), st.integers(1, 4), st.booleans()), max_size=40), st.sampled_from(PROGRAMS)
)
@example([(Kind.PROMPT, 3, False)], Program(10))
def test_any_deck_keeps_the_promises(library: Library, facts: list[tuple[Kind, int, bool]], program: Program) -> None:
    """Of whatever kinds and depths, alone on its shelf or beside others it borrows from."""
    cards = [
        made_card(f"card-{number}", "What?", kind=kind, depth=depth, needs=("touch",) if touch else ())
        for number, (kind, depth, touch) in enumerate(facts)
    ]
    deck = made_deck(*cards, license=library.decks[0].license, authors=library.decks[0].authors)
    for shelf in ((deck,), (*library.decks, deck), (deck, *library.decks)):
        found = evenings(deck, shelf, program)
        for evening in found:
            fair(evening, program)
            assert any(card.deck == deck.id for card in evening)
        dealt = [card.id for evening in found for card in evening]
        assert len(dealt) == len(set(dealt))


def plain_deck(count: int, **keys: object) -> Deck:
    """Return a deck of light questions, and half as many of Share."""
    cards = [made_card(f"light-{i}", "What?") for i in range(count)]
    cards += [made_card(f"share-{i}", "What?", depth=2) for i in range(count // 2)]
    return made_deck(*cards, **keys)


def closing(name: str, deck: str, depth: int = 1) -> Card:
    return replace(made_card(name, "And now?", kind=Kind.CLOSING, depth=depth), deck=deck)


def test_a_deck_s_own_closing_cards_come_first_and_then_those_of_its_kin() -> None:
    """Light ones before those of Share; none from a deck by others, or under an id that the deck has itself."""
    deck = plain_deck(12)
    deck = replace(deck, cards=(*deck.cards, closing("own", "made")))
    lent = (closing("later", "kin", 2), closing("sooner", "kin"), closing("own", "kin"), closing("deep", "kin", 3))
    kin = replace(made_deck(*lent), id="kin")
    strange = replace(made_deck(closing("strange", "strange"), authors=("Somebody Else",)), id="strange")
    found = evenings(deck, (deck, strange, kin), Program(10))
    assert [evening[-1].id for evening in found] == ["own", "sooner", "later"]


def test_a_deck_with_few_questions_borrows_some_from_the_first_on_the_shelf(library: Library) -> None:
    """A question, then a card of its own, and so on; the last to draw is its own. With six it borrows none."""
    deck = library.deck("tell-me-more")
    for evening in evenings(deck, library.decks, Program(25)):
        assert [card.deck for card in evening[:-1]] == ["kettle-on", "tell-me-more"] * 3
    for evening in evenings(deck, library.decks, Program(10)):
        assert [card.deck for card in evening[:-1]] == ["kettle-on", "tell-me-more", "tell-me-more"]
    others = [card for evening in evenings(library.deck("mend"), library.decks, Program(25)) for card in evening]
    assert {card.deck for card in others} == {"mend"}


def test_a_deck_for_making_up_borrows_nothing(library: Library) -> None:
    """A joke from another table may hurt at this one: it ends when its own closing cards do."""
    assert len(evenings(library.deck("mend"), library.decks, Program(10))) == 2


def test_a_deck_without_light_cards_gives_no_evening() -> None:
    """Nobody begins with Open."""
    deck = made_deck(*(made_card(f"deep-{i}", "What?", depth=3) for i in range(9)), closing("end", "made"))
    assert evenings(deck, (deck,), Program(10)) == ()
    assert dealt_deck(deck, (deck,), Program(10)).cards == ()


def test_an_evening_deals_what_the_draw_page_deals(root: Path) -> None:
    """One list of kinds there, one here; a deck that has nothing else gives what it has."""
    script = (root / "generator/site/assets/draw/fitting.js").read_text("utf-8")

    def listed(name: str) -> list[str]:
        found = re.search(rf"const {name} = \[(.*?)\]", script)
        assert found
        return re.findall(r'"(\w+)"', found[1])

    assert [*listed("DEALT"), "swap"] == [str(kind) for kind in DEALT]
    assert listed("AT_THEIR_MOMENT") == [str(kind) for kind in AT_THEIR_MOMENT]
    assert set(listed("ASKED_FIRST")) == ASKED_FIRST
    tips = made_deck(made_card("tip", "Wait.", kind=Kind.TIP), made_card("pause", "A break.", kind=Kind.PAUSE))
    assert [card.id for card in dealable(tips, OPEN)] == ["tip"]
