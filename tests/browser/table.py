"""The draw page as people use it: what a test taps, reads and hears."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.test_pages import PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

SAID = {key: typographic(said) if isinstance(said, str) else said for key, said in words()["draw"].items()}


@contextmanager
def at_the_table(browser: Browser, address: str, **options: Any) -> Iterator[Page]:  # noqa: ANN401
    """Open the draw page on a phone; at the end nothing may have been complained about, and nobody else asked."""
    phone: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "service_workers": "block"}
    context = browser.new_context(**phone | options)
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    try:
        yield page
        origin = address.split("/kindling/", maxsplit=1)[0]
        assert not complaints, complaints
        assert [url for url in asked if not url.startswith(origin)] == []
    finally:
        context.close()


# Most of what a tap does is in code that comes when it is first asked for, and answers a moment later.
CARRIED_OUT = """async () => {
  const table = document.querySelector("script[src$='/draw/first.js']")?.src;
  if (table) await import(new URL("moves.js", table)).catch(() => {});
  await new Promise((done) => setTimeout(done));
}"""


def press(page: Page, name: str) -> None:
    """Tap the button with this name, and wait until the page has carried it out."""
    page.get_by_role("button", name=name, exact=True).tap()
    carried_out(page)


def carried_out(page: Page) -> None:
    """Wait until what was asked for on the draw page has happened; where it led to another page, that has opened."""
    try:
        page.evaluate(CARRIED_OUT)
    except Error:
        page.wait_for_load_state()


def shown(page: Page) -> Locator:
    """The element that shows the current card."""
    return page.locator("[data-card]")


def card(page: Page) -> str:
    """Wait for the current card and return its id, `<deck>/<card>`."""
    return shown(page).get_attribute("data-card") or ""


def left(page: Page, count: int) -> None:
    """Wait until the page says that so many cards are left."""
    expect(page.get_by_text(f"{count} left", exact=True)).to_be_visible()


def heard(page: Page) -> str:
    """What a screen reader was last told."""
    return page.get_by_role("status").text_content() or ""


def deck_of(page: Page, deck: str) -> dict[str, dict[str, Any]]:
    """A deck's cards by their ids, as the page fetches them."""
    found = page.request.get(page.evaluate("path => new URL(path, location).href", f"decks/{deck}.json")).json()
    return {f"{deck}/{card['id']}": card for card in found["cards"]}


def titled(page: Page, title: str) -> None:
    """Wait until the card on top says this in large letters."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def choose(page: Page, opener: str, choice: str) -> None:
    """Open a choice from the sentence at the top, and take one."""
    page.get_by_role("button", name=opener, exact=True).tap()
    page.get_by_role("dialog").get_by_role("button", name=re.compile(f"^{choice}")).tap()
    page.get_by_role("dialog").wait_for(state="hidden")


def drawn_out(page: Page) -> list[str]:
    """Draw until no card lies there, faster than people tap; return the cards in the order they came."""
    came: list[str] = page.get_by_role("button", name="Draw", exact=True).evaluate(
        """draw => {
          const shown = () => document.querySelector("[data-card]")?.dataset.card;
          const came = [];
          for (draw.click(); shown() && came.length < 1000; draw.click()) came.push(shown());
          return came;
        }"""
    )
    return came


def a_tender_card(page: Page) -> tuple[str, dict[str, Any]]:
    """A Tender card with a topic, of the deck Going First."""
    cards = deck_of(page, "going-first").items()
    return next((name, found) for name, found in cards if found["depth"] == 4 and found.get("topics"))
