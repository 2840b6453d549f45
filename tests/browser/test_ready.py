"""The next card lies ready, unseen: Draw only uncovers it, and nobody can tell but by how quick it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.phone import until
from tests.browser.table import SAID, a_tender_card, at_the_table, card, choose, deck_of, heard, left, press, shown
from tests.browser.test_pages import violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ElementHandle, Page

NEXT = "#pile > .next"
LYING = "[...document.querySelectorAll('#pile > .card')].map(({ className }) => className)"
# In ms: the next card would be ready again by then.
LATER = 500
# What is true of the page in the same task as the tap on Draw, and in the frame that follows.
TAP = """async (next) => {
  const shown = () => [...document.querySelectorAll("[data-card]")].map(({ dataset }) => dataset.card);
  const draw = document.querySelector("[data-do=draw]");
  draw.click();
  const found = { at_once: shown() };
  await new Promise(requestAnimationFrame);
  return { ...found, next: next.dataset.card, opacity: getComputedStyle(next).opacity };
}"""


@pytest.fixture
def table(browser: Browser, site_url: str) -> Iterator[Page]:
    """The draw page with its first card, and the next one ready."""
    with at_the_table(browser, f"{site_url}draw/") as page:
        press(page, "Draw")
        yield page


def ready(page: Page) -> ElementHandle:
    """Wait until the next card lies ready, and return it."""
    return page.wait_for_selector(NEXT, state="attached")  # type: ignore[return-value]


def name_of(page: Page, node: ElementHandle) -> str:
    """The address of a card of Kettle On that lies ready; its foot says its id."""
    found = page.evaluate("(node) => node.querySelector('.id').textContent", node)
    return f"kettle-on/{found}"


def test_nobody_can_find_the_next_card(table: Page) -> None:
    """It is in no accessibility tree, has no name and no address, and no key leads to it."""
    node = ready(table)
    prompt = node.eval_on_selector(".prompt", "(prompt) => prompt.textContent")
    assert violations(table) == []
    tree = json.dumps(table.context.new_cdp_session(table).send("Accessibility.getFullAXTree"), ensure_ascii=False)
    on_top = shown(table).locator(".prompt").inner_text()
    assert on_top in tree
    assert prompt not in tree
    assert table.evaluate(
        "(node) => node.matches('[inert][hidden][aria-hidden=true]:not([id], [data-card], :has([id]))')", node
    )
    stops = table.locator("button, a, summary").count()
    for _ in range(stops + 1):
        table.keyboard.press("Tab")
        assert not table.evaluate("(node) => node.contains(document.activeElement)", node)


def test_the_next_card_is_not_printed_and_not_read_without_styles(table: Page) -> None:
    """On paper, and where a page is read without its styles, only the card on top is there."""
    display = "(node) => getComputedStyle(node).display"
    node = ready(table)
    assert table.evaluate(display, node) == "flex"
    table.emulate_media(media="print")
    assert table.evaluate(display, node) == "none"
    table.emulate_media(media="screen")
    table.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach((link) => { link.disabled = true; })")
    assert table.evaluate(display, node) == "none"


def test_draw_uncovers_the_card_that_lies_ready(table: Page) -> None:
    """It is the card of the page at once and seen in the next frame; then it is told, counted and within reach."""
    first, node = card(table), ready(table)
    name = name_of(table, node)
    left(table, 29)
    assert table.evaluate(TAP, node) == {"at_once": [name], "next": name, "opacity": "1"}
    left(table, 28)
    assert node.eval_on_selector(".prompt", "(prompt) => prompt.textContent") in heard(table)
    assert table.evaluate(
        "(node) => node.matches('[data-card]:last-child:not([inert], [hidden], [aria-hidden]):has([id=foot])')", node
    )
    expect(table.get_by_role("article")).to_have_count(1)
    assert ready(table) != node
    press(table, "Back")
    assert card(table) == first
    left(table, 29)


def test_focus_goes_on_to_the_card_that_was_uncovered(table: Page) -> None:
    """Focus that was on the card that goes is on the one that comes."""
    ready(table)
    shown(table).focus()
    table.evaluate("document.querySelector('[data-do=draw]').click()")
    left(table, 28)
    assert table.evaluate("document.activeElement === document.querySelector('[data-card]')")


def test_taps_within_one_frame_are_each_a_whole_draw(table: Page) -> None:
    """Whoever taps faster than the page can show it burns no card, and the page says how things stand."""
    ready(table)
    came = table.evaluate(
        """() => [...Array(3)].map(() => {
          document.querySelector("[data-do=draw]").click();
          return [...document.querySelectorAll("[data-card]")].map(({ dataset }) => dataset.card).join();
        })"""
    )
    assert len(set(came)) == 3
    left(table, 26)
    assert card(table) == came[-1]
    expect(table.get_by_role("article")).to_have_count(1)


def test_an_evening_of_the_phone_keeps_the_card_that_was_uncovered(table: Page) -> None:
    """A page that goes right after the tap is back with the card of that tap."""
    name = name_of(table, ready(table))
    table.evaluate("document.querySelector('[data-do=draw]').click(); location.reload();")
    until(table, "(name) => document.querySelector('[data-card]')?.dataset.card === name", name)
    left(table, 28)


@pytest.mark.parametrize("drawn", [False, True], ids=["a card lies there", "a card is just drawn"])
@pytest.mark.parametrize("name", ["pause", "slow", "stop"])
def test_nothing_of_the_next_card_stays_when_people_pause_or_stop(table: Page, name: str, drawn: bool) -> None:  # noqa: FBT001
    """Only the panel lies there then, at once and later; also when it is tapped within the frame of a draw."""
    node = ready(table)
    taps = ["draw", name] if drawn else [name]
    table.evaluate("(taps) => taps.forEach((name) => document.querySelector(`#hand [data-do=${name}]`).click())", taps)
    assert not table.evaluate("(node) => node.isConnected", node)
    for _ in range(2):
        assert table.evaluate(LYING) == ["card panel"]
        table.wait_for_timeout(LATER)


def test_the_next_card_is_another_when_limits_change(table: Page) -> None:
    """What lay ready goes with the old limit; what is ready then is what Draw brings, and fits."""
    cards = deck_of(table, "kettle-on")
    node = ready(table)
    choose(table, "up to Share", "Sip")
    until(table, "(node) => !node.isConnected", node)
    if not shown(table).count():
        press(table, "Draw")
    name = name_of(table, ready(table))
    press(table, "Draw")
    assert card(table) == name
    assert cards[name]["depth"] == 1


def test_passing_and_going_back_make_another_card_ready(table: Page) -> None:
    """The card that lies ready is always the one that Draw brings, whatever was done before."""
    for name in ("Pass", "Draw", "Back", "Hand over", "Draw", "Pass", "Draw"):
        node = ready(table)
        awaited = name_of(table, node)
        press(table, name)
        if name == "Draw":
            assert card(table) == awaited
            expect(table.locator("#notice")).to_be_empty()
        expect(table.get_by_role("article")).to_have_count(1)


def test_of_a_tender_card_only_the_cover_lies_ready(browser: Browser, site_url: str) -> None:
    """What it asks is nowhere in the page before it is turned over."""
    with at_the_table(browser, f"{site_url}draw/") as page:
        _, found = a_tender_card(page)
        cards = [found | {"id": f"tender-{n}", "prompt": f"{found['prompt']} {n}"} for n in range(9)]
        file = page.request.get(f"{site_url}draw/decks/going-first.json").json()
        page.route("**/decks/going-first.json", lambda route: route.fulfill(json=file | {"cards": cards}))
        choose(page, "Kettle On", "Going First")
        choose(page, "up to Share", "Tender")
        press(page, "Draw")
        node = ready(page)
        assert "cover" in (node.get_attribute("class") or "")
        assert found["prompt"] not in page.locator("#pile").inner_html()
        press(page, "Draw")
        left(page, 7)
        assert node.evaluate("(node) => node === document.querySelector('[data-card]')")
        press(page, SAID["turn_over"])
        expect(page.get_by_role("heading", level=1)).to_contain_text(found["prompt"])


def test_a_longer_card_takes_its_place_as_any_other(table: Page) -> None:
    """What lies ready makes the page no longer; a card that needs more room than the one on top is laid as ever."""
    node = ready(table)
    height = table.evaluate("document.documentElement.scrollHeight")
    node.eval_on_selector(".prompt", "(prompt) => { prompt.textContent += ' again and again'.repeat(60); }")
    assert table.evaluate("document.documentElement.scrollHeight") == height
    name = name_of(table, node)
    press(table, "Draw")
    assert card(table) == name
    assert not table.evaluate("(node) => node.isConnected", node)
    expect(table.get_by_role("article")).to_have_count(1)


def test_in_table_mode_no_card_lies_ready(table: Page) -> None:
    """There each card has type of its own size, so it is laid as ever."""
    ready(table)
    press(table, SAID["more"])
    table.get_by_role("dialog").get_by_role("button", name=SAID["lying"]).tap()
    table.get_by_role("dialog").wait_for(state="hidden")
    until(table, "() => document.documentElement.classList.contains('lain')")
    before = card(table)
    press(table, "Draw")
    assert card(table) != before
    table.wait_for_timeout(LATER)
    assert table.locator(NEXT).count() == 0
