"""With the network off, after one visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.test_pages import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KEPT = "async (path) => Boolean(await caches.match(new URL('../' + path, location.href)))"
# Polls in the page; the limit only ends a hang.
UNTIL_KEPT = f"""async (path) => {{
  const kept = {KEPT};
  for (let tries = 0; tries < 600; tries += 1) {{
    if (await kept(path)) return;
    await new Promise((again) => setTimeout(again, 100));
  }}
  throw new Error(`${{path}} was never kept`);
}}"""


def visited(page: Page, site_url: str) -> None:
    """Visit the draw page once, and wait until the phone has kept it."""
    page.goto(f"{site_url}draw/")
    page.get_by_role("button", name="Draw", exact=True).click()
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.evaluate(UNTIL_KEPT, "safety/")


def test_cards_are_drawn_and_the_page_reloaded_without_a_network(browser: Browser, site_url: str) -> None:
    """At a table with no signal the draw page opens, goes on where it was, and deals to the end of the deck."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    visited(page, site_url)
    context.set_offline(True)
    page.reload()
    shown = page.locator("[data-card]")
    shown.wait_for()
    draw = page.get_by_role("button", name="Draw", exact=True)
    seen = {shown.get_attribute("data-card")}
    while shown.count():
        seen.add(shown.get_attribute("data-card"))
        draw.click()
    assert len(seen) == 30
    context.close()


def test_the_safety_page_opens_without_a_network(browser: Browser, site_url: str) -> None:
    """Whoever needs it does not need a signal: the page comes whole, with its style."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    visited(page, site_url)
    context.set_offline(True)
    page.goto(f"{site_url}safety/")
    assert page.get_by_role("heading", level=1).inner_text() == "Before you play"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Kindling Text"')
    context.close()


def test_everything_else_is_kept_when_the_page_is_idle(browser: Browser, site_url: str) -> None:
    """A little later every page can be read offline; printed decks are not kept unasked."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    visited(page, site_url)
    page.evaluate(UNTIL_KEPT, "essays/going-first/")
    page.evaluate(UNTIL_KEPT, "cards/kettle-on/postcard/")
    assert not page.evaluate(KEPT, "print/kettle-on-a4.pdf")
    context.set_offline(True)
    page.goto(f"{site_url}essays/going-first/")
    assert page.get_by_role("heading", level=1).inner_text() == "Going first"
    context.close()


def test_the_draw_page_can_be_installed(browser: Browser, site_url: str) -> None:
    """A phone finds a manifest with icons that exist, and a start page inside its scope."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site_url}draw/")
    address = page.evaluate("document.querySelector('link[rel=manifest]').href")
    manifest = page.request.get(address).json()
    assert page.evaluate("([a, b]) => new URL(b, a).href", [address, manifest["start_url"]]) == f"{site_url}draw/"
    for icon in manifest["icons"]:
        answer = page.request.get(page.evaluate("([a, b]) => new URL(b, a).href", [address, icon["src"]]))
        assert answer.ok
        assert answer.headers["content-type"].startswith(icon["type"])
    context.close()
