"""What other programs read."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
from lxml import etree

from generator.library.model import Library, Settings
from generator.site.feeds import cards_json, feed_xml, manifest, sitemap_pages
from tests.conftest import SITE_URL
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


def test_feed_readers_find_nothing_wrong_with_the_feed(library: Library) -> None:
    """Read as feed readers do: well formed, with all that RFC 4287 wants of a feed and of each entry."""
    feed = feedparser.parse(feed_xml(library, Settings(site_url=SITE_URL)).encode())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert (feed.feed.id, feed.feed.title, feed.feed.author) == (SITE_URL, "Kindling", "Kindling")
    assert [(link.rel, link.href) for link in feed.feed.links] == [
        ("alternate", SITE_URL),
        ("self", f"{SITE_URL}feed.xml"),
    ]
    assert len(feed.entries) == len(library.decks) + len(library.essays)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    for entry in feed.entries:
        assert entry.title
        assert entry.updated.endswith("T00:00:00Z")
        assert entry.link.startswith(SITE_URL)


def test_an_entry_keeps_its_id_when_the_site_moves() -> None:
    """Whoever follows the feed is not told everything anew after a move: the permanent address is the id."""
    permanent = Settings(site_url="https://new.example.org/", permanent_url="https://cards.example.org/")
    feed = feedparser.parse(feed_xml(a_library(), permanent).encode())
    assert feed.feed.id == "https://cards.example.org/"
    assert feed.entries[0].id == "https://cards.example.org/decks/porch/"
    assert feed.entries[0].link == "https://new.example.org/decks/porch/"


def test_a_deck_in_another_language_says_so_in_the_feed() -> None:
    """A screen reader reads its title as what it is."""
    feed = ET.fromstring(feed_xml(a_library(a_deck(lang="de")), Settings(site_url=SITE_URL)))  # noqa: S314 - our own file
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "de"


def test_the_map_names_light_cards_and_no_deep_one() -> None:
    """Search engines are shown questions for anybody; the others are met in their deck."""
    cards = [a_card(f"depth-{depth}", depth=depth, text=f"How deep is {depth}?") for depth in range(1, 5)]
    library = a_library(
        a_deck(*cards, added="2026-01-02"), essays=(an_essay(reviewed="2026-03-04"), an_essay("undated"))
    )
    assert sitemap_pages(library, "https://example.org/k") == [
        ("https://example.org/k/decks/porch/", "2026-01-02"),
        ("https://example.org/k/essays/doors/", "2026-03-04"),
        ("https://example.org/k/essays/undated/", ""),
        ("https://example.org/k/cards/porch/depth-1/", "2026-01-02"),
        ("https://example.org/k/cards/porch/depth-2/", "2026-01-02"),
    ]


def test_the_map_of_the_built_site_is_valid(site: Path) -> None:
    """Held against the protocol's own order and types; every address in it is a page, once."""
    found = etree.parse(site / "sitemap.xml")
    schema = etree.XMLSchema(etree.parse(Path(__file__).parent / "sitemap.xsd"))
    schema.assertValid(found)
    addresses = [loc.text or "" for loc in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(set(addresses)) == len(addresses) > 400
    for address in addresses:
        assert (site / address.removeprefix(SITE_URL) / "index.html").is_file()
