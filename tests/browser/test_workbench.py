"""While serving: what someone sees in a real browser when they save a deck."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.test_cli import DECK, MKDOCS, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LONG = 60_000  # ms; only ends a hang


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[str]:
    """The address of a small project's preview server."""
    for folder, name, text in (
        (".", "mkdocs.yml", MKDOCS),
        ("decks", "porch.yml", DECK),
        ("docs", "index.md", "# Porch\n\n<!-- kindling: shelf -->\n"),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text)
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "generator", "serve", "--no-open", "--address", address]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"http://{address}/", timeout=60).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://{address}"
        finally:
            server.terminate()
            try:
                server.wait(timeout=60)
            finally:
                server.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(LONG)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("where", ["", "cards/porch/spare-key/", "draw/"])
def test_a_mistake_shows_in_the_page_and_goes_away_when_it_is_mended(
    where: str, preview: str, page: Page, tmp_path: Path
) -> None:
    """On whatever page: the problem in words, then the workbench with both faces of the card; mended, it is quiet."""
    page.goto(f"{preview}/{where}")
    bar = page.get_by_role("complementary", name="Workbench")
    expect(bar.get_by_role("button")).to_have_text("Workbench: no problems", timeout=LONG)
    deck = tmp_path / "decks" / "porch.yml"
    deck.write_text(DECK.replace("Who has a spare key", "Why did you hide the spare key"))
    expect(bar.get_by_role("status")).to_contain_text("asks people to defend themselves", timeout=LONG)
    bar.get_by_role("button").click()
    card = page.frame_locator("iframe[title=Workbench]").get_by_role("region", name="porch/spare-key")
    expect(card.locator(".card .prompt")).to_have_text("Why did you hide the spare key to your place?", timeout=LONG)
    expect(card.get_by_role("img")).to_have_js_property("naturalWidth", 360, timeout=LONG)
    deck.write_text(DECK.replace("Who has a spare key", "Who looks after the spare key"))
    expect(bar.get_by_role("button")).to_have_text("Workbench: no problems", timeout=LONG)
    expect(card.locator(".card .prompt")).to_have_text("Who looks after the spare key to your place?", timeout=LONG)


def test_the_workbench_by_itself_follows_what_is_saved(preview: str, page: Page, tmp_path: Path) -> None:
    """Open in a window of its own, it is up to date too; at 320 px nothing is cut off."""
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{preview}/workbench/")
    expect(page.get_by_role("main")).to_contain_text("Change a card and save", timeout=LONG)
    (tmp_path / "decks" / "porch.yml").write_text(DECK.replace("other chair", "best chair"))
    expect(page.locator(".card .prompt")).to_have_text("Who sits in the best chair?", timeout=LONG)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_broken_deck_does_not_hold_the_pages_up(preview: str, page: Page, tmp_path: Path) -> None:
    """With a syntax error in its only deck, the site is still answered, and the bar says where it is."""
    page.goto(preview)
    (tmp_path / "decks" / "porch.yml").write_text(DECK.replace("about: Small", "about: [Small"))
    bar = page.get_by_role("complementary", name="Workbench")
    expect(bar.get_by_role("status")).to_contain_text("a bracket is opened and not closed", timeout=LONG)
    page.goto(preview)
    expect(page.get_by_role("heading", name="Porch")).to_be_visible(timeout=LONG)
