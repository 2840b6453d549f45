"""Keys and help, and the buttons on a thumb's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from tests.browser.table import SAID, at_the_table, card, heard, left, press
from tests.browser.test_pages import PHONE, SMALL, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HELP = words()["help"]
DESK = {"has_touch": False, "is_mobile": False}
KEPT = "'kindling /kindling/ kept'"


def faults(page: Page) -> list[str]:
    """What axe finds; not contrast in forced colours, where axe reads a colour that the browser overrides."""
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    return [fault for fault in violations(page) if not (forced and fault.startswith("color-contrast"))]


def help_open(page: Page) -> None:
    """Open keys and help by the menu."""
    press(page, SAID["more"])
    press(page, SAID["help"])
    page.get_by_role("heading", name=SAID["help"]).wait_for()


def test_an_evening_by_keys(browser: Browser, draw_url: str) -> None:
    """The first key counts too; each does what its button does."""
    with at_the_table(browser, draw_url, **DESK) as page:
        page.keyboard.press("d")
        first = card(page)
        page.keyboard.press("Shift+D")
        expect(page.locator("[data-card]")).not_to_have_attribute("data-card", first)
        page.keyboard.press("b")
        expect(page.locator("[data-card]")).to_have_attribute("data-card", first)
        page.keyboard.press("p")
        expect(page.locator("[data-card]")).not_to_have_attribute("data-card", first)
        page.keyboard.press("h")
        assert heard(page) == SAID["handed"]
        page.keyboard.press(".")
        expect(page.get_by_role("heading", name=SAID["paused_title"])).to_be_visible()
        page.keyboard.press("d")
        expect(page.get_by_role("heading", name=SAID["paused_title"])).to_be_visible()
        page.keyboard.press(".")
        card(page)
        page.keyboard.press("m")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        page.goto(f"{draw_url}#card=kettle-on/peel-an-apple")
        page.locator("[data-card='kettle-on/peel-an-apple']").wait_for()
        page.keyboard.press("a")
        expect(page.get_by_role("button", name=SAID["stay"])).to_be_visible()
        page.keyboard.press("s")
        expect(page.get_by_text(SAID["stay_lines"][0], exact=True)).to_be_visible()
        page.keyboard.press("n")
        expect(page.get_by_text(SAID["stay_lines"][0], exact=True)).to_have_count(0)


def test_keys_leave_other_commands_and_sheets_alone(browser: Browser, draw_url: str) -> None:
    """Nothing happens with Ctrl, Alt or Meta, in a sheet, or for a button that cannot be used."""
    with at_the_table(browser, draw_url, **DESK) as page:
        page.keyboard.press("p")
        page.wait_for_load_state("networkidle")
        page.keyboard.press("?")
        expect(page.get_by_role("heading", name=SAID["help"])).to_be_visible()
        page.keyboard.press("d")
        page.keyboard.press("Escape")
        for other in ("Control", "Alt", "Meta"):
            page.keyboard.press(f"{other}+h")
            page.keyboard.press(f"{other}+.")
        assert page.locator("[data-card]").count() == 0
        page.keyboard.press("d")
        left(page, 29)


def test_keys_can_be_switched_off(browser: Browser, draw_url: str) -> None:
    """For this visit: then no key does anything, until they are switched on again."""
    with at_the_table(browser, draw_url, **DESK) as page:
        page.keyboard.press("d")
        left(page, 29)
        page.keyboard.press("?")
        page.get_by_label(HELP["keys_on"]).uncheck()
        page.keyboard.press("Escape")
        for key in "d?m":
            page.keyboard.press(key)
        left(page, 29)
        assert page.get_by_role("dialog").count() == 0
        page.get_by_role("button", name=SAID["more"]).click()
        page.get_by_role("button", name=SAID["help"]).click()
        expect(page.get_by_label(HELP["keys_on"])).not_to_be_checked()
        page.get_by_label(HELP["keys_on"]).check()
        page.keyboard.press("Escape")
        page.keyboard.press("d")
        left(page, 28)
        assert page.evaluate("localStorage.length") == 0


def test_help_lists_every_key_and_what_buttons_do(browser: Browser, draw_url: str) -> None:
    """The sheet explains itself, and gives the focus back."""
    with at_the_table(browser, draw_url) as page:
        help_open(page)
        for key, does in HELP["list"]:
            expect(page.get_by_role("row", name=f"{key} {does}", exact=True)).to_be_visible()
        for name, _ in HELP["how"]:
            expect(page.get_by_role("term").filter(has_text=name).first).to_be_visible()
        press(page, SAID["close"])
        assert page.evaluate("document.activeElement.textContent") == SAID["more"]


@pytest.mark.parametrize(
    "viewport",
    [PHONE, {"width": 844, "height": 390}, {"width": 1180, "height": 820}],
    ids=["phone", "landscape", "tablet"],
)
def test_buttons_come_to_a_thumbs_side(browser: Browser, draw_url: str, viewport: dict[str, int]) -> None:
    """Left is left and right is right, within a thumb's reach in the lower part; the order of focus is what is seen."""
    with at_the_table(browser, draw_url, viewport=viewport) as page:
        press(page, "Draw")

        def middle() -> float:
            boxes = [button.bounding_box() for button in page.locator("#hand").get_by_role("button").all()]
            assert all(box and box["y"] > viewport["height"] / 2 for box in boxes)
            return sum(box["x"] + box["width"] / 2 for box in boxes if box) / len(boxes)

        found = {}
        for hand in ("left", "either", "right"):
            help_open(page)
            page.get_by_label(HELP[hand]).check()
            press(page, SAID["close"])
            found[hand] = middle()
            names = page.locator("#hand .row").first.get_by_role("button").all_inner_texts()
            assert names == ["Draw", "Back", "Pass", SAID["hand_over"]]
        assert found["left"] < found["either"] < found["right"]
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_what_is_kept_on_this_phone_comes_back(browser: Browser, draw_url: str) -> None:
    """Where people keep settings, the thumb and the keys are as they left them."""
    with at_the_table(browser, draw_url, **DESK) as page:
        page.evaluate(f"localStorage.setItem({KEPT}, JSON.stringify({{kindling: 1}}))")
        page.reload()
        page.keyboard.press("?")
        page.get_by_label(HELP["left"]).check()
        page.get_by_label(HELP["keys_on"]).uncheck()
        page.wait_for_function(f"() => /left.*keys|keys.*left/.test(localStorage.getItem({KEPT}))")
        page.reload()
        expect(page.locator("html")).to_have_attribute("data-hand", "left")
        page.keyboard.press("?")
        page.get_by_role("button", name=SAID["more"]).click()
        page.get_by_role("button", name=SAID["help"]).click()
        expect(page.get_by_label(HELP["left"])).to_be_checked()
        expect(page.get_by_label(HELP["keys_on"])).not_to_be_checked()


@pytest.mark.parametrize("percent", [100, 200])
def test_help_fits_a_small_phone(browser: Browser, draw_url: str, percent: int) -> None:
    """At 320 pixels, with text twice as large too, nothing is wider than the sheet, and what is tapped is large."""
    with at_the_table(browser, draw_url, viewport=SMALL) as page:
        page.evaluate(f"document.documentElement.style.fontSize = '{percent * 17 / 100}px'")
        help_open(page)
        assert page.get_by_role("dialog").evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth")
        for label in page.get_by_role("dialog").locator("label").all():
            box = label.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize(
    "colours",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
def test_axe_finds_nothing_in_help(browser: Browser, draw_url: str, colours: dict[str, str]) -> None:
    """The sheet has no accessibility fault that axe knows."""
    with at_the_table(browser, draw_url, bypass_csp=True, **colours) as page:
        help_open(page)
        assert faults(page) == []
