"""Drawing by links alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.phone import landed
from tests.browser.test_pages import PHONE, SMALL, opened, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAID = words()["pick"]


@pytest.mark.parametrize("viewport", [PHONE, SMALL], ids=["390", "320"])
def test_a_card_is_drawn_by_two_taps(browser: Browser, site_url: str, viewport: dict[str, int]) -> None:
    """From the draw page to the pile, from the pile to a card, and back; the card can be read, and nothing is dead."""
    with opened(browser, f"{site_url}draw/", viewport=viewport, java_script_enabled=False) as (page, complaints):
        assert page.get_by_role("button").count() == 0
        page.get_by_role("link", name=SAID["cta"]).tap()
        landed(page, "**/draw/pick/")
        assert page.get_by_role("button").count() == 0
        page.get_by_role("link", name="Card 7", exact=True).tap()
        landed(page, "**/cards/kettle-on/*/")
        assert page.locator(".card .prompt").inner_text()
        page.get_by_role("link", name=SAID["back"]).tap()
        landed(page, "**/draw/pick/kettle-on/")
        assert page.get_by_role("link", name="Card 30", exact=True).is_visible()
        assert complaints == []


def test_every_deck_is_one_tap_from_every_pile(browser: Browser, site_url: str) -> None:
    """The pile of another deck opens, deeper cards wait in a fold, and the page says which deck this is."""
    with opened(browser, f"{site_url}draw/pick/", java_script_enabled=False) as (page, _):
        page.get_by_role("navigation", name=SAID["piles"]).get_by_role("link", name="Going First").tap()
        landed(page, "**/draw/pick/going-first/")
        assert page.locator("[aria-current=page]").inner_text() == "Going First"
        fold = page.get_by_role("group").filter(has_text="Open")
        assert not fold.get_by_role("link").first.is_visible()
        fold.locator("summary").tap()
        fold.get_by_role("link").first.tap()
        landed(page, "**/cards/going-first/*/")
        assert page.locator(".card .foot").inner_text().startswith("Open")


def test_a_deck_page_leads_to_its_pile(browser: Browser, site_url: str) -> None:
    """Only where there is no JavaScript; else the draw page is better."""
    with opened(browser, f"{site_url}decks/mend/", java_script_enabled=False) as (page, _):
        page.get_by_role("link", name=SAID["cta"]).tap()
        landed(page, "**/draw/pick/mend/")
    with opened(browser, f"{site_url}decks/mend/") as (page, _):
        assert page.get_by_role("link", name=SAID["cta"]).count() == 0


def small_targets(page: Page) -> list[str]:
    """Links and folds outside of running text that a thumb would miss."""
    return [
        found.inner_text()
        for found in page.locator("main :is(a, summary):visible, header a:visible").all()
        if (box := found.bounding_box()) and min(box["width"], box["height"]) < 44
    ]


@pytest.mark.parametrize("percent", [100, 200])
def test_a_thumb_finds_every_card(browser: Browser, site_url: str, percent: int) -> None:
    """At 320 pixels everything to tap is 44 pixels or more, and nothing scrolls sideways, with large text too."""
    with opened(browser, f"{site_url}draw/pick/going-first/", viewport=SMALL) as (page, _):
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 16 * percent // 100}})
        assert small_targets(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
def test_axe_finds_nothing(browser: Browser, site_url: str, look: dict[str, str]) -> None:
    """The pile is sound by day, by night and in forced colours, its fold open."""
    with opened(browser, f"{site_url}draw/pick/going-first/", bypass_csp=True, **look) as (page, _):
        page.locator("summary").click()
        assert violations(page) == []


def test_it_is_light_and_prints_without_backs(browser: Browser, site_url: str) -> None:
    """At most 10 KB with its style, fonts apart; on paper no wool is printed."""
    sizes: dict[str, int] = {}
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.on("requestfinished", lambda r: sizes.update({r.url: r.sizes()["responseBodySize"]}))
    page.goto(f"{site_url}draw/pick/", wait_until="networkidle")
    page.emulate_media(media="print")
    back = page.get_by_role("link", name="Card 1", exact=True)
    assert back.evaluate("node => getComputedStyle(node).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert not page.locator(".backs .mark").first.is_visible()
    context.close()
    assert sum(size for url, size in sizes.items() if not url.endswith(".woff2")) <= 10 * 1024, sizes


def test_the_page_says_what_it_keeps(browser: Browser, site_url: str) -> None:
    """Nothing, but a browser has a history: that is said, for the partner may hold the phone."""
    with opened(browser, f"{site_url}draw/pick/") as (page, _):
        assert typographic(SAID["history"]) in page.get_by_role("main").inner_text()
