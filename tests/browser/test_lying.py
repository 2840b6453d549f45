"""Table mode: the phone lies between people."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.tokens import look
from tests.browser.phone import until
from tests.browser.states import follow
from tests.browser.table import SAID, at_the_table, card, deck_of, heard, press
from tests.browser.test_pages import PHONE, SMALL, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LYING = words()["lying"]
SCREENS = {
    "390": (PHONE, 100),
    "320": (SMALL, 100),
    "landscape": ({"width": 844, "height": 390}, 100),
    "tablet": ({"width": 820, "height": 1180}, 100),
    "320 at 200 %": (SMALL, 200),
    "landscape at 200 %": ({"width": 844, "height": 390}, 200),
}
# The browser's own locks, listed as it gives them.
LISTED = """() => {
  window.locks = [];
  const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (kind) => { const lock = await ask(kind); window.locks.push(lock); return lock; };
}"""
REFUSED = "() => { navigator.wakeLock.request = async () => { throw new DOMException('no', 'NotAllowedError'); }; }"
HELD = "count => window.locks.filter(lock => !lock.released).length === count"


def faults(page: Page) -> list[str]:
    """What axe finds; not contrast in forced colours, where axe reads a colour that the browser overrides."""
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    return [fault for fault in violations(page) if not (forced and fault.startswith("color-contrast"))]


@contextmanager
def on_the_table(browser: Browser, address: str, first: str = LISTED, **options: Any) -> Iterator[Page]:  # noqa: ANN401
    """Draw a card that is to be answered, then lay the phone down."""
    with at_the_table(browser, address, **options) as page:
        page.evaluate(first)
        page.goto(f"{address}#card=kettle-on/peel-an-apple")
        card(page)
        lay(page)
        yield page


def lay(page: Page) -> None:
    """Lay the phone on the table, by the menu."""
    press(page, SAID["more"])
    press(page, SAID["lying"])
    page.get_by_role("button", name=LYING["pick"]).wait_for()


def type_size(page: Page) -> float:
    """How large the question is, in pixels."""
    return float(page.locator("[data-card] .prompt").evaluate("text => parseFloat(getComputedStyle(text).fontSize)"))


def turned(page: Page) -> str:
    """How the card lies."""
    return str(page.locator("#pile").evaluate("pile => getComputedStyle(pile).rotate"))


def test_the_card_grows_and_the_rest_steps_back(browser: Browser, draw_url: str) -> None:
    """Larger type, no head; every card that follows too; picked up, all is as before, with the focus where it was."""
    with at_the_table(browser, draw_url) as page:
        press(page, "Draw")
        before = type_size(page)
        lay(page)
        assert type_size(page) > before
        expect(page.get_by_role("banner")).to_be_hidden()
        assert page.evaluate("document.activeElement.id") == "pile"
        assert heard(page) == LYING["laid"]
        for name in ("Draw", "Pass"):
            press(page, name)
            assert type_size(page) >= before
            until(page, "() => document.documentElement.scrollHeight <= innerHeight")
        press(page, LYING["pick"])
        expect(page.get_by_role("banner")).to_be_visible()
        assert page.evaluate("document.activeElement.textContent") == SAID["more"]
        lay(page)
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name=LYING["pick"])).to_have_count(0)


def test_on_a_phone_no_card_of_the_first_deck_has_to_be_scrolled(browser: Browser, draw_url: str) -> None:
    """Whichever comes, also where a word takes the whole width to a fraction of a pixel."""
    with at_the_table(browser, draw_url) as page:
        press(page, "Draw")
        lay(page)
        cards = [name for name, found in deck_of(page, "kettle-on").items() if found["depth"] < 3]
        for name in cards:
            follow(page, f"{draw_url}#card={name}", name)
            height = page.evaluate("document.documentElement.scrollHeight")
            assert height <= PHONE["height"], name


def test_it_stays_through_an_answer_a_reply_and_a_landing(browser: Browser, draw_url: str) -> None:
    """Whatever lies there, the phone stays on the table, and its buttons stay in reach."""
    with on_the_table(browser, draw_url) as page:
        for name in (SAID["answered"], SAID["stay"], SAID["next"], "Back", SAID["pause"], SAID["resume"], SAID["slow"]):
            press(page, name)
            expect(page.get_by_role("button", name=LYING["pick"])).to_be_in_viewport()
        press(page, SAID["more_time"])
        press(page, SAID["stop_now"])
        expect(page.get_by_role("button", name=LYING["pick"])).to_be_in_viewport()
        press(page, SAID["start_again"])
        press(page, "Draw")
        press(page, LYING["pick"])


def test_the_screen_stays_on_until_people_stop(browser: Browser, draw_url: str) -> None:
    """The browser's own wake lock: held, asked for again when it was lost, let go on Stop and when picked up."""
    with at_the_table(browser, draw_url) as page:
        page.evaluate(LISTED)
        press(page, "Draw")
        lay(page)
        page.wait_for_function(HELD, arg=1)
        page.evaluate("window.locks[0].release()")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_function(HELD, arg=1)
        press(page, SAID["pause"])
        expect(page.get_by_text(SAID["paused_title"], exact=True)).to_be_visible()
        assert page.evaluate(HELD, 1)
        press(page, SAID["resume"])
        press(page, SAID["stop_now"])
        page.wait_for_function(HELD, arg=0)
        press(page, SAID["start_again"])
        page.wait_for_function(HELD, arg=1)
        press(page, LYING["pick"])
        page.wait_for_function(HELD, arg=0)


def test_a_phone_that_refuses_says_so_calmly(browser: Browser, draw_url: str) -> None:
    """Where the screen cannot be kept on, a sentence says so, and all else works."""
    with at_the_table(browser, draw_url) as page:
        page.evaluate(REFUSED)
        press(page, "Draw")
        lay(page)
        expect(page.locator("#notice")).to_have_text(LYING["refused"])
        press(page, "Draw")
        expect(page.locator("#notice")).to_have_text("")


def test_the_card_faces_the_other_side(browser: Browser, draw_url: str) -> None:
    """A button and "Hand over" turn the card, not the buttons; focus stays, and the order of what is read."""
    with on_the_table(browser, draw_url) as page:
        order = page.evaluate("document.body.innerText")
        assert turned(page) == "none"
        turn = page.get_by_role("button", name=LYING["turn"])
        turn.tap()
        page.wait_for_function("() => getComputedStyle(document.querySelector('#pile')).rotate === '180deg'")
        assert heard(page) == LYING["turned"]
        assert turn.evaluate("button => button === document.activeElement")
        assert page.evaluate("document.body.innerText").replace(LYING["turned"], LYING["laid"]) == order
        assert page.locator("#hand").evaluate("hand => getComputedStyle(hand).rotate") == "none"
        press(page, SAID["hand_over"])
        page.wait_for_function(
            "() => ['none', '0deg'].includes(getComputedStyle(document.querySelector('#pile')).rotate)"
        )


def test_it_turns_at_once_with_reduced_motion(browser: Browser, draw_url: str) -> None:
    """Nothing moves for those who asked for that."""
    with on_the_table(browser, draw_url, reduced_motion="reduce") as page:
        press(page, LYING["turn"])
        assert turned(page) == "180deg"


@pytest.mark.parametrize(("choice", "scheme"), [("night", "dark"), ("day", "light")])
def test_night_and_day_are_chosen_by_hand(browser: Browser, draw_url: str, choice: str, scheme: str) -> None:
    """Colours, pictures and the browser's own bars follow; picked up, the phone decides again."""
    other = "light" if scheme == "dark" else "dark"
    colour = look()[choice]["table"]
    colours = "[...document.querySelectorAll('meta[name=theme-color]')].map(meta => meta.content)"
    with on_the_table(browser, draw_url, color_scheme=other) as page:
        before = page.evaluate(colours)
        press(page, LYING["light"])
        press(page, LYING[choice])
        page.get_by_role("dialog").wait_for(state="hidden")
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        expect(page.locator("html")).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme
        assert page.evaluate(colours) == [colour, colour]
        press(page, LYING["light"])
        chosen = page.get_by_role("dialog").locator("[aria-current=true]")
        expect(chosen).to_have_text(LYING[choice])
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name=LYING["pick"])).to_be_visible()
        press(page, LYING["pick"])
        assert page.evaluate(colours) == before


@pytest.mark.parametrize("screen", SCREENS)
def test_no_word_is_cut_and_all_buttons_are_reached(browser: Browser, draw_url: str, screen: str) -> None:
    """On every screen, upright or on its side, nothing runs out of it sideways, and buttons are large enough."""
    viewport, percent = SCREENS[screen]
    with at_the_table(browser, draw_url, viewport=viewport) as page:
        page.evaluate(f"document.documentElement.style.fontSize = '{percent * 17 / 100}px'")
        press(page, "Draw")
        lay(page)
        for _ in range(8):
            press(page, "Draw")
            root = "document.documentElement"
            assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
            assert page.locator("[data-card] .prompt").evaluate("text => text.scrollWidth <= text.clientWidth")
        for button in page.locator("#hand").get_by_role("button").all():
            box = button.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44, button.inner_text()


def test_a_turned_phone_fits_its_type_anew(browser: Browser, draw_url: str) -> None:
    """Upright, then on its side: the card still fits."""
    with on_the_table(browser, draw_url) as page:
        page.set_viewport_size({"width": 844, "height": 390})
        page.wait_for_function("() => document.documentElement.scrollHeight <= innerHeight")
        assert page.evaluate("document.documentElement.scrollWidth") <= 844


@pytest.mark.parametrize(
    "colours",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
def test_axe_finds_nothing_on_the_table(browser: Browser, draw_url: str, colours: dict[str, str]) -> None:
    """Table mode has no accessibility fault that axe knows, turned round, by night, paused and stopped too."""
    with on_the_table(browser, draw_url, bypass_csp=True, reduced_motion="reduce", **colours) as page:
        found = {}
        for name in ("", LYING["turn"], LYING["light"], LYING["night"], SAID["answered"], SAID["pause"], SAID["stop"]):
            if name:
                press(page, name)
            found[name] = faults(page)
        assert {name: faults for name, faults in found.items() if faults} == {}


def test_nothing_of_it_is_stored_unasked(browser: Browser, draw_url: str) -> None:
    """Without "keep on this phone" the page begins in the hand again."""
    with on_the_table(browser, draw_url) as page:
        assert page.evaluate("localStorage.length") == 0
        assert page.evaluate("Object.keys(sessionStorage)") == ["kindling /kindling/"]
        assert not re.search("lain|large", page.evaluate("JSON.stringify(sessionStorage)"))
        page.reload()
        card(page)
        expect(page.get_by_role("banner")).to_be_visible()


def test_it_begins_on_the_table_where_people_keep_that(browser: Browser, draw_url: str) -> None:
    """With settings kept on this phone, it starts the way it was left."""
    with at_the_table(browser, draw_url) as page:
        page.evaluate("localStorage.setItem('kindling /kindling/ kept', JSON.stringify({kindling: 1}))")
        page.reload()
        press(page, "Draw")
        lay(page)
        page.wait_for_function("() => localStorage.getItem('kindling /kindling/ kept').includes('large')")
        page.reload()
        press(page, LYING["pick"])
        page.wait_for_function("() => !localStorage.getItem('kindling /kindling/ kept').includes('large')")
