"""An evening with the draw page, on a phone, in a real browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.table import (
    SAID,
    a_tender_card,
    at_the_table,
    card,
    choose,
    deck_of,
    drawn_out,
    heard,
    left,
    press,
    shown,
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

LEFT_BEHIND = """async () => JSON.stringify([
  {...sessionStorage}, {...localStorage}, document.cookie, location.href, history.length,
  (await indexedDB.databases()).map(({name}) => name)])"""


@pytest.fixture
def table(browser: Browser, draw_url: str) -> Iterator[Page]:
    """The draw page, just opened."""
    with at_the_table(browser, draw_url) as page:
        yield page


def holding(page: Page, address: str) -> list[Route]:
    """Hold what is asked for at this address; return where the held requests will stand."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(address, hold)
    return held


def test_the_first_screen_says_what_to_agree_and_what_to_do(table: Page) -> None:
    """Before the first card: the six consent lines, a way to the safety page, and Draw; nobody has to read to start."""
    titled(table, SAID["opening_title"])
    lines = table.get_by_role("article").get_by_role("listitem").all_inner_texts()
    assert lines == [typographic(line) for line in words()["consent"]]
    assert table.get_by_role("link", name=SAID["more_before"]).get_attribute("href") == "../safety/"
    assert shown(table).count() == 0
    for name in ("Back", "Pass"):
        assert table.get_by_role("button", name=name, exact=True).get_attribute("aria-disabled") == "true"
    left(table, 30)
    press(table, "Draw")
    assert card(table).startswith("kettle-on/")


def test_drawing_to_the_end_shows_every_card_once(table: Page) -> None:
    """No card repeats, the count runs down, and at the end a panel says so and no card is shown."""
    cards = deck_of(table, "kettle-on")
    came = []
    press(table, "Draw")
    while shown(table).count():
        came.append(card(table))
        press(table, "Draw")
    assert len(came) == len(set(came)) == 30
    assert {cards[name]["kind"] for name in came} == {"prompt"}
    assert cards[came[0]]["depth"] == 1
    left(table, 0)
    titled(table, SAID["end_title"])
    assert table.get_by_role("button", name="Draw", exact=True).get_attribute("aria-disabled") == "true"
    press(table, SAID["shuffle_again"])
    left(table, 30)
    assert set(drawn_out(table)) == set(came)


def test_the_last_card_can_be_taken_up_again(table: Page) -> None:
    """One tap too many at the end costs nothing: Back shows the last card."""
    came = drawn_out(table)
    press(table, "Back")
    assert card(table) == came[-1]


def test_a_pass_costs_nothing(table: Page) -> None:
    """The card is out for tonight, one no deeper takes its place, and passing on leads to the end, not to a repeat."""
    cards = deck_of(table, "kettle-on")
    press(table, "Draw")
    out: list[str] = []
    while shown(table).count():
        name = card(table)
        assert name not in out
        assert not out or cards[name]["depth"] <= cards[out[-1]]["depth"]
        out.append(name)
        press(table, "Pass")
    assert len(out) == 20
    titled(table, SAID["nothing_lighter"])
    assert set(drawn_out(table)).isdisjoint(out)


def test_an_evening_leaves_the_same_behind_with_passes_and_without(browser: Browser, draw_url: str) -> None:
    """Nobody who looks at the phone afterwards can tell whether cards were passed."""
    behind = []
    for passes in (0, 7):
        for ending in ("end", "stop"):
            with at_the_table(browser, draw_url) as page:
                for _ in range(10):
                    press(page, "Draw")
                for _ in range(passes):
                    press(page, "Pass")
                if ending == "end":
                    drawn_out(page)
                else:
                    press(page, "Pause")
                    press(page, SAID["stop"])
                behind.append(page.evaluate(LEFT_BEHIND))
    assert len(set(behind)) == 1
    assert json.loads(behind[0])[:3] == [{}, {}, ""]


def test_back_undoes_a_draw_and_draw_goes_forward_again(table: Page) -> None:
    """An accidental tap is undone, to the very first; then the same cards come in the same order."""
    came = []
    for _ in range(4):
        press(table, "Draw")
        came.append(card(table))
    for name in reversed(came[:-1]):
        press(table, "Back")
        assert card(table) == name
    press(table, "Back")
    assert shown(table).count() == 0
    left(table, 30)
    for name in came:
        press(table, "Draw")
        assert card(table) == name


def test_a_reload_goes_on_where_it_was(table: Page) -> None:
    """The card, the order, what was passed and the way back survive a reload."""
    press(table, "Draw")
    first = card(table)
    press(table, "Draw")
    passed = card(table)
    press(table, "Pass")
    press(table, "Draw")
    third = card(table)
    press(table, "Draw")
    fourth = card(table)
    press(table, "Back")
    table.reload()
    assert card(table) == third
    press(table, "Draw")
    assert card(table) == fourth
    table.reload()
    rest = drawn_out(table)
    assert set(rest).isdisjoint({first, passed, third, fourth})
    assert len(rest) == 25


def test_another_deck_can_be_chosen(table: Page) -> None:
    """The first part of the sentence opens the choice of decks; the deck says how to use it, and keeps its place."""
    press(table, "Draw")
    first = card(table)
    choose(table, "Kettle On", "Going First")
    titled(table, "Going First")
    assert table.get_by_text("A pass needs no reason.").is_visible()
    assert shown(table).count() == 0
    press(table, "Draw")
    assert card(table).startswith("going-first/")
    table.reload()
    assert card(table).startswith("going-first/")
    choose(table, "Going First", "Kettle On")
    assert first not in drawn_out(table)


def test_a_deck_that_cannot_be_fetched_leaves_the_card_where_it_is(browser: Browser, draw_url: str) -> None:
    """Without a connection a sentence says what to do, and the evening goes on."""
    with at_the_table(browser, draw_url) as page:
        press(page, "Draw")
        first = card(page)
        page.route("**/decks/going-first.json", lambda route: route.fulfill(status=200, body="not a deck"))
        choose(page, "Kettle On", "Going First")
        page.get_by_role("main").get_by_text(SAID["deck_missing"]).first.wait_for()
        assert card(page) == first
        assert heard(page) == SAID["deck_missing"]
        press(page, "Draw")
        assert card(page) != first
        page.unroute("**/decks/going-first.json")
        choose(page, "Kettle On", "Going First")
        page.get_by_role("heading", name="Going First").wait_for()


def test_while_a_deck_is_on_its_way_taps_do_not_burn_cards(table: Page) -> None:
    """However often someone taps Draw while waiting, one card comes, and it is of the deck that was chosen."""
    held = holding(table, "**/decks/going-first.json")
    with table.expect_request("**/decks/going-first.json"):
        choose(table, "Kettle On", "Going First")
    for _ in range(3):
        press(table, "Draw")
    assert shown(table).count() == 0
    held[0].continue_()
    assert card(table).startswith("going-first/")
    press(table, "Back")
    assert shown(table).count() == 0


def test_a_pause_while_a_deck_is_on_its_way_stays_a_pause(table: Page) -> None:
    """Pause never waits for the network, and what arrives late does not end it; after Stop it is not even kept."""
    press(table, "Draw")
    held = holding(table, "**/decks/going-first.json")
    with table.expect_request("**/decks/going-first.json"):
        choose(table, "Kettle On", "Going First")
    press(table, "Pause")
    assert shown(table).count() == 0
    press(table, SAID["stop"])
    with table.expect_response("**/decks/going-first.json"):
        held[0].continue_()
    press(table, SAID["start_again"])
    titled(table, SAID["opening_title"])
    assert table.evaluate("sessionStorage.length") == 0


def test_a_time_can_be_named_before_the_script_for_it_is_there(table: Page) -> None:
    """A quick tap on a slow connection counts: the answer comes as soon as it can."""
    press(table, "Draw")
    held = holding(table, "**/pause.js")
    with table.expect_request("**/pause.js"):
        press(table, "Pause")
    press(table, "Tomorrow")
    with table.expect_response("**/pause.js"):
        held[0].continue_()
    table.get_by_text(SAID["paused_said"].format(when="Tomorrow")).first.wait_for()


def test_how_deep_it_goes_can_be_chosen(table: Page) -> None:
    """The second part of the sentence opens the choice of depths; nothing deeper is dealt."""
    cards = deck_of(table, "kettle-on")
    choose(table, "up to Share", "Sip")
    left(table, 20)
    assert {cards[name]["depth"] for name in drawn_out(table)} == {1}
    choose(table, "up to Sip", "Share")
    left(table, 10)
    assert {cards[name]["depth"] for name in drawn_out(table)} == {2}


def test_it_never_goes_more_than_one_step_deeper(table: Page) -> None:
    """From Sip to Open leads through Share; after something heavy something light comes, while there is any."""
    choose(table, "Kettle On", "Going First")
    cards = deck_of(table, "going-first")
    choose(table, "up to Share", "Open")
    table.get_by_role("button", name="up to Open").wait_for()
    last, light = 0, sum(1 for found in cards.values() if found["depth"] <= 2 and found["kind"] in ("prompt", "frame"))
    for name in drawn_out(table):
        depth = cards[name]["depth"]
        if light:
            assert depth <= (last + 1 if last < 3 else 2)
        last, light = depth, light - (depth <= 2)


def test_tender_is_chosen_together_and_covered_first(table: Page) -> None:
    """Tender says what to agree; its card shows what it is about, and its text is nowhere before it is turned over."""
    table.get_by_role("button", name="up to Share").tap()
    tender = table.get_by_role("dialog").get_by_role("button", name=re.compile("^Tender"))
    assert "“We both want this.”" in tender.inner_text()
    tender.tap()
    table.get_by_role("button", name="up to Tender").wait_for()
    name, found = a_tender_card(table)
    table.goto(f"{table.url}#card={name}")
    table.get_by_role("heading", name=f"Tender, about {found['topics'][0]}").wait_for()
    assert card(table) == name
    assert found["prompt"] not in table.locator("body").inner_text()
    assert found["prompt"] not in shown(table).evaluate("card => card.outerHTML")
    assert heard(table) == f"Tender, about {found['topics'][0]}"
    press(table, SAID["turn_over"])
    titled(table, found["prompt"])
    assert found["prompt"] in heard(table)
    assert table.evaluate("document.activeElement === document.querySelector('[data-card]')")
    table.reload()
    table.get_by_role("button", name=SAID["turn_over"]).wait_for()


def test_a_tender_card_can_be_swapped_unread(table: Page) -> None:
    """Swap it is a pass, and looks the same as turning it over."""
    name, _ = a_tender_card(table)
    table.goto(f"{table.url}#card={name}")
    looks = [
        table.get_by_role("button", name=SAID[key]).evaluate(
            "node => { const {width, height} = node.getBoundingClientRect(); const s = getComputedStyle(node);"
            " return [width, height, s.color, s.backgroundColor, s.borderTopColor, s.fontWeight].join() }"
        )
        for key in ("turn_over", "swap_card")
    ]
    assert looks[0] == looks[1]
    press(table, SAID["swap_card"])
    assert card(table) != name
    assert name not in drawn_out(table)


def test_what_must_be_read_stands_open_and_the_rest_is_folded(table: Page) -> None:
    """What to agree first is visible; the follow-up waits behind its label, so that the question stands alone."""
    name, found = a_tender_card(table)
    notes = {note[0]: note[2][0] for note in found["notes"]}
    table.goto(f"{table.url}#card={name}")
    press(table, SAID["turn_over"])
    assert table.get_by_text(notes["first"]).is_visible()
    table.goto(f"{table.url}#card=kettle-on/postcard")
    more = table.get_by_text("What would you leave out of the picture?")
    more.wait_for(state="attached")
    assert not more.is_visible()
    table.get_by_text("Ask more").tap()
    assert more.is_visible()


def test_pause_hides_the_card_and_agrees_a_time(table: Page) -> None:
    """The card is gone at once, for eyes and ears; each of the four times is answered; the same card comes back."""
    press(table, "Draw")
    name = card(table)
    prompt = table.get_by_role("heading", level=1).inner_text()
    before = table.evaluate(LEFT_BEHIND)
    press(table, "Pause")
    assert shown(table).count() == 0
    assert heard(table) == ""
    assert prompt not in table.locator("body").inner_text()
    assert table.get_by_role("button", name="Draw", exact=True).count() == 0
    assert table.evaluate("document.activeElement === document.querySelector('#pile article')")
    for when in SAID["paused_choices"]:
        press(table, when)
        answer = SAID["paused_said"].format(when=when)
        table.get_by_role("article").get_by_text(answer).wait_for()
        assert heard(table) == answer
    assert table.evaluate(LEFT_BEHIND) == before
    press(table, SAID["resume"])
    assert card(table) == name
    assert table.evaluate("document.activeElement.textContent") == "Pause"


def test_stop_erases_the_evening(table: Page) -> None:
    """Nothing is asked and nothing is kept; a reload, or starting again, is a new evening."""
    choose(table, "up to Share", "Open")
    table.get_by_role("button", name="up to Open").wait_for()
    press(table, "Draw")
    press(table, "Pause")
    press(table, SAID["stop"])
    titled(table, SAID["stopped_title"])
    assert table.evaluate("sessionStorage.length + localStorage.length") == 0
    assert table.get_by_role("button").count() == 1
    press(table, SAID["start_again"])
    titled(table, SAID["opening_title"])
    assert table.get_by_role("button", name="up to Share").is_visible()
    table.reload()
    titled(table, SAID["opening_title"])


def test_an_evening_is_over_after_twelve_hours(browser: Browser, draw_url: str) -> None:
    """A phone that lay in a drawer overnight shows no card of the night before, in a page left open or reloaded."""
    with at_the_table(browser, draw_url) as page:
        page.clock.install()
        page.reload()
        press(page, "Draw")
        page.clock.fast_forward("12:00:00")
        press(page, "Draw")
        titled(page, SAID["opening_title"])
        assert page.evaluate("sessionStorage.length") == 0


def test_links_lead_to_a_deck_or_a_card_and_leave_the_address(browser: Browser, draw_url: str) -> None:
    """A link names a deck or a card, works on an open page too, and does not stay in the address or the history."""
    with at_the_table(browser, f"{draw_url}#deck=going-first") as page:
        page.get_by_role("button", name="Going First", exact=True).wait_for()
        assert page.url == draw_url
        assert shown(page).count() == 0
        page.goto(f"{draw_url}#card=kettle-on/postcard")
        page.locator("[data-card='kettle-on/postcard']").wait_for()
        assert page.url == draw_url
        assert "kettle-on/postcard" not in drawn_out(page)
        page.goto(f"{draw_url}#card=kettle-on/dry-socks")
        page.get_by_role("heading", name=re.compile("Dry socks")).wait_for()


@pytest.mark.parametrize("link", ["#card=kettle-on/nowhere", "#card=../x", "#deck=%22%5D", "#deck=A+b", "#seed=1"])
def test_unknown_links_are_ignored(browser: Browser, draw_url: str, link: str) -> None:
    """A link to something that is not there opens the page as it always opens."""
    with at_the_table(browser, draw_url + link) as page:
        titled(page, SAID["opening_title"])
        left(page, 30)
        press(page, "Draw")
        assert card(page).startswith("kettle-on/")


def test_a_link_to_a_deck_that_is_gone_is_ignored(browser: Browser, draw_url: str) -> None:
    """The page asks for it once, and opens as it always opens."""
    context = browser.new_context(has_touch=True, service_workers="block")
    page = context.new_page()
    page.goto(f"{draw_url}#deck=nowhere")
    left(page, 30)
    titled(page, SAID["opening_title"])
    assert heard(page) == SAID["opening_title"]
    press(page, "Draw")
    assert card(page).startswith("kettle-on/")
    context.close()


def test_card_text_is_text(table: Page) -> None:
    """Whatever somebody writes into a deck is shown, and nothing of it runs."""
    trick = "<img src=x onerror=alert(1)> & {text} </script>"

    def tricked(route: Route) -> None:
        deck = route.fetch().json()
        deck["cards"] = [
            {"id": "trick", "kind": "prompt", "depth": 1, "prompt": trick, "notes": [["x", trick, [trick]]]}
        ]
        route.fulfill(json=deck | {"title": trick, "how": trick})

    table.route("**/decks/going-first.json", tricked)
    choose(table, "Kettle On", "Going First")
    press(table, "Draw")
    titled(table, trick)
    assert table.locator("img[onerror]").count() == 0
    assert trick in heard(table)


def test_a_link_that_cannot_be_followed_does_not_stop_the_evening(browser: Browser, draw_url: str) -> None:
    """When the connection breaks before the link is read, the page still opens and deals."""
    context = browser.new_context(has_touch=True, service_workers="block")
    page = context.new_page()
    page.route("**/arriving.js", lambda route: route.abort())
    page.goto(f"{draw_url}#deck=going-first")
    left(page, 30)
    press(page, "Draw")
    assert card(page).startswith("kettle-on/")
    context.close()
