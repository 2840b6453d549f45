"""What the draw page offers to leave out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.checks.doing import BODY
from generator.checks.wording import ASSUMED
from generator.library.model import Kind
from generator.library.words import words
from generator.site.drawing import sheets_page
from generator.site.leaving_out import AT_THEIR_MOMENT, Offered, offered
from generator.site.scripts import scripts
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from generator.library.model import Library


def a_full_library() -> Library:
    """Return a library with every sort of tag."""
    cards = (
        a_card(topics=("time", "home"), needs=("touch", "money")),
        a_card("lost-key", topics=("home",), assumes=("money",), kind=Kind.TIP),
        a_card("late", topics=("night",), assumes=("sleep",), needs=("hear",), kind=Kind.PAUSE),
    )
    return a_library(a_deck(*cards))


def values(page: str, name: str) -> list[str]:
    """Return the values of the boxes with a name."""
    return re.findall(rf'<input type="checkbox" name="{name}" value="([^"]*)">', page)


def test_only_what_can_be_drawn_is_offered() -> None:
    """What a pause is about is not asked; a tag that is both assumed and needed is asked once."""
    assert offered(a_full_library()) == Offered(("home", "time"), ("prompt", "tip"), ("money",), ("touch",))


def test_page_and_script_agree_on_what_is_never_dealt() -> None:
    """The kinds that come at their moments are the same in both."""
    found = re.search(r"AT_THEIR_MOMENT=\[(.*?)\]", scripts("draw")["assets/draw/first.js"])
    assert found
    assert found[1] == ",".join(f'"{kind}"' for kind in AT_THEIR_MOMENT)


def test_the_sheet_has_a_box_for_each() -> None:
    """Topics, children, decks, kinds and tags; a single deck is not asked for."""
    page = sheets_page(a_full_library())
    names = ("without", "children", "decks", "kinds", "assumes", "needs")
    assert [values(page, name) for name in names] == [
        *(["home", "time"], [""], [], ["prompt", "tip"], ["money"], ["touch"])
    ]
    two = sheets_page(a_library(a_deck(), a_deck(id="attic", title="Attic")))
    assert [values(two, name) for name in names] == [[], [""], ["porch", "attic"], ["prompt"], [], []]


def test_a_tag_nobody_foresaw_is_shown_as_it_is() -> None:
    """Known tags have a phrase; what a deck's author made up stands there itself, and cannot leave its place."""
    page = sheets_page(a_library(a_deck(a_card(assumes=("money", "a-boat"), topics=("<b>",)))))
    assert f"<span>{words()['filters']['tags']['money']}</span>" in page
    assert "<span>a-boat</span>" in page
    assert "<span>&lt;b&gt;</span>" in page


def test_every_tag_that_the_checks_ask_for_has_a_phrase() -> None:
    """What `kindling check` tells authors to write is said plainly to the people at the table."""
    assert {*ASSUMED, *BODY} <= set(words()["filters"]["tags"])


@pytest.mark.parametrize(("count", "searched"), [(40, False), (41, True)])
def test_many_topics_can_be_searched(count: int, searched: bool) -> None:  # noqa: FBT001 - a case of the test
    """A library with more topics than fit two screens has a place to type."""
    card = a_card(topics=tuple(f"topic-{number}" for number in range(count)))
    assert ('type="search"' in sheets_page(a_library(a_deck(card)))) is searched
