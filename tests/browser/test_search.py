"""Searching, as people do it: on a phone, with keys, without JavaScript, without a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.phone import KEPT, asked, landed, until, visited
from tests.browser.serving import Fault, Stage, served
from tests.browser.test_pages import SMALL, opened, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

WIDE = {"width": 1280, "height": 800}
ESSAY = "essays/going-first/"
STATES = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "light", "forced_colors": "active"},
    {"color_scheme": "dark", "forced_colors": "active"},
]


def searched(page: Page, typed: str) -> Locator:
    """Open the search, type, and return the results once there is an answer."""
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill(typed)
    page.locator("#find [role=status]", has_text="ound").wait_for()
    return page.locator("#find .found a")


@pytest.mark.parametrize("path", ["", "decks/kettle-on/", ESSAY, "safety/"])
def test_nothing_of_the_search_comes_before_it_is_opened(browser: Browser, site: Path, path: str) -> None:
    """Most visits search for nothing; their phones fetch nothing for it, not even with the menu opened."""
    stage = Stage(site)
    with served(stage) as address, opened(browser, address + path) as (page, complaints):
        page.wait_for_load_state("networkidle")
        page.get_by_role("button", name="Menu").click()
        assert [name for name in stage.asked if name.startswith(("find/", "assets/find/", "search"))] == []
        page.keyboard.press("Escape")
        searched(page, "postcard").first.wait_for()
        assert {"find/cards.json", "find/pages.json", "assets/find/minisearch.js"} <= set(stage.asked)
        assert complaints == []


def test_search_finds_a_card_by_its_words(browser: Browser, site_url: str) -> None:
    """A few words, one with a slip, lead to the card's own page in one tap."""
    with opened(browser, site_url + ESSAY) as (page, complaints):
        searched(page, "minute postcrad").first.click()
        landed(page, "**/cards/kettle-on/postcard/")
        assert complaints == []


def test_search_finds_the_place_in_an_essay(browser: Browser, site_url: str) -> None:
    """The result leads to the heading under which the words stand, and says which essay that is."""
    with opened(browser, site_url) as (page, _):
        ways = searched(page, "asking whether it landed")
        assert "Essay · Listening that lands" in page.locator("#find li").first.inner_text()
        ways.first.click()
        landed(page, "**/essays/listening-that-lands/#*")


def test_a_tender_card_is_found_and_stays_covered(browser: Browser, site_url: str) -> None:
    """Its own words find it; what is shown is its cover, and its page keeps it folded."""
    with opened(browser, f"{site_url}cards/going-first/certain-days/") as (page, _):
        text = page.locator(".card .prompt").text_content() or ""
        page.goto(site_url)
        ways = searched(page, text)
        assert ways.first.inner_text() == "Tender, about loss"
        assert text not in page.locator("#find .found").inner_text()
        ways.first.click()
        landed(page, "**/cards/going-first/certain-days/")
        assert not page.locator(".card .prompt").is_visible()


def test_the_search_is_worked_by_keys_alone(browser: Browser, site_url: str) -> None:
    """A stroke opens it, arrows go through the results, Escape closes it, and the focus is where it was."""
    with opened(browser, site_url, viewport=WIDE) as (page, _):
        page.locator(".md-content").get_by_role("link", name="Draw a card").focus()
        page.keyboard.press("/")
        page.get_by_role("dialog", name="Search").wait_for()
        page.keyboard.type("postcard/")
        assert page.get_by_role("searchbox").input_value() == "postcard/"
        page.locator("#find .found a").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.found li:first-child a')")
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.matches('#find input')")
        page.keyboard.press("Escape")
        assert not page.locator("#find").is_visible()
        assert page.evaluate("document.activeElement.textContent") == "Draw a card"
        page.keyboard.press("/")
        page.locator("#find .found a").first.wait_for()
        page.keyboard.press("Enter")
        landed(page, "**/cards/kettle-on/postcard/")


def test_a_stroke_that_somebody_types_opens_nothing(browser: Browser, site_url: str) -> None:
    """In a field it is a letter like others."""
    with opened(browser, site_url, viewport=WIDE) as (page, _):
        page.evaluate("document.querySelector('h1').after(document.createElement('textarea'))")
        page.locator("textarea").press("/")
        assert page.locator("textarea").input_value() == "/"
        assert not page.locator("#find").is_visible()


def test_what_was_found_is_announced(browser: Browser, site_url: str) -> None:
    """Who does not see the list hears how long it is, that it is only near, or that there is none."""
    with opened(browser, site_url) as (page, _):
        searched(page, "postcard")
        said = page.locator("#find").get_by_role("status")
        assert said.inner_text().endswith("found")
        page.get_by_role("searchbox").fill("postcrad")
        page.get_by_text("What comes near:").wait_for()
        page.get_by_role("searchbox").fill("the")
        page.get_by_text("the nearest 30 are here").wait_for()
        page.get_by_role("searchbox").fill("xylophonequartz")
        page.get_by_text("Nothing found").wait_for()
        assert said.get_by_role("link").get_attribute("href", timeout=1000) == f"{site_url}find/"
        page.get_by_role("searchbox").fill("")
        page.wait_for_function("document.querySelector('#find [role=status]').textContent === ''")


def test_a_search_that_cannot_be_had_says_so_and_is_had_later(browser: Browser, site: Path) -> None:
    """A dead spot is no dead end: the list of all cards is offered, and the next try fetches again."""
    stage = Stage(site, max_age=0, faults={"find/pages.json": Fault.BROKEN})
    with served(stage) as address, opened(browser, address) as (page, _):
        page.get_by_role("link", name="Search").click()
        page.get_by_role("searchbox").fill("postcard")
        page.get_by_text("be had right now").wait_for()
        stage.faults.clear()
        page.get_by_role("searchbox").fill("postcards")
        page.locator("#find .found a").first.wait_for()


def test_without_javascript_the_way_to_the_search_leads_to_all_cards(browser: Browser, site_url: str) -> None:
    """No dead control: one page lists every card, for the browser's own search."""
    with opened(browser, site_url, java_script_enabled=False) as (page, _):
        page.get_by_role("link", name="Search").click()
        landed(page, "**/kindling/find/")
        assert not page.get_by_role("searchbox").is_visible()
        page.get_by_role("link", name="put on a postcard").click()
        landed(page, "**/cards/kettle-on/postcard/")


def test_the_page_of_all_cards_searches_in_its_place(browser: Browser, site_url: str) -> None:
    """It is where the light pages' way to the search leads: the field is there, and works."""
    with opened(browser, f"{site_url}cards/kettle-on/postcard/") as (page, complaints):
        page.get_by_role("link", name="Search").click()
        page.get_by_role("searchbox").fill("umbrella xylophonequartz postcard")
        page.locator(".found a").first.wait_for()
        page.get_by_role("searchbox").fill("xylophonequartz")
        page.get_by_text("Nothing found").get_by_role("link").click()
        landed(page, "**/find/#all")
        assert complaints == []


def test_the_search_works_without_a_connection(browser: Browser, site: Path) -> None:
    """Once the phone has kept the rest, what the search needs is there too."""
    with served(site) as address, opened(browser, address) as (page, _):
        visited(page, address)
        assert asked(page, "keep the rest") is None
        until(page, KEPT, "find/pages.json")
        page.context.set_offline(True)
        page.goto(address)
        assert searched(page, "postcard").first.inner_text()


@pytest.mark.parametrize("state", STATES, ids=lambda state: "-".join(state.values()))
@pytest.mark.parametrize("viewport", [SMALL, WIDE], ids=["small", "wide"])
def test_axe_finds_nothing_with_the_search_open(
    browser: Browser, site_url: str, state: dict[str, str], viewport: dict[str, int]
) -> None:
    """By day, by night and in colours that the device forces, with results of both kinds."""
    with opened(browser, site_url + ESSAY, viewport=viewport, bypass_csp=True, **state) as (page, _):
        searched(page, "listening").first.wait_for()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_day_and_night_follow_the_device_until_somebody_chooses(browser: Browser, site_url: str) -> None:
    """Nothing is stored for looking; a choice holds on the next page, before anything is painted."""
    paper = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, site_url, color_scheme="dark") as (page, _):
        night = page.evaluate(paper)
        assert page.evaluate("localStorage.length") == 0
        page.locator("label[title='Switch to day']").click()
        day = page.evaluate(paper)
        assert day != night
        page.goto(site_url + ESSAY)
        assert page.evaluate(paper) == day
        page.locator("label[title='Switch to night']").click()
        assert page.evaluate(paper) == night
    with opened(browser, site_url, color_scheme="dark", java_script_enabled=False) as (page, _):
        assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == night


def test_a_link_into_a_fold_opens_it(browser: Browser, site_url: str) -> None:
    """What a link on a page points at is not hidden."""
    with opened(browser, f"{site_url}decks/going-first/") as (page, _):
        card = page.locator(".slip details").first
        card.evaluate("fold => { fold.querySelector('.prompt').id = 'inside'; location.hash = 'inside'; }")
        card.locator(".prompt").wait_for()
