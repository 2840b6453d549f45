"""What can be left out on the draw page: only what a library has, so that nothing is offered in vain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.library.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.model import Library

# They come at their moments, never from the pile; fitting.js says the same, and a test compares them.
AT_THEIR_MOMENT = (Kind.PAUSE, Kind.CLOSING, Kind.SETTING)


@dataclass(frozen=True, slots=True)
class Offered:
    """Topics in the order of the alphabet, kinds in that of the model, and tags of cards that can be drawn."""

    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    assumes: tuple[str, ...]
    needs: tuple[str, ...]


def offered(library: Library) -> Offered:
    """Return what the cards that can be drawn have. A tag that is both assumed and needed is offered once."""
    cards = [card for deck in library.decks for card in deck.cards if card.kind not in AT_THEIR_MOMENT]
    there = {card.kind for card in cards}
    assumes = tags(card.assumes for card in cards)
    needs = tags(card.needs for card in cards)
    return Offered(
        topics=tags(card.topics for card in cards),
        kinds=tuple(kind.value for kind in Kind if kind in there),
        assumes=assumes,
        needs=tuple(tag for tag in needs if tag not in assumes),
    )


def tags(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return each tag once, in the order of the alphabet."""
    return tuple(sorted({tag for some in found for tag in some}))
