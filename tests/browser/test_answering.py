"""What comes after an answer, and the three ways of not giving one, on a phone in a real browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.table import (
    SAID,
    a_tender_card,
    at_the_table,
    card,
    deck_of,
    heard,
    left,
    press,
    shown,
    titled,
)
from tests.browser.test_draw import LEFT_BEHIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

# Of depth 2, with a listener's line and a follow-up.
STORY = "kettle-on/told-about-you"
LOOKS = (
    "node => { const s = getComputedStyle(node); const {height} = node.getBoundingClientRect();"
    " return [height, s.color, s.backgroundColor, s.fontWeight, s.fontSize, s.borderTopWidth].join() }"
)


@pytest.fixture
def table(browser: Browser, draw_url: str) -> Iterator[Page]:
    """The draw page with a card of depth 2 on it."""
    with at_the_table(browser, f"{draw_url}#card={STORY}") as page:
        shown(page).wait_for()
        yield page


def notes_of(found: dict[str, Any]) -> dict[str, list[str]]:
    """A card's small print by what it is."""
    return {note[0]: note[2] for note in found["notes"]}


def test_after_an_answer_the_listeners_line_comes_before_the_next_card(table: Page) -> None:
    """Answered shows what the listener can do; those who stay get thanks, a say-back and the follow-up; then Next."""
    notes = notes_of(deck_of(table, "kettle-on")[STORY])
    press(table, SAID["answered"])
    titled(table, notes["listen"][0])
    assert card(table) == STORY
    assert heard(table) == f"Listen. {notes['listen'][0]}"
    assert not table.get_by_text(notes["ask_more"][0]).is_visible()
    press(table, SAID["stay"])
    lines = shown(table).get_by_role("listitem").all_inner_texts()
    assert lines == [*SAID["stay_lines"], *notes["ask_more"]]
    assert heard(table) == " ".join(lines)
    press(table, SAID["next"])
    expect(shown(table)).not_to_have_attribute("data-card", STORY)


def test_a_light_card_is_followed_by_the_next_at_once(browser: Browser, draw_url: str) -> None:
    """Nobody has to reply to a Sip: there Draw is the one large button."""
    with at_the_table(browser, f"{draw_url}#card=kettle-on/postcard") as page:
        shown(page).wait_for()
        assert not page.get_by_role("button", name=SAID["answered"]).is_visible()
        press(page, "Draw")
        assert card(page) != "kettle-on/postcard"


def test_ways_of_not_answering_are_one_tap_and_look_the_same(table: Page) -> None:
    """On a deeper card Draw, Pass and Hand over lie side by side; each is free, none stands out."""
    looks = {
        name: table.get_by_role("button", name=name, exact=True).evaluate(LOOKS)
        for name in ("Draw", "Pass", SAID["hand_over"])
    }
    assert len(set(looks.values())) == 1, looks
    tops = {
        table.get_by_role("button", name=name, exact=True).evaluate("node => node.getBoundingClientRect().top")
        for name in looks
    }
    assert len(tops) == 1
    press(table, "Draw")
    assert card(table) != STORY


def test_handing_over_keeps_the_card_and_says_so(table: Page) -> None:
    """The card goes to somebody else as it is; a pass is still free, and nothing is kept of it."""
    table.wait_for_function("() => sessionStorage.length > 0")
    before = table.evaluate(LEFT_BEHIND)
    press(table, SAID["hand_over"])
    assert card(table) == STORY
    assert heard(table) == SAID["handed"]
    assert table.locator("#notice").inner_text() == SAID["handed"]
    assert table.evaluate(LEFT_BEHIND) == before
    press(table, "Draw")
    assert table.locator("#notice").inner_text() == ""


def test_back_leads_from_the_reply_to_the_card(table: Page) -> None:
    """Whoever tapped too early reads the question again."""
    prompt = table.get_by_role("heading", level=1).inner_text()
    press(table, SAID["answered"])
    table.get_by_role("button", name=SAID["stay"], exact=True).wait_for()
    press(table, "Back")
    titled(table, prompt)
    assert table.get_by_role("button", name=SAID["answered"], exact=True).is_visible()


def test_focus_is_never_lost_between_card_and_reply(browser: Browser, draw_url: str) -> None:
    """By keyboard: a button that goes hands its focus to the first that is there."""
    with at_the_table(browser, f"{draw_url}#card={STORY}", has_touch=False, is_mobile=False) as page:
        shown(page).wait_for()
        focused = "document.activeElement.textContent"
        page.get_by_role("button", name=SAID["answered"], exact=True).focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name=SAID["stay"], exact=True).wait_for()
        assert page.evaluate(focused) == SAID["stay"]
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(focused) == SAID["next"]
        page.keyboard.press("Enter")
        expect(shown(page)).not_to_have_attribute("data-card", STORY)
        assert page.evaluate(focused) in {"Draw", SAID["answered"]}


def test_after_a_tender_card_the_evening_lands(browser: Browser, draw_url: str) -> None:
    """It is covered until turned over; after the reply a landing asks what to leave alone, and then it gets light."""
    with at_the_table(browser, draw_url) as page:
        name, found = a_tender_card(page)
        page.goto(f"{page.url}#card={name}")
        page.get_by_role("button", name=SAID["turn_over"]).wait_for()
        assert not page.get_by_role("button", name=SAID["answered"]).is_visible()
        press(page, SAID["turn_over"])
        press(page, SAID["answered"])
        titled(page, notes_of(found)["listen"][0])
        press(page, SAID["next"])
        titled(page, SAID["landing_title"])
        assert shown(page).count() == 0
        assert SAID["landing_title"] in heard(page)
        press(page, "Back")
        titled(page, notes_of(found)["listen"][0])
        press(page, SAID["next"])
        titled(page, SAID["landing_title"])
        press(page, SAID["next"])
        assert deck_of(page, "going-first")[card(page)]["depth"] <= 2


def test_a_reply_that_cannot_be_fetched_keeps_the_card(browser: Browser, draw_url: str) -> None:
    """When the connection breaks right after the first card, a sentence says so and the card stays."""
    context = browser.new_context(has_touch=True, service_workers="block")
    page = context.new_page()
    page.route("**/moves.js", lambda route: route.abort())
    page.goto(draw_url)
    while not page.get_by_role("button", name=SAID["answered"], exact=True).is_visible():
        press(page, "Draw")
    name = card(page)
    press(page, SAID["answered"])
    page.get_by_role("main").get_by_text(SAID["not_here"]).first.wait_for()
    assert card(page) == name
    press(page, "Draw")
    assert card(page) != name
    context.close()


def test_slow_hides_the_card_and_asks_for_no_reason(table: Page) -> None:
    """More time brings the same card back; nothing of it is seen or heard meanwhile."""
    prompt = table.get_by_role("heading", level=1).inner_text()
    press(table, SAID["slow"])
    titled(table, SAID["slow_title"])
    assert shown(table).count() == 0
    assert heard(table) == ""
    assert prompt not in table.locator("body").inner_text()
    press(table, SAID["more_time"])
    assert card(table) == STORY


def test_lighter_cards_come_one_step_lighter(table: Page) -> None:
    """The card makes room as with a pass, and from here on nothing is deeper than one step less."""
    cards = deck_of(table, "kettle-on")
    press(table, SAID["slow"])
    press(table, SAID["lighter"])
    assert cards[card(table)]["depth"] == 1
    assert table.get_by_role("button", name="up to Sip").is_visible()
    left(table, 19)


def test_pause_slow_and_stop_are_in_reach_of_every_card(table: Page) -> None:
    """They stand below the card, its reply and its landing; Stop is one tap and asks nothing."""
    for step in (None, SAID["answered"], SAID["stay"]):
        if step:
            press(table, step)
        for name in ("Pause", SAID["slow"], SAID["stop_now"]):
            assert table.get_by_role("button", name=name, exact=True).is_visible()
    press(table, SAID["stop_now"])
    titled(table, SAID["stopped_title"])
    assert json.loads(table.evaluate(LEFT_BEHIND))[:3] == [{}, {}, ""]


def test_a_tender_card_read_and_not_answered_is_left_in_one_tap(browser: Browser, draw_url: str) -> None:
    """Not answering is free there too: no landing, no question, a light card."""
    with at_the_table(browser, draw_url) as page:
        name, _ = a_tender_card(page)
        page.goto(f"{page.url}#card={name}")
        press(page, SAID["turn_over"])
        press(page, "Draw")
        assert deck_of(page, "going-first")[card(page)]["depth"] <= 2
