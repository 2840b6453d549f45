"""Handing on one card: its address by whatever way the phone has, and never more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.phone import landed
from tests.browser.table import SAID, a_tender_card, at_the_table, deck_of, press, shown
from tests.browser.test_pages import SMALL, opened, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

SHARE = {key: typographic(said) for key, said in words()["share"].items()}
LOOKS: list[dict[str, Any]] = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
# What a test browser lacks: the phone's own list of apps. It notes what it was given, and ends as it is told.
APPS = """
navigator.share = async data => {
  window.given = data;
  if (window.ending) throw new DOMException("", window.ending);
}
"""


@pytest.fixture
def site_root(site_url: str) -> str:
    """The address of the site."""
    return site_url


@pytest.fixture
def table(browser: Browser, site_root: str) -> Iterator[Page]:
    """The draw page with the postcard of Kettle On, and an evening that limits what comes."""
    with at_the_table(browser, f"{site_root}draw/?from=mail#card=kettle-on/postcard") as page:
        yield page


def to_share(page: Page) -> Locator:
    """Open the sheet for the card that lies there."""
    shown(page).wait_for()
    press(page, SAID["more"])
    press(page, SAID["share"])
    return page.get_by_role("dialog", name=SAID["share"])


def refuse(page: Page) -> None:
    """Let the browser refuse to copy, as people can in its settings."""
    target = page.context.new_cdp_session(page).send("Target.getTargetInfo")["targetInfo"]
    wish = {
        "permission": {"name": "clipboard-write"},
        "setting": "denied",
        "browserContextId": target["browserContextId"],
    }
    assert page.context.browser
    page.context.browser.new_browser_cdp_session().send("Browser.setPermission", wish)


def answered(page: Page, sentence: str) -> None:
    """Wait until the sheet says this."""
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(sentence)


def test_the_link_can_be_copied(table: Page, site_root: str) -> None:
    """What is on the clipboard is the address of the card's page, without anything of the evening; focus stays."""
    table.context.grant_permissions(["clipboard-read", "clipboard-write"])
    to_share(table)
    press(table, SHARE["copy_link"])
    answered(table, SHARE["copied"])
    expect(table.get_by_role("button", name=SHARE["copy_link"])).to_be_focused()
    address = table.evaluate("navigator.clipboard.readText()")
    assert address == f"{site_root}cards/kettle-on/postcard/"
    assert table.request.get(address).ok


def test_a_refused_copy_leaves_the_address_to_copy_by_hand(browser: Browser, site_root: str) -> None:
    """Where the browser will not copy, the address stands there, selected, and cannot be changed by accident."""
    with at_the_table(browser, f"{site_root}draw/#card=kettle-on/postcard") as page:
        refuse(page)
        to_share(page)
        press(page, SHARE["copy_link"])
        answered(page, SHARE["by_hand"])
        field = page.get_by_role("textbox", name=SHARE["address"])
        expect(field).to_be_focused()
        expect(field).to_have_value(f"{site_root}cards/kettle-on/postcard/")
        assert field.get_attribute("readonly") is not None
        assert page.evaluate("getSelection().toString()") == f"{site_root}cards/kettle-on/postcard/"


def test_a_browser_without_a_clipboard_is_no_worse(browser: Browser, site_root: str) -> None:
    """An old browser, or a page that is not secure, has none at all."""
    with at_the_table(browser, f"{site_root}draw/#card=kettle-on/postcard") as page:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        to_share(page)
        press(page, SHARE["copy_link"])
        answered(page, SHARE["by_hand"])


def test_an_app_is_given_title_and_address(browser: Browser, site_root: str) -> None:
    """Where the phone can send things on, it gets the card's title and address; what happened is said."""
    with at_the_table(browser, f"{site_root}draw/#card=kettle-on/postcard") as page:
        page.evaluate(APPS)
        prompt = deck_of(page, "kettle-on")["kettle-on/postcard"]["prompt"]
        to_share(page)
        press(page, SHARE["with_app"])
        answered(page, SHARE["sent"])
        assert page.evaluate("given") == {"title": prompt, "url": f"{site_root}cards/kettle-on/postcard/"}
        expect(page.get_by_role("button", name=SHARE["with_app"])).to_be_focused()


@pytest.mark.parametrize(("ending", "said"), [("AbortError", ""), ("NotAllowedError", SHARE["not_sent"])])
def test_nothing_is_made_of_a_change_of_mind(browser: Browser, site_root: str, ending: str, said: str) -> None:
    """Who closes the list of apps hears nothing; what went wrong is said, with another way."""
    with at_the_table(browser, f"{site_root}draw/#card=kettle-on/postcard") as page:
        page.evaluate(APPS)
        page.evaluate("ending => { window.ending = ending; }", ending)
        to_share(page)
        press(page, SHARE["with_app"])
        page.wait_for_function("() => window.given")
        answered(page, said)


def test_without_apps_there_is_no_such_button(table: Page) -> None:
    """A button that can do nothing is not shown."""
    sheet = to_share(table)
    expect(sheet.get_by_role("button", name=SHARE["copy_link"])).to_be_visible()
    assert sheet.get_by_role("button", name=SHARE["with_app"]).count() == 0


def mail_of(sheet: Locator) -> tuple[str, str]:
    """Subject and text of the e-mail that would be written."""
    link = urlsplit(sheet.get_by_role("link", name=SHARE["mail"]).get_attribute("href") or "")
    assert (link.scheme, link.path) == ("mailto", "")
    told = parse_qs(link.query, strict_parsing=True)
    return told["subject"][0], told["body"][0]


def test_an_e_mail_begins_with_the_address(table: Page, site_root: str) -> None:
    """Subject and a neutral line are there, to be changed by whoever sends it."""
    subject, body = mail_of(to_share(table))
    assert subject == deck_of(table, "kettle-on")["kettle-on/postcard"]["prompt"]
    assert body.split("\r\n\r\n") == [SHARE["line"].format(deck="Kettle On"), f"{site_root}cards/kettle-on/postcard/"]


def test_its_page_is_one_tap_away(table: Page, site_root: str) -> None:
    """The card's page opens, and Back leads to the table again."""
    to_share(table).get_by_role("link", name=SHARE["page"]).tap()
    landed(table, f"{site_root}cards/kettle-on/postcard/")
    assert table.evaluate("document.referrer") == ""


@pytest.mark.parametrize("depth", [3, 4])
def test_what_is_for_two_people_shows_in_no_preview(browser: Browser, site_root: str, depth: int) -> None:
    """Title, subject and text of an Open or Tender card name its deck, and nothing that it asks."""
    with at_the_table(browser, f"{site_root}draw/") as page:
        page.evaluate(APPS)
        cards = deck_of(page, "going-first")
        address = a_tender_card(page)[0] if depth == 4 else next(a for a, found in cards.items() if found["depth"] == 3)
        page.evaluate("address => { location.hash = `card=${address}`; }", address)
        expect(shown(page)).to_have_attribute("data-card", address)
        if depth == 4:
            press(page, SAID["turn_over"])
        sheet = to_share(page)
        subject, body = mail_of(sheet)
        press(page, SHARE["with_app"])
        answered(page, SHARE["sent"])
        told = f"{subject} {body} {page.evaluate('JSON.stringify(given)')} {sheet.inner_text()}"
        assert subject == "A card from Going First"
        texts = [cards[address]["prompt"], *(line for note in cards[address].get("notes", []) for line in note[2])]
        assert not [text for text in texts if text in told]


def test_a_covered_card_is_not_handed_on(browser: Browser, site_root: str) -> None:
    """Nobody sends on what nobody has read; after its reply it can be."""
    with at_the_table(browser, f"{site_root}draw/#card=going-first/certain-days") as page:
        shown(page).wait_for()
        press(page, SAID["more"])
        page.get_by_role("dialog").wait_for()
        assert page.get_by_role("button", name=SAID["share"]).count() == 0
        press(page, SAID["close"])
        press(page, SAID["turn_over"])
        press(page, SAID["answered"])
        press(page, SAID["more"])
        expect(page.get_by_role("button", name=SAID["share"])).to_be_visible()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axe_finds_nothing_and_all_is_large_enough(browser: Browser, site_root: str, look: dict[str, Any]) -> None:
    """As it opens and with the address in its field; what is tapped is 44 pixels high."""
    with at_the_table(browser, f"{site_root}draw/#card=kettle-on/postcard", bypass_csp=True, **look) as page:
        page.evaluate(APPS)
        refuse(page)
        to_share(page)
        assert violations(page) == []
        press(page, SHARE["copy_link"])
        answered(page, SHARE["by_hand"])
        assert violations(page) == []
        sizes = page.locator("dialog :is(button, a, input)").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 44


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_it_fits_a_small_phone_and_large_text(browser: Browser, site_root: str, size: str) -> None:
    """At 320 pixels, and with text twice as large, nothing is cut off sideways."""
    with at_the_table(browser, f"{site_root}draw/#card=kettle-on/postcard", viewport=SMALL) as page:
        page.evaluate(
            "size => { document.documentElement.style.fontSize = `calc(1.0625rem * ${parseInt(size) / 100})`; }", size
        )
        refuse(page)
        to_share(page)
        press(page, SHARE["copy_link"])
        answered(page, SHARE["by_hand"])
        assert page.locator("dialog").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_cards_page_hands_it_on_without_javascript(browser: Browser, site_root: str) -> None:
    """Its whole address stands there, one tap selects it, and an e-mail begins with it; axe has nothing to say."""
    with opened(browser, f"{site_root}cards/going-first/certain-days/", java_script_enabled=False) as (page, _):
        page.get_by_text(SAID["share"]).click()
        address = "https://example.org/kindling/cards/going-first/certain-days/"
        expect(page.get_by_text(address)).to_be_visible()
        subject, body = mail_of(page.locator("aside"))
        assert subject == "A card from Going First"
        assert body.split("\r\n\r\n")[1] == address
    with opened(browser, f"{site_root}cards/going-first/certain-days/", viewport=SMALL, bypass_csp=True) as (page, _):
        page.get_by_text(SAID["share"]).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
        assert violations(page) == []
