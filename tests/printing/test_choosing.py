"""Choosing cards: always some of the deck's own, in its order, and nobody is left to guess why none is left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.model import DEPTHS, Card, Deck, Kind
from generator.printing.choosing import (
    NothingLeftError,
    Sieve,
    added_since,
    changed_since,
    choose,
    chosen,
    in_language,
    of_depths,
    of_kinds,
    on_topics,
    only,
)
from tests.printing.making import made_card, made_deck

TOPICS = ("home", "work", "play")


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """Decks of up to twelve cards of every depth, kind and topic."""
    count = draw(st.integers(0, 12))
    cards = [
        made_card(
            f"card-{number}",
            "What now?",
            depth=draw(st.sampled_from(DEPTHS)),
            kind=draw(st.sampled_from(list(Kind))),
            topics=tuple(draw(st.sets(st.sampled_from(TOPICS)))),
        )
        for number in range(count)
    ]
    return made_deck(*cards)


def sieves() -> st.SearchStrategy[Sieve]:
    """Every sieve that looks at a card."""
    return st.one_of(
        st.sets(st.sampled_from(DEPTHS)).map(lambda depths: of_depths("--depth", depths)),
        st.sets(st.sampled_from(list(Kind))).map(lambda kinds: of_kinds("--kind", kinds)),
        st.sets(st.sampled_from(TOPICS)).map(lambda topics: on_topics("--topic", topics)),
        st.sets(st.integers(0, 12)).map(lambda numbers: only("--only", {f"card-{number}" for number in numbers})),
    )


def in_order(some: tuple[Card, ...], all_: tuple[Card, ...]) -> bool:
    places = [all_.index(card) for card in some]
    return places == sorted(places)


@given(decks(), st.lists(sieves(), max_size=4))
def test_what_is_chosen_is_some_of_the_deck_in_its_order(deck: Deck, asked: list[Sieve]) -> None:
    """No card is made up, none comes twice, none changes its place; all else of the deck stays as it is."""
    made = chosen(deck, asked)
    assert set(made.cards) <= set(deck.cards)
    assert in_order(made.cards, deck.cards)
    assert replace(made, cards=deck.cards) == deck


@given(decks(), st.lists(sieves(), max_size=4))
def test_choices_only_ever_take_away_and_their_order_does_not_matter(deck: Deck, asked: list[Sieve]) -> None:
    """Several choices are and-ed: one more never brings a card back."""
    assert chosen(deck, asked) == chosen(deck, reversed(asked))
    assert chosen(deck, asked) == chosen(chosen(deck, asked[:2]), asked[2:])


@given(decks(), st.sets(st.sampled_from(DEPTHS)))
def test_a_choice_and_its_opposite_make_the_whole_deck(deck: Deck, depths: set[int]) -> None:
    """Cut in two by depth, no card is lost and none is in both; by all depths, all are there."""
    rest = set(DEPTHS) - depths
    one, other = (chosen(deck, [of_depths("--depth", some)]).cards for some in (depths, rest))
    assert sorted([*one, *other], key=deck.cards.index) == list(deck.cards)
    assert chosen(deck, [of_depths("--depth", DEPTHS)]) == deck


@given(decks(), st.lists(sieves(), max_size=3))
def test_choosing_from_several_decks_is_choosing_from_each(deck: Deck, asked: list[Sieve]) -> None:
    """A deck with nothing left is no longer among them; when none is left, that is an error."""
    other = replace(deck, id="other", cards=deck.cards[:3])
    wanted = tuple(one for one in (chosen(deck, asked), chosen(other, asked)) if one.cards)
    if wanted or not asked:
        assert choose([deck, other], asked) == (wanted or (deck, other))
    else:
        with pytest.raises(NothingLeftError):
            choose([deck, other], asked)


def test_a_card_is_named_with_its_deck_or_without() -> None:
    """`one` is a card of any deck, `made/one` that of one."""
    deck = made_deck(made_card("one", "What?"), made_card("two", "What?"))
    for name in ("one", "made/one"):
        assert [card.id for card in chosen(deck, [only("", {name})]).cards] == ["one"]
    assert not chosen(deck, [only("", {"other/one"})]).cards


def test_a_language_includes_its_varieties() -> None:
    """`en` is `en-GB` too; `en-GB` is not `en`, and `e` is nothing."""
    deck = made_deck(made_card("one", "What?"), lang="en-GB")
    assert [bool(chosen(deck, [in_language("", lang)]).cards) for lang in ("en", "EN-gb", "e", "en-US")] == [
        True,
        True,
        False,
        False,
    ]


def test_what_changed_is_what_is_printed_otherwise() -> None:
    """New cards and new words count; a topic, or a card's line in the file, is not printed."""
    same = made_card("same", "What?", follow_up=("And?",))
    before = made_deck(same, made_card("words", "What?"), made_card("depth", "What?"), made_card("gone", "What?"))
    after = made_deck(
        replace(same, topics=("home",)),
        made_card("words", "What else?"),
        made_card("depth", "What?", depth=2),
        made_card("new", "What?"),
    )
    assert [card.id for card in chosen(after, [changed_since("", [before])]).cards] == ["words", "depth", "new"]
    assert chosen(after, [changed_since("", [])]) == after


def test_a_deck_counts_from_the_day_it_was_added() -> None:
    """On that day it is new; a deck without a day is never."""
    deck = made_deck(made_card("one", "What?"), added="2026-11-22")
    assert chosen(deck, [added_since("", "2026-11-22")]) == deck
    assert not chosen(deck, [added_since("", "2026-11-23")]).cards
    assert not chosen(replace(deck, added=""), [added_since("", "2026-01-01")]).cards


def test_nothing_left_says_which_choice_left_nothing() -> None:
    """In the words it was asked in, with what was there before it."""
    deck = made_deck(made_card("one", "What?"), made_card("two", "What?", depth=2))
    first, last = of_depths("--depth 2", {2}), on_topics("--topic home", {"home"})
    with pytest.raises(NothingLeftError, match=r"--topic home takes none of the 2 cards of Made Up\."):
        choose([deck], [last])
    with pytest.raises(NothingLeftError, match=r"--topic home takes none of the 1 card that --depth 2 left\."):
        choose([deck], [first, last])
    with pytest.raises(NothingLeftError, match=r"none of the 4 cards of 2 decks"):
        choose([deck, replace(deck, id="other")], [last])
    with pytest.raises(NothingLeftError, match=r"none of the no cards of Made Up"):
        choose([replace(deck, cards=())], [last])
