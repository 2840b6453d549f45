"""What a first visit to each kind of page transfers, and what moves: weights are told as a table by `make bench`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench.pages import FONTS, PAGES, transferred
from tests.browser.test_pages import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route, ViewportSize

KB = 1024
CARD = "cards/kettle-on/postcard/"
WIDE: ViewportSize = {"width": 1280, "height": 800}
# Measured with Debian's fonts: at most 0.005. Other machines have other stand-ins; Web Vitals call up to 0.1 good.
MOST_SHIFT = 0.05
WATCH = """window.shift = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.shift += value;
}).observe({ type: "layout-shift", buffered: true });"""
# After two frames the first has been painted.
PAINTED = "new Promise((give) => requestAnimationFrame(() => requestAnimationFrame(() => give(true))))"


@pytest.mark.parametrize(("name", "page", "with_fonts", "without"), PAGES, ids=[name for name, *_ in PAGES])
def test_a_page_keeps_to_its_weight(
    browser: Browser, site_url: str, name: str, page: str, with_fonts: int | None, without: int | None
) -> None:
    """A bad connection at a table carries it: all that is asked for, compressed, and the fonts among it."""
    total, fonts = transferred(browser, site_url + page)
    assert fonts <= FONTS * KB, name
    assert total <= (with_fonts * KB if with_fonts else (without or 0) * KB + fonts), name


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize(
    "page", ["", "decks/", "decks/kettle-on/", CARD, "essays/going-first/", "print/", "evidence/", "safety/", "draw/"]
)
def test_nothing_moves_when_the_fonts_come_late(
    browser: Browser, site_url: str, page: str, viewport: ViewportSize
) -> None:
    """Whoever has begun to read keeps their line: what stands in for our fonts takes the same room.

    A line may still break elsewhere, for no two fonts are alike in each letter, and each machine has its own stand-ins.
    """
    late, shift = shifted(browser, site_url + page, viewport)
    assert late >= 2
    assert shift <= MOST_SHIFT


def shifted(browser: Browser, address: str, viewport: ViewportSize) -> tuple[int, float]:
    """Return how many fonts came after everything else was painted, and the cumulative layout shift then."""
    context = browser.new_context(viewport=viewport)
    tab = context.new_page()
    held: list[Route] = []
    tab.add_init_script(WATCH)
    tab.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    tab.goto(address, wait_until="domcontentloaded")
    tab.wait_for_function(f"() => {PAINTED}")
    for route in held:
        route.continue_()
    tab.unroute("**/*.woff2")
    tab.evaluate(f"async () => {{ await document.fonts.ready; await {PAINTED}; }}")
    shift: float = tab.evaluate("window.shift")
    context.close()
    return len(held), shift
