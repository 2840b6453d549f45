"""A phone that has the draw page on it: what a test waits for, and what it finds there."""

from __future__ import annotations

import time
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

# It only ends a hang.
MOST_SECONDS = 40
KEPT = "async (path) => Boolean(await caches.match(new URL('../' + path, location.href)))"
# Playwright waits for what a page promises for as long as it takes: what a worker may never answer gets an end, in ms.
BOUNDED = "(argument) => Promise.race([({})(argument), new Promise((give) => setTimeout(give, {}, 'no answer yet'))])"
ASK = """async (message) => {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    active.postMessage(message, [port2]);
  });
}"""


def until(page: Page, question: str, argument: Any = None) -> None:  # noqa: ANN401 - whatever can be sent
    """Ask the page again and again, until the answer is yes. A page that is just being loaded does not answer."""
    end = time.monotonic() + MOST_SECONDS
    said: object = None
    while time.monotonic() < end:
        try:
            said = page.evaluate(question, argument)
        except Exception as error:  # noqa: BLE001 - Playwright has no narrower one for this
            said = error
        if said is True:
            return
        page.wait_for_timeout(50)
    message = f"This never came to be: {question} {argument or ''} (last: {said})"
    raise AssertionError(message)


def landed(page: Page, address: str) -> None:
    """Wait until a page of this address, which may hold `*`, has opened. A busy browser may ask for it twice."""
    end = time.monotonic() + MOST_SECONDS
    while not fnmatch(page.url, address) and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert fnmatch(page.url, address), page.url
    page.wait_for_load_state()


def visited(page: Page, site_url: str) -> None:
    """Visit the draw page once, and wait until the phone has kept what comes first."""
    page.goto(f"{site_url}draw/")
    page.get_by_role("button", name="Draw", exact=True).click()
    settled(page)


def settled(page: Page) -> None:
    """Wait until a worker is at work and the first files are kept."""
    until(page, "async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)")
    until(page, "() => Boolean(navigator.serviceWorker.controller)")
    until(page, KEPT, "safety/")


def asked(page: Page, message: Any) -> Any:  # noqa: ANN401 - JSON
    """Ask the worker, and return its answer; it has as long as anything that is waited for."""
    return page.evaluate(BOUNDED.format(ASK, 1000 * MOST_SECONDS), message)


def put_away(page: Page) -> list[str]:
    """Draw to the end of the deck, where no card lies any more, faster than people tap; return the cards that came."""
    came: list[str] = page.get_by_role("button", name="Draw", exact=True).evaluate(
        """async (draw) => {
          const shown = () => document.querySelector("[data-card]")?.dataset.card;
          const came = [];
          for (let taps = 0; shown(); await new Promise((next) => setTimeout(next))) {
            if (taps++ > 5000) throw new Error(`no end after ${came.length} cards`);
            if (came.at(-1) !== shown()) came.push(shown());
            draw.click();
          }
          return came;
        }"""
    )
    return came
