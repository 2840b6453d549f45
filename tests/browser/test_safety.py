"""The safety page: places to turn to that grow old, and the way out."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.serving import served
from tests.browser.test_pages import PHONE, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, ViewportSize

DESK: ViewportSize = {"width": 1280, "height": 800}
SAID = words()["safety"]
ELSEWHERE = SAID["leave_to"]
MKDOCS = """\
site_name: Porch
theme: {name: material, font: false}
plugins:
  - kindling
exclude_docs: resources.yml
"""
DECK = "title: Porch\nabout: A view.\ncards:\n  - id: bell\n    text: Who rings?\n"
SAFETY = "---\nquick_exit: true\n---\n\n# Before\n\n<!-- kindling: resources -->\n"
ENTRY = (
    '- {{name: {0}, url: "https://{0}.example.org", what: W., kind: {1}, where: here, source: S., checked_on: {2}}}\n'
)
ENTRIES = (
    ("old-book", "directory", "2026-01-31"),
    ("new-book", "directory", "2026-11-22"),
    ("old-line", "line", "2026-01-31"),
    ("new-line", "line", "2026-11-22"),
)


@pytest.fixture(scope="module")
def porch_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The safety page of a small project with two directories and two lines, one of each older than the other."""
    folder = tmp_path_factory.mktemp("porch")
    files = {
        "mkdocs.yml": MKDOCS,
        "decks/porch.yml": DECK,
        "docs/index.md": "# Porch\n",
        "docs/safety.md": SAFETY,
        "docs/resources.yml": "".join(ENTRY.format(*entry) for entry in ENTRIES),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["build", "--config", str(folder / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    with served(folder / "site") as address:
        yield f"{address}safety/"


@contextmanager
def visited(browser: Browser, address: str, now: str = "", **options: Any) -> Iterator[Page]:  # noqa: ANN401
    """Open a page by a reader's clock; nothing may be complained about, and elsewhere is a stand-in."""
    context = browser.new_context(**{"viewport": PHONE, "service_workers": "block"} | options)
    context.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if now:
        page.clock.set_fixed_time(f"{now}T12:00:00Z")
    try:
        page.goto(address)
        yield page
        assert complaints == []
    finally:
        context.close()


def shown(page: Page) -> list[str]:
    """The names of the places to turn to that can be seen."""
    return [link.inner_text() for link in page.locator("#resources a").all() if link.is_visible()]


def way_out(page: Page) -> Locator:
    """The link by which the page is left."""
    return page.get_by_role("link", name=SAID["leave"], exact=True)


@pytest.mark.parametrize(
    ("now", "expected", "said"),
    [
        ("2026-11-23", ["old-book", "new-book", "old-line", "new-line"], ""),
        ("2027-01-31", ["old-book", "new-book", "old-line", "new-line"], ""),
        ("2027-02-01", ["new-book", "new-line"], "2 entries were checked too long ago to be shown."),
        ("2027-11-23", [], "4 entries were checked too long ago to be shown."),
        ("1970-01-02", ["old-book", "new-book", "old-line", "new-line"], ""),
    ],
)
def test_a_place_to_turn_to_is_shown_for_a_year(
    browser: Browser, porch_url: str, now: str, expected: list[str], said: str
) -> None:
    """By the reader's clock what is too old is left out, and the page says so; a clock that is wrong hides nothing."""
    with visited(browser, porch_url, now) as page:
        assert shown(page) == expected
        note = page.locator("#resources > p")
        assert (note.inner_text() if note.is_visible() else "") == said


def test_without_javascript_only_directories_show(browser: Browser, porch_url: str) -> None:
    """Nobody is led to a single line when nothing can tell how old it is."""
    with visited(browser, porch_url, "2040-01-01", java_script_enabled=False) as page:
        assert shown(page) == ["old-book", "new-book"]
        assert not page.locator("#resources > p").is_visible()


def test_some_help_is_named_for_ever(browser: Browser, site_url: str) -> None:
    """When every entry has grown old, the local emergency number and one directory's name still stand there."""
    with visited(browser, f"{site_url}safety/", "2040-01-01") as page:
        assert shown(page) == []
        assert page.get_by_text("3 entries were checked too long ago to be shown.").is_visible()
        assert page.get_by_text("In danger: your local emergency number.").is_visible()
        assert page.get_by_text("findahelpline.com").is_visible()


def test_the_way_out_is_the_first_thing_after_the_skip_link(browser: Browser, site_url: str) -> None:
    """By keyboard it is reached before the header, and right under it stands what it does not do."""
    with visited(browser, f"{site_url}safety/") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert way_out(page).evaluate("link => link === document.activeElement")
        assert page.get_by_text(typographic(SAID["leave_note"])).is_visible()


@pytest.mark.parametrize("wandering", [False, True])
def test_back_does_not_lead_to_the_page_that_was_left(browser: Browser, site_url: str, *, wandering: bool) -> None:
    """The page gives its place in the history away, also after a link within it was followed."""
    with visited(browser, site_url) as page:
        page.goto(f"{site_url}safety/")
        before = page.evaluate("history.length")
        if wandering:
            page.locator("article").get_by_role("link", name="Where to find help").click()
            page.wait_for_url("**/safety/#where-to-find-help")
            assert page.evaluate("scrollY") > 0
        way_out(page).click()
        page.wait_for_url(ELSEWHERE)
        assert page.evaluate("history.length") == before
        page.go_back()
        assert page.url == site_url


def test_the_page_is_gone_before_the_next_one_is_there(browser: Browser, site_url: str) -> None:
    """On a slow connection nothing of it stays in view while the other page is on its way."""
    with visited(browser, f"{site_url}safety/") as page:
        look = "() => document.documentElement.checkVisibility()"
        assert page.evaluate(look)
        assert not page.evaluate(f"() => {{ document.getElementById('leave').click(); return ({look})(); }}")
        page.wait_for_url(ELSEWHERE)


def test_without_javascript_the_way_out_is_a_link(browser: Browser, site_url: str) -> None:
    """It leads away all the same, nobody is asked for anything before, and nobody learns where from."""
    with visited(browser, f"{site_url}safety/", java_script_enabled=False) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.headers.get("referer", request.url)))
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if url.startswith(ELSEWHERE)] == []
        asked.clear()
        way_out(page).click()
        page.wait_for_url(ELSEWHERE)
        assert asked == [ELSEWHERE]


@pytest.mark.parametrize("size", [SMALL, PHONE, DESK, {"width": 320, "height": 256}], ids=str)
def test_the_way_out_stays_in_view(browser: Browser, site_url: str, size: ViewportSize) -> None:
    """Wherever the page is scrolled to, it can be tapped, and it is large enough for a hurried thumb."""
    with visited(browser, f"{site_url}safety/", viewport=size) as page:
        for share in (0, 0.5, 1):
            page.evaluate("share => scrollTo(0, share * document.documentElement.scrollHeight)", share)
            box = way_out(page).bounding_box()
            assert box
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 60
            assert min(box["width"], box["height"]) >= 44
            way_out(page).click(trial=True)


def test_the_way_out_stays_when_something_opens_over_the_page(browser: Browser, site_url: str) -> None:
    """The menu and the search of a phone open below it; one tap still leaves."""
    with visited(browser, f"{site_url}safety/", viewport=SMALL) as page:
        bar = way_out(page).locator("..").evaluate("bar => bar.getBoundingClientRect().bottom")
        menu = page.get_by_role("button", name="Menu")
        find = page.get_by_role("link", name="Search")
        for way, over in ((menu, ".md-nav--primary > .md-nav__title"), (find, "#find input")):
            way.click()
            page.locator(over).click(trial=True)
            assert page.locator(over).evaluate("node => node.getBoundingClientRect().top") >= bar - 1
            way_out(page).click(trial=True)
            page.keyboard.press("Escape")
            page.locator(over).wait_for(state="hidden")


@pytest.mark.parametrize("size", [SMALL, DESK], ids=str)
def test_the_way_out_never_covers_the_focus(browser: Browser, site_url: str, size: ViewportSize) -> None:
    """A link that was scrolled under it stands clear of it once the Tab key gets there (WCAG 2.2, 2.4.11)."""
    with visited(browser, f"{site_url}safety/", viewport=size) as page:
        bar = way_out(page).locator("..").evaluate("bar => bar.getBoundingClientRect().bottom")
        links = page.locator("article a").all()
        assert len(links) >= 4
        for before, link in pairwise(links):
            before.evaluate("node => node.focus()")
            link.evaluate("node => scrollBy(0, node.getBoundingClientRect().top - 10)")
            page.keyboard.press("Tab")
            assert link.evaluate("node => node === document.activeElement")
            assert link.evaluate("node => node.getBoundingClientRect().top") >= bar


def test_a_heading_that_a_link_leads_to_stands_below_the_way_out(browser: Browser, site_url: str) -> None:
    """Whoever follows "Where to find help" sees its heading, whole."""
    with visited(browser, f"{site_url}safety/#where-to-find-help", viewport=SMALL) as page:
        bar = way_out(page).locator("..").evaluate("bar => bar.getBoundingClientRect().bottom")
        heading = page.get_by_role("heading", name="Where to find help")
        assert bar <= heading.evaluate("node => node.getBoundingClientRect().top") <= bar + 60


def test_large_text_has_room(browser: Browser, site_url: str) -> None:
    """At twice the size the words of the way out stay inside it, and nothing is cut off at the side."""
    with visited(browser, f"{site_url}safety/", viewport=SMALL) as page:
        page.add_style_tag(content="html { font-size: 250% !important }")
        link = way_out(page)
        assert link.evaluate("node => node.scrollWidth <= node.clientWidth && node.scrollHeight <= node.clientHeight")
        box = link.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= SMALL["width"]


def test_the_way_out_is_a_shape_without_colours_too(browser: Browser, site_url: str) -> None:
    """In forced colours a border is left, for the fill is gone."""
    with visited(browser, f"{site_url}safety/", forced_colors="active") as page:
        assert way_out(page).evaluate("node => parseFloat(getComputedStyle(node).borderTopWidth)") >= 1
        way_out(page).click(trial=True)


def test_on_paper_there_is_no_way_out(browser: Browser, site_url: str) -> None:
    """A printed page has no use for it."""
    with visited(browser, f"{site_url}safety/") as page:
        page.emulate_media(media="print")
        assert not way_out(page).is_visible()
        assert not page.get_by_text(typographic(SAID["leave_note"])).is_visible()
