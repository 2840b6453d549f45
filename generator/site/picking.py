"""Drawing without JavaScript: each deck as a pile of numbered cards, face down, where every card is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.model import TENDER, Card, Deck, Kind, Library
from generator.library.words import words
from generator.look.sticks import fnv
from generator.site.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = "draw/pick/"
# As fitting.js says it for those who have JavaScript; a test compares the two.
SHARE = 2
DEALT = frozenset((Kind.PROMPT, Kind.FRAME, Kind.WORD, Kind.FOLLOWUP, Kind.REPAIR))
AT_THEIR_MOMENT = frozenset((Kind.PAUSE, Kind.CLOSING))
ASKED_FIRST = frozenset(("touch", "gaze"))


def pick_pages(library: Library) -> dict[str, str]:
    """Return every deck's pile; the first deck's lies at the address without a deck's name too."""
    first = [(HERE, deck, dealt(deck)) for deck in library.decks[:1]]
    named = [(f"{HERE}{deck.id}/", deck, dealt(deck, chosen=True)) for deck in library.decks]
    return {f"{uri}index.html": pick_page(deck, library, uri, cards) for uri, deck, cards in first + named}


def pick_page(deck: Deck, library: Library, uri: str, cards: list[Card]) -> str:
    """Return one pile: what is light enough for any table, and apart from it what goes a step deeper."""
    light = [card for card in cards if card.depth <= SHARE]
    deeper = [card for card in cards if card.depth > SHARE]
    return rendered(
        "pick.html", uri, deck=deck, decks=library.decks, light=light, deeper=deeper, words=words(deck.lang)
    )


def dealt(deck: Deck, *, chosen: bool = False) -> list[Card]:
    """Return the cards that chance may bring, in an order no reader knows. Tender is never among them.

    Nor is what assumes something of people, or asks for touch or long looks; swaps only from a deck that was
    `chosen`. A deck with nothing else to deal gives all it has, but for cards that have a moment of their own.
    """
    usual = DEALT | {Kind.SWAP} if chosen else DEALT
    there = [card for card in deck.cards if card.kind not in AT_THEIR_MOMENT]
    wanted = [card for card in there if card.kind in usual] or there
    return laid_out(card for card in wanted if is_for_anyone(card))


def is_for_anyone(card: Card) -> bool:
    """Return whether a card may come without having been asked for."""
    return card.depth < TENDER and not card.assumes and ASKED_FIRST.isdisjoint(card.needs)


def laid_out(cards: Iterable[Card]) -> list[Card]:
    """Return cards in an order that is always the same, and that nobody can guess."""
    return sorted(cards, key=lambda card: fnv(card.address))
