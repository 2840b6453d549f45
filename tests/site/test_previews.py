"""What the head of every page tells, and what is shown where its address is pasted."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.library.model import Library, Settings
from generator.outputs import outputs, shared_pictures
from generator.site.previews import picture_uri, previews
from tests.conftest import SITE_URL
from tests.decks import a_card, a_deck, a_library, an_essay

if TYPE_CHECKING:
    from pathlib import Path

HTML = "<html><head><title>x</title></head><body></head></body></html>"
SITE = "https://example.org/k/"
WITH = Settings(site_url=SITE)


class Head(HTMLParser):
    """The metas and links of a page's head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.links: dict[str, list[str]] = {}
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what they say."""
        found = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self.metas[found.get("property") or found.get("name") or ""] = found.get("content", "")
        if tag == "link":
            self.links.setdefault(found["rel"], []).append(found["href"])


def light(uri: str, library: Library, made: tuple[str, ...] = ("", "porch", "porch/spare-key")) -> Head:
    return Head(previews(library, WITH, made).light(HTML, uri))


def test_a_light_card_is_shown_by_its_own_picture() -> None:
    """Whoever gets a link sees the card, and whoever cannot see hears its words."""
    head = light("cards/porch/spare-key/", a_library())
    assert head.metas["og:image"] == f"{SITE}images/share/cards/porch/spare-key.png"
    assert head.metas["og:image:alt"] == "A card from Porch: Who has a spare key to your place?"
    assert (head.metas["og:image:width"], head.metas["og:image:height"]) == ("1200", "630")
    assert head.metas["twitter:card"] == "summary_large_image"
    assert head.metas["og:type"] == "article"


@pytest.mark.parametrize("depth", [3, 4])
def test_a_deep_card_is_shown_by_its_deck(depth: int) -> None:
    """Not even a picture that was there by mistake would be shown of it, nor a word."""
    head = light("cards/porch/spare-key/", a_library(a_deck(a_card(depth=depth, care="Slowly."))))
    assert head.metas["og:image"] == f"{SITE}images/share/decks/porch.png"
    assert "spare key" not in str(head.metas)


def test_where_there_is_no_picture_the_next_larger_things_is_shown() -> None:
    """Card, deck, site; and without any of them a page has a preview in words."""
    uri = "cards/porch/spare-key/"
    assert light(uri, a_library(), ("", "porch")).metas["og:image"] == f"{SITE}{picture_uri('porch')}"
    assert light(uri, a_library(), ("",)).metas["og:image"] == f"{SITE}images/share/site.png"
    bare = light(uri, a_library(), ())
    assert not [key for key in bare.metas if "image" in key]
    assert bare.metas["twitter:card"] == "summary"


def test_decks_essays_and_the_draw_page_say_what_they_are() -> None:
    """A link to any of them has a title and a line about it."""
    library = a_library(a_deck(title="Ann's porch"), essays=(an_essay(),))
    shown = {uri: light(uri, library).metas for uri in ("decks/porch/", "essays/doors/", "draw/")}
    assert [(of["og:title"], of["og:description"], of["og:type"]) for of in shown.values()] == [
        ("Ann\u2019s porch", "Small talk with a view.", "article"),
        ("Doors", "When to knock.", "article"),
        ("Draw a card", "Conversation cards for people who are close.", "website"),
    ]
    assert [of["og:image"].removeprefix(f"{SITE}images/share/") for of in shown.values()] == [
        "decks/porch.png",
        "site.png",
        "site.png",
    ]


def test_pages_of_the_theme_are_shown_by_their_own_title_and_the_site() -> None:
    """The first page goes by the site's name, any other by its own."""
    told = previews(a_library(), WITH, ("",))
    home, safety = (
        Head(told.themed(HTML, uri, title, "About it.")) for uri, title in (("", "Home"), ("safety/", "Care"))
    )
    assert [(of.metas["og:title"], of.metas["og:type"]) for of in (home, safety)] == [
        ("Kindling", "website"),
        ("Care", "article"),
    ]
    assert safety.metas["og:url"] == f"{SITE}safety/"
    assert "canonical" not in safety.links  # the theme gives it


def test_a_page_nobody_hands_on_tells_its_address_alone() -> None:
    """What somebody kept, or picked from, is nothing to show in a chat."""
    head = light("draw/kept/", a_library())
    assert head.metas == {}
    assert head.links == {"canonical": [f"{SITE}draw/kept/"]}


def test_nothing_is_said_of_an_address_that_nobody_knows() -> None:
    """Without `site_url` there are neither pictures nor addresses, only words."""
    assert shared_pictures(a_library(), Settings(), None) == {}
    made = outputs(a_library(), Settings())
    assert not [uri for uri in made if uri.startswith("images/share/")]
    head = Head(str(made["cards/porch/spare-key/index.html"]))
    assert not {"canonical", "alternate"} & head.links.keys()
    assert not {"og:url", "og:image"} & head.metas.keys()
    assert head.metas["og:title"] == "A card from Porch"


def test_a_site_that_is_for_nobody_else_has_no_pictures() -> None:
    """A private build is handed on to nobody."""
    assert shared_pictures(a_library(), Settings(site_url=SITE, private=True), None) == {}


def test_pictures_lie_where_the_pages_say() -> None:
    """Each picture that was made is in the site, under the address in the head of its page."""
    pictures = shared_pictures(a_library(), WITH, None)
    made = outputs(a_library(), WITH, pictures)
    assert {uri for uri in made if uri.startswith("images/share/")} == {picture_uri(address) for address in pictures}
    head = Head(str(made["cards/porch/spare-key/index.html"]))
    assert head.metas["og:image"].removeprefix(SITE) in made


def test_hostile_words_end_no_attribute() -> None:
    """A stranger's title is text in the head of a page, and what it says ends nothing."""
    hostile = '"></head><script>x</script>'
    deck = a_deck(a_card(text=hostile), title=hostile, about=hostile)
    for uri in ("cards/porch/spare-key/", "decks/porch/"):
        html = previews(a_library(deck), WITH, ("porch",)).light(HTML, uri)
        assert "<script" not in html
        assert html.count("</head>") == 2


def test_every_page_of_the_site_gives_its_address_and_those_with_a_menu_the_feed(site: Path) -> None:
    """Search engines find one address for each page, whole; feed readers the feed, from any page people read."""
    for path in site.rglob("index.html"):
        html, uri = path.read_text("utf-8"), path.relative_to(site).as_posix().removesuffix("index.html")
        head = Head(html)
        assert head.links["canonical"] == [f"{SITE_URL}{uri}"], uri
        if "md-header" in html:
            (feed,) = head.links["alternate"]
            assert (path.parent / feed).resolve() == (site / "feed.xml").resolve()


def test_every_light_card_has_a_picture_and_no_deep_one(site: Path, library: Library) -> None:
    """All of it built: the picture is there, of the size its page says, and light; deep cards show their deck."""
    for deck in library.decks:
        for card in deck.cards:
            head = Head((site / "cards" / card.address / "index.html").read_text("utf-8"))
            shown = head.metas["og:image"].removeprefix(SITE_URL)
            assert shown == picture_uri(card.address if card.depth < 3 else deck.id)
            png = (site / shown).read_bytes()
            assert len(png) <= 40_000
            assert Image.open(io.BytesIO(png)).size == (1200, 630)
    there = {path.stem for path in (site / "images" / "share" / "cards").rglob("*.png")}
    assert there == {card.id for deck in library.decks for card in deck.cards if card.depth < 3}


def test_no_phone_keeps_shared_pictures(site: Path) -> None:
    """They are for chats: nobody needs them at a table."""
    assert "images/share" not in (site / "sw.js").read_text("utf-8")
