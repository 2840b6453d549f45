"""What other programs read."""

import json
from xml.etree import ElementTree as ET

from generator.library.model import Library, Settings
from generator.site.feeds import cards_json, feed_xml, manifest
from tests.decks import a_card, a_deck, a_library, an_essay

ATOM = "{http://www.w3.org/2005/Atom}"


def test_cards_json_holds_every_card_as_it_was_written(library: Library) -> None:
    """The public file is complete, versioned, and in the author's own quotes."""
    data = json.loads(cards_json(library))
    assert data["version"] == 1
    assert [deck["id"] for deck in data["decks"]] == [deck.id for deck in library.decks]
    assert [(card["id"], card["text"]) for card in data["cards"]] == [
        (card.address, card.text) for deck in library.decks for card in deck.cards
    ]


def test_cards_json_leaves_out_what_is_empty() -> None:
    """A plain card is a few lines, not twenty."""
    (card,) = json.loads(cards_json(a_library()))["cards"]
    assert set(card) == {"id", "deck", "kind", "text", "depth", "page"}


def test_the_feed_is_atom_with_the_newest_first() -> None:
    """A reader sees new decks and essays, with links that work anywhere."""
    library = a_library(a_deck(added="2026-01-02", about="Tea & <biscuits>"), essays=(an_essay(reviewed="2026-03-04"),))
    feed = ET.fromstring(feed_xml(library, Settings(site_url="https://example.org/k")))  # noqa: S314 - our own file
    assert feed.tag == f"{ATOM}feed"
    links = [entry.find(f"{ATOM}link").attrib["href"] for entry in feed.iter(f"{ATOM}entry")]  # type: ignore[union-attr]
    assert links == ["https://example.org/k/essays/doors/", "https://example.org/k/decks/porch/"]
    assert feed.findtext(f"{ATOM}updated") == "2026-03-04T00:00:00Z"
    assert [entry.findtext(f"{ATOM}summary") for entry in feed.iter(f"{ATOM}entry")][1] == "Tea & <biscuits>"


def test_an_empty_library_has_a_feed_without_entries() -> None:
    """A new project's feed is valid before its first deck."""
    feed = ET.fromstring(feed_xml(Library(), Settings(site_url="https://example.org/")))  # noqa: S314 - our own file
    assert feed.findtext(f"{ATOM}updated") == "2000-01-01T00:00:00Z"
    assert list(feed.iter(f"{ATOM}entry")) == []


def test_undated_decks_come_last_in_the_feed() -> None:
    """No clock is read: a deck without a day gets a day long ago."""
    library = a_library(a_deck(), a_deck(a_card(text="Two?"), id="yard", title="Yard", added="2026-01-02"))
    feed = ET.fromstring(feed_xml(library, Settings(site_url="https://example.org/")))  # noqa: S314 - our own file
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["Yard", "Porch"]


def test_the_manifest_works_under_any_folder() -> None:
    """Every address in it is relative, and it starts on the draw page."""
    data = json.loads(manifest(Settings()))
    assert data["start_url"] == "./draw/"
    assert data["scope"] == "./"
    assert not any(icon["src"].startswith(("/", "http")) for icon in data["icons"])
    assert {icon["sizes"] for icon in data["icons"]} == {"any", "192x192", "512x512"}
