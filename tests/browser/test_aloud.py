"""A card read aloud: by voices that live on the phone, or by none."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.table import SAID, at_the_table, choose, deck_of, press, shown
from tests.browser.test_pages import violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ALOUD = {key: typographic(said) for key, said in words()["aloud"].items()}
LOCAL = {"name": "Here", "lang": "en-GB", "localService": True, "default": False}
REMOTE = {"name": "Elsewhere", "lang": "en-US", "localService": False, "default": True}
# A test browser has no voices. This stands in for them, and notes what would be heard.
VOICES = """
window.heard = [];
window.voices = %s;
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  getVoices: () => window.voices,
  cancel() { heard.push("hush"); },
  speak(said) { window.saying = said; heard.push([said.text, said.voice.name, said.lang]); },
}) });
"""


@contextmanager
def at_a_card(browser: Browser, site_url: str, card: str, voices: list[dict[str, Any]]) -> Iterator[Page]:
    """The draw page on a phone with these voices, with one card on the table."""
    with at_the_table(browser, f"{site_url}draw/#card={card}", bypass_csp=True) as page:
        expect(shown(page)).to_have_attribute("data-card", card)
        page.evaluate(VOICES % json.dumps(voices))
        yield page


def read(page: Page) -> None:
    """Ask for the card to be read."""
    press(page, SAID["more"])
    press(page, ALOUD["read"])


def spoken(page: Page) -> list[list[str]]:
    """What was spoken: text, voice, language."""
    return [said for said in page.evaluate("heard") if said != "hush"]


def is_quiet(page: Page) -> bool:
    """Whether the last thing that happened was that it ended."""
    return bool(page.evaluate("heard.at(-1) === 'hush'"))


def test_a_tap_reads_the_card_and_another_stops(browser: Browser, site_url: str) -> None:
    """A local voice says the question once, not the foot; the button that began it ends it."""
    with at_a_card(browser, site_url, "kettle-on/postcard", [REMOTE, LOCAL]) as page:
        read(page)
        expect(page.get_by_role("button", name=ALOUD["hush"])).to_be_focused()
        prompt = deck_of(page, "kettle-on")["kettle-on/postcard"]["prompt"]
        assert spoken(page) == [[prompt, "Here", "en-GB"]]
        press(page, ALOUD["hush"])
        expect(page.get_by_role("button", name=ALOUD["read"])).to_be_visible()
        assert is_quiet(page)
        press(page, ALOUD["read"])
        assert len(spoken(page)) == 2
        page.evaluate("saying.dispatchEvent(new Event('end'))")
        expect(page.get_by_role("button", name=ALOUD["read"])).to_be_visible()


def test_what_has_ended_does_not_end_what_was_begun_after(browser: Browser, site_url: str) -> None:
    """A browser tells late that it was interrupted."""
    with at_a_card(browser, site_url, "kettle-on/postcard", [LOCAL]) as page:
        read(page)
        page.evaluate("window.former = saying")
        press(page, ALOUD["hush"])
        press(page, ALOUD["read"])
        page.evaluate("former.dispatchEvent(new Event('error'))")
        assert not is_quiet(page)
        assert page.get_by_role("button", name=ALOUD["hush"]).is_visible()


def test_the_reply_is_read_when_it_is_what_lies_there(browser: Browser, site_url: str) -> None:
    """After an answer the listener's line is read, and with Stay here what helps to stay."""
    with at_a_card(browser, site_url, "going-first/certain-days", [LOCAL]) as page:
        found = deck_of(page, "going-first")["going-first/certain-days"]
        line, more = (
            next(lines[0] for key, _, lines, _ in found["notes"] if key == name) for name in ("listen", "ask_more")
        )
        press(page, SAID["turn_over"])
        press(page, SAID["answered"])
        read(page)
        press(page, SAID["close"])
        press(page, SAID["stay"])
        read(page)
        reply, stay = (said[0] for said in spoken(page))
        assert reply == f"{words()['notes']['listen']}. {line}"
        assert stay.endswith(f"{typographic(words()['draw']['stay_lines'][1])} {more}")


def test_a_covered_card_is_read_as_its_cover(browser: Browser, site_url: str) -> None:
    """Nobody hears a Tender card unasked; turned over, it is read, and what to agree first with it."""
    with at_a_card(browser, site_url, "going-first/certain-days", [LOCAL]) as page:
        found = deck_of(page, "going-first")["going-first/certain-days"]
        read(page)
        assert [said[0] for said in spoken(page)] == ["Tender, about loss."]
        press(page, SAID["close"])
        press(page, SAID["turn_over"])
        assert is_quiet(page)
        read(page)
        assert spoken(page)[-1][0].startswith(f"{found['prompt']} First. ")


@pytest.mark.parametrize("way", ["Draw", "Pass", "Pause", "Slow", "Stop", "another deck", "out of sight", "left"])
def test_it_ends_with_the_card(browser: Browser, site_url: str, way: str) -> None:
    """Whatever takes the card away, or the page out of sight, ends the reading at once."""
    with at_a_card(browser, site_url, "kettle-on/postcard", [LOCAL]) as page:
        read(page)
        press(page, SAID["close"])
        assert not is_quiet(page)
        if way == "another deck":
            choose(page, "Kettle On", "Mend")
        elif way == "out of sight":
            page.evaluate("Object.defineProperty(document, 'hidden', {value: true})")
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        elif way == "left":
            page.evaluate("dispatchEvent(new Event('pagehide'))")
        else:
            press(page, way)
        page.wait_for_function("() => heard.at(-1) === 'hush'")


def test_it_goes_on_when_the_menu_is_closed(browser: Browser, site_url: str) -> None:
    """The card can be looked at while it is read, and the menu still knows how to stop it."""
    with at_a_card(browser, site_url, "kettle-on/postcard", [LOCAL]) as page:
        read(page)
        press(page, SAID["close"])
        press(page, SAID["more"])
        press(page, ALOUD["hush"])
        assert is_quiet(page)


def test_voices_may_come_late(browser: Browser, site_url: str) -> None:
    """Some browsers name their voices only after they were asked."""
    with at_a_card(browser, site_url, "kettle-on/postcard", []) as page:
        read(page)
        page.evaluate(
            "voice => { voices = [voice]; speechSynthesis.dispatchEvent(new Event('voiceschanged')); }", LOCAL
        )
        page.wait_for_function("() => heard.length && heard.at(-1) !== 'hush'")
        assert spoken(page)[0][1] == "Here"


@pytest.mark.parametrize("voices", [[REMOTE], [LOCAL | {"lang": "de-DE"}]], ids=["only elsewhere", "only German"])
def test_no_other_voice_is_ever_used(browser: Browser, site_url: str, voices: list[dict[str, Any]]) -> None:
    """A voice that would send the words away, or another language: nothing is spoken, and a sentence says why."""
    with at_a_card(browser, site_url, "kettle-on/postcard", voices) as page:
        read(page)
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(ALOUD["no_voice"])
        expect(page.get_by_role("button", name=ALOUD["read"])).to_be_focused()
        assert spoken(page) == []


def test_a_browser_without_voices_says_so(browser: Browser, site_url: str) -> None:
    """This very browser has none. Nothing else happens, and axe has nothing to say."""
    with at_the_table(browser, f"{site_url}draw/", bypass_csp=True) as page:
        press(page, "Draw")
        assert page.evaluate("speechSynthesis.getVoices().length") == 0
        read(page)
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(ALOUD["no_voice"])
        assert violations(page) == []


def test_there_is_nothing_to_read_before_the_first_card(browser: Browser, site_url: str) -> None:
    """The entries that go with a card come with it."""
    with at_the_table(browser, f"{site_url}draw/") as page:
        press(page, SAID["more"])
        page.get_by_role("dialog").wait_for()
        assert page.get_by_role("button", name=ALOUD["read"]).count() == 0
