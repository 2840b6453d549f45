"""What belongs together: decks, essays and cards."""

import pytest

from generator.site.pages import card_pages, deck_page
from generator.site.relating import decks_beside, decks_of, essays_for, essays_of
from tests.decks import a_card, a_deck, a_library, an_essay

QUIET = an_essay("quiet", topics=("rest", "trust"))
SOUP = an_essay("soup", topics=("food", "trust"))
DOORS = an_essay(topics=("home",))


def test_a_deck_has_the_essays_it_names_and_the_one_nearest_to_its_cards() -> None:
    """Named ones stand first, in the deck's own order; what most essays are about counts for little."""
    deck = a_deck(a_card(topics=("food", "trust")), a_card("b", topics=("food",)), essays=("doors",))
    assert essays_of(deck, a_library(deck, essays=(SOUP, QUIET, DOORS))) == [DOORS, SOUP]
    both = a_deck(a_card(), essays=("quiet", "doors"))
    assert essays_of(both, a_library(both, essays=(DOORS, QUIET))) == [QUIET, DOORS]


@pytest.mark.parametrize("topics", [(), ("moon",), ("rest", *(f"t{i}" for i in range(99)))], ids=len)
def test_strangers_are_not_put_together(topics: tuple[str, ...]) -> None:
    """A deck whose topics no essay has, or hardly any, gets none that it does not name."""
    deck = a_deck(a_card(topics=topics))
    assert essays_of(deck, a_library(deck, essays=(QUIET, SOUP))) == []


def test_without_essays_there_is_nothing_to_read() -> None:
    """A deck alone is a deck."""
    assert essays_of(a_deck(), a_library()) == []


def test_whoever_is_led_to_an_essay_is_led_back() -> None:
    """Each deck that shows an essay is shown by it, the one that names it first."""
    near = a_deck(a_card(topics=("food",)), id="near")
    names = a_deck(a_card(), id="names", essays=("soup",))
    library = a_library(near, names, essays=(SOUP, QUIET))
    assert [deck.id for deck in decks_of(SOUP, library)] == ["names", "near"]
    assert decks_of(QUIET, library) == []


def test_a_card_leads_to_the_essay_on_its_own_subject_first() -> None:
    """Two cards of one deck may be about different things."""
    assert essays_for(a_card(topics=("food",)), [QUIET, SOUP]) == [SOUP, QUIET]
    assert essays_for(a_card(), [QUIET, SOUP]) == [QUIET, SOUP]


def test_decks_with_an_essay_in_common_stand_beside_each_other() -> None:
    """From one deck to its neighbours is one step; a deck is not its own neighbour."""
    here, there, far = (
        a_deck(id=name, title=name.title(), essays=essays)
        for name, essays in (("here", ("soup",)), ("there", ("soup",)), ("far", ("quiet",)))
    )
    library = a_library(here, there, far, essays=(SOUP, QUIET))
    assert [deck.id for deck in decks_beside(here, library)] == ["there"]
    assert 'href="../there/"' in deck_page(here, library)
    assert 'id="beside"' not in deck_page(far, library)


def test_everything_about_a_card_is_one_step_from_its_page() -> None:
    """Deck, essay, print, pile, draw, the cards beside it: one tap each, in an order that makes sense read aloud."""
    deck = a_deck(a_card("a"), a_card("b", text="Two?"), a_card("c", text="Three?"), essays=("doors",))
    html = dict(card_pages(a_library(deck, essays=(DOORS,))))["cards/porch/b/"]
    ways = (
        'href="../../../decks/porch/"',
        'class="prompt"',
        'href="../../../draw/#card=porch/b"',
        'rel="prev" href="../a/"',
        'rel="next" href="../c/"',
        'href="../../../essays/doors/"',
        'href="../../../draw/pick/porch/"',
        'href="../../../print/#print-porch"',
        "<details>",
    )
    places = [html.index(way) for way in ways]
    assert places == sorted(places)
