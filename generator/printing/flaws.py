"""What stands in the way of a print, told to the deck's author: what does not fit, what no font can show."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.library.model import Problem, Severity
from generator.printing.desk import plain
from generator.printing.fronts import KEYS
from generator.printing.glyphs import missing
from generator.printing.typefaces import Typefaces, typefaces_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.library.model import Card, Deck, Place
    from generator.printing.composing import Flaw

# What an author wrote that is printed.
PRINTED = ("text", "need", "instead", "care", "return_", "follow_up", "listener")
PRINTED_OF_DECK = ("title", "about", "authors", "license", "source")
HINT = "write it another way, or put a font that has it into fonts/"


def written(deck: Deck) -> Iterator[tuple[str, Place, str]]:
    """Yield each text of a deck that is printed, with its place and the address of what it stands in."""
    for key in PRINTED_OF_DECK:
        yield spelled(getattr(deck, key)), deck.at(key), deck.id
    for card in deck.cards:
        for key in PRINTED:
            yield spelled(getattr(card, key)), card.at(key.rstrip("_")), card.address


def unshowable(texts: Iterable[tuple[str, Place, str]], typefaces: Typefaces) -> tuple[Problem, ...]:
    """Return a problem for each character of some texts that no font has, and for each font that cannot be read."""
    found = [unknown(char, place, name) for text, place, name in texts for char in missing(text, typefaces.shown)]
    return tuple(sorted([*found, *typefaces.problems]))


def typefaces_of(deck: Deck, fonts: tuple[Path, ...]) -> Typefaces:
    """Return what a deck is set in, with a project's own fonts where it needs them."""
    return typefaces_for((text for text, *_ in written(deck)), fonts)


def spelled(value: str | tuple[str, ...]) -> str:
    """Return the text of a key, of whatever shape, as it would be set."""
    return plain(value if isinstance(value, str) else " ".join(value))


def unknown(char: str, place: Place, address: str) -> Problem:
    """Return the problem of a character that cannot be printed."""
    name = unicodedata.name(char, "no name").lower()
    shown = f"'{char}' " if char.isprintable() else ""
    message = f"{address}: the fonts cannot print {shown}(U+{ord(char):04X}, {name})"
    return Problem(place, message, HINT)


def left_out(flaws: Iterable[Flaw]) -> int:
    """Return how many notes are not printed. A code that is not printed is no note."""
    return sum(flaw.misfit.severity is Severity.WARNING and flaw.misfit.key in KEYS.values() for flaw in flaws)


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
