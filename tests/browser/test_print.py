"""The print page: somebody picks deck, paper and edition, and gets one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from playwright.sync_api import expect

from generator.library.words import words
from tests.browser.test_pages import PHONE, SMALL, opened, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SAID = words()["prints"]


def the_link(page: Page) -> Locator:
    """The one large link."""
    return page.locator("#choose-print a.way")


def true_of(page: Page, link: Locator) -> None:
    """What a link tells of its file is so: its sheets, and its size."""
    answer = page.request.get(str(link.evaluate("link => link.href")))
    assert answer.ok
    told = link.inner_text()
    sheets, size = re.search(r"(\d+) sheets?, PDF, (\d+) KB", told.replace("\n", " ")).groups()  # type: ignore[union-attr]
    pdf = answer.body()
    with pypdfium2.PdfDocument(pdf) as document:
        assert int(sheets) == len(document) / 2
    assert int(size) == round(len(pdf) / 1000)


def test_deck_paper_and_edition_make_one_link(browser: Browser, site_url: str) -> None:
    """By keyboard alone: arrows choose the deck and the paper, Tab leads on to the file, which is as it is told."""
    with opened(browser, f"{site_url}print/", locale="en-GB") as (page, complaints):
        expect(the_link(page)).to_contain_text("Kettle On, A4")
        true_of(page, the_link(page))
        page.get_by_role("radio", name="Kettle On", exact=True).focus()
        page.keyboard.press("ArrowDown")
        expect(the_link(page)).to_contain_text("Inside Weather, A4")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        expect(the_link(page)).to_contain_text("Inside Weather, US Letter")
        for _ in range(2):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('a.way')"):
                break
        assert page.evaluate("document.activeElement.href").endswith(".pdf")
        true_of(page, the_link(page))
        assert complaints == []


@pytest.mark.parametrize(("locale", "paper"), [("en-US", "US Letter"), ("de-DE", "A4")])
def test_the_paper_people_have_is_chosen_first(browser: Browser, site_url: str, locale: str, paper: str) -> None:
    """Most people need not look at the paper at all; only that paper's drawings are shown."""
    with opened(browser, f"{site_url}print/", locale=locale) as (page, _):
        expect(page.get_by_role("radio", name=paper, exact=True)).to_be_checked()
        expect(the_link(page)).to_contain_text(f"Kettle On, {paper}")
        captions = page.locator(".sheet-picture:visible figcaption, .cuts-picture:visible figcaption").all_inner_texts()
        assert len(captions) == 2
        assert all(caption.startswith(paper) for caption in captions)


def test_the_page_of_a_deck_leads_to_its_own_file(browser: Browser, site_url: str) -> None:
    """Whoever comes from a deck has it ticked already, and sees no list."""
    with opened(browser, f"{site_url}decks/mend/", locale="en-GB") as (page, _):
        page.get_by_role("link", name=words()["site"]["print_deck"], exact=True).first.tap()
        expect(page.get_by_role("radio", name="Mend", exact=True)).to_be_checked()
        expect(the_link(page)).to_contain_text("Mend, A4")
        assert not page.locator("#all-prints ul").first.is_visible()


def test_without_javascript_every_file_stands_in_a_list(browser: Browser, site_url: str) -> None:
    """Nothing is dead: no button to choose with, and each deck opens to its files, which are there and as told."""
    with opened(browser, f"{site_url}print/", java_script_enabled=False) as (page, _):
        assert not page.locator("#choose-print").is_visible()
        first = page.locator(".deck-prints").first
        expect(first.get_by_role("link").first).to_be_visible()
        true_of(page, first.get_by_role("link").first)
        page.locator(".deck-prints summary").nth(3).tap()
        expect(page.locator(".deck-prints").nth(3).get_by_role("link").first).to_be_visible()
        links = [str(link.get_attribute("href")) for link in page.locator(".deck-prints a").all()]
        assert len(links) == len(set(links)) >= 2 * page.locator(".deck-prints").count()
        for link in links[::7]:
            assert page.request.get(f"{site_url}print/{link}").ok


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": PHONE, "color_scheme": "dark"},
        {"viewport": SMALL, "color_scheme": "light"},
        {"viewport": SMALL, "forced_colors": "active"},
    ],
    ids=["390 dark", "320 light", "320 forced"],
)
def test_axe_finds_nothing_with_all_files_open(browser: Browser, site_url: str, options: dict[str, Any]) -> None:
    """The list, the drawings and the large link have no fault that axe knows, and nothing scrolls sideways."""
    with opened(browser, f"{site_url}print/", bypass_csp=True, **options) as (page, _):
        page.locator("#all-prints > summary").tap()
        expect(page.locator(".deck-prints a").first).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_drawings_are_told_in_words(browser: Browser, site_url: str) -> None:
    """Who does not see a drawing hears what it shows."""
    with opened(browser, f"{site_url}print/", locale="en-GB") as (page, _):
        for name in (SAID["long_edge_alt"], SAID["short_edge_alt"]):
            expect(page.get_by_role("img", name=name)).to_be_visible()
        cuts = SAID["cuts_alt"].partition("{paper}")[0] + "A4"
        expect(page.get_by_role("img", name=cuts)).to_be_visible()
