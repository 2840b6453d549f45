"""The page that shows everything kept on a phone, and erases it."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.phone import visited as kept_offline
from tests.browser.test_pages import PHONE, SMALL, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

KEPT = {key: typographic(text) for key, text in words()["kept"].items() if isinstance(text, str)}
SAID = {key: typographic(text) for key, text in words()["kept"]["said"].items()}
NAME = "kindling /kindling/"
# What another page of the site does when somebody asks it to keep something.
KEEP = """async ([favourites, hidden, settings]) => {
  const { keeping } = await import("/kindling/assets/draw/keeping.js");
  const kept = keeping(() => localStorage, "kindling /kindling/ kept");
  kept.switchOn();
  return [
    ...favourites.map((card) => kept.put("favourites", card)),
    ...hidden.map((card) => kept.put("hidden", card)),
    ...Object.entries(settings).map(([name, value]) => kept.set(name, value)),
  ].every(Boolean);
}"""
CARDS = ["going-first/certain-days", "kettle-on/peel-an-apple", "kettle-on/postcard"]
ON_THIS_PHONE = """async () => ({
  local: Object.keys(localStorage).sort(), session: Object.keys(sessionStorage).sort(), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": [], "session": [], "caches": [], "workers": 0}


@pytest.fixture
def kept_url(site_url: str) -> str:
    """The address of the page."""
    return f"{site_url}draw/kept/"


@contextmanager
def phone(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, Page]]:  # noqa: ANN401
    """A phone with one tab; at the end no page may have complained."""
    usual: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "service_workers": "block"}
    context = browser.new_context(**usual | options)
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    try:
        yield context, context.new_page()
        assert complaints == []
    finally:
        context.close()


def asked_to_keep(page: Page, **settings: str | bool) -> None:
    """Keep three favourites, a hidden card and some settings the way the draw page does; then look at the page."""
    assert page.evaluate(KEEP, [CARDS, CARDS[2:], settings])
    page.reload()


def button(page: Page, name: str) -> Locator:
    """The button with this name."""
    return page.get_by_role("button", name=name, exact=True)


def state(page: Page, thing: str) -> Locator:
    """The line that says what there is of a thing."""
    return page.locator(f"#{thing} > .state")


def focused(page: Page) -> str:
    """What has the focus: the name it is known by to a screen reader."""
    said = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    return str(page.evaluate(said))


def heard(page: Page, text: str) -> None:
    """Wait until this was said politely."""
    expect(page.get_by_role("status")).to_have_text(text)


def test_before_anything_was_kept_the_page_says_so(browser: Browser, kept_url: str) -> None:
    """A fresh phone holds nothing, looking changes nothing, and no button pretends to have something to erase."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        for thing, said in (("evening", "evening_none"), ("colours", "colours_none"), ("pages", "pages_none")):
            expect(state(page, thing)).to_have_text(SAID[said])
        expect(state(page, "asked")).to_have_text(SAID["asked_none"])
        assert not page.locator("#other").is_visible()
        assert not page.locator("#asked-parts").is_visible()
        for thing in ("evening", "asked", "colours", "pages"):
            erase = button(page, KEPT[f"{thing}_erase"])
            assert erase.get_attribute("aria-disabled") == "true"
            erase.click(force=True)
        assert page.get_by_role("status").inner_text() == ""
        assert page.evaluate(ON_THIS_PHONE) == NOTHING


def test_an_evening_is_shown_and_erased(browser: Browser, site_url: str, kept_url: str) -> None:
    """After drawing, passing and pausing the page knows one thing more: when the evening began."""
    with phone(browser, timezone_id="Europe/Berlin", locale="de-DE") as (_, page):
        page.clock.set_fixed_time("2026-11-22T18:40:00Z")
        page.goto(f"{site_url}draw/")
        for name in ("Draw", "Draw", "Pass"):
            button(page, name).tap()
        page.clock.set_fixed_time("2026-11-22T23:10:00Z")
        page.goto(kept_url)
        said = SAID["evening_some"].format(began="19:40", ends="7:40")
        expect(state(page, "evening")).to_have_text(said)
        with_a_pass = page.locator("#evening").inner_text()
        erase = button(page, KEPT["evening_erase"])
        erase.focus()
        page.keyboard.press("Enter")
        heard(page, SAID["evening_erased"])
        expect(state(page, "evening")).to_have_text(SAID["evening_none"])
        assert focused(page) == KEPT["evening_erase"]
        assert page.evaluate(ON_THIS_PHONE) == NOTHING
        page.clock.set_fixed_time("2026-11-22T18:40:00Z")
        page.goto(f"{site_url}draw/")
        button(page, "Draw").tap()
        page.goto(kept_url)
        expect(state(page, "evening")).to_have_text(said)
        assert page.locator("#evening").inner_text() == with_a_pass


def test_an_evening_that_is_over_is_gone_when_the_page_is_looked_at(
    browser: Browser, site_url: str, kept_url: str
) -> None:
    """Twelve hours after it began nobody finds an evening, not even here."""
    with phone(browser) as (_, page):
        page.clock.set_fixed_time("2026-11-22T18:40:00Z")
        page.goto(f"{site_url}draw/")
        button(page, "Draw").tap()
        page.clock.set_fixed_time("2026-11-23T06:40:00Z")
        page.goto(kept_url)
        expect(state(page, "evening")).to_have_text(SAID["evening_none"])
        assert page.evaluate("sessionStorage.length") == 0


def test_keeping_is_switched_on_and_off(browser: Browser, kept_url: str) -> None:
    """Nothing is written before somebody asks; Switch on writes one thing, Erase takes it away; focus stays."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        assert page.evaluate("localStorage.length") == 0
        button(page, KEPT["asked_on"]).focus()
        page.keyboard.press("Enter")
        heard(page, SAID["asked_switched"])
        expect(state(page, "asked")).to_have_text(SAID["asked_some"])
        assert focused(page) == KEPT["asked_on"]
        assert page.evaluate("Object.keys(localStorage)") == [f"{NAME} kept"]
        assert button(page, SAID["copy_none"]).get_attribute("aria-disabled") == "true"
        button(page, KEPT["asked_erase"]).focus()
        page.keyboard.press("Enter")
        heard(page, SAID["asked_erased"])
        assert focused(page) == KEPT["asked_erase"]
        expect(state(page, "asked")).to_have_text(SAID["asked_none"])
        assert page.evaluate(ON_THIS_PHONE) == NOTHING


def test_favourites_lead_to_their_cards_and_are_removed_one_by_one(browser: Browser, kept_url: str) -> None:
    """Each has its deck's title and its page; by keyboard the focus goes on to the next, and at last to the heading."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        asked_to_keep(page)
        favourites = page.get_by_role("list", name=KEPT["favourites_title"])
        names = ["Going First: certain-days", "Kettle On: peel-an-apple", "Kettle On: postcard"]
        assert favourites.get_by_role("link").all_inner_texts() == names
        for name, link in zip(names, favourites.get_by_role("link").all(), strict=True):
            answer = page.request.get(link.evaluate("link => link.href"))
            assert answer.ok
            assert name.partition(": ")[2] in answer.url
        remove = [SAID["remove_card"].format(card=name) for name in names]
        favourites.get_by_role("button", name=remove[1]).focus()
        for expected in (remove[2], remove[0], KEPT["favourites_title"]):
            page.keyboard.press("Enter")
            assert focused(page) == expected
        heard(page, SAID["removed"].format(card=names[0]))
        expect(page.locator("#favourites-none")).to_have_text(SAID["favourites_none"])
        assert page.get_by_role("list", name=KEPT["hidden_title"]).get_by_role("link").all_inner_texts() == names[2:]
        page.reload()
        assert page.locator("#favourites li").count() == 0
        assert page.locator("#hidden li").count() == 1


def test_settings_are_told_and_set_back(browser: Browser, kept_url: str) -> None:
    """What somebody set is said in words, and one button makes it as it is for everybody."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        asked_to_keep(page, hand="left", keys=False, large=True)
        told = [SAID[key] for key in ("hand_left", "keys_false", "large_true")]
        assert page.locator("#settings li").all_inner_texts() == told
        button(page, KEPT["settings_erase"]).tap()
        heard(page, SAID["settings_erased"])
        expect(page.locator("#settings-none")).to_have_text(SAID["settings_none"])
        assert page.locator("#settings li").count() == 0
        assert page.locator("#favourites li").count() == 3
        assert focused(page) == KEPT["settings_erase"]


def test_a_copy_is_a_file_with_all_that_was_asked_to_be_kept(browser: Browser, kept_url: str) -> None:
    """The file holds cards and settings, and nothing of an evening."""
    with phone(browser, accept_downloads=True) as (_, page):
        page.goto(kept_url)
        asked_to_keep(page, large=True)
        with page.expect_download() as download:
            button(page, SAID["copy"]).tap()
        assert download.value.suggested_filename == "kindling-kept.json"
        text = Path(download.value.path()).read_text("utf-8")
        expected = {"favourites": CARDS, "hidden": CARDS[2:], "kindling": 1, "settings": {"large": True}}
        assert text == json.dumps(expected, indent=2) + "\n"
        heard(page, SAID["copied"])


def chosen_by_hand(page: Page, site_url: str) -> None:
    """Choose the other light on a page with a menu, and again: the one the device has, but chosen."""
    page.goto(f"{site_url}privacy/", wait_until="networkidle")
    assert page.evaluate("localStorage.length") == 0
    for _ in range(2):
        page.locator("label[title^='Switch to']").locator("visible=true").tap()
    assert page.evaluate("localStorage.length") == 1


def test_the_theme_s_colours_are_shown_and_erased(browser: Browser, site_url: str, kept_url: str) -> None:
    """What the pages with a menu write, once somebody chooses, is found under the name they really use."""
    with phone(browser, color_scheme="dark") as (_, page):
        chosen_by_hand(page, site_url)
        page.goto(kept_url)
        expect(state(page, "colours")).to_have_text(SAID["colours_dark"])
        assert not page.locator("#other").is_visible()
        button(page, KEPT["colours_erase"]).tap()
        heard(page, SAID["colours_erased"])
        expect(state(page, "colours")).to_have_text(SAID["colours_none"])
        assert page.evaluate(ON_THIS_PHONE) == NOTHING


def test_pages_kept_for_later_are_counted_and_erased(browser: Browser, site_url: str, kept_url: str) -> None:
    """Files and worker are gone, those of a neighbour on the same host stay, and with a network everything opens."""
    with phone(browser, service_workers="allow") as (_, page):
        kept_offline(page, site_url)
        page.evaluate("async () => (await caches.open('kindling http://else.example/ 1')).put('/x', new Response('x'))")
        page.goto(kept_url)
        expect(state(page, "pages")).to_contain_text("files")
        expect(state(page, "pages")).to_contain_text(SAID["pages_worker"])
        button(page, KEPT["pages_erase"]).focus()
        page.keyboard.press("Enter")
        heard(page, SAID["pages_erased"])
        expect(state(page, "pages")).to_have_text(SAID["pages_none"])
        assert focused(page) == KEPT["pages_erase"]
        found = page.evaluate(ON_THIS_PHONE)
        assert (found["caches"], found["workers"]) == (["kindling http://else.example/ 1"], 0)
        assert page.evaluate("async () => (await fetch('../decks/kettle-on.json')).ok")
        assert page.evaluate("async () => (await caches.keys()).length") == 1
        page.reload()
        expect(state(page, "pages")).to_have_text(SAID["pages_none"])
        page.goto(f"{site_url}cards/kettle-on/postcard/")
        assert page.get_by_role("heading", level=1).is_visible()
        assert page.evaluate("async () => (await caches.keys()).length") == 1


def test_the_page_opens_and_erases_without_a_network(browser: Browser, site_url: str, kept_url: str) -> None:
    """Nobody has to find a signal to be rid of an evening."""
    with phone(browser, service_workers="allow") as (context, page):
        kept_offline(page, site_url)
        context.set_offline(True)
        page.goto(kept_url)
        button(page, KEPT["evening_erase"]).tap()
        heard(page, SAID["evening_erased"])
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Kindling Text"')
        assert page.evaluate("sessionStorage.length") == 0
        context.set_offline(False)


def test_a_printed_deck_is_kept_when_it_is_asked_for(browser: Browser, site_url: str, kept_url: str) -> None:
    """One tap brings one printed deck onto the phone; without a network it opens, the others don't."""
    with phone(browser, service_workers="allow") as (context, page):
        kept_offline(page, site_url)
        page.goto(kept_url)
        page.get_by_text(KEPT["printed_title"]).click()
        little = SAID["printed_low_ink"].format(deck="Kettle On, A4")
        expect(page.get_by_role("button", name=SAID["printed_label"].format(deck=little))).to_be_visible()
        keep = page.get_by_role("button", name=SAID["printed_label"].format(deck="Kettle On, A4"), exact=True)
        expect(keep).to_have_text(SAID["printed_keep"])
        keep.click()
        heard(page, SAID["printed_kept"].format(deck="Kettle On, A4"))
        expect(keep).to_have_text(SAID["printed_there"])
        page.reload()
        page.get_by_text(KEPT["printed_title"]).click()
        expect(keep).to_have_text(SAID["printed_there"])
        context.set_offline(True)
        opens = "async (path) => (await fetch(new URL(`../../print/${path}.pdf`, location.href))).ok"
        assert page.evaluate(opens, "kettle-on-a4")
        there = "async (path) => Boolean(await caches.match(new URL(`../../print/${path}.pdf`, location.href)))"
        assert [page.evaluate(there, name) for name in ("kettle-on-a4", "kettle-on-a4-low-ink")] == [True, False]


def test_one_button_erases_everything(browser: Browser, site_url: str, kept_url: str) -> None:
    """After an evening with all there is, the phone is as it was before the first visit."""
    with phone(browser, service_workers="allow") as (_, page):
        kept_offline(page, site_url)
        chosen_by_hand(page, site_url)
        page.goto(kept_url)
        asked_to_keep(page, large=True)
        page.evaluate("() => { localStorage.setItem('kindling /kindling/ later', '1'); localStorage.mine = 'stays'; }")
        page.reload()
        expect(page.locator("#names li")).to_have_text(["kindling /kindling/ later"])
        button(page, KEPT["all_erase"]).focus()
        page.keyboard.press("Enter")
        heard(page, SAID["all_erased"])
        assert focused(page) == KEPT["all_erase"]
        for thing in ("evening", "asked", "colours", "pages", "other"):
            expect(button(page, KEPT[f"{thing}_erase"])).to_have_attribute("aria-disabled", "true")
        assert page.evaluate(ON_THIS_PHONE) == NOTHING | {"local": ["mine"]}


def test_what_the_page_does_not_know_is_shown_by_its_name(browser: Browser, kept_url: str) -> None:
    """Nothing that carries the site's name stays out of sight, in either storage."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        page.evaluate("""() => {
          localStorage.setItem("/kindling/.__tabs", "[]");
          localStorage.setItem("kindling /kindling/two/ kept", "of a neighbour");
          sessionStorage.setItem("kindling /kindling/ seed", "7");
        }""")
        page.reload()
        expect(page.locator("#names li")).to_have_text(["kindling /kindling/ seed", "/kindling/.__tabs"])
        button(page, KEPT["other_erase"]).focus()
        page.keyboard.press("Enter")
        heard(page, SAID["other_erased"])
        assert focused(page) == KEPT["other_erase"]
        found = page.evaluate(ON_THIS_PHONE)
        assert (found["local"], found["session"]) == (["kindling /kindling/two/ kept"], [])


def test_two_tabs_agree(browser: Browser, kept_url: str) -> None:
    """What one tab keeps or erases, the other shows at once; its focus is not lost, and nothing comes back."""
    with phone(browser) as (context, one):
        one.goto(kept_url)
        other = context.new_page()
        other.goto(kept_url)
        asked_to_keep(one, large=True)
        expect(other.locator("#favourites li")).to_have_count(3)
        one.bring_to_front()
        held = one.locator("#favourites").get_by_role(
            "button", name=SAID["remove_card"].format(card="Kettle On: postcard")
        )
        held.focus()
        other.locator("#favourites").get_by_role("button").first.click()
        expect(one.locator("#favourites li")).to_have_count(2)
        assert held.evaluate("node => node === document.activeElement")
        button(other, KEPT["asked_erase"]).click()
        expect(one.locator("#favourites li")).to_have_count(0)
        assert focused(one) == KEPT["favourites_title"]
        expect(state(one, "asked")).to_have_text(SAID["asked_none"])
        assert one.evaluate("localStorage.length") == 0
        button(one, KEPT["asked_on"]).click()
        expect(state(other, "asked")).to_have_text(SAID["asked_some"])


@pytest.mark.parametrize("text", ["", "{", '{"kindling": 2, "favourites": ["mend/start"]}'])
def test_what_cannot_be_read_is_shown_and_can_be_erased(browser: Browser, kept_url: str, text: str) -> None:
    """Nonsense under the site's name is not hidden, and does not stop the page."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        page.evaluate(
            """([name, text]) => {
          localStorage.setItem(`${name} kept`, text);
          localStorage.setItem("/kindling/.__palette", text);
          sessionStorage.setItem(name, text);
        }""",
            [NAME, text],
        )
        page.reload()
        expect(state(page, "asked")).to_have_text(SAID["asked_vague"])
        expect(state(page, "evening")).to_have_text(SAID["evening_vague"])
        expect(state(page, "colours")).to_have_text(SAID["colours_some"])
        button(page, KEPT["asked_erase"]).tap()
        heard(page, SAID["asked_erased"])
        button(page, KEPT["all_erase"]).tap()
        heard(page, SAID["all_erased"])
        assert page.evaluate(ON_THIS_PHONE) == NOTHING


def test_of_a_damaged_value_the_readable_part_is_shown(browser: Browser, kept_url: str) -> None:
    """One bad entry costs nobody their favourites, and none of it becomes markup or a link elsewhere."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        bad = {"kindling": 1, "favourites": ["kettle-on/postcard", "<b>x</b>", "../../evil", 7, "constructor/toString"]}
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [f"{NAME} kept", json.dumps(bad)])
        page.reload()
        assert page.locator("#favourites a").all_inner_texts() == ["Kettle On: postcard"]
        assert page.locator("#favourites b").count() == 0


def test_blocked_storage_is_said_and_breaks_nothing(browser: Browser, kept_url: str) -> None:
    """A browser that lets a site keep nothing, and refuses even to be asked, gets a sentence."""
    with phone(browser) as (context, page):
        context.add_init_script("""for (const name of ["localStorage", "sessionStorage", "caches"])
          Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });""")
        page.goto(kept_url)
        expect(page.locator("#blocked")).to_have_text(SAID["blocked"])
        button(page, KEPT["asked_on"]).tap()
        heard(page, SAID["refused"])
        expect(state(page, "pages")).to_have_text(SAID["pages_none"])
        button(page, KEPT["all_erase"]).tap()
        heard(page, SAID["failed"])


def test_full_storage_is_said(browser: Browser, kept_url: str) -> None:
    """A phone without room refuses to keep, and what it refuses is not shown as kept."""
    with phone(browser) as (_, page):
        page.goto(kept_url)
        page.evaluate("""() => {
          for (let size = 2 ** 24; size >= 1; size = Math.floor(size / 2))
            for (let n = 0; n < 2; n += 1)
              try { localStorage.setItem(`filler ${size} ${n}`, "x".repeat(size)); } catch {}
        }""")
        button(page, KEPT["asked_on"]).tap()
        heard(page, SAID["refused"])
        expect(state(page, "asked")).to_have_text(SAID["asked_none"])


def test_without_javascript_the_page_says_what_to_do(browser: Browser, kept_url: str) -> None:
    """No dead button: where to erase by hand, and what that leaves."""
    with phone(browser, java_script_enabled=False) as (_, page):
        page.goto(kept_url)
        seen = page.get_by_role("main").inner_text()
        assert KEPT["no_script"] in seen
        assert KEPT["by_hand"] in seen
        assert page.get_by_role("button").count() == 0
        assert page.get_by_role("heading", name=KEPT["left_title"]).is_visible()


def test_the_privacy_page_leads_here(browser: Browser, site_url: str, kept_url: str) -> None:
    """Whoever reads how to erase is one tap from it."""
    with phone(browser) as (_, page):
        page.goto(f"{site_url}privacy/")
        page.get_by_role("link", name=KEPT["title"]).click()
        page.get_by_role("heading", level=1, name=KEPT["title"]).wait_for()
        assert page.url.removesuffix("index.html") == kept_url


LOOKS: list[dict[str, Any]] = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]


def full(page: Page, kept_url: str) -> None:
    """Show the page with something of everything."""
    page.goto(kept_url)
    page.evaluate(
        """name => {
      localStorage.setItem(`${name} a-name-that-is-longer-than-any-narrow-screen-is-wide-so-that-it-has-to-break`, "1");
      localStorage.setItem("/kindling/.__palette", '{"color":{"scheme":"slate"}}');
      sessionStorage.setItem(name, JSON.stringify({ began: Date.now() }));
    }""",
        NAME,
    )
    asked_to_keep(page, hand="right", keys=False, large=True)
    page.locator("#favourites").get_by_role("button").first.click()
    expect(page.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "forced colours"])
def test_axe_finds_nothing_empty_or_full(browser: Browser, kept_url: str, look: dict[str, Any]) -> None:
    """In light, dark and forced colours, with nothing kept and with something of everything."""
    with phone(browser, bypass_csp=True, **look) as (_, page):
        page.goto(kept_url)
        expect(state(page, "pages")).not_to_be_empty()
        assert violations(page) == []
        full(page, kept_url)
        assert violations(page) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_a_small_phone_and_a_thumb(browser: Browser, kept_url: str, percent: int) -> None:
    """At 320 pixels and twice the text nothing scrolls sideways, and all there is to tap is 44 pixels or more."""
    with phone(browser, viewport=SMALL) as (_, page):
        full(page, kept_url)
        page.evaluate(f"document.documentElement.style.fontSize = '{percent * 17 / 100}px'")
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
        for target in page.locator("main").get_by_role("button").all() + page.locator("#favourites a").all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44, target.inner_text()
            assert box["width"] >= 44, target.inner_text()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= SMALL["width"]
            assert target.evaluate(
                "node => node.scrollWidth <= node.clientWidth || getComputedStyle(node).display === 'inline'"
            )


def test_what_is_erased_is_heard_by_a_screen_reader(browser: Browser, kept_url: str) -> None:
    """In the accessibility tree each Remove carries its card's name, and the sentence stands in a polite status."""
    with phone(browser) as (_, page):
        full(page, kept_url)
        tree = page.locator("main").aria_snapshot()
        assert 'button "Remove Kettle On: postcard"' in tree
        assert f"- status: {SAID['removed'].format(card='Going First: certain-days')}" in tree.replace('"', "")
        assert f'heading "{KEPT["favourites_title"]}" [level=3]' in tree


def test_the_sentence_at_the_foot_covers_nothing_that_has_the_focus(browser: Browser, kept_url: str) -> None:
    """On a small phone with large text, what was tapped, and each next stop of the Tab key, stands clear of it."""
    with phone(browser, viewport=SMALL) as (_, page):
        full(page, kept_url)
        page.evaluate("document.documentElement.style.fontSize = '25px'")
        clear = """() => document.activeElement.getBoundingClientRect().bottom
          <= document.getElementById("said").getBoundingClientRect().top + 1"""
        for name in ("evening", "settings", "colours", "other"):
            erase = button(page, KEPT[f"{name}_erase"])
            erase.evaluate("node => { node.scrollIntoView({ block: 'end' }); node.focus({ preventScroll: true }); }")
            page.keyboard.press("Enter")
            heard(page, SAID[f"{name}_erased"])
            assert page.evaluate(clear), name
        page.locator("#asked-on").evaluate("node => node.focus()")
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(clear), focused(page)
