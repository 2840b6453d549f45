"""Whose a deck is, where it comes from, and what may be done with it: the same words on screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.words import words

if TYPE_CHECKING:
    from generator.library.model import Deck


def credit_lines(deck: Deck) -> tuple[str, ...]:
    """Return a deck's credits, a line each: its authors, its source, its licence and edition. Some decks have none."""
    said = words(deck.lang)["credits"]
    by = said["by"].format(authors=", ".join(deck.authors)) if deck.authors else ""
    source = said["source"].format(source=deck.source) if deck.source else ""
    licence = said["unknown"] if deck.unlicensed else deck.license
    edition = said["edition"].format(added=deck.added) if deck.added else ""
    return tuple(filter(None, (by, source, " · ".join(filter(None, (licence, edition))))))
