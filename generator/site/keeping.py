"""The page of what is kept on a phone: everything is shown, and each thing can be erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.words import words
from generator.look.typography import typographic
from generator.site.templating import rendered

if TYPE_CHECKING:
    from generator.library.model import Library

HERE = "draw/kept/"


def kept_files(library: Library) -> dict[str, str]:
    """Return the page of what is kept; nothing for a library without decks, for then nothing is drawn."""
    return {f"{HERE}index.html": kept_page(library)} if library.decks else {}


def kept_page(library: Library) -> str:
    """Return the page of what is kept as complete HTML. What is kept is looked for in the browser alone."""
    said = words()
    return rendered(
        "kept.html",
        HERE,
        words=said,
        spoken={key: typographic(text) for key, text in said["kept"]["said"].items()},
        titles={deck.id: typographic(deck.title, deck.lang) for deck in library.decks},
    )
