"""What to leave out, as people do it at the table: with thumbs, with keys, by ear, on small phones."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from generator.site.drawing import sheets_page
from tests.browser.table import SAID, at_the_table, card, deck_of, drawn_out, heard, left, press, shown, titled
from tests.browser.test_pages import PHONE, SMALL, violations
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

LEAVE = words()["filters"]
TAGS = LEAVE["tags"]
KINDS = words()["kinds"]
DEALT = {"prompt", "frame", "word", "followup", "repair"}


def filters(page: Page) -> Locator:
    """Open the sheet from the head of the page; return it."""
    press(page, SAID["more"])
    press(page, SAID["filters"])
    dialog = page.get_by_role("dialog", name=SAID["filters"])
    dialog.wait_for()
    return dialog


def box(page: Page, label: str, group: str = "") -> Locator:
    """A box to tick, by what stands beside it."""
    within = page.get_by_role("group", name=LEAVE[group], exact=True) if group else page.get_by_role("dialog")
    return within.get_by_role("checkbox", name=re.compile(rf"^{re.escape(typographic(label))}"))


def tap(page: Page, label: str, group: str = "") -> None:
    """Tap a box."""
    box(page, label, group).tap()


def counted(page: Page) -> int:
    """How many cards the sheet says are left, once it says a number."""
    line = page.get_by_role("dialog").locator("[aria-live]")
    expect(line).to_have_text(re.compile(r"^\d+ cards? left to draw$"))
    return int((line.text_content() or "").split()[0])


def done(page: Page) -> None:
    """Close the sheet by its button."""
    press(page, LEAVE["done"])
    page.get_by_role("dialog").wait_for(state="hidden")


def kept(page: Page) -> dict[str, Any]:
    """The evening as this phone keeps it for a reload."""
    page.wait_for_timeout(100)
    found: dict[str, Any] = json.loads(page.evaluate("sessionStorage.getItem('kindling /kindling/')"))["evening"]
    return found


def test_a_topic_that_is_crossed_out_does_not_come(browser: Browser, draw_url: str) -> None:
    """The sheet counts at once, the page deals just those cards, and its head says nothing of it."""
    with at_the_table(browser, draw_url) as page:
        cards = deck_of(page, "kettle-on")
        filters(page)
        before = counted(page)
        tap(page, "play", "topics")
        tap(page, "food", "topics")
        count = counted(page)
        assert count < before
        done(page)
        left(page, count)
        assert page.locator("header").first.inner_text().split() == f"Kettle On, up to Share {count} left More".split()
        came = drawn_out(page)
        assert len(came) == len(set(came)) == count
        assert not [name for name in came if {"play", "food"} & set(cards[name].get("topics", []))]


def test_a_card_that_lies_there_is_put_away_at_once(browser: Browser, draw_url: str) -> None:
    """A card about a topic that is now left out goes; one that still fits stays."""
    with at_the_table(browser, draw_url) as page:
        cards = deck_of(page, "kettle-on")
        press(page, "Draw")
        lying = card(page)
        topics = {topic for found in cards.values() for topic in found.get("topics", [])}
        other = min(topics - set(cards[lying]["topics"]))
        filters(page)
        tap(page, other, "topics")
        done(page)
        assert card(page) == lying
        filters(page)
        tap(page, cards[lying]["topics"][0], "topics")
        done(page)
        expect(shown(page)).to_have_count(0)
        titled(page, "Kettle On")


def test_a_pass_that_comes_with_other_limits_finds_no_card(browser: Browser, draw_url: str) -> None:
    """Tapped in the moment in which the card is put away, Pass does nothing, and nothing complains."""
    with at_the_table(browser, draw_url) as page:
        press(page, "Draw")
        topics = deck_of(page, "kettle-on")[card(page)]["topics"]
        filters(page)
        tap(page, topics[0], "topics")
        page.get_by_role("dialog").evaluate(
            """dialog => {
              const pass = document.querySelector("#hand [data-do=pass]");
              dialog.addEventListener("close", () => pass.click());
            }"""
        )
        done(page)
        expect(shown(page)).to_have_count(0)
        titled(page, "Kettle On")


@pytest.mark.parametrize("way", ["done", "escape", "beside"])
def test_however_the_sheet_is_closed_what_was_ticked_holds(browser: Browser, draw_url: str, way: str) -> None:
    """Done, Escape and a tap beside it do the same, and the focus goes back to the button."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        tap(page, "play", "topics")
        count = counted(page)
        if way == "done":
            done(page)
        elif way == "escape":
            page.keyboard.press("Escape")
        else:
            page.touchscreen.tap(100, 40)
        page.get_by_role("dialog").wait_for(state="hidden")
        left(page, count)
        assert page.evaluate("document.activeElement.textContent") == SAID["more"]


def test_a_sheet_that_opens_at_once_after_another_is_whole_and_holds(browser: Browser, draw_url: str) -> None:
    """However fast: the sheet before takes nothing from it, and what is ticked in it counts."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        tap(page, "play", "topics")
        before = counted(page)
        page.evaluate(
            """() => {
              document.querySelector("dialog [data-close]").click();
              document.querySelector("header [data-open=menu]").click();
            }"""
        )
        press(page, SAID["filters"])
        page.get_by_role("dialog", name=SAID["filters"]).wait_for()
        tap(page, "food", "topics")
        count = counted(page)
        assert count < before
        done(page)
        left(page, count)


def test_with_children_here_it_stays_light(browser: Browser, draw_url: str) -> None:
    """Nothing deeper than Share and nothing for partners only comes, whatever was agreed; the depths say so."""
    with at_the_table(browser, f"{draw_url}#deck=going-first") as page:
        titled(page, "Going First")
        press(page, "up to Share")
        page.get_by_role("dialog").get_by_role("button", name=re.compile("^Open")).tap()
        page.get_by_role("button", name="up to Open").wait_for()
        cards = deck_of(page, "going-first")
        filters(page)
        before = counted(page)
        tap(page, LEAVE["children_here"])
        count = counted(page)
        assert count < before
        done(page)
        page.get_by_role("button", name="up to Share").wait_for()
        came = drawn_out(page)
        assert len(came) == count
        assert max(cards[name]["depth"] for name in came) == 2
        assert all("family" in cards[name].get("with", ["family"]) for name in came)


def test_several_decks_lie_on_the_table_together(browser: Browser, draw_url: str) -> None:
    """Cards of both come, none twice, never more than a step deeper; the count was right before they were dealt."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        tap(page, "Inside Weather", "decks")
        count = counted(page)
        done(page)
        page.get_by_role("button", name="2 decks").wait_for()
        left(page, count)
        cards = deck_of(page, "kettle-on") | deck_of(page, "inside-weather")
        came = drawn_out(page)
        assert len(came) == len(set(came)) == count
        assert {name.split("/")[0] for name in came} == {"kettle-on", "inside-weather"}
        depths = [cards[name]["depth"] for name in came]
        assert all(after - before <= 1 for before, after in zip([0, *depths], depths, strict=False))


def test_one_deck_stays_on_the_table(browser: Browser, draw_url: str) -> None:
    """The last deck cannot be taken away; another one first, then it can. The card that lies there stays if it may."""
    with at_the_table(browser, draw_url) as page:
        press(page, "Draw")
        lying = card(page)
        filters(page)
        tap(page, "Kettle On", "decks")
        expect(page.get_by_role("dialog").locator("[aria-live]")).to_have_text(LEAVE["last_deck"])
        expect(box(page, "Kettle On", "decks")).to_be_checked()
        tap(page, "Mend", "decks")
        counted(page)
        done(page)
        page.get_by_role("button", name="2 decks").wait_for()
        assert card(page) == lying
        filters(page)
        tap(page, "Kettle On", "decks")
        done(page)
        titled(page, "Mend")


def test_without_a_connection_a_new_deck_cannot_be_added(browser: Browser, draw_url: str) -> None:
    """The sheet says so in a sentence, unticks the deck, and all else goes on."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        before = counted(page)
        page.route("**/decks/mend.json", lambda route: route.fulfill(status=200, body="{"))
        tap(page, "Mend", "decks")
        expect(page.get_by_role("dialog").locator("[aria-live]")).to_have_text(SAID["deck_missing"])
        expect(box(page, "Mend", "decks")).not_to_be_checked()
        page.unroute("**/decks/mend.json")
        tap(page, "Mend", "decks")
        assert counted(page) > before


def test_kinds_can_be_switched_on_and_off(browser: Browser, draw_url: str) -> None:
    """What is dealt now is on; practices and tips come when switched on, questions stay out when switched off."""
    with at_the_table(browser, draw_url) as page:
        cards = deck_of(page, "kettle-on")
        filters(page)
        on = (
            page.get_by_role("group", name=LEAVE["kinds"])
            .locator(":checked")
            .evaluate_all("all => all.map(box => box.value)")
        )
        assert set(on) == DEALT
        tap(page, KINDS["practice"], "kinds")
        tap(page, KINDS["tip"], "kinds")
        tap(page, KINDS["prompt"], "kinds")
        count = counted(page)
        done(page)
        left(page, count)
        came = drawn_out(page)
        assert len(came) == count
        assert {cards[name]["kind"] for name in came} == {"practice", "tip"}


def test_swaps_come_when_their_deck_was_chosen(browser: Browser, draw_url: str) -> None:
    """The box follows the decks, until somebody says otherwise."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        expect(box(page, KINDS["swap"], "kinds")).not_to_be_checked()
        tap(page, "A Kind Ear", "decks")
        expect(box(page, KINDS["swap"], "kinds")).to_be_checked()
        counted(page)
        tap(page, KINDS["swap"], "kinds")
        done(page)
        assert kept(page)["limits"] == {"kinds": {"swap": False}}
        filters(page)
        expect(box(page, KINDS["swap"], "kinds")).not_to_be_checked()


def test_what_cards_assume_and_ask_for_is_off_until_switched_on(browser: Browser, draw_url: str) -> None:
    """A card that takes money for granted, or asks for touch, comes only then; hearing can be switched off."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        for label, group, on in (("money", "assumes", False), ("family", "assumes", False), ("touch", "needs", False)):
            expect(box(page, TAGS[label], group)).to_be_checked(checked=on)
        expect(box(page, TAGS["gaze"], "needs")).not_to_be_checked()
        for need in ("move", "hear", "see"):
            expect(box(page, TAGS[need], "needs")).to_be_checked()
        for box_of_deck in page.get_by_role("group", name=LEAVE["decks"]).get_by_role("checkbox").all():
            box_of_deck.check()
        for kind in ("practice", "tip"):
            tap(page, KINDS[kind], "kinds")
        before = counted(page)
        tap(page, TAGS["touch"], "needs")
        tap(page, TAGS["money"], "assumes")
        more = counted(page)
        assert more > before
        tap(page, TAGS["hear"], "needs")
        count = counted(page)
        assert count < more
        done(page)
        left(page, count)
        came = drawn_out(page)
        decks = {name.split("/")[0] for name in came}
        cards = {name: found for deck in decks for name, found in deck_of(page, deck).items()}
        tags = {tag for name in came for tag in cards[name].get("needs", []) + cards[name].get("assumes", [])}
        assert "touch" in tags
        assert "money" in tags
        assert not tags & {"gaze", "hear", "family"}


def test_a_reload_keeps_it_and_stop_forgets_it(browser: Browser, draw_url: str) -> None:
    """Limits live as long as the evening, in this tab; the same boxes are ticked again, and after Stop none."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        tap(page, "play", "topics")
        tap(page, LEAVE["children_here"])
        tap(page, "Inside Weather", "decks")
        count = counted(page)
        done(page)
        left(page, count)
        page.reload()
        left(page, count)
        filters(page)
        for label, group in (("play", "topics"), (LEAVE["children_here"], ""), ("Inside Weather", "decks")):
            expect(box(page, label, group)).to_be_checked()
        assert counted(page) == count
        done(page)
        press(page, "Stop")
        assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]
        press(page, SAID["start_again"])
        filters(page)
        for label, group in (("play", "topics"), (LEAVE["children_here"], ""), ("Inside Weather", "decks")):
            expect(box(page, label, group)).not_to_be_checked()


def test_leave_nothing_out_clears(browser: Browser, draw_url: str) -> None:
    """One tap takes every limit back; what is kept is as if none had been chosen. Ticked and unticked is nothing."""
    with at_the_table(browser, draw_url) as page:
        press(page, "Draw")
        page.wait_for_timeout(100)
        began = page.evaluate("sessionStorage.getItem('kindling /kindling/')")
        filters(page)
        before = counted(page)
        tap(page, "wonder", "topics")
        tap(page, "wonder", "topics")
        done(page)
        assert page.evaluate("sessionStorage.getItem('kindling /kindling/')") == began
        filters(page)
        tap(page, KINDS["prompt"], "kinds")
        expect(page.get_by_role("dialog").locator("[aria-live]")).to_have_text(LEAVE["fit_none"])
        tap(page, LEAVE["children_here"])
        press(page, LEAVE["nothing"])
        assert counted(page) == before
        done(page)
        assert page.evaluate("sessionStorage.getItem('kindling /kindling/')") == began


def test_the_count_tells_nothing_of_a_pass(browser: Browser, draw_url: str) -> None:
    """It says what is left to draw, as the page's head does, after draws and passes too."""
    with at_the_table(browser, draw_url) as page:
        for name in ("Draw", "Pass", "Pass", "Draw"):
            page.get_by_role("button", name=name, exact=True).tap()
        filters(page)
        count = counted(page)
        done(page)
        left(page, count)


def test_when_nothing_fits_the_page_leads_back_here(browser: Browser, draw_url: str) -> None:
    """Draw says that no card fits, and one of its buttons opens the sheet."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        for kind in DEALT:
            tap(page, KINDS[kind], "kinds")
        done(page)
        press(page, "Draw")
        titled(page, SAID["none_title"])
        page.locator("#pile").get_by_role("button", name=SAID["filters"]).tap()
        press(page, LEAVE["nothing"])
        count = counted(page)
        done(page)
        left(page, count)
        press(page, "Draw")
        assert heard(page)
        assert card(page)


def test_topics_of_other_decks_wait_behind_a_line(browser: Browser, draw_url: str) -> None:
    """Those of the decks on the table come first; another can be crossed out too, and then is in sight at once."""
    with at_the_table(browser, draw_url) as page:
        filters(page)
        expect(box(page, "loss", "topics")).to_be_hidden()
        page.get_by_role("dialog").get_by_text(LEAVE["topics_other"]).tap()
        tap(page, "loss", "topics")
        done(page)
        filters(page)
        expect(box(page, "loss", "topics")).to_be_checked()
        expect(box(page, "loss", "topics")).to_be_visible()


def test_three_hundred_topics_can_be_searched(browser: Browser, draw_url: str) -> None:
    """In a library with very many topics a few letters are enough; on a small phone nothing gets wider."""
    many = tuple(f"topic-{number}" for number in range(300))
    sheets = sheets_page(a_library(a_deck(a_card(topics=("food", *many)), id="kettle-on", title="Kettle On")))
    with at_the_table(browser, draw_url, viewport=SMALL) as page:
        page.route("**/more.html", lambda route: route.fulfill(body=sheets, content_type="text/html; charset=utf-8"))
        dialog = filters(page)
        expect(dialog.get_by_role("checkbox", name="food", exact=True)).to_be_visible()
        expect(dialog.get_by_role("checkbox", name="topic-7", exact=True)).to_be_hidden()
        dialog.get_by_role("searchbox", name=LEAVE["topics_find"]).fill(" Topic-29")
        expect(page.get_by_role("group", name=LEAVE["topics"]).get_by_role("checkbox")).to_have_count(11)
        assert dialog.evaluate("node => node.scrollWidth <= node.clientWidth")
        before = counted(page)
        dialog.get_by_role("searchbox").fill("foo")
        tap(page, "food", "topics")
        assert counted(page) < before


def test_it_works_by_keyboard_alone(browser: Browser, draw_url: str) -> None:
    """Tab and Space reach and tick every box in the page's order, Enter on Done closes; what is in focus is seen."""
    with at_the_table(browser, draw_url, has_touch=False, is_mobile=False, viewport=SMALL) as page:
        page.get_by_role("button", name=SAID["more"], exact=True).focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").get_by_role("button", name=SAID["filters"]).focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog", name=SAID["filters"]).wait_for()
        expect(page.get_by_role("heading", name=SAID["filters"])).to_be_focused()
        names = []
        for _ in range(80):
            page.keyboard.press("Tab")
            at = page.evaluate(
                """() => {
                  const { activeElement: on } = document;
                  const { top, bottom } = on.getBoundingClientRect();
                  const floor = document.querySelector(".doing").getBoundingClientRect().top;
                  return [on.name || on.textContent, on.closest(".doing") ? true : bottom <= floor + 1 && top >= 0];
                }"""
            )
            assert at[1], at
            names.append(at[0])
            if len(names) == 1:
                page.keyboard.press("Space")
            if at[0] == LEAVE["done"]:
                break
        order = list(dict.fromkeys(names))
        assert order == [
            *("without", LEAVE["topics_other"], "children", "decks", "kinds", "assumes", "needs"),
            *(LEAVE["nothing"], LEAVE["done"]),
        ]
        count = counted(page)
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for(state="hidden")
        left(page, count)
        assert count < 30


@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
def test_axe_finds_nothing(browser: Browser, draw_url: str, look: dict[str, str]) -> None:
    """The sheet has no fault that axe knows, with topics crossed out and all of them in sight."""
    with at_the_table(browser, draw_url, bypass_csp=True, **look) as page:
        filters(page)
        tap(page, "play", "topics")
        page.get_by_role("dialog").get_by_text(LEAVE["topics_other"]).tap()
        assert violations(page) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("viewport", [PHONE, SMALL], ids=["390", "320"])
def test_it_fits_small_phones_and_large_text(
    browser: Browser, draw_url: str, viewport: dict[str, int], percent: int
) -> None:
    """Nothing is wider than the screen, and whatever can be tapped is at least 44 pixels high and wide."""
    with at_the_table(browser, draw_url, viewport=viewport) as page:
        dialog = filters(page)
        page.get_by_role("dialog").get_by_text(LEAVE["topics_other"]).tap()
        page.evaluate(f"document.documentElement.style.fontSize = '{percent * 17 / 100}px'")
        assert dialog.evaluate("node => node.scrollWidth <= node.clientWidth")
        small = dialog.evaluate(
            """node => [...node.querySelectorAll("label, button, summary")]
              .map(part => [part.textContent, part.getBoundingClientRect()])
              .filter(([, { width, height }]) => Math.min(width, height) < 44).map(([text]) => text)"""
        )
        assert small == []
