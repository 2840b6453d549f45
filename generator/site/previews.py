"""What a page tells whoever only fetches its head: its address, the feed, and what to show where it is pasted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.library.words import words
from generator.look.face import OPEN, face
from generator.look.typography import typographic
from generator.site.pages import card_uri, deck_uri, whole
from generator.site.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.library.model import Card, Deck, Essay, Library, Settings

# Where the whole of a page's head ends.
END = "</head>"


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown of a page: a title, a line about it, and the first of some pictures that there is.

    `pictures` are addresses with what each shows in words: a card's, its deck's, and "" for the site's.
    """

    title: str
    about: str
    pictures: tuple[tuple[str, str], ...] = ()
    type: str = "article"


@dataclass(frozen=True, slots=True)
class Previews:
    """What is shown of the pages of a site, by their addresses inside it; `made` are the pictures there are."""

    name: str
    site_url: str
    shown: Mapping[str, Preview]
    site: tuple[str, str]
    made: Collection[str]

    def light(self, html: str, uri: str) -> str:
        """Return a page that stands alone with all this in its head; a page that nobody hands on has its address."""
        return self.headed(html, uri, self.shown.get(uri), themed=False)

    def themed(self, html: str, uri: str, title: str, about: str) -> str:
        """Return a page of the theme likewise; `title` and `about` are its own. The theme gives its address already."""
        usual = Preview(title if uri else self.name, about, (self.site,), "article" if uri else "website")
        return self.headed(html, uri, self.shown.get(uri, usual), themed=True)

    def headed(self, html: str, uri: str, shown: Preview | None, *, themed: bool) -> str:
        """Return a page with what it tells about itself as the last thing in its head."""
        pictures = shown.pictures if shown else ()
        picture, alt = next(((where, alt) for where, alt in pictures if where in self.made), ("", ""))
        told = rendered(
            "preview.html",
            uri,
            name=self.name,
            shown=shown,
            themed=themed,
            canonical=whole(self.site_url, uri),
            picture=whole(self.site_url, picture_uri(picture)) if alt else "",
            alt=alt,
        )
        return html.replace(END, told + END, 1)


def previews(library: Library, settings: Settings, made: Collection[str] = ()) -> Previews:
    """Return what is shown of the pages of a library; `made` are the addresses that there are pictures of."""
    said = words()["share"]
    site = ("", said["picture_site"].format(name=settings.site_name, about=said["site"]))
    shown = dict(of_library(library, site))
    return Previews(settings.site_name, settings.site_url, shown, site, made)


def of_library(library: Library, site: tuple[str, str]) -> Iterator[tuple[str, Preview]]:
    """Yield the pages that are made from a library, each with what is shown of it."""
    said = words()
    yield "draw/", Preview(said["site"]["draw_cta"], said["share"]["site"], (site,), "website")
    for deck in library.decks:
        yield deck_uri(deck.id), of_deck(deck, site)
        for card in deck.cards:
            yield card_uri(card.address), of_card(card, deck, site)
    for essay in library.essays:
        yield f"essays/{essay.slug}/", of_essay(essay, site)


def of_deck(deck: Deck, site: tuple[str, str]) -> Preview:
    """Return what is shown of a deck's page."""
    title, about = typographic(deck.title, deck.lang), typographic(deck.about, deck.lang)
    return Preview(title, about, (deck_picture(deck), site))


def of_essay(essay: Essay, site: tuple[str, str]) -> Preview:
    """Return what is shown of an essay."""
    return Preview(typographic(essay.title), typographic(essay.summary), (site,))


def of_card(card: Card, deck: Deck, site: tuple[str, str]) -> Preview:
    """Return what is shown of a card's page: of an Open or Tender card not a word, only which deck it is from."""
    said = words(deck.lang)["share"]
    title = typographic(said["title"].format(deck=deck.title), deck.lang)
    if card.depth >= OPEN:
        line = typographic(said["line"].format(deck=deck.title), deck.lang)
        return Preview(title, line, (deck_picture(deck), site))
    found = face(card, deck)
    text = ": ".join(filter(None, (found.lead, found.prompt)))
    alt = said["picture_card"].format(deck=typographic(deck.title, deck.lang), text=text)
    return Preview(title, text, ((card.address, alt), deck_picture(deck), site))


def deck_picture(deck: Deck) -> tuple[str, str]:
    """Return the address of a deck's picture, and what it shows."""
    alt = words(deck.lang)["share"]["picture_deck"].format(deck=deck.title, about=deck.about)
    return deck.id, typographic(alt, deck.lang)


def picture_uri(address: str) -> str:
    """Return where in the site a picture lies: of a card or deck, or, without an address, of the site."""
    if not address:
        return "images/share/site.png"
    return f"images/share/{'cards' if '/' in address else 'decks'}/{address}.png"
