"""A deck in Hebrew, and an English one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.hebrew import built
from tests.browser.serving import served
from tests.browser.states import do, follow
from tests.browser.table import at_the_table
from tests.browser.test_pages import PHONE, SMALL
from tests.browser.test_text import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

# Where the parts of a card lie: how far from its left edge each begins, and from its right edge each ends.
PLACES = """card => {
  const whole = card.getBoundingClientRect();
  const of = (name) => {
    const range = document.createRange();
    range.selectNodeContents(card.querySelector(name));
    const box = name === ".mark" ? card.querySelector(name).getBoundingClientRect() : range.getBoundingClientRect();
    return [box.left - whole.left, whole.right - box.right];
  };
  return Object.fromEntries([".mark", ".prompt", ".depth", ".id"].map((name) => [name, of(name)]));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a Hebrew deck and an English one."""
    with served(built(tmp_path_factory.mktemp("kikar"))) as site:
        yield site


def leans(page: Page, selector: str) -> dict[str, str]:
    """Which edge of the card each of its parts lies nearer to."""
    places = page.locator(selector).evaluate(PLACES)
    return {part: "left" if left < right else "right" for part, (left, right) in places.items()}


HEBREW = {".mark": "right", ".prompt": "right", ".depth": "right", ".id": "left"}
ENGLISH = {".mark": "left", ".prompt": "left", ".depth": "left", ".id": "right"}


@pytest.mark.parametrize("viewport", [PHONE, SMALL], ids=["390", "320"])
def test_a_hebrew_card_is_mirrored_and_an_english_one_is_not(
    browser: Browser, address: str, viewport: dict[str, int]
) -> None:
    """Mark, text and depth begin at the right edge, the id ends at the left; English beside it stays as it is."""
    draw = f"{address}draw/"
    with at_the_table(browser, draw, viewport=viewport) as page:
        follow(page, f"{draw}#card=kikar/drawer", "kikar/drawer")
        assert leans(page, "[data-card]") == HEBREW
        assert page.evaluate(FAULTS) == []
        follow(page, f"{draw}#card=porch/spare-key", "porch/spare-key")
        assert leans(page, "[data-card]") == ENGLISH
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert leans(page, "[data-card]") == ENGLISH
    for path, expected in (("cards/kikar/bench/", HEBREW), ("cards/porch/spare-key/", ENGLISH)):
        with at_the_table(browser, address + path, viewport=viewport) as page:
            assert leans(page, ".card") == expected
            assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("viewport", [PHONE, SMALL], ids=["390", "320"])
def test_every_side_of_a_hebrew_card_is_whole(browser: Browser, address: str, viewport: dict[str, int]) -> None:
    """Reply, cover, front of a Tender card and its landing: nothing runs off or overlaps."""
    draw = f"{address}draw/"
    with at_the_table(browser, draw, viewport=viewport, reduced_motion="reduce") as page:
        for name in ("quiet", "stretched", "lighter", "drawer"):
            follow(page, f"{draw}#card=kikar/{name}", f"kikar/{name}")
            assert page.evaluate(FAULTS) == [], name
        do(page, "answered")
        do(page, "stay", wait=True)
        assert page.evaluate(FAULTS) == []
        assert page.locator(".reply").evaluate("node => getComputedStyle(node).direction") == "rtl"
        follow(page, f"{draw}#card=kikar/farewell", "kikar/farewell")
        assert page.evaluate(FAULTS) == []
        do(page, "turn")
        assert page.evaluate(FAULTS) == []
        do(page, "answered")
        do(page, "next", wait=True)
        assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("viewport", [PHONE, SMALL], ids=["390", "320"])
def test_deck_pages_follow_their_language(browser: Browser, address: str, viewport: dict[str, int]) -> None:
    """A deck reads from right to left on its page; our own words around it keep their language and direction."""
    with at_the_table(browser, f"{address}decks/kikar/", viewport=viewport) as page:
        deck = page.locator(".deck")
        assert deck.evaluate("node => [node.lang, getComputedStyle(node).direction]") == ["he", "rtl"]
        ways = deck.locator(".ways")
        assert ways.evaluate("node => [node.lang, getComputedStyle(node).direction]") == ["en", "ltr"]
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        page.goto(f"{address}decks/porch/")
        assert deck.evaluate("node => [node.lang, getComputedStyle(node).direction]") == ["en", "ltr"]
