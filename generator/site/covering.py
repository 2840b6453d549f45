"""What the decks' brief contains, and what carries each item, for readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Card, Item, Library
    from generator.library.page import Printable


@dataclass(frozen=True, slots=True)
class Row:
    """An item and all that carries it; `essays` as addresses below `essays/`, and titles."""

    item: Item
    cards: tuple[Card, ...]
    essays: tuple[tuple[str, str], ...]
    printables: tuple[Printable, ...]


def coverage_rows(library: Library) -> tuple[Row, ...]:
    """Return a row for each item, in its author's order."""
    cards = [card for deck in library.decks for card in deck.cards]
    return tuple(
        Row(
            item,
            tuple(card for card in cards if item.id in card.covers),
            tuple(essays_of(item, library)),
            tuple(page for page in library.printables if item.id in page.covers),
        )
        for item in library.coverage
    )


def essays_of(item: Item, library: Library) -> Iterator[tuple[str, str]]:
    """Yield the essays that carry an item: once each, at the section that treats it if one is named."""
    sections: dict[str, str] = {}
    for address in item.essays:
        slug, _, section = address.partition("#")
        sections[slug] = sections.get(slug) or section
    for essay in library.essays:
        if essay.slug in sections or item.id in essay.covers:
            section = sections.get(essay.slug, "")
            yield f"{essay.slug}/{'#' if section else ''}{section}", essay.title
