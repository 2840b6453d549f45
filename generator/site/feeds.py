"""What other programs read: cards.json, the Atom feed, and the manifest that makes the draw page installable."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.library.words import words
from generator.look.face import OPEN
from generator.look.tokens import look
from generator.site.pages import card_uri, deck_uri, whole
from generator.site.templating import environment

if TYPE_CHECKING:
    from generator.library.model import Card, Deck, Library, Settings

CARDS_VERSION = 1
# Decks without a date of their own; a feed needs one, and no clock is read.
NO_DATE = "2000-01-01"


def cards_json(library: Library) -> str:
    """Return every deck and card as its author wrote it. Empty values are left out."""
    data = {
        "version": CARDS_VERSION,
        "decks": [public_deck(deck) for deck in library.decks],
        "cards": [public_card(card) for deck in library.decks for card in deck.cards],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def filtered(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that are not empty."""
    return {key: value for key, value in values.items() if value}


def public_deck(deck: Deck) -> dict[str, Any]:
    """Return what cards.json says of a deck."""
    return filtered(
        {
            "id": deck.id,
            "title": deck.title,
            "about": deck.about,
            "how_to_use": deck.how_to_use,
            "audience": deck.audience,
            "lang": deck.lang,
            "added": deck.added,
            "license": deck.license,
            "authors": list(deck.authors),
            "source": deck.source,
            "essays": list(deck.essays),
            "retired": list(deck.retired),
            "page": deck_uri(deck.id),
        }
    )


def public_card(card: Card) -> dict[str, Any]:
    """Return what cards.json says of a card."""
    return filtered(
        {
            "id": card.address,
            "deck": card.deck,
            "kind": card.kind.value,
            "text": card.text,
            "depth": card.depth,
            "follow_up": list(card.follow_up),
            "listener": card.listener,
            "need": card.need,
            "instead": card.instead,
            "care": card.care,
            "return": card.return_,
            "minutes": card.minutes,
            "needs": list(card.needs),
            "assumes": list(card.assumes),
            "with": list(card.with_),
            "topics": list(card.topics),
            "covers": list(card.covers),
            "page": card_uri(card.address),
        }
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A deck or an essay in the feed: its day, words, language, and its page's address inside the site."""

    day: str
    title: str
    about: str
    lang: str
    uri: str


def feed_xml(library: Library, settings: Settings) -> str:
    """Return the Atom feed of decks and essays, the newest first. It needs `site_url`: feeds have no relative links.

    An entry's id is its permanent address where there is one, so that a site that moves brings nothing anew.
    """
    said = words()
    entries = [
        Entry(deck.added or NO_DATE, deck.title, deck.about, deck.lang, deck_uri(deck.id)) for deck in library.decks
    ]
    entries += [
        Entry(essay.reviewed or NO_DATE, essay.title, essay.summary, said["lang"], f"essays/{essay.slug}/")
        for essay in library.essays
    ]
    entries.sort(key=lambda entry: entry.title)
    entries.sort(key=lambda entry: entry.day, reverse=True)
    template = environment().get_template("feed.xml")
    return template.render(
        link=partial(whole, settings.site_url),
        id=partial(whole, settings.permanent_url or settings.site_url),
        title=settings.site_name,
        subtitle=said["share"]["site"],
        lang=said["lang"],
        entries=entries,
        updated=entries[0].day if entries else NO_DATE,
    )


def sitemap_pages(library: Library, site_url: str) -> list[tuple[str, str]]:
    """Return the pages made from a library that search engines may find: whole address, and day or nothing.

    Cards are among them, the light ones: people look for a question by its words. Open and Tender cards are found
    by their deck, so that nobody meets one alone. A day is when a deck was added or an essay last reviewed.
    """
    pages = [(deck_uri(deck.id), deck.added) for deck in library.decks]
    pages += [(f"essays/{essay.slug}/", essay.reviewed) for essay in library.essays]
    light = [(card, deck) for deck in library.decks for card in deck.cards if card.depth < OPEN]
    pages += [(card_uri(card.address), deck.added) for card, deck in light]
    return [(whole(site_url, uri), day) for uri, day in pages]


def manifest(settings: Settings) -> str:
    """Return the web app manifest. Addresses are relative to it, so that it works under any folder."""
    icons: list[dict[str, str]] = [{"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"}]
    icons += [{"src": f"assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)]
    icons += [{"src": "assets/icon-maskable.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"}]
    day = look()["day"]
    data = {
        "name": settings.site_name,
        "short_name": settings.site_name,
        "description": "Conversation cards for people who are close.",
        "id": "./draw/",
        "start_url": "./draw/",
        "scope": "./",
        "display": "standalone",
        "background_color": day["table"],
        "theme_color": day["table"],
        "icons": icons,
    }
    return json.dumps(data, indent=1) + "\n"
