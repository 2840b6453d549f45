"""A paper card's word, typed on the draw page by somebody who holds the card."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.table import SAID, at_the_table, card, deck_of, heard, press, shown
from tests.browser.test_pages import SMALL, opened, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

FIND = {key: typographic(said) for key, said in words()["find"].items()}
LOOKS: list[dict[str, Any]] = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]


@pytest.fixture
def table(browser: Browser, draw_url: str) -> Iterator[Page]:
    """The draw page, just opened."""
    with at_the_table(browser, draw_url) as page:
        yield page


def field(page: Page) -> Locator:
    """Where the word is typed."""
    return page.get_by_role("textbox", name=FIND["label"])


def opened_sheet(page: Page) -> None:
    """Go where a paper card is looked up, and be in the field."""
    press(page, SAID["more"])
    press(page, SAID["find"])
    expect(field(page)).to_be_focused()


def look_up(page: Page, word: str) -> None:
    """Type a word, and press Enter as the keyboard of a phone does."""
    opened_sheet(page)
    page.keyboard.type(word)
    page.keyboard.press("Enter")


def lies(page: Page, address: str) -> None:
    """Wait until the sheet is gone and this card lies there."""
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(shown(page)).to_have_attribute("data-card", address)


def answered(page: Page, sentence: str) -> None:
    """Wait until the sheet says this."""
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(sentence)


def lines(found: dict[str, Any], name: str) -> list[str]:
    """The lines of one part of a card's small print."""
    return next((lines for key, _, lines, _ in found.get("notes", []) if key == name), [])


@contextmanager
def with_ids(page: Page, **more: dict[str, list[str]]) -> Iterator[None]:
    """Let the decks have more cards, or retired ones, than they have."""

    def answer(route: Route) -> None:
        decks = route.fetch().json()
        for deck in decks:
            for key, ids in more.get(deck["id"].replace("-", "_"), {}).items():
                deck[key] += ids
        route.fulfill(body=json.dumps(decks), content_type="application/json")

    page.route("**/ids.json", answer)
    yield
    page.unroute("**/ids.json")


def test_a_card_of_depth_2_or_more_comes_with_its_reply(table: Page) -> None:
    """It was read on paper already: the listener's line and the follow-ups are there at once, seen and heard."""
    cards = deck_of(table, "going-first")
    address, found = next(
        (address, found)
        for address, found in cards.items()
        if found["depth"] == 3 and found["kind"] == "prompt" and lines(found, "ask_more") and lines(found, "listen")
    )
    look_up(table, address.split("/")[1])
    lies(table, address)
    expect(table.get_by_role("heading", level=1)).to_have_text(lines(found, "listen")[0])
    for line in lines(found, "ask_more"):
        expect(table.get_by_role("listitem").filter(has_text=line)).to_be_visible()
        assert line in heard(table)
    assert not table.get_by_text(found["prompt"]).count()
    expect(table.get_by_role("button", name=SAID["next"], exact=True)).to_be_visible()
    expect(table.get_by_role("button", name=SAID["more"], exact=True)).to_be_focused()
    press(table, "Back")
    expect(table.get_by_role("heading", level=1)).to_have_text(found["prompt"])


@pytest.mark.parametrize(
    "typed",
    [
        "postcard",
        " POSTCARD ",
        "post card",
        "kettle-on/postcard",
        "Kettle On postcard",
        "https://x.example/cards/kettle-on/postcard/",
    ],
)
def test_a_light_card_lies_there_with_what_is_folded_on_it(table: Page, typed: str) -> None:
    """However the word is written, the card comes, and its follow-up is open and said."""
    more = lines(deck_of(table, "kettle-on")["kettle-on/postcard"], "ask_more")[0]
    look_up(table, typed)
    lies(table, "kettle-on/postcard")
    expect(table.get_by_text(more).first).to_be_visible()
    assert more in heard(table)
    press(table, "Draw")
    assert card(table) != "kettle-on/postcard"


def test_a_tender_card_lies_covered_first(table: Page) -> None:
    """Looked up or drawn, its text is seen by nobody who did not turn it over."""
    found = deck_of(table, "going-first")["going-first/certain-days"]
    look_up(table, "certain days")
    lies(table, "going-first/certain-days")
    expect(table.get_by_role("heading", level=1)).to_have_text("Tender, about loss")
    assert found["prompt"] not in table.locator("main").inner_text() + heard(table)
    press(table, SAID["turn_over"])
    expect(table.get_by_role("heading", level=1)).to_have_text(found["prompt"])
    press(table, SAID["answered"])
    expect(table.get_by_role("heading", level=1)).to_have_text(lines(found, "listen")[0])


def test_what_is_not_answered_lies_face_up(table: Page) -> None:
    """Something to do together shows what to do, with nothing folded."""
    found = deck_of(table, "a-kind-ear")["a-kind-ear/three-scraps"]
    look_up(table, "three scraps")
    lies(table, "a-kind-ear/three-scraps")
    expect(table.get_by_role("heading", level=1)).to_have_text(found["prompt"])
    assert table.locator("#pile details:not([open])").count() == 0
    assert not table.get_by_role("button", name=SAID["next"], exact=True).is_visible()


def test_a_slip_of_the_thumb_is_asked_about(table: Page) -> None:
    """Two letters in the wrong order: the card is offered, with its deck, and one tap brings it."""
    look_up(table, "postcrad")
    answered(table, FIND["near"])
    expect(field(table)).to_be_focused()
    table.get_by_role("button", name="postcard Kettle On").tap()
    lies(table, "kettle-on/postcard")


def test_a_word_of_two_decks_asks_which(table: Page) -> None:
    """Each is offered with the title of its deck."""
    with with_ids(table, going_first={"cards": ["postcard"]}):
        look_up(table, "postcard")
        answered(table, FIND["several"])
        buttons = table.get_by_role("dialog").get_by_role("list").get_by_role("button")
        assert [text.split() for text in buttons.all_inner_texts()] == [
            ["postcard", "Kettle", "On"],
            ["postcard", "Going", "First"],
        ]
        buttons.first.tap()
        lies(table, "kettle-on/postcard")


def test_a_card_that_was_taken_out_leads_to_its_page(table: Page) -> None:
    """Whoever still has it on paper reads that we took it out, and may see why."""
    with with_ids(table, kettle_on={"retired": ["old-rule"]}):
        look_up(table, "old rule")
        answered(table, words()["site"]["retired_title"])
        link = table.get_by_role("dialog").get_by_role("link")
        assert link.get_attribute("href") == "../cards/kettle-on/old-rule/"


def test_nothing_found_says_what_to_do(table: Page) -> None:
    """No card, no blame: where to look for the word; then the next word is tried in the same place."""
    look_up(table, "xylophone")
    answered(table, FIND["nothing"])
    assert table.get_by_role("dialog").get_by_role("listitem").count() == 0
    field(table).fill("")
    table.keyboard.press("Enter")
    answered(table, FIND["hint"])
    field(table).fill("postcard")
    press(table, FIND["go"])
    lies(table, "kettle-on/postcard")


def test_the_phone_does_not_correct_keep_or_send_the_word(table: Page) -> None:
    """The field takes the word as it is typed, and it shows up nowhere: not in the address, not in what is kept."""
    opened_sheet(table)
    wanted = {
        "autocomplete": "off",
        "autocorrect": "off",
        "autocapitalize": "none",
        "spellcheck": "false",
        "enterkeyhint": "search",
    }
    assert {name: field(table).get_attribute(name) for name in wanted} == wanted
    asked: list[str] = []
    table.on("request", lambda request: asked.append(request.url))
    field(table).fill("qqqpostcardqqq")
    table.keyboard.press("Enter")
    answered(table, FIND["nothing"])
    assert "qqq" not in "".join(asked) + table.url + table.evaluate(
        "JSON.stringify([{...sessionStorage}, {...localStorage}])"
    )


def test_the_words_are_fetched_when_they_are_needed(browser: Browser, draw_url: str) -> None:
    """Not before the sheet is opened; without a connection it says so, and the next try works."""
    with opened(browser, draw_url, service_workers="block") as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_role("button", name="Draw", exact=True).click()
        assert not [url for url in asked if url.endswith("ids.json")]
        page.route("**/ids.json", lambda route: route.abort())
        look_up(page, "postcard")
        answered(page, SAID["not_here"])
        page.unroute("**/ids.json")
        page.keyboard.press("Enter")
        lies(page, "kettle-on/postcard")


def test_a_keyboard_alone_is_enough(table: Page) -> None:
    """Open, type, choose and be back, without a finger on the glass."""
    table.get_by_role("button", name=SAID["more"], exact=True).focus()
    table.keyboard.press("Enter")
    table.get_by_role("button", name=SAID["find"]).focus()
    table.keyboard.press("Enter")
    expect(field(table)).to_be_focused()
    table.keyboard.type("postcsrd")
    table.keyboard.press("Enter")
    answered(table, FIND["near"])
    table.keyboard.press("Tab")
    table.keyboard.press("Tab")
    expect(table.get_by_role("button", name="postcard Kettle On")).to_be_focused()
    table.keyboard.press("Enter")
    lies(table, "kettle-on/postcard")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axe_finds_nothing_and_all_is_large_enough(browser: Browser, draw_url: str, look: dict[str, Any]) -> None:
    """With suggestions and without any, by day, by night and in forced colours; what is tapped is 44 pixels high."""
    with at_the_table(browser, draw_url, bypass_csp=True, **look) as page:
        opened_sheet(page)
        for word, sentence in (("postcrad", FIND["near"]), ("xylophone", FIND["nothing"])):
            field(page).fill(word)
            page.keyboard.press("Enter")
            answered(page, sentence)
            assert violations(page) == []
            sizes = page.locator("dialog :is(button, a, input)").evaluate_all(
                "all => all.map(one => one.getBoundingClientRect().height)"
            )
            assert min(sizes) >= 44


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_it_fits_a_small_phone_and_large_text(browser: Browser, draw_url: str, size: str) -> None:
    """At 320 pixels, and with text twice as large, nothing is cut off sideways."""
    with at_the_table(browser, draw_url, viewport=SMALL) as page:
        page.evaluate(
            "size => { document.documentElement.style.fontSize = `calc(1.0625rem * ${parseInt(size) / 100})`; }", size
        )
        look_up(page, "postcrad")
        answered(page, FIND["near"])
        assert page.locator("dialog").evaluate("one => one.scrollWidth <= one.clientWidth")
