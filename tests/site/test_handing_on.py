"""What a card's page gives away where its address is pasted, and the words by which paper cards are looked up."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.library.model import Kind, Settings
from generator.look.face import face
from generator.look.typography import typographic
from generator.site.drawing import IDS, draw_files, ids_json
from generator.site.pages import card_pages
from generator.site.previews import previews
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library

SITE = "https://example.org/kindling/"


class Told(HTMLParser):
    """What a page tells those who only fetch its head, and what its links carry."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.hrefs: list[str] = []
        self.head = html.partition("</head>")[0]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what metas say and where links lead."""
        found = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self.metas[found.get("name") or found.get("property") or ""] = found.get("content", "")
        if tag == "link":
            self.links[found["rel"]] = found["href"]
        if tag == "a":
            self.hrefs.append(found["href"])

    def mail(self) -> dict[str, list[str]]:
        """Subject and text of the e-mail that a tap begins."""
        return parse_qs(urlsplit(next(href for href in self.hrefs if href.startswith("mailto:"))).query)


def of_a_card(site_url: str = SITE, **values: Any) -> Told:  # noqa: ANN401 - any field of a card
    """Return what the page of a card with these values tells."""
    library, settings, uri = a_library(a_deck(a_card(**values))), Settings(site_url=site_url), "cards/porch/spare-key/"
    return Told(previews(library, settings).light(dict(card_pages(library, site_url))[uri], uri))


@pytest.mark.parametrize("depth", [1, 2])
def test_the_preview_of_a_light_card_shows_its_question(depth: int) -> None:
    """Whoever is sent it sees which deck it is from and what it asks."""
    told = of_a_card(depth=depth)
    assert told.metas["og:title"] == "A card from Porch"
    assert told.metas["og:description"] == "Who has a spare key to your place?"
    assert told.metas["twitter:card"] == "summary"
    assert told.mail()["subject"] == ["Who has a spare key to your place?"]


def test_a_feeling_is_named_before_its_need() -> None:
    """A preview holds both halves of a card that has two."""
    told = of_a_card(kind=Kind.WORD, text="At sea", need="a shore", depth=2)
    assert told.metas["og:description"] == "At sea: Often needs a shore."


@pytest.mark.parametrize("depth", [3, 4])
def test_the_preview_of_a_deep_card_shows_its_deck_only(depth: int) -> None:
    """An address in a chat tells nobody what two people are about to ask each other."""
    told = of_a_card(depth=depth, care="Slowly.")
    assert told.metas["og:title"] == "A card from Porch"
    assert told.metas["og:description"] == "A card from Porch. There is no need to answer it."
    assert told.mail() == {
        "subject": ["A card from Porch"],
        "body": [f"A card from Porch. There is no need to answer it.\r\n\r\n{SITE}cards/porch/spare-key/"],
    }


def test_the_address_is_whole_where_it_is_known() -> None:
    """With the site's address the page says where it is; without one a link is all there is, and no e-mail is begun."""
    for address in (SITE, SITE.rstrip("/")):
        told = of_a_card(address)
        assert told.links["canonical"] == told.metas["og:url"] == f"{SITE}cards/porch/spare-key/"
    told = of_a_card("")
    assert "canonical" not in told.links
    assert "og:url" not in told.metas
    assert "./" in told.hrefs
    assert not [href for href in told.hrefs if href.startswith("mailto:")]


def test_no_built_page_of_a_deep_card_gives_it_away(site: Path, library: Library) -> None:
    """Of every Open and Tender card: no word of it in the head of its page, nor in the e-mail that it begins."""
    deep = [(card, deck) for deck in library.decks for card in deck.cards if card.depth >= 3]
    assert len(deep) > 50
    for card, deck in deep:
        told = Told((site / "cards" / card.address / "index.html").read_text("utf-8"))
        shown = face(card, deck)
        notes = [line for note in shown.notes for line in note.lines]
        carried = " ".join([told.head, *told.metas.values(), *told.mail()["subject"], *told.mail()["body"]])
        for text in filter(None, (card.text, shown.prompt, shown.lead, *notes, *card.follow_up)):
            assert text not in carried
            assert typographic(text, deck.lang).rstrip(".?!") not in carried
        assert told.metas["referrer"] == "no-referrer"


def test_a_title_is_plain_text_in_every_place() -> None:
    """A deck's name with marks in it ends no attribute and adds nothing to an address."""
    deck = a_deck(a_card(), title='"><b>&subject=x')
    html = dict(card_pages(a_library(deck), SITE))["cards/porch/spare-key/"]
    assert "<b>&subject" not in html
    assert list(Told(html).mail()) == ["subject", "body"]


def test_every_word_on_paper_can_be_looked_up(library: Library) -> None:
    """Each deck's cards by their ids, and those that were taken out, in the order of the shelf."""
    found = json.loads(ids_json(library))
    assert [deck["id"] for deck in found] == [deck.id for deck in library.decks]
    for deck, listed in zip(library.decks, found, strict=True):
        assert listed["cards"] == [card.id for card in deck.cards]
    made = draw_files(a_library(a_deck(title="Ann's porch", retired=("old-key",))))
    assert json.loads(made[IDS]) == [
        {"id": "porch", "title": "Ann\u2019s porch", "cards": ["spare-key"], "retired": ["old-key"]}
    ]
