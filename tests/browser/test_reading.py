"""Pages to read: what is on the first screen, how long a line is, how pairs stand, and what is printed of an essay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import PHONE, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, ViewportSize

WIDE: ViewportSize = {"width": 1440, "height": 900}
# Characters in a line of a long paragraph: all but the last are full.
LINE = """paragraph => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 12)));
    return paragraph.innerText.length / lines.size;
}"""


def box(of: Locator) -> dict[str, float]:
    """Where something lies on the page, with its far edges."""
    found = of.bounding_box()
    assert found
    x, y = found["x"], found["y"]
    return {"x": x, "y": y, "right": x + found["width"], "bottom": y + found["height"]}


def test_a_real_card_lies_on_the_first_screen(browser: Browser, site_url: str) -> None:
    """A phone shows what this is, the two ways on, and a whole card with its foot, before anybody scrolls."""
    with opened(browser, site_url) as (page, _):
        for part in (
            page.get_by_role("heading", level=1),
            page.get_by_role("link", name="Draw a card"),
            page.get_by_role("link", name="Print a deck"),
            page.locator(".card .foot"),
        ):
            assert box(part)["bottom"] <= PHONE["height"]


@pytest.mark.parametrize("path", ["essays/listening-that-lands/", "safety/", "evidence/"])
def test_a_line_is_no_longer_than_the_eye_likes(browser: Browser, site_url: str, path: str) -> None:
    """On a wide screen a line of prose holds 72 characters or a few less, and not twice as many."""
    with opened(browser, site_url + path, viewport=WIDE) as (page, _):
        longest = page.locator(".md-content__inner > p").evaluate_all(
            "all => all.map((each) => each.innerText).sort((a, b) => b.length - a.length)[0].slice(0, 40)"
        )
        paragraph = page.locator(".md-content__inner > p", has_text=longest).first
        assert 45 <= paragraph.evaluate(LINE) <= 72


@pytest.mark.parametrize(("viewport", "beside"), [(PHONE, False), (WIDE, True)], ids=["phone", "wide"])
def test_what_to_try_stands_with_what_it_replaces(
    browser: Browser, site_url: str, viewport: ViewportSize, *, beside: bool
) -> None:
    """A pair is labelled in words, one over the other on a phone and side by side where there is room."""
    with opened(browser, f"{site_url}essays/listening-that-lands/", viewport=viewport) as (page, _):
        pair = page.locator(".swap").first.locator("p")
        instead, use = (pair.filter(has_text=word) for word in ("Instead of", "Try"))
        first, second = box(instead), box(use)
        assert (first["right"] <= second["x"]) is beside
        assert (first["bottom"] <= second["y"]) is not beside


def test_a_wide_screen_has_a_card_and_its_ways_side_by_side(browser: Browser, site_url: str) -> None:
    """Nobody scrolls to draw where there is room; on a phone the ways follow the card."""
    for viewport, beside in ((WIDE, True), (PHONE, False)):
        with opened(browser, f"{site_url}cards/kettle-on/postcard/", viewport=viewport) as (page, _):
            card, draw = box(page.locator(".card")), box(page.get_by_role("link", name="Draw a card"))
            assert (card["right"] <= draw["x"]) is beside
            assert draw["bottom"] <= viewport["height"]


def test_an_essay_prints_as_an_essay(browser: Browser, site_url: str) -> None:
    """On paper there are title, text and sources in black, by night too, and nothing to tap."""
    with opened(browser, f"{site_url}essays/going-first/", color_scheme="dark") as (page, _):
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("#ref-bruk2018")).to_be_visible()
        for gone in (".md-header", ".md-footer", ".ways", ".shelf", "#related", ".md-sidebar"):
            assert not page.locator(gone).locator("visible=true").count()
        assert page.locator("h1").evaluate("title => getComputedStyle(title).color") == "rgb(0, 0, 0)"
