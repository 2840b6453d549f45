"""What stands in the way of a print, told to the deck's author: what does not fit, what no font can show."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from generator import look
from generator.library.model import Problem
from generator.printing.desk import plain
from generator.printing.glyphs import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.library.model import Card, Deck, Place
    from generator.printing.composing import Flaw

FONTS = Path(look.__file__).parent / "fonts"
# What an author wrote that is printed.
PRINTED = ("text", "need", "instead", "care", "return_", "follow_up", "listener")
PRINTED_OF_DECK = ("title", "about", "authors", "license", "source")


def unshowable(deck: Deck) -> Iterator[Problem]:
    """Yield a problem for each character that no font has, at the key it stands under."""
    for key in PRINTED_OF_DECK:
        for char in missing(spelled(getattr(deck, key)), FONTS):
            yield unknown(char, deck.at(key), deck.id)
    for card in deck.cards:
        for key in PRINTED:
            for char in missing(spelled(getattr(card, key)), FONTS):
                yield unknown(char, card.at(key.rstrip("_")), card.address)


def unshowable_texts(texts: Iterable[tuple[str, Place]], address: str) -> tuple[Problem, ...]:
    """Return a problem for each character of some texts that no font has, sorted by place."""
    found = [(char, place) for text, place in texts for char in missing(spelled(text), FONTS)]
    return tuple(sorted(unknown(char, place, address) for char, place in found))


def spelled(value: str | tuple[str, ...]) -> str:
    """Return the text of a key, of whatever shape, as it would be set."""
    return plain(value if isinstance(value, str) else " ".join(value))


def unknown(char: str, place: Place, address: str) -> Problem:
    """Return the problem of a character that cannot be printed."""
    name = unicodedata.name(char, "no name").lower()
    shown = f"'{char}' " if char.isprintable() else ""
    message = f"{address}: the fonts cannot print {shown}(U+{ord(char):04X}, {name})"
    return Problem(place, message, "write it another way, or leave it out")


def told(deck: Deck, flaws: tuple[Flaw, ...]) -> tuple[Problem, ...]:
    """Return flaws as problems, at the places where the deck's author can mend them."""
    cards: dict[str, Card] = {card.id: card for card in deck.cards}
    found = []
    for flaw in flaws:
        misfit, card = flaw.misfit, cards.get(flaw.card)
        place = card.at(misfit.key) if card else deck.at(misfit.key)
        address = card.address if card else deck.id
        found.append(Problem(place, f"{address}: {misfit.message}", misfit.hint, misfit.severity))
    return tuple(sorted(found))
