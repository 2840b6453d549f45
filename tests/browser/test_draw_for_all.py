"""The draw page by ear, by keyboard, on small phones, without JavaScript, on a bad connection."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.library.words import words
from tests.browser.table import (
    SAID,
    a_tender_card,
    at_the_table,
    card,
    choose,
    deck_of,
    heard,
    press,
    shown,
)
from tests.browser.test_pages import PHONE, SMALL, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


def test_each_new_card_is_announced_and_focus_stays(browser: Browser, draw_url: str) -> None:
    """A screen reader hears depth, kind and text politely; the button keeps the focus."""
    with at_the_table(browser, draw_url) as page:
        cards = deck_of(page, "kettle-on")
        draw = page.get_by_role("button", name="Draw", exact=True)
        draw.focus()
        status = page.get_by_role("status")
        assert status.evaluate("node => getComputedStyle(node).display") != "none"
        for _ in range(3):
            page.keyboard.press("Enter")
            found = cards[card(page)]
            depth = words()["depths"][str(found["depth"])]["name"]
            assert heard(page) == f"{depth}. Question. {found['prompt']}"
            assert draw.evaluate("node => node === document.activeElement")
        page.get_by_role("button", name="Pass", exact=True).focus()
        page.keyboard.press("Space")
        assert cards[card(page)]["prompt"] in heard(page)
        assert page.evaluate("document.activeElement.textContent") == "Pass"


def test_the_whole_evening_works_by_keyboard(browser: Browser, draw_url: str) -> None:
    """Tab reaches everything in a sensible order, dialogs open, close with Escape and give the focus back."""
    with at_the_table(browser, draw_url, has_touch=False, is_mobile=False) as page:
        names = []
        for _ in range(10):
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.textContent"))
        assert names == [
            *(SAID["skip_link"], "Kettle On", "up to Share", "More", SAID["how_to_use"], SAID["more_before"]),
            *("Kindling", "Draw", "Back", "Pass"),
        ]
        page.get_by_role("button", name="up to Share").focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for()
        assert page.evaluate("document.activeElement.value") == "2"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.textContent") == "up to Share"
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="up to Sip").wait_for()


@pytest.mark.parametrize("viewport", [PHONE, SMALL], ids=["390", "320"])
def test_a_short_card_fits_and_buttons_are_big_enough(
    browser: Browser, draw_url: str, viewport: dict[str, int]
) -> None:
    """A short card needs no scrolling in either direction; everything to tap is at least 44 pixels high and wide."""
    with at_the_table(browser, f"{draw_url}#card=kettle-on/postcard", viewport=viewport) as page:
        shown(page).wait_for()
        size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        assert size == [viewport["width"], viewport["height"]]
        for button in page.get_by_role("button").all() + page.locator("summary").all():
            box = button.bounding_box()
            assert box, button.inner_text()
            assert min(box["width"], box["height"]) >= 44, button.inner_text()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_scrolls_sideways_on_a_small_phone(browser: Browser, draw_url: str, percent: int) -> None:
    """At 320 pixels, with text twice as large too, no state of the page is wider than the screen."""
    with at_the_table(browser, draw_url, viewport=SMALL) as page:

        def fits() -> None:
            page.evaluate(f"document.documentElement.style.fontSize = '{percent * 17 / 100}px'")
            assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]

        for _ in states(page):
            fits()
        page.goto(f"{draw_url}#card=kettle-on/peel-an-apple")
        page.locator("[data-card='kettle-on/peel-an-apple']").wait_for()
        fits()


def states(page: Page) -> Iterator[str]:
    """Lead the page through everything it can show, pausing at each."""
    address = page.url
    yield "opening"
    press(page, "Draw")
    yield "card"
    for name, opener in (("decks", "Kettle On"), ("depths", "up to Share"), ("menu", "More")):
        page.get_by_role("button", name=opener, exact=True).click()
        page.get_by_role("dialog").wait_for()
        yield name
        page.keyboard.press("Escape")
    while not page.get_by_role("button", name=SAID["answered"], exact=True).is_visible():
        page.get_by_role("button", name="Draw", exact=True).click()
    yield "answer"
    page.get_by_role("button", name=SAID["answered"], exact=True).click()
    page.get_by_role("button", name=SAID["stay"], exact=True).wait_for()
    yield "reply"
    page.get_by_role("button", name=SAID["stay"], exact=True).click()
    yield "stay"
    page.get_by_role("button", name=SAID["next"], exact=True).click()
    page.get_by_role("button", name=SAID["slow"], exact=True).click()
    yield "slow"
    page.get_by_role("button", name=SAID["more_time"], exact=True).click()
    name, _ = a_tender_card(page)
    page.goto(f"{address}#card={name}")
    page.get_by_role("button", name=SAID["turn_over"]).wait_for()
    yield "cover"
    page.get_by_role("button", name=SAID["turn_over"]).click()
    yield "tender"
    page.get_by_role("button", name=SAID["answered"], exact=True).click()
    page.get_by_role("button", name=SAID["next"], exact=True).click()
    page.get_by_role("heading", name=SAID["landing_title"]).wait_for()
    yield "landing"
    page.get_by_role("button", name="Pause", exact=True).click()
    page.get_by_role("button", name=SAID["paused_choices"][0]).click()
    page.get_by_role("article").get_by_text("nothing is saved").wait_for()
    yield "paused"
    page.get_by_role("button", name=SAID["stop"]).click()
    yield "stopped"
    page.get_by_role("button", name=SAID["start_again"]).click()
    for _ in range(31):
        page.get_by_role("button", name="Draw", exact=True).click()
    yield "end"
    choose(page, "Kettle On", "Mend")
    page.get_by_role("button", name="Mend", exact=True).wait_for()
    choose(page, "up to Share", "Sip")
    page.get_by_role("button", name="up to Sip", exact=True).wait_for()
    page.get_by_role("button", name="Draw", exact=True).click()
    page.get_by_role("heading", name=SAID["none_title"]).wait_for()
    yield "empty"


@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
def test_axe_finds_nothing_in_any_state(browser: Browser, draw_url: str, look: dict[str, str]) -> None:
    """No state of the page has an accessibility fault that axe knows, in light, dark and forced colours."""
    with at_the_table(browser, draw_url, bypass_csp=True, reduced_motion="reduce", **look) as page:
        assert {state: found for state in states(page) if (found := violations(page))} == {}


@pytest.mark.parametrize(("motion", "name"), [("no-preference", "put-down"), ("reduce", "none")])
def test_one_motion_and_none_when_asked(browser: Browser, draw_url: str, motion: str, name: str) -> None:
    """A drawn card comes to rest; nothing else moves, and with reduced motion nothing does."""
    with at_the_table(browser, draw_url, reduced_motion=motion) as page:

        def moving() -> str:
            return str(page.get_by_role("article").evaluate("card => getComputedStyle(card).animationName"))

        assert moving() == "none"
        press(page, "Draw")
        assert moving() == name
        press(page, "Pass")
        assert moving() == "none"


def test_without_javascript_the_deck_can_be_read(browser: Browser, draw_url: str) -> None:
    """The page says what is missing, leads to a pile to pick from and to every card, and has no dead button."""
    with at_the_table(browser, draw_url, java_script_enabled=False) as page:
        assert SAID["no_script"] in page.get_by_role("main").inner_text()
        assert page.get_by_role("link", name=words()["pick"]["cta"]).is_visible()
        assert page.get_by_role("button").count() == 0
        page.get_by_role("link", name="All 36 cards").click()
        page.get_by_role("link", name="What are you halfway through?").click()
        assert page.url.endswith("/cards/kettle-on/halfway/")


def test_the_first_card_is_light_on_a_bad_connection(browser: Browser, draw_url: str) -> None:
    """Page, style, scripts and back, compressed, are at most 14 KB, fonts apart, and the page names each of them."""
    weight: dict[str, int] = {}
    context = browser.new_context(service_workers="block", has_touch=True)
    page = context.new_page()
    page.on("requestfinished", lambda r: weight.update({r.url: r.sizes()["responseBodySize"]}))
    page.goto(draw_url)
    page.get_by_role("button", name="Draw", exact=True).tap()
    shown(page).wait_for()
    html = page.request.get(draw_url).text()
    context.close()
    needed = {url: size for url, size in weight.items() if not re.search(r"woff2|webmanifest|icon", url)}
    assert sum(needed.values()) <= 14 * 1024, needed
    for url in needed:
        path = url.removeprefix(draw_url.removesuffix("draw/"))
        assert url == draw_url or f'"../{path}"' in html, f"{path} is met late: the page does not name it"
