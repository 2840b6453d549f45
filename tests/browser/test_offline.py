"""With the network off or bad, after one visit."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from tests.browser.phone import KEPT, asked, put_away, until, visited
from tests.browser.serving import Fault, Stage, served
from tests.browser.test_pages import PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PDF = "print/kettle-on-a4.pdf"
NAMES = "() => caches.keys()"
READ = "async (path) => (await (await fetch(new URL('../' + path, location.href))).arrayBuffer()).byteLength"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone that was never here."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def test_cards_are_drawn_and_the_page_reloaded_without_a_network(page: Page, site_url: str) -> None:
    """At a table with no signal the draw page opens, goes on where it was, and deals to the end of the deck."""
    visited(page, site_url)
    first = page.locator("[data-card]").get_attribute("data-card")
    page.context.set_offline(True)
    page.reload()
    page.locator("[data-card]").wait_for()
    came = put_away(page)
    assert came[0] == first
    assert len(came) == len(set(came)) == 30


def test_the_first_visit_is_enough_without_a_reload(page: Page, site_url: str) -> None:
    """When the signal goes while people play, what is loaded later comes from the phone: pause, another deck."""
    visited(page, site_url)
    page.context.set_offline(True)
    page.evaluate("() => { location.hash = 'deck=mend'; }")
    page.get_by_role("button", name="Mend").wait_for()
    page.get_by_role("button", name="Pause", exact=True).click()
    page.get_by_role("heading", name="Paused").wait_for()


def test_the_safety_page_opens_without_a_network(page: Page, site_url: str) -> None:
    """Whoever needs it does not need a signal: the page comes whole, with its style."""
    visited(page, site_url)
    page.context.set_offline(True)
    page.goto(f"{site_url}safety/")
    assert page.get_by_role("heading", level=1).inner_text() == "Before you play"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Kindling Text"')


def test_a_network_that_never_answers_is_not_waited_for(page: Page, site: Path) -> None:
    """With one bar of signal the safety page comes from the phone after a few seconds."""
    stage = Stage(site)
    with served(stage) as address:
        visited(page, address)
        stage.faults["safety/"] = Fault.SILENT
        began = time.monotonic()
        page.goto(f"{address}safety/")
        assert page.get_by_role("heading", level=1).inner_text() == "Before you play"
        assert time.monotonic() - began < 15


def test_a_server_in_trouble_is_the_same_as_none(page: Page, site: Path) -> None:
    """A page that is on the phone is not replaced by an error."""
    stage = Stage(site)
    with served(stage) as address:
        visited(page, address)
        stage.faults["safety/"] = Fault.BROKEN
        page.goto(f"{address}safety/")
        assert page.get_by_role("heading", level=1).inner_text() == "Before you play"


def test_everything_else_is_kept_when_the_page_is_idle(page: Page, site_url: str) -> None:
    """A little later every page can be read offline; printed decks are not kept unasked."""
    visited(page, site_url)
    until(page, KEPT, "essays/going-first/")
    until(page, KEPT, "cards/kettle-on/postcard/")
    assert not page.evaluate(KEPT, PDF)
    page.context.set_offline(True)
    page.goto(f"{site_url}essays/going-first/")
    assert page.get_by_role("heading", level=1).inner_text() == "Going first"


def test_where_data_is_dear_only_the_table_is_kept(page: Page, site_url: str) -> None:
    """A phone that saves data keeps what an evening needs, and nothing more."""
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })"
    )
    visited(page, site_url)
    page.wait_for_timeout(1500)
    assert not page.evaluate(KEPT, "essays/going-first/")
    assert not page.evaluate(KEPT, "write-a-deck/")


def test_an_address_the_phone_does_not_have_leads_to_the_cards(page: Page, site_url: str) -> None:
    """Offline, the draw page opens at its own address, with its styles and scripts; also without the last slash."""
    visited(page, site_url)
    page.context.set_offline(True)
    for path in ("essays/never-written/", "draw"):
        page.goto(f"{site_url}{path}")
        assert page.url == f"{site_url}draw/"
        page.locator("[data-card]").wait_for()


def test_a_printed_deck_is_kept_when_asked_for(page: Page, site: Path, site_url: str) -> None:
    """Then it opens without a network; what is not in the build cannot be kept."""
    visited(page, site_url)
    assert asked(page, {"keep": PDF}) == {"kept": True}
    assert asked(page, {"keep": PDF}) == {"kept": True}
    assert asked(page, {"keep": "print/nothing.pdf"}) == {"kept": False}
    page.context.set_offline(True)
    assert page.evaluate(READ, PDF) == (site / PDF).stat().st_size
    with pytest.raises(Error, match="Failed to fetch"):
        page.evaluate(READ, PDF.replace("a4", "letter"))
    assert asked(page, {"keep": PDF.replace("a4", "letter")}) == {"kept": False}


def test_what_is_kept_can_be_listed_and_forgotten(page: Page, site: Path, site_url: str) -> None:
    """Every file with its size; forgetting takes all of them, and nothing of another site on the same host."""
    visited(page, site_url)
    asked(page, {"keep": PDF})
    page.evaluate("async () => { await caches.open('kindling https://example.org/other/ 1'); }")
    until(page, KEPT, "write-a-deck/")
    kept = {entry["path"]: entry["bytes"] for entry in asked(page, "what is kept")}
    for path in ("draw/index.html", "assets/draw.css", "safety/index.html", PDF):
        assert kept[path.removesuffix("index.html")] == (site / path).stat().st_size
    assert asked(page, {"forget": True}) == {"forgotten": True}
    assert asked(page, "what is kept") == []
    assert page.evaluate(NAMES) == ["kindling https://example.org/other/ 1"]


def test_the_draw_page_can_be_installed(page: Page, site_url: str) -> None:
    """A phone finds a manifest with icons that exist, and a start page inside its scope."""
    page.goto(f"{site_url}draw/")
    address = page.evaluate("document.querySelector('link[rel=manifest]').href")
    manifest = page.request.get(address).json()
    assert page.evaluate("([a, b]) => new URL(b, a).href", [address, manifest["start_url"]]) == f"{site_url}draw/"
    for icon in manifest["icons"]:
        answer = page.request.get(page.evaluate("([a, b]) => new URL(b, a).href", [address, icon["src"]]))
        assert answer.ok
        assert answer.headers["content-type"].startswith(icon["type"])
