"""The pages of the site, as a phone shows them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 320, "height": 568}
PAGES = (
    "",
    "decks/",
    "decks/kettle-on/",
    "decks/going-first/",
    "cards/kettle-on/postcard/",
    "cards/going-first/certain-days/",
    "essays/",
    "essays/going-first/",
    "essays/listening-that-lands/",
    "print/",
    "safety/",
    "evidence/",
    "how-we-write-cards/",
    "write-a-deck/",
    "coverage/",
    "privacy/",
    "draw/kept/",
    "draw/pick/",
    "draw/pick/kettle-on/",
    "print/chosen/",
    "find/",
    "404.html",
)


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:  # noqa: ANN401
    """Open a page on a phone; yield it with a list that collects what it complains about."""
    context = browser.new_context(**{"viewport": PHONE, "has_touch": True, **options})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        page.goto(address, wait_until="load")
        yield page, complaints
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """Return what axe finds, a line a rule with the first element it names."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]


@pytest.mark.parametrize("path", PAGES[:-1])
def test_pages_keep_to_their_policy_and_their_origin(browser: Browser, site_url: str, path: str) -> None:
    """Under the Content-Security-Policy each page works without a complaint, and asks nobody else for anything."""
    origin = site_url.removesuffix("/kindling/")
    asked: list[str] = []
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site_url + path, wait_until="networkidle")
    context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_small_phone(browser: Browser, site_url: str, path: str) -> None:
    """At 320 pixels every page fits its width."""
    with opened(browser, site_url + path, viewport=SMALL) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


def test_a_card_can_be_read_and_the_next_one_drawn_without_javascript(browser: Browser, site_url: str) -> None:
    """Cards work by links alone: "Another card" goes on to a different card."""
    with opened(browser, f"{site_url}cards/kettle-on/postcard/", java_script_enabled=False) as (page, _):
        first = page.locator(".card .prompt").inner_text()
        page.get_by_role("link", name="Another card").click()
        assert page.locator(".card .prompt").inner_text() != first


def test_a_tender_card_is_read_only_by_turning_it_over(browser: Browser, site_url: str) -> None:
    """The page of a Tender card shows depth and topic; its text appears on a tap, without JavaScript too."""
    with opened(browser, f"{site_url}cards/going-first/certain-days/", java_script_enabled=False) as (page, _):
        assert page.get_by_text("Tender, about loss").is_visible()
        assert not page.locator(".card .prompt").is_visible()
        page.locator(".cover summary").click()
        assert page.locator(".card .prompt").is_visible()


def test_an_essay_leads_to_its_sources_and_to_its_deck(browser: Browser, site_url: str) -> None:
    """From a claim to its reference, and from the end of the essay to the cards, it is one tap."""
    with opened(browser, f"{site_url}essays/going-first/") as (page, complaints):
        page.get_by_role("link", name="Bruk et al. 2018").first.click()
        assert page.url.endswith("#ref-bruk2018")
        assert page.locator("#ref-bruk2018").get_by_role("link", name="doi:").get_attribute("href")
        page.get_by_role("link", name="Draw from this deck: Going First").click()
        page.get_by_role("button", name="Going First").wait_for()
        assert complaints == []


def test_the_safety_page_is_one_tap_from_the_home_page(browser: Browser, site_url: str) -> None:
    """Someone who needs it finds it from where they start."""
    with opened(browser, site_url) as (page, _):
        page.locator(".md-content").get_by_role("link", name="Before you play").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Before you play"
