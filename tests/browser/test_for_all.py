"""Every kind of page for everybody: axe, headings, keyboard, targets, wide letters. The draw page has its own tests."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import PAGES, PHONE, SMALL, opened, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

DESK: ViewportSize = {"width": 1280, "height": 900}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
# Nothing moves, so that what is looked at has come to rest; axe and styles of a test need no policy.
STILL: dict[str, Any] = {"reduced_motion": "reduce", "bypass_csp": True, "service_workers": "block"}
# One of each layout of the theme, and one that lies deeper in the navigation.
WITH_DRAWER = ("", "decks/kettle-on/", "essays/going-first/", "evidence/")
SEEN = "const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });"
HEADINGS = f"""() => {{
  {SEEN}
  return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(seen).map((h) => Number(h.tagName[1]));
}}"""
# Links past the menus wait above the page; the theme's overlay and its titles do something in an open drawer only.
# A link in running text, and a box inside its label, are as large as their line or label (WCAG 2.2, 2.5.8).
SMALL_TARGETS = f"""() => {{
  {SEEN}
  const inline = (e) => e.matches("a") && getComputedStyle(e).display === "inline";
  return [...document.querySelectorAll("a[href], button, input, summary, select, label[for]")]
    .filter((e) => seen(e) && !inline(e) && !e.matches(".skip, .md-skip, .md-overlay, .md-nav__title"))
    .filter((e) => {{ const r = e.getBoundingClientRect(); return r.width > 1 && (r.width < 24 || r.height < 24); }})
    .map((e) => e.outerHTML.slice(0, 120));
}}"""
# What has the focus: its source, and whether a ring is around it or around what stands for it.
FOCUSED = """() => {
  const e = document.activeElement;
  const ringed = (one) => {
    const style = one && getComputedStyle(one);
    const lined = style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return Boolean(style) && (lined || style.boxShadow !== "none");
  };
  const box = (e.matches(".md-toggle, .md-option") ? e.nextElementSibling : e).getBoundingClientRect();
  return {
    source: e === document.body ? "" : e.outerHTML.slice(0, 120),
    ringed: ringed(e) || (e.matches("input") && ringed(e.nextElementSibling)),
    there: box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth,
  };
}"""
# WCAG 2.1, 1.4.12.
WIDE_LETTERS = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
TWICE = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
STOPS = 40


def stops(page: Page) -> list[dict[str, Any]]:
    """Go through a page with the tab key, at most so many stops; return each."""
    found: list[dict[str, Any]] = []
    while len(found) < STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if not stop["source"]:
            break
        found.append(stop)
    return found


def faults(page: Page) -> dict[str, list[Any]]:
    """Return what axe finds in a page as it stands, by each look in which it finds something."""
    found = {}
    for name, look in LOOKS.items():
        page.emulate_media(**look)
        found[name] = violations(page)
    return {name: some for name, some in found.items() if some}


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, site_url: str, path: str) -> None:
    """No page has a fault that axe knows: on a phone by night, in forced colours and by day, and so on a desk."""
    with opened(browser, site_url + path, **STILL) as (page, _):
        assert faults(page) == {}
        page.emulate_media(**LOOKS["light"])
        page.set_viewport_size(DESK)
        assert violations(page) == []


@pytest.mark.parametrize("path", WITH_DRAWER)
def test_axe_finds_nothing_in_an_open_drawer(browser: Browser, site_url: str, path: str) -> None:
    """The navigation of a phone, when it is open, is as sound as the page."""
    with opened(browser, site_url + path, **STILL) as (page, _):
        page.get_by_role("button", name="Menu").click()
        page.locator(".md-nav--primary .md-nav__link:visible").first.wait_for()
        assert faults(page) == {}


@pytest.mark.parametrize(("script", "role", "key"), [(True, "button", "Enter"), (False, "checkbox", "Space")])
def test_the_drawer_opens_and_closes_by_keyboard(
    browser: Browser, site_url: str, role: Literal["button", "checkbox"], key: str, *, script: bool
) -> None:
    """In a small window the menu is reached with Tab, opened with a key, and out of the way when closed."""
    with opened(browser, site_url, java_script_enabled=script, **STILL) as (page, _):
        way, essays = page.get_by_role(role, name="Menu"), page.locator(".md-nav--primary a", has_text="Essays").first
        closed = [stop["source"] for stop in stops(page)]
        assert not [source for source in closed if "md-nav__link" in source]
        way.focus()
        page.keyboard.press(key)
        essays.wait_for()
        assert [stop for stop in stops(page) if "md-nav__link" in stop["source"]]
        way.focus()
        page.keyboard.press(key)
        essays.wait_for(state="hidden")


@pytest.mark.parametrize("script", [True, False])
def test_the_levels_of_the_menu_are_changed_by_keyboard(browser: Browser, site_url: str, *, script: bool) -> None:
    """On a page of the second level one goes back to the first, and in again; only what is seen can be reached."""
    with opened(browser, f"{site_url}privacy/", java_script_enabled=script, **STILL) as (page, _):
        menu = page.locator(".md-nav--primary")
        page.locator("label[for=__drawer]:visible, .menu-way:visible").first.click()
        inner, outer = menu.get_by_role("link", name="Evidence"), menu.get_by_role("link", name="Essays")
        level = menu.get_by_role("checkbox", name="About")
        inner.wait_for()
        reached = [stop["source"] for stop in stops(page) if "md-nav__link" in stop["source"]]
        assert [link for link in reached if "/evidence/" in link]
        assert not [link for link in reached if "/essays/" in link]
        level.focus()
        assert page.evaluate(FOCUSED)["ringed"]
        page.keyboard.press("Space")
        outer.wait_for()
        expect(inner).to_have_count(0)
        page.keyboard.press("Space")
        inner.wait_for()
        expect(outer).to_have_count(0)


def test_escape_closes_the_drawer(browser: Browser, site_url: str) -> None:
    """What it lies over is out of reach until then; the focus is back at the button, which says that it is closed."""
    with opened(browser, site_url, **STILL) as (page, _):
        way, content = page.get_by_role("button", name="Menu"), page.locator(".md-content")
        way.click()
        assert way.get_attribute("aria-expanded") == "true"
        assert content.evaluate("content => content.inert")
        page.keyboard.press("Escape")
        assert way.get_attribute("aria-expanded") == "false"
        assert way.evaluate("button => button === document.activeElement")
        assert not content.evaluate("content => content.inert")


@pytest.mark.parametrize("path", PAGES)
def test_headings_make_an_outline_and_pictures_have_words(browser: Browser, site_url: str, path: str) -> None:
    """One first heading, at the top, and no level left out; one main part; no picture without a word about it."""
    with opened(browser, site_url + path, **STILL) as (page, _):
        levels = page.evaluate(HEADINGS)
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
        assert page.get_by_role("main").count() == 1
        assert page.locator("img:not([alt])").count() == 0


@pytest.mark.parametrize("path", PAGES)
def test_whatever_is_tapped_is_large_enough(browser: Browser, site_url: str, path: str) -> None:
    """No control is narrower or lower than 24 pixels, on phone and desk."""
    with opened(browser, site_url + path, **STILL) as (page, _):
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", PAGES)
def test_the_focus_is_always_seen(browser: Browser, site_url: str, path: str, size: ViewportSize) -> None:
    """The first stop leads past the menus, it works, and wherever the tab key goes there is a ring on the screen."""
    with opened(browser, site_url + path, viewport=size, **STILL) as (page, _):
        found = stops(page)
        assert "skip" in found[0]["source"]
        assert [stop["source"] for stop in found if not (stop["ringed"] and stop["there"])] == []
        page.evaluate("document.activeElement.blur()")
        page.locator(".skip, .md-skip").first.focus()
        page.keyboard.press("Enter")
        target = page.evaluate("document.querySelector(':target')?.closest('main') !== null")
        assert target


@pytest.mark.parametrize("path", PAGES)
def test_wide_letters_and_lines_fit(browser: Browser, site_url: str, path: str) -> None:
    """With the spacing that some people need, nothing runs out of a small phone's width."""
    with opened(browser, site_url + path, viewport=SMALL, **STILL) as (page, _):
        page.add_style_tag(content=WIDE_LETTERS)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@pytest.mark.parametrize("path", PAGES)
def test_letters_of_twice_the_size_fit(browser: Browser, site_url: str, path: str) -> None:
    """On a small phone whose owner has set letters to 200 %, nothing runs out of its width."""
    with opened(browser, site_url + path, viewport=SMALL, **STILL) as (page, _):
        page.evaluate(TWICE)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
