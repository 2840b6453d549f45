"""What each kind of page transfers on a first visit, in a real browser, fonts included and apart.

Of the draw page this is all that comes before somebody draws, pictures too; `draw.py` weighs its first card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, provide
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Page, budget with fonts, budget without, in KB. A test of the browser holds them too.
PAGES = (
    ("home", "", 110, None),
    ("shelf", "decks/", 110, None),
    ("deck", "decks/kettle-on/", 110, None),
    ("essays", "essays/", 110, None),
    ("essay", "essays/going-first/", 110, None),
    ("safety", "safety/", 110, None),
    ("print", "print/", 110, None),
    ("evidence", "evidence/", 110, None),
    ("coverage", "coverage/", 110, None),
    ("guide", "write-a-deck/", 110, None),
    ("rules", "how-we-write-cards/", 110, None),
    ("card", "cards/kettle-on/postcard/", None, 10),
    ("draw", "draw/", None, 40),
)
# Of fonts, on any page.
FONTS = 36


def transferred(browser: Browser, address: str) -> tuple[int, int]:
    """Return the bytes of all answers of a first visit, and of the fonts among them."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    sizes: dict[str, int] = {}
    page.on("requestfinished", lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}))
    page.goto(address, wait_until="networkidle")
    context.close()
    return sum(sizes.values()), sum(size for url, size in sizes.items() if url.endswith(".woff2"))


def page_figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the weight of each kind of page of the site in `folder/site`."""
    path = provide()
    with served(folder / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for name, page, with_fonts, without in PAGES:
            total, fonts = transferred(browser, address + page)
            figure = f"{total / 1024:.1f} KB, fonts {fonts / 1024:.1f} KB of them"
            budget = f"{with_fonts} KB" if with_fonts else f"{without} KB and fonts"
            yield f"page: {name}", figure, f"{budget}; fonts {FONTS} KB"
        browser.close()
