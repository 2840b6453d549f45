"""Small decks, and a typewriter to set them with: what the printing tests share."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.library.model import Card, Deck, Place
from generator.look.tokens import look
from generator.printing.anatomy import sized
from generator.printing.composing import assembled, one_deck
from generator.printing.desk import Desk
from generator.printing.ink import FAMILIES
from generator.printing.profiles import card_size
from generator.printing.runs import Font

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.printing.composing import Flaw
    from generator.printing.job import Job


def laid_out(job: Job, fonts: Mapping[str, Font]) -> tuple[dict[str, Any], tuple[Flaw, ...]]:
    """Return a deck on its sheets, as the templates want it, and what does not fit."""
    deck = one_deck(0, job, fonts)
    return assembled([job], [deck], FAMILIES), deck.flaws


class Typewriter(dict[str, float]):
    """Widths where every character is half an em wide."""

    def __missing__(self, word: str) -> float:
        """Return a word's width in em."""
        return len(word) / 2


def typewriter() -> Font:
    """Return a font of which every character is half an em wide."""
    return Font(Typewriter(), space=0.5, x_height=0.5, cap_height=0.7)


def typewriter_desk(size: str = "poker") -> Desk:
    """Return what a card is set with, all of it in a typewriter's letters."""
    card = card_size(size)
    return Desk(card, sized(look(), card), {style: typewriter() for style in ("text", "plain", "bold")}, "en")


def made_card(card_id: str, text: str, line: int = 1, **keys: Any) -> Card:  # noqa: ANN401 - any field of a card
    """Return a card whose keys all stand on one line, each in a column of its own."""
    names = ("id", "text", "need", "instead", "care", "return", "minutes", "follow_up", "listener")
    places = {name: Place("decks/made.yml", line, column) for column, name in enumerate(names, 10)}
    return Card("made", card_id, text, place=Place("decks/made.yml", line), places=MappingProxyType(places), **keys)


def made_deck(*cards: Card, **keys: Any) -> Deck:  # noqa: ANN401 - any field of a deck
    """Return a deck of cards."""
    names = ("title", "about", "authors", "license")
    places = {name: Place("decks/made.yml", line) for line, name in enumerate(names, 1)}
    facts: dict[str, Any] = {
        "title": "Made Up",
        "about": "A deck for a test.",
        "hue": "sea",
        "lay": "spiral",
        "added": "2026-11-22",
        "license": "CC-BY-4.0",
        "authors": ("A. Tester",),
    }
    place = Place("decks/made.yml")
    return Deck("made", cards=cards, place=place, places=MappingProxyType(places), **(facts | keys))
