"""The nine service cards, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.words import words
from generator.look.typography import typographic
from generator.printing.service import service_cards
from tests.printing.making import made_card, made_deck

if TYPE_CHECKING:
    from generator.library.model import Library

KEYS = ["title_card", "rules", "consent", "safety", "pause", "slow", "stop", "index", "blank"]


def test_there_are_nine_in_the_order_they_are_printed(library: Library) -> None:
    """Every deck has the same nine."""
    assert all([card.key for card in service_cards(deck)] == KEYS for deck in library.decks)


def test_the_first_card_says_whose_the_deck_is_and_what_it_is_not(library: Library) -> None:
    """Title, about, authors, licence, edition, and the position line word for word."""
    deck = library.deck("kettle-on")
    card = service_cards(deck)[0]
    small = " ".join(line for lines in card.small for line in lines)
    assert card.title == "Kettle On"
    assert card.text == (typographic(deck.about),)
    assert "By Kindling contributors" in small
    assert "CC-BY-4.0" in small
    assert "Edition of 2026-11-22" in small
    assert card.small[-1] == (typographic(words("en")["position"]),)


def test_what_a_deck_does_not_say_is_left_out() -> None:
    """Without authors, licence and date the position line stands alone."""
    card = service_cards(made_deck(authors=(), license="", added=""))[0]
    assert card.small == ((typographic(words("en")["position"]),),)


def test_the_consent_card_has_the_six_lines_word_for_word(library: Library) -> None:
    """Only the quotes are made typographic."""
    card = service_cards(library.decks[0])[2]
    assert card.text == tuple(typographic(line) for line in words("en")["consent"])
    assert len(card.text) == 6


def test_the_index_names_every_card_once_by_depth(library: Library) -> None:
    """Grouped as the strokes group the cards, in alphabetical order, so that a lost card is noticed."""
    for deck in library.decks:
        card = service_cards(deck)[7]
        assert str(len(deck.cards)) in card.title
        assert sorted(card_id for group in card.groups for card_id in group.ids) == sorted(c.id for c in deck.cards)
        assert [group.depth for group in card.groups] == sorted({c.depth for c in deck.cards})
        for group in card.groups:
            assert list(group.ids) == sorted(c.id for c in deck.cards if c.depth == group.depth)


def test_an_index_works_for_any_number_of_cards() -> None:
    """None, one, or hundreds."""
    for count in (0, 1, 500):
        deck = made_deck(*(made_card(f"card-{number}", "Text?") for number in range(count)))
        assert sum(len(group.ids) for group in service_cards(deck)[7].groups) == count


def test_quotes_are_typographic_on_every_service_card(library: Library) -> None:
    """What is typed straight is printed curly."""
    for deck in library.decks:
        shown = [text for card in service_cards(deck) for text in (card.title, *card.text)]
        assert not any(sign in text for text in shown for sign in "'\"")
