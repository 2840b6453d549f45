"""Small values for tests: a deck, a card, a library, as short as the test needs them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.library.model import Card, Citation, Deck, Essay, Library, Place, Reach, Reference, Resource
from generator.library.page import Form, Part, Printable


def a_card(card_id: str = "spare-key", **values: Any) -> Card:  # noqa: ANN401 - any field of a card
    """Return a card of the deck `porch`."""
    return replace(Card("porch", card_id, "Who has a spare key to your place?"), **values)


def a_deck(*cards: Card, **values: Any) -> Deck:  # noqa: ANN401 - any field of a deck
    """Return the deck `porch` with these cards, or with one."""
    return replace(Deck("porch", "Porch", "Small talk with a view.", cards or (a_card(),)), **values)


def an_essay(slug: str = "doors", **values: Any) -> Essay:  # noqa: ANN401 - any field of an essay
    """Return a short essay that cites one reference."""
    essay = Essay(slug, "Doors", "When to knock.", "Some doors open inward [@lee2001].\n")
    return replace(essay, **{"citations": (Citation("lee2001", Place("doors.md", 5, 24)),)} | values)


def a_reference(reference_id: str = "lee2001", **values: Any) -> Reference:  # noqa: ANN401 - any field of a reference
    """Return a reference with everything an entry needs."""
    reference = Reference(
        reference_id,
        ("Lee, A.",),
        2001,
        "Doors and people",
        finding="People knock.",
        limits="Twelve doors.",
        checked_on="2026-11-22",
        checked_how="Read it.",
    )
    return replace(reference, **values)


def a_printable(*parts: Part, **values: Any) -> Printable:  # noqa: ANN401 - any field of a printable
    """Return the printable `doormat`: a whole page with these parts, or with one."""
    pieces = (parts or (Part(Form.TEXT, "Wipe your feet."),),)
    return replace(Printable("doormat", "Doormat", "For wet shoes.", pieces), **values)


def a_resource(**values: Any) -> Resource:  # noqa: ANN401 - any field of a resource
    """Return somewhere to turn, checked on 2026-11-22."""
    resource = Resource(
        "Porch Light",
        "https://porch.example.org",
        "People who listen.",
        Reach.DIRECTORY,
        "two countries",
        "A leaflet.",
        "2026-11-22",
    )
    return replace(resource, **values)


def a_library(*decks: Deck, **values: Any) -> Library:  # noqa: ANN401 - any field of a library
    """Return a library of these decks, or of one."""
    return replace(Library(decks or (a_deck(),)), **values)
