"""A real Chromium, and the built site on a local server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, provide
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium for the whole session; each test opens a context of its own."""
    path = provide()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site; it ends in the sub-path /kindling/."""
    with served(site) as address:
        yield address


@pytest.fixture
def draw_url(site_url: str) -> str:
    """The address of the draw page."""
    return f"{site_url}draw/"
