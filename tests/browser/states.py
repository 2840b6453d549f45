"""Every state the draw page can be in, one after the other, as people reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.table import SAID, a_tender_card, carried_out, deck_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

SHEETS = ("decks", "depths", "menu")


def states(page: Page) -> Iterator[str]:
    """Lead a fresh draw page through everything it can show; pause at each state, and yield its name."""
    address = page.url
    yield "opening"
    page.locator("#opening summary").click()
    yield "how to use"
    do(page, "draw")
    yield "card"
    do(page, "hand")
    yield "handed over"
    for name in SHEETS:
        yield from sheet(page, name)
    yield from answer(page, address)
    yield from away(page)
    yield from ends(page, address)


def answer(page: Page, address: str) -> Iterator[str]:
    """A Share card that is answered; then a Tender card, from its cover to its landing."""
    cards = deck_of(page, "kettle-on")
    share = max(
        (name for name, found in cards.items() if found["depth"] == 2 and found["kind"] == "prompt"),
        key=lambda name: len(cards[name]["prompt"]),
    )
    follow(page, f"{address}#card={share}", share)
    yield "to answer"
    do(page, "answered")
    page.locator("[data-do=stay]:visible").wait_for()
    yield "reply"
    do(page, "stay")
    yield "staying"
    tender, _ = a_tender_card(page)
    follow(page, f"{address}#card={tender}", tender)
    yield "cover"
    do(page, "turn")
    yield "tender"
    do(page, "answered")
    do(page, "next", wait=True)
    yield "landing"
    follow(page, f"{address}#card=kettle-on/postcard", "kettle-on/postcard")


def away(page: Page) -> Iterator[str]:
    """Pause, Slow and Stop."""
    do(page, "pause")
    page.get_by_role("button", name=SAID["paused_choices"][0]).click()
    page.locator(".answer:not(:empty)").wait_for()
    yield "paused"
    do(page, "unpause")
    do(page, "slow")
    yield "slow"
    do(page, "stop", within="#rest")
    yield "stopped"
    do(page, "start")


def ends(page: Page, address: str) -> Iterator[str]:
    """Where nothing this light is left, and the last card."""
    follow(page, f"{address}#card=kettle-on/postcard", "kettle-on/postcard")
    page.evaluate(
        """() => {
          const pass = document.querySelector("#hand [data-do=pass]");
          for (let i = 0; i < 1000 && document.querySelector("[data-card]"); i += 1) pass.click();
        }"""
    )
    yield "nothing lighter, or the end"
    page.evaluate(
        """() => {
          const draw = document.querySelector("#hand [data-do=draw]");
          draw.click();
          for (let i = 0; i < 1000 && document.querySelector("[data-card]"); i += 1) draw.click();
        }"""
    )
    yield "end"


def sheet(page: Page, name: str) -> Iterator[str]:
    """A sheet, open; afterwards it is closed."""
    page.locator(f"body > header [data-open={name}]").click()
    page.get_by_role("dialog").wait_for()
    yield f"sheet: {name}"
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")


def do(page: Page, name: str, *, within: str = "body", wait: bool = False) -> None:
    """Press the button that does this; wait until it is there, where something must come first."""
    button = page.locator(f"{within} [data-do={name}]:visible").first
    if wait:
        button.wait_for()
    button.evaluate("button => button.click()")
    carried_out(page)


def follow(page: Page, link: str, card: str) -> None:
    """Follow a link to a card on the page that is open."""
    page.goto(link)
    page.locator(f"[data-card='{card}']").wait_for()
