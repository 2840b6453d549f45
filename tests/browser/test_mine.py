"""A card to find again, or never to see again: kept only where people agreed to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.table import SAID, a_tender_card, at_the_table, card, drawn_out, left, press, shown
from tests.browser.test_draw import LEFT_BEHIND
from tests.browser.test_pages import SMALL, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

MINE = {key: typographic(said) if isinstance(said, str) else said for key, said in words()["mine"].items()}
CARD = "kettle-on/postcard"
KEPT = "JSON.parse(localStorage.getItem(`kindling ${new URL('..', location.href).pathname} kept`) ?? 'null')"


@pytest.fixture
def table(browser: Browser, draw_url: str) -> Iterator[Page]:
    """The draw page with a card on it."""
    with at_the_table(browser, f"{draw_url}#card={CARD}") as page:
        shown(page).wait_for()
        yield page


def from_menu(page: Page, name: str) -> None:
    """Choose an entry of the menu."""
    press(page, SAID["more"])
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).tap()


def agree(page: Page) -> None:
    """Agree that this phone may keep such things."""
    page.get_by_role("heading", name=MINE["title"]).wait_for()
    press(page, MINE["keep"])


def test_nothing_is_kept_before_somebody_agrees(table: Page) -> None:
    """The question says who can see it; closing it keeps nothing, and the card stays."""
    table.wait_for_function("() => sessionStorage.length > 0")
    before = table.evaluate(LEFT_BEHIND)
    from_menu(table, MINE["remember"])
    dialog = table.get_by_role("dialog")
    for line in MINE["lines"]:
        expect(dialog.get_by_text(typographic(line))).to_be_visible()
    assert not dialog.get_by_role("button", name=MINE["tonight"]).is_visible()
    press(table, SAID["close"])
    assert card(table) == CARD
    assert table.evaluate(LEFT_BEHIND) == before


def test_a_card_is_remembered_and_forgotten(table: Page) -> None:
    """Once agreed, a tap remembers and another forgets; nothing else is written."""
    from_menu(table, MINE["remember"])
    agree(table)
    expect(table.locator("#notice")).to_have_text(MINE["remembered"])
    assert table.evaluate(KEPT)["favourites"] == [CARD]
    from_menu(table, MINE["forget"])
    expect(table.locator("#notice")).to_have_text(MINE["forgotten"])
    assert table.evaluate(KEPT)["favourites"] == []
    assert card(table) == CARD


def test_a_card_can_be_left_out_for_tonight_alone(table: Page) -> None:
    """Not this one again, without keeping anything: it is a pass."""
    from_menu(table, MINE["hide"])
    press(table, MINE["tonight"])
    expect(shown(table)).not_to_have_attribute("data-card", CARD)
    assert table.evaluate("localStorage.length") == 0
    assert CARD not in drawn_out(table)


def test_a_hidden_card_never_comes_again_until_it_is_let_back(browser: Browser, draw_url: str) -> None:
    """It is out in this evening and in the next, and counts no more; on the page of what is kept it is let back."""
    with at_the_table(browser, f"{draw_url}#card={CARD}") as page:
        shown(page).wait_for()
        from_menu(page, MINE["hide"])
        agree(page)
        expect(page.locator("#notice")).to_have_text(MINE["hidden"])
        assert card(page) != CARD
        press(page, SAID["stop_now"])
        press(page, SAID["start_again"])
        left(page, 29)
        page.reload()
        left(page, 29)
        assert CARD not in drawn_out(page)
        page.goto(f"{draw_url}kept/")
        page.get_by_role("listitem").filter(has=page.locator(f"[href$='{CARD}/']")).get_by_role("button").tap()
        page.goto(draw_url)
        left(page, 30)


def test_a_covered_card_can_be_hidden_and_not_remembered(browser: Browser, draw_url: str) -> None:
    """Before it is turned over, the menu offers what does not need its text."""
    with at_the_table(browser, draw_url) as page:
        name, _ = a_tender_card(page)
        page.goto(f"{page.url}#card={name}")
        page.get_by_role("button", name=SAID["turn_over"]).wait_for()
        press(page, SAID["more"])
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_role("button", name=MINE["hide"])).to_be_visible()
        assert not dialog.get_by_role("button", name=MINE["remember"]).is_visible()


def test_passing_is_not_hiding(table: Page) -> None:
    """What is kept, and its copy, are the same however many cards were passed."""
    from_menu(table, MINE["remember"])
    agree(table)
    before = json.dumps(table.evaluate(KEPT))
    for _ in range(5):
        press(table, "Pass")
    press(table, SAID["stop_now"])
    assert json.dumps(table.evaluate(KEPT)) == before


def test_an_evening_erased_elsewhere_does_not_come_back(table: Page) -> None:
    """When the browser brings the page back from its memory after the evening was erased, it begins anew."""
    press(table, "Draw")
    table.wait_for_function("() => sessionStorage.length > 0")
    table.wait_for_function("() => document.querySelector('img.under') !== null")
    table.evaluate(
        "() => { sessionStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }"
    )
    expect(table.get_by_role("heading", level=1)).to_have_text(SAID["opening_title"])
    assert table.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_in_the_question(browser: Browser, draw_url: str, look: dict[str, str]) -> None:
    """The sheet that asks is accessible, and fits a small phone."""
    with at_the_table(browser, f"{draw_url}#card={CARD}", bypass_csp=True, viewport=SMALL, **look) as page:
        shown(page).wait_for()
        from_menu(page, MINE["hide"])
        page.get_by_role("heading", name=MINE["title"]).wait_for()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
