"""Deck pages and card pages, as text."""

import re

from generator.library.model import Kind, Library
from generator.look.typography import typographic
from generator.site.pages import card_pages, deck_page, lost_page, wandering, way_out
from tests.decks import a_card, a_deck, a_library, an_essay


def test_a_deck_page_shows_every_card(library: Library) -> None:
    """Whoever reads a deck through misses nothing, neither question nor small print."""
    for deck in library.decks:
        page = deck_page(deck, library)
        for card in deck.cards:
            for text in (card.text, card.listener, card.care, *card.follow_up):
                assert typographic(text, deck.lang).replace("'", "&#39;") in page


def test_every_card_has_its_page_at_its_address(library: Library) -> None:
    """The address on a printed card leads to the card."""
    pages = dict(card_pages(library))
    for deck in library.decks:
        for card in deck.cards:
            assert typographic(card.text) in pages[f"cards/{deck.id}/{card.id}/"]


def test_a_retired_card_keeps_its_page() -> None:
    """Old links and printed cards lead to an answer, not to an error."""
    pages = dict(card_pages(a_library(a_deck(retired=("old-key",)))))
    assert "We took this card out" in pages["cards/porch/old-key/"]


def test_a_retired_card_leads_on() -> None:
    """From a card that was taken out there is a way to its deck and to another card."""
    html = dict(card_pages(a_library(a_deck(retired=("old-key",)))))["cards/porch/old-key/"]
    assert 'href="../../../decks/porch/"' in html
    assert 'href="../../../draw/#deck=porch"' in html


def test_an_address_that_leads_nowhere_offers_a_card() -> None:
    """A light question to be read at once, and the ways on, from however deep an address."""
    deep, other = a_card("deep", depth=3, text="What hurts?"), a_card("with-pen", needs=("pen",), text="Draw it?")
    html = lost_page("/kindling/", a_library(a_deck(deep, other, a_card())))
    assert "Who has a spare key to your place?" in html
    assert "What hurts?" not in html
    for target in ("draw/", "decks/", "essays/", "safety/", "assets/card.css", "assets/backs/porch.svg"):
        assert f'="/kindling/{target}"' in html
    assert not re.findall(r'(?:href|src)="(?!/kindling/|#)', html)


def test_a_site_without_light_cards_has_ways_on_all_the_same() -> None:
    """The page for lost links needs no card."""
    html = lost_page("/", a_library(a_deck(a_card(depth=3))))
    assert "The cards are still here." in html
    assert "<article" not in html
    assert 'href="/draw/"' in html


def test_deep_cards_do_not_show_in_titles_and_previews() -> None:
    """A link to an Open or Tender card, pasted into a chat, shows the card's name and not its text."""
    for depth in (3, 4):
        html = dict(card_pages(a_library(a_deck(a_card(depth=depth, care="Slowly.")))))["cards/porch/spare-key/"]
        head = html.split("</head>")[0]
        assert "spare key" not in head
        assert "<title>spare-key · Porch · Kindling</title>" in head


def test_a_tender_card_lies_under_a_cover_that_says_its_topic() -> None:
    """Nobody meets a Tender text unasked: its depth and topic come first, without JavaScript too."""
    deck = a_deck(
        a_card(depth=4, care="Slowly.", topics=("loss",)), a_card("other", depth=4, care="Slowly.", text="Two?")
    )
    pages = dict(card_pages(a_library(deck)))
    before, _, after = pages["cards/porch/spare-key/"].partition("</summary>")
    assert "Tender, about loss" in before
    assert "spare key to your place" not in before
    assert "spare key to your place" in after
    assert "A Tender card" in pages["cards/porch/other/"].partition("</summary>")[0]
    assert "Tender, about loss" in deck_page(deck, a_library(deck))


def test_the_way_from_card_to_card_visits_all_and_never_a_tender_one() -> None:
    """Without JavaScript, "Another card" leads once round the whole deck."""
    cards = [a_card(f"c{i}", text=f"Question {i}?") for i in range(9)] + [a_card("deep", depth=4, text="Deep?")]
    following = wandering(a_deck(*cards))
    seen, here = set(), "c0"
    while here not in seen:
        seen.add(here)
        here = following[here].id
    assert seen == {f"c{i}" for i in range(9)}
    assert following["deep"].id in seen


def test_a_deck_of_tender_cards_alone_still_has_a_way() -> None:
    """With nothing lighter to go to, the way stays inside the deck."""
    assert wandering(a_deck(a_card(depth=4)))["spare-key"].id == "spare-key"


def test_words_and_swaps_show_both_their_halves() -> None:
    """A feeling stands with its need, and what to try with what to leave out."""
    deck = a_deck(
        a_card("stretched", kind=Kind.WORD, text="Stretched", need="a lighter load"),
        a_card("at-least", kind=Kind.SWAP, text="That landed hard.", instead="It could be worse."),
        essays=("doors",),
        how_to_use="Slowly.",
        authors=("Ann",),
        source="A drawer.",
    )
    library = a_library(deck, essays=(an_essay(),))
    for html in (deck_page(deck, library), "".join(html for _, html in card_pages(library))):
        assert all(
            text in html for text in ("Stretched", "Often needs a lighter load.", "Instead of", "It could be worse.")
        )
        assert "Doors" in html


def test_hostile_text_is_text_on_every_page() -> None:
    """A stranger's card cannot bring markup, template code or Markdown into a page."""
    hostile = "</script><script>alert(1)</script> {{ 7*7 }} **bold** <!-- kindling: consent -->"
    deck = a_deck(a_card(text=hostile), title=hostile, about=hostile)
    for html in (deck_page(deck, a_library(deck)).split("---\n", 2)[2], *dict(card_pages(a_library(deck))).values()):
        assert "<script>" not in html
        assert "{{ 7*7 }}" in html
        assert "<!-- kindling" not in html


def test_the_way_out_is_a_plain_link_that_tells_nobody_where_from() -> None:
    """It works without a script, and what it does not do stands right under it."""
    html = way_out("safety/")
    assert '<a id="leave" href="https://www.wikipedia.org/" rel="noreferrer nofollow">Leave this page</a>' in html
    assert typographic("It does not erase this phone's history.") in html
    assert 'src="../assets/safety/leave.js"' in html
