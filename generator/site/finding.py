"""What the search looks through, and the page that lists it all. Nothing of it is fetched before somebody searches."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.library.model import TENDER
from generator.library.words import direction, words
from generator.look.face import face
from generator.look.typography import typographic
from generator.site.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.model import Card, Deck, Library

HERE = "find/"
CARDS = f"{HERE}cards.json"
PAGES = f"{HERE}pages.json"
# The public attribute by which MkDocs' own search is told what to leave out; ours keeps to it.
LEFT_OUT = "data-search-exclude"
HEADINGS = frozenset(("h1", "h2", "h3"))
# They hold no text to be found, and those without an end tag would never be left again.
SILENT = frozenset(("script", "style", "template", "svg", "noscript"))
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))


@dataclass(slots=True)
class Section:
    """What stands under one heading of a page, and where: `anchor` is empty at a page's beginning."""

    anchor: str = ""
    title: str = ""
    text: str = ""


def find_files(library: Library) -> dict[str, str]:
    """Return the page that lists all cards, and what the search knows of them; nothing for a library without decks."""
    if not library.decks:
        return {}
    page = rendered(
        "find.html",
        HERE,
        words=words(),
        decks=[(deck, [(card, shown(card, deck)) for card in deck.cards]) for deck in library.decks],
        essays=library.essays,
    )
    return {f"{HERE}index.html": page, CARDS: packed(found_cards(library))}


def find_dialog(here: str) -> Markup:
    """Return the search as it waits, closed, in a page with the theme."""
    return Markup(rendered("find-dialog.html", here, words=words()))  # noqa: S704 - a template that escapes


def find_link(here: str) -> Markup:
    """Return the way to the search from a page with the theme; without JavaScript, to the page that lists all."""
    return Markup(rendered("find-link.html", here, words=words()))  # noqa: S704 - a template that escapes


def packed(value: object) -> str:
    """Return JSON without idle space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def shown(card: Card, deck: Deck) -> str:
    """Return what a list shows of a card: of a Tender card its cover, for who browses has not chosen to read it."""
    if card.depth < TENDER:
        told = face(card, deck)
        return f"{told.lead}: {told.prompt}" if told.lead else told.prompt
    said = words(deck.lang)["draw"]
    text = said["tender_cover"].format(topic=card.topics[0]) if card.topics else said["tender_cover_plain"]
    return typographic(text, deck.lang)


def found_cards(library: Library) -> dict[str, list[dict[str, Any]]]:
    """Return all decks, and all cards as they are found.

    `shown` is what a result shows, `text` what else finds the card; under its cover that is all a Tender card says.
    `in` is the deck's place in the list.
    """
    decks = [
        {"id": deck.id, "title": typographic(deck.title, deck.lang), "lang": deck.lang, "dir": direction(deck.lang)}
        for deck in library.decks
    ]
    cards = [card_found(card, deck, place) for place, deck in enumerate(library.decks) for card in deck.cards]
    return {"decks": decks, "cards": cards}


def card_found(card: Card, deck: Deck, place: int) -> dict[str, Any]:
    """Return one card as the search knows it."""
    told = face(card, deck)
    notes = ([told.over] if told.over else []) + list(told.notes)
    rest = " ".join(line for note in notes for line in note.lines)
    hidden = f"{told.lead} {told.prompt} " if card.depth >= TENDER else ""
    values = {
        "in": place,
        "id": card.id,
        "shown": shown(card, deck),
        "text": f"{hidden}{rest}".strip(),
        "what": f"{told.kind}, {told.depth_name}",
        "topics": " ".join(card.topics),
    }
    return {key: value for key, value in values.items() if value != ""}


class Reader(HTMLParser):
    """Reads a page's content and takes it apart at its headings."""

    def __init__(self) -> None:
        """Begin before the first heading."""
        super().__init__()
        self.sections = [Section()]
        self.skipped = 0
        self.heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section at a heading; stop listening where nothing is to be found."""
        values = dict(attrs)
        if tag in VOID:
            return
        if self.skipped or tag in SILENT or LEFT_OUT in values:
            self.skipped += 1
        elif tag in HEADINGS:
            self.heading = True
            self.sections.append(Section("" if tag == "h1" else values.get("id") or ""))

    def handle_endtag(self, tag: str) -> None:
        """End a heading, or what was not listened to."""
        if self.skipped:
            self.skipped -= tag not in VOID
        elif tag in HEADINGS:
            self.heading = False

    def handle_data(self, data: str) -> None:
        """Take text in, as a title or under one."""
        section = self.sections[-1]
        if self.skipped:
            return
        if self.heading:
            section.title += data
        else:
            section.text += f"{data} "


@dataclass(frozen=True, slots=True)
class Found:
    """A page with the theme, as the search knows it."""

    url: str
    title: str
    sections: tuple[Section, ...] = field(default=())


def page_found(url: str, title: str, html: str) -> Found:
    """Return a page's content, given as HTML, in sections without markup."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return Found(url, title, tuple(section for section in reader.sections if section.title or section.text.strip()))


def pages_json(pages: Iterable[Found]) -> str:
    """Return what the search knows of pages: a line a section, with where it stands."""
    return packed(
        [
            {
                "at": f"{page.url}#{section.anchor}" if section.anchor else page.url,
                "page": page.title,
                "shown": " ".join(section.title.split()) or page.title,
                "text": " ".join(section.text.split()),
            }
            for page in sorted(pages, key=lambda page: page.url)
            for section in page.sections
        ]
    )
