"""Rules for the pages to print beside the decks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.model import Problem
from generator.library.nodes import excerpt
from generator.library.reading import offer
from generator.look.lays import LAYS
from generator.look.tokens import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.library.model import Library

    Rule = Callable[[Library], Iterator[Problem]]


def id_of_a_deck(library: Library) -> Iterator[Problem]:
    """Find printables with the id of a deck: their PDFs would have one name."""
    decks = {deck.id for deck in library.decks}
    for printable in library.printables:
        if printable.id in decks:
            message = f"'{printable.id}' is a deck's id already"
            yield Problem(printable.place, message, f"another id, such as {printable.id}-page")


def unknown_look(library: Library) -> Iterator[Problem]:
    """Find printables with a hue or lay that does not exist."""
    for printable in library.printables:
        for key, value, known in (("hue", printable.hue, look()["hue"]), ("lay", printable.lay, LAYS)):
            if value and value not in known:
                hint = offer(value, known, f"every {key}")
                yield Problem(printable.at(key), f"'{excerpt(value)}' is no {key} we know", hint)


PRINTABLE_RULES: tuple[Rule, ...] = (id_of_a_deck, unknown_look)
