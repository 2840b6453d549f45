"""How to keep the draw page on the home screen: shown when it helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.table import SAID, at_the_table, press
from tests.browser.test_pages import SMALL, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

INSTALL = words()["install"]
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/17.5 Mobile/15E148 Safari/604.1"
)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"
# A headless browser never offers by itself: the event it would send.
OFFER = """() => {
  window.asked = 0;
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = () => { window.asked += 1; };
  dispatchEvent(offer);
  return offer.defaultPrevented;
}"""


def faults(page: Page) -> list[str]:
    """What axe finds; not contrast in forced colours, where axe reads a colour that the browser overrides."""
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    return [fault for fault in violations(page) if not (forced and fault.startswith("color-contrast"))]


def test_an_iphone_is_told_two_steps(browser: Browser, draw_url: str) -> None:
    """Share, then Add to Home Screen; and what it is good for, and that phones clear things away."""
    with at_the_table(browser, draw_url, user_agent=IPHONE) as page:
        press(page, SAID["more"])
        press(page, INSTALL["title"])
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_role("listitem")).to_have_text([typographic(step) for step in INSTALL["ios"]])
        for line in ("why", "cleared"):
            expect(dialog.get_by_text(typographic(INSTALL[line]))).to_be_visible()
        expect(dialog.get_by_text(typographic(INSTALL["menu"]))).to_be_hidden()
        press(page, SAID["close"])


def test_a_browser_that_can_is_asked(browser: Browser, draw_url: str) -> None:
    """One tap asks the browser, once."""
    with at_the_table(browser, draw_url) as page:
        press(page, "Draw")
        page.wait_for_function(
            "() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('install.js'))"
        )
        page.wait_for_load_state("networkidle")
        assert page.evaluate(OFFER)
        press(page, SAID["more"])
        press(page, INSTALL["title"])
        press(page, INSTALL["ask"])
        assert page.evaluate("window.asked") == 1
        press(page, SAID["more"])
        press(page, INSTALL["title"])
        expect(page.get_by_text(typographic(INSTALL["menu"]))).to_be_visible()


def test_it_is_not_offered_where_it_does_not_help(browser: Browser, draw_url: str) -> None:
    """Not in a browser that has no way."""
    with at_the_table(browser, draw_url, user_agent=FIREFOX) as page:
        press(page, SAID["more"])
        expect(page.get_by_role("button", name=SAID["help"])).to_be_visible()
        expect(page.get_by_role("button", name=INSTALL["title"])).to_be_hidden()


@pytest.mark.parametrize(
    "colours",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
def test_axe_finds_nothing_in_it(browser: Browser, draw_url: str, colours: dict[str, str]) -> None:
    """The menu and the sheet have no fault that axe knows, and fit a small phone."""
    with at_the_table(browser, draw_url, bypass_csp=True, viewport=SMALL, **colours) as page:
        press(page, SAID["more"])
        assert faults(page) == []
        press(page, INSTALL["title"])
        assert faults(page) == []
        assert page.get_by_role("dialog").evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth")
