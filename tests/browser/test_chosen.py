"""Printing what somebody chose: from the browser, on the sheets that decks are printed on."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from generator.outputs import plans
from tests.browser.paper import pages
from tests.browser.phone import landed, visited
from tests.browser.serving import Stage, served
from tests.browser.test_kept import KEEP, phone
from tests.browser.test_pages import PHONE, SMALL, violations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from generator.library.model import Card, Deck, Library
    from generator.site.plans import Plan

SAID = {key: typographic(text) for key, text in words()["chosen"]["said"].items()}
CHOSEN = words()["chosen"]
PLANS = {plan.paper: plan for plan in plans()}
# In another order than that of the shelf, which is the one they are printed in.
FAVOURITES = ["going-first/certain-days", "kettle-on/peel-an-apple", "kettle-on/postcard"]
NEAR = 0.3  # mm
# How far a piece of colour runs under the next, in mm: sheets.js says the same.
OVERLAP = 0.2
# Nothing is nearer to a cut than the foot line and the left margin are, in mm.
SAFE = 5.0


@contextmanager
def chosen(browser: Browser, site_url: str, cards: list[str], **options: Any) -> Iterator[Page]:  # noqa: ANN401
    """Open the page on a phone with some favourites, and wait until it has laid them out."""
    with phone(browser, **({"locale": "en-GB"} | options)) as (_, page):
        page.goto(f"{site_url}draw/kept/")
        if cards:
            page.evaluate(KEEP, [cards, [], {}])
        page.goto(f"{site_url}print/chosen/")
        laid(page, len(cards), "a4")
        yield page


def laid(page: Page, cards: int, paper: str) -> None:
    """Wait until so many cards lie on sheets."""
    expect(page.locator("#state")).to_have_text(told(cards, PLANS[paper]))


def told(cards: int, plan: Plan) -> str:
    """What the page says of a number of cards."""
    if not cards:
        return SAID["nothing"]
    sheets = -(-cards // len(plan.fronts))
    return SAID["some"].format(
        cards=SAID["one_card"] if cards == 1 else SAID["many_cards"].format(count=cards),
        sheets=SAID["one_sheet"] if sheets == 1 else SAID["many_sheets"].format(count=sheets),
        paper=plan.name,
    )


def deck(page: Page, name: str) -> Locator:
    """A deck's list, opened."""
    found = page.locator(f'details[data-deck="{name}"]')
    found.locator("summary").click()
    expect(found.locator(".tick").first).to_be_visible()
    return found


def printed(page: Page) -> bytes:
    """The page as its browser prints it."""
    return bytes(page.pdf(prefer_css_page_size=True))


@pytest.mark.parametrize("paper", PLANS)
def test_fronts_and_backs_lie_by_the_plan_on_every_sheet(
    browser: Browser, site_url: str, library: Library, paper: str
) -> None:
    """Printed and read again: card i of each sheet has its own back behind it once the paper is turned over its long
    edge, and all edges are where the PDF decks have them, to 0.3 mm; also on a last sheet that is partly filled.
    """  # noqa: D205 - one sentence
    plan = PLANS[paper]
    with chosen(browser, site_url, FAVOURITES) as page:
        deck(page, "mend").locator(".all").click()
        page.get_by_role("radio", name=plan.name, exact=True).check()
        page.get_by_role("radio", name=CHOSEN["backs_color"], exact=True).check()
        laid(page, 39, paper)
        pdf = printed(page)
    found = pages(pdf)
    shelf = {each.id: each for each in library.decks}
    cards = [card for name in ("kettle-on", "going-first", "mend") for card in shelf[name].cards]
    cards = [card for card in cards if card.deck == "mend" or card.address in FAVOURITES]
    take = len(plan.fronts)
    assert len(found) == 2 * -(-39 // take)
    for number, page_ in enumerate(found):
        assert (page_.width, page_.height) == pytest.approx((plan.width, plan.height), abs=NEAR), number
    for sheet, start in enumerate(range(0, 39, take)):
        some, (front, behind) = cards[start : start + take], found[2 * sheet : 2 * sheet + 2]
        fill = plan.fills[len(some)]
        for card, place, back in zip(some, plan.fronts, fill.backs, strict=False):
            assert front.read(*place).endswith(card.id)
            # The flip: over the long edge, which is the side of upright paper and the top of paper on its side.
            (x, y, *_), (width, height) = place, plan.card
            under = (x, plan.height - y - height) if plan.turned else (plan.width - x - width, y)
            said = behind.read(*under, width, height)
            assert sorted(said) == sorted(back_of(card, shelf[card.deck]))
            left, top, wide, high = back[2:]
            assert any(path.near(left, top, wide + OVERLAP, high + OVERLAP, NEAR) for path in behind.paths)
        for x1, y1, x2, y2 in fill.hairlines:
            assert any(path.near(x1, y1, x2 - x1, y2 - y1, NEAR) for path in front.paths)
        for place in plan.fronts[len(some) :]:
            assert front.read(*place) == ""


def back_of(card: Card, its: Deck) -> str:
    """Return all that stands on a card's back, without spaces."""
    return "".join(f"{its.title}Kindling{words()['depths'][str(card.depth)]['name']}".split())


def test_no_word_leaves_its_card_and_none_is_lost(browser: Browser, site_url: str, library: Library) -> None:
    """Four decks with long and short prompts: each prompt stands whole on its card, away from every cut."""
    plan = PLANS["a4"]
    names = ("kettle-on", "the-long-way-here", "house-rules", "mend")
    with chosen(browser, site_url, []) as page:
        for name in names:
            deck(page, name).locator(".all").click()
        page.get_by_role("radio", name=CHOSEN["pages_fronts"], exact=True).check()
        laid(page, 144, "a4")
        assert not page.locator("#refused").is_visible()
        pdf = printed(page)
    shelf = {each.id: each for each in library.decks}
    cards = [card for name in names for card in shelf[name].cards]
    found = pages(pdf)
    for number, card in enumerate(cards):
        sheet, slot = divmod(number, len(plan.fronts))
        said = found[sheet].read(*plan.fronts[slot])
        assert "".join(typographic(card.text).split()) in said
        assert said.endswith(card.id)
    top, bottom = plan.fronts[0][1], plan.height - plan.fronts[0][1]
    for page_ in found:
        for character in page_.characters:
            if top < character.top and character.bottom < bottom:
                assert any(character.within(*place, air=SAFE) for place in plan.fronts), character


def test_low_ink_has_no_colour_and_what_is_printed_is_chosen(browser: Browser, site_url: str) -> None:
    """Low ink is how it comes: hardly any of the paper is inked; fronts and backs can be had each by themselves."""
    plan = PLANS["a4"]
    with chosen(browser, site_url, FAVOURITES) as page:
        low = inked(printed(page), 1)
        page.get_by_role("radio", name=CHOSEN["backs_color"], exact=True).check()
        laid(page, 3, "a4")
        pdf = printed(page)
        assert low < inked(pdf, 1) / 4
        page.get_by_role("radio", name=CHOSEN["pages_backs"], exact=True).check()
        expect(page.locator(".sheet")).to_have_count(1)
        (only,) = pages(printed(page))
        assert only.read(*plan.whole.backs[0][:2], *plan.card).startswith("KettleOn")


def inked(pdf: bytes, page: int) -> float:
    """Return how much of a page's upper third has ink on it."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[page].render(scale=3, grayscale=True)
        third = bytes(image.buffer)[: image.stride * (image.height // 3)]
    return 1 - sum(third) / len(third) / 255


def test_a_card_that_is_too_long_is_told_and_never_clipped(browser: Browser, site: Path) -> None:
    """A text or a word that does not fit at 10 points stays off the sheets and is named, with the way to the PDF."""
    file = site / "draw/decks/kettle-on.json"
    data = json.loads(file.read_text("utf-8"))
    by_id = {card["id"]: card for card in data["cards"]}
    by_id["postcard"]["prompt"] = "Which minute of today would you put on a postcard? " * 9
    by_id["halfway"]["prompt"] = "Donaudampfschifffahrtsgesellschaftskapitänswitwe?"
    by_id["falling-shelf"]["notes"] = [["time", "Time", ["Take your time. " * 60], 1]]
    stage = Stage(site, faults={"draw/decks/kettle-on.json": json.dumps(data).encode()})
    with served(stage) as url, chosen(browser, url, []) as page:
        deck(page, "kettle-on").locator(".all").click()
        laid(page, 33, "a4")
        refused = page.locator("#refused li").all_inner_texts()
        assert sorted(refused) == [f"Kettle On: {name}" for name in ("falling-shelf", "halfway", "postcard")]
        expect(page.locator("#refused").get_by_role("link", name=CHOSEN["pdfs"])).to_be_visible()
        assert not any(page_.read(0, 0, 300, 300).count("postcard") for page_ in pages(printed(page)))


def test_choosing_by_keyboard_keeps_lists_in_step(browser: Browser, site_url: str) -> None:
    """Enter opens a deck, Space ticks; a favourite is ticked in its deck too; Print prints, and only with cards."""
    with chosen(browser, site_url, FAVOURITES[2:]) as page:
        page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
        expect(page.locator("#favourites .count")).to_have_text(SAID["ticked"].format(count=1))
        page.locator('details[data-deck="kettle-on"] summary').focus()
        page.keyboard.press("Enter")
        kettle = page.locator('details[data-deck="kettle-on"]')
        expect(kettle.locator('input[value="kettle-on/postcard"]')).to_be_checked()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        laid(page, 0, "a4")
        expect(page.locator("#favourites input")).not_to_be_checked()
        button = page.get_by_role("button", name=SAID["print"], exact=True)
        assert button.get_attribute("aria-disabled") == "true"
        button.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("window.prints") == 0
        kettle.locator(".all").focus()
        page.keyboard.press("Enter")
        laid(page, 36, "a4")
        expect(kettle.locator(".all")).to_have_text(SAID["none"])
        button.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("window.prints") == 1


def test_nothing_is_stored_or_sent(browser: Browser, site_url: str) -> None:
    """What somebody ticks and prints leaves no trace: storage stays as it was, and only files of the site are asked."""
    with chosen(browser, site_url, FAVOURITES) as page:
        asked: list[tuple[str, str]] = []
        page.on("request", lambda request: asked.append((request.method, request.url)))
        look = "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
        before = page.evaluate(look)
        deck(page, "mend").locator(".all").click()
        laid(page, 39, "a4")
        printed(page)
        assert page.evaluate(look) == before
        assert asked
        assert all(method == "GET" and url.startswith(site_url) and "?" not in url for method, url in asked)


def test_a_tender_card_is_not_met_by_chance(browser: Browser, site_url: str, library: Library) -> None:
    """In a list of cards to tick, a Tender card tells what it is about and keeps its words to itself."""
    tender = [card for each in library.decks for card in each.cards if each.id == "going-first" and card.depth == 4]
    with chosen(browser, site_url, []) as page:
        text = deck(page, "going-first").inner_text()
        assert tender
        assert not any(typographic(card.text) in text for card in tender)
        assert all(f"Tender · {words()['kinds'][card.kind.value]} · {card.id}" in text for card in tender)


def test_the_page_is_one_step_from_favourites_and_from_what_is_kept(browser: Browser, site_url: str) -> None:
    """From the draw page's More, and from Kept on this phone, one tap leads here."""
    with phone(browser) as (_, page):
        page.goto(f"{site_url}draw/")
        page.get_by_role("button", name="More", exact=True).tap()
        page.get_by_role("link", name=CHOSEN["link"]).tap()
        landed(page, "**/print/chosen/")
        page.goto(f"{site_url}draw/kept/")
        page.get_by_role("link", name=CHOSEN["link"]).tap()
        landed(page, "**/print/chosen/")
        expect(page.locator("#favourites .none")).to_have_text(SAID["no_favourites"])


def test_without_javascript_it_says_so_and_leads_to_the_pdfs(browser: Browser, site_url: str) -> None:
    """Nothing is dead: one sentence, and the way to whole decks."""
    with phone(browser, java_script_enabled=False) as (_, page):
        page.goto(f"{site_url}print/chosen/")
        assert page.get_by_role("button").count() + page.get_by_role("checkbox").count() == 0
        expect(page.get_by_text(typographic(CHOSEN["no_script"]))).to_be_visible()
        page.locator("#without").get_by_role("link", name=CHOSEN["pdfs"]).tap()
        landed(page, "**/print/")


def test_without_a_connection_it_prints_what_is_on_the_phone(browser: Browser, site_url: str) -> None:
    """After a visit to the draw page the page, its decks and its fonts are there; nothing is half."""
    with phone(browser, service_workers="allow", locale="en-GB") as (context, page):
        visited(page, site_url)
        page.evaluate(KEEP, [FAVOURITES, [], {}])
        context.set_offline(True)
        page.goto(f"{site_url}print/chosen/")
        laid(page, 3, "a4")
        front, _ = pages(printed(page))
        assert front.read(*PLANS["a4"].fronts[0]).endswith("postcard")


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": PHONE, "color_scheme": "light"},
        {"viewport": PHONE, "color_scheme": "dark"},
        {"viewport": SMALL, "color_scheme": "dark"},
        {"viewport": SMALL, "forced_colors": "active"},
    ],
    ids=["390 light", "390 dark", "320 dark", "320 forced"],
)
def test_axe_finds_nothing_with_cards_laid_out(browser: Browser, site_url: str, options: dict[str, Any]) -> None:
    """Lists, choices and the picture of the sheet have no fault that axe knows; nothing scrolls sideways."""
    with chosen(browser, site_url, FAVOURITES, bypass_csp=True, **options) as page:
        deck(page, "mend")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
