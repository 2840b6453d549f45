"""What happens to a phone during an evening: it is locked, turned, put aside for another page, passed around."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.table import SAID, at_the_table, card, drawn_out, left, press, shown, titled
from tests.browser.test_pages import PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route


@pytest.fixture
def table(browser: Browser, site_url: str) -> Iterator[Page]:
    """The draw page with its third card, after a pass."""
    with at_the_table(browser, f"{site_url}draw/") as page:
        for name in ("Draw", "Pass", "Draw", "Draw"):
            press(page, name)
        yield page


def test_a_locked_phone_goes_on_where_it_was(table: Page) -> None:
    """Frozen and woken by the browser, as a phone does that was locked: same card, same pile."""
    name = card(table)
    wire = table.context.new_cdp_session(table)
    for state in ("frozen", "active"):
        wire.send("Page.setWebLifecycleState", {"state": state})
    assert card(table) == name
    left(table, 26)
    press(table, "Draw")
    assert card(table) != name


def test_a_page_that_was_thrown_out_of_memory_comes_back(table: Page) -> None:
    """The browser may drop a page in the background; loaded anew in its tab it is as it was."""
    name = card(table)
    table.goto("about:blank")
    table.go_back()
    assert card(table) == name
    left(table, 26)


def test_the_browsers_back_button_leads_out_and_forward_leads_in(table: Page, site_url: str) -> None:
    """Cards are no pages of the browser's history: reading on elsewhere and coming back finds the same card."""
    steps = table.evaluate("history.length")
    came = [card(table)]
    press(table, "Draw")
    came.append(card(table))
    assert table.evaluate("history.length") == steps
    table.goto(f"{site_url}safety/")
    table.go_back()
    assert card(table) == came[-1]
    press(table, "Back")
    assert card(table) == came[0]


@pytest.mark.parametrize("side", ["card", "reply"])
def test_a_turned_phone_shows_the_same_card(browser: Browser, site_url: str, side: str) -> None:
    """Portrait, landscape and back: nothing is drawn, nothing is lost, nothing is wider than the screen."""
    with at_the_table(browser, f"{site_url}draw/#card=kettle-on/told-about-you") as page:
        shown(page).wait_for()
        if side == "reply":
            press(page, SAID["answered"])
            page.get_by_role("button", name=SAID["stay"], exact=True).wait_for()
        text = page.get_by_role("heading", level=1).inner_text()
        for width, height in ((PHONE["height"], PHONE["width"]), (PHONE["width"], PHONE["height"])):
            page.set_viewport_size({"width": width, "height": height})
            titled(page, text)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            expect(page.get_by_role("button", name="Pause", exact=True)).to_be_in_viewport()


def test_a_reload_during_a_reply_brings_the_card_back(browser: Browser, site_url: str) -> None:
    """What was shown after an answer is not noted anywhere; the card is."""
    with at_the_table(browser, f"{site_url}draw/#card=kettle-on/told-about-you") as page:
        shown(page).wait_for()
        text = page.get_by_role("heading", level=1).inner_text()
        press(page, SAID["answered"])
        press(page, SAID["stay"])
        page.reload()
        titled(page, text)
        assert "kettle-on/told-about-you" not in drawn_out(page)


def test_a_link_followed_while_the_evening_is_looked_up_is_the_last_word(table: Page, draw_url: str) -> None:
    """After a reload on a slow connection the deck that was asked for last lies there, not the one of before."""
    held: list[Route] = []
    table.route("**/restore.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    with table.expect_request("**/restore.js"):
        table.goto(f"{draw_url}?again")
    table.evaluate("() => { location.hash = 'deck=mend'; }")
    table.wait_for_timeout(500)
    held[0].continue_()
    table.wait_for_load_state("networkidle")
    expect(table.locator("#deck-name")).to_have_text("Mend")
    press(table, "Draw")
    expect(shown(table)).to_have_attribute("data-card", re.compile("^mend/"))
