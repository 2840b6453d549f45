"""Pages made from the decks: a Markdown page a deck, and a light page a card that needs neither theme nor script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.model import DEPTHS, TENDER, Card, Deck, Kind, Library
from generator.library.words import words
from generator.look.credits import credit_lines
from generator.look.face import face
from generator.look.sticks import fnv
from generator.site.relating import decks_beside, essays_for, essays_of
from generator.site.reporting import letters
from generator.site.templating import environment, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Essay


def deck_uri(deck_id: str) -> str:
    """Return the address of a deck's page, inside the site."""
    return f"decks/{deck_id}/"


def card_uri(address: str) -> str:
    """Return the address of a card's page, inside the site. It is a promise: printed cards and links depend on it."""
    return f"cards/{address}/"


def deck_page(deck: Deck, library: Library, repository: str = "") -> str:
    """Return a deck's page as Markdown: all its cards, readable, and the way to draw, print and read on.

    With the `repository` that the project lives in, it leads to the forms for writing about its cards.
    """
    here = deck_uri(deck.id)
    return rendered(
        "deck.md",
        here,
        deck=deck,
        cards=[(card, face(card, deck)) for card in deck.cards],
        essays=essays_of(deck, library),
        beside=decks_beside(deck, library),
        letters=letters(repository, deck.id),
        words=words(deck.lang),
        covered=TENDER,
        credits=credit_lines(deck),
    )


def card_pages(library: Library, site_url: str = "", repository: str = "") -> Iterator[tuple[str, str]]:
    """Yield the address and HTML of every card's page, and of every retired card's.

    With the `site_url` that it will be published at, a card's page gives its whole address, to be handed on; with the
    `repository` that the project lives in it leads to the forms for writing about it.
    """
    for deck in library.decks:
        order, essays = wandering(deck), essays_of(deck, library)
        for number, card in enumerate(deck.cards):
            yield (
                card_uri(card.address),
                card_page(
                    card, deck, essays_for(card, essays), (*beside(deck, number), order[card.id]), site_url, repository
                ),
            )
        for card_id in deck.retired:
            uri = card_uri(f"{deck.id}/{card_id}")
            yield uri, rendered("retired.html", uri, deck=deck, words=words(deck.lang))


def card_page(
    card: Card,
    deck: Deck,
    essays: list[Essay],
    ways: tuple[Card | None, Card | None, Card],
    site_url: str,
    repository: str,
) -> str:
    """Return one card's page. A Tender card's text lies under a fold that says what it is about.

    Its `ways` lead to the card before, to the one after, and to some other.
    Nothing of an Open or Tender card shows where the page's address is pasted.
    """
    uri = card_uri(card.address)
    return rendered(
        "card.html",
        uri,
        card=card,
        deck=deck,
        face=face(card, deck),
        previous=ways[0],
        following=ways[1],
        another=ways[2],
        essays=essays,
        letters=letters(repository, card.address),
        words=words(deck.lang),
        covered=card.depth == TENDER,
        canonical=whole(site_url, uri),
    )


def whole(site_url: str, uri: str) -> str:
    """Return the whole address of a page of the site; none if nobody said where the site will be."""
    return f"{site_url.rstrip('/')}/{uri}" if site_url else ""


def lost_page(root: str, library: Library) -> str:
    """Return the page for addresses that lead nowhere, with a card to go on with if there is a light one.

    It is shown at any depth, so its links begin at `root`.
    """
    light = ((card, deck) for deck in library.decks for card in deck.cards if card.depth == DEPTHS[0] and plain(card))
    card, deck = next(light, (None, None))
    shown = face(card, deck) if card and deck else None
    template = environment().get_template("lost.html")
    return template.render(to=lambda target: root + target, words=words(), card=card, deck=deck, face=shown)


def plain(card: Card) -> bool:
    """Say whether a card asks something by itself, of anybody."""
    return card.kind is Kind.PROMPT and not (card.assumes or card.needs or card.with_)


def beside(deck: Deck, number: int) -> tuple[Card | None, Card | None]:
    """Return the cards before and after a deck's card, in its author's order."""
    before = deck.cards[number - 1] if number else None
    after = deck.cards[number + 1] if number + 1 < len(deck.cards) else None
    return before, after


def wandering(deck: Deck) -> dict[str, Card]:
    """Return for each card another one to go on to: one long round through the deck, in no order a reader knows.

    Without JavaScript this is how a card is drawn: by a link. The round never steps onto a Tender card.
    """
    cards = [card for card in deck.cards if card.depth < TENDER] or list(deck.cards)
    round_trip = sorted(cards, key=lambda card: fnv(card.address))
    following = dict(zip((card.id for card in round_trip), [*round_trip[1:], round_trip[0]], strict=True))
    return {card.id: following.get(card.id, round_trip[0]) for card in deck.cards}


def way_out(here: str) -> str:
    """Return the link by which the page `here` is left at once, and what that does not do."""
    return rendered("leave.html", here, words=words())
