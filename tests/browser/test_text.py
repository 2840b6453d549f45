"""Larger text, wider text, small windows, phones on their side, right to left: all of it stays whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.states import states
from tests.browser.table import at_the_table
from tests.browser.test_pages import SMALL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# WCAG 2.2, 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""
TWICE = {"standard": 32, "fixed": 26}

# What is wrong with the text that is seen now: a line a fault.
FAULTS = """() => {
  const found = [];
  const dialog = document.querySelector("dialog[open]");
  const root = dialog ?? document.body;
  const visibly = { visibilityProperty: true, opacityProperty: true };
  const seen = (node) => node.checkVisibility(visibly) && !node.closest("#said, .skip, noscript");
  const name = (node) => `${node.tagName.toLowerCase()}.${node.className}: ${node.textContent.trim().slice(0, 30)}`;
  const own = (node) => [...node.childNodes].filter(({ nodeType, data }) => nodeType === 3 && data.trim());
  const lines = (node) => own(node).flatMap((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width }) => width > 1);
  });
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  const nodes = [...root.querySelectorAll("*")].filter((node) => seen(node) && lines(node).length);
  const boxes = new Map(nodes.map((node) => [node, lines(node)]));
  for (const node of nodes) {
    const style = getComputedStyle(node);
    const clips = style.overflowX !== "visible";
    const wide = node.scrollWidth > node.clientWidth + 1;
    if (clips && wide && !node.matches(".kind, dialog")) found.push(`clipped ${name(node)}`);
    const frame = node.closest(".kind") ? null : node.closest(".card, button, dialog");
    for (const line of boxes.get(node)) {
      if (node.closest(".kind")) continue;
      if (line.left < -1 || line.right > width + 1) found.push(`off the page ${name(node)}`);
      const around = frame?.getBoundingClientRect();
      if (!around) continue;
      const beside = line.left < around.left - 1 || line.right > around.right + 1;
      const beyond = frame !== dialog && (line.top < around.top - 4 || line.bottom > around.bottom + 4);
      if (beside) found.push(`beside its ${frame.tagName} ${name(node)}`);
      if (beyond) found.push(`above or below its ${frame.tagName} ${name(node)}`);
    }
  }
  const home = (node) => node.closest(".card, #hand, #rest, header, dialog");
  for (const [index, one] of nodes.entries()) for (const other of nodes.slice(index + 1)) {
    if (!home(one) || home(one) !== home(other) || one.closest(".kind") || other.closest(".kind")) continue;
    const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5;
    const down = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * .35;
    const meets = boxes.get(one).some((a) => boxes.get(other).some((b) => across(a, b) && down(a, b)));
    if (meets) found.push(`${name(one)} lies over ${name(other)}`);
  }
  for (const node of nodes) {
    if (node.closest(".kind, dialog:not([open])")) continue;
    for (const number of boxes.get(node).keys()) {
      (dialog ?? window).scrollBy(0, lines(node)[number].top - innerHeight * (dialog ? .5 : .15));
      const line = lines(node)[number];
      const top = document.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
      const over = top && !node.contains(top) && !top.contains(node);
      if (over) found.push(`cannot be scrolled free: ${name(node)} under ${name(top)}`);
      if (!top) found.push(`cannot be scrolled into view: ${name(node)}`);
    }
  }
  scrollTo(0, 0);
  return [...new Set(found)];
}"""


def faults(page: Page) -> dict[str, list[str]]:
    """Lead the page through every state; return what is wrong with its text in each."""
    return {state: found for state in states(page) if (found := page.evaluate(FAULTS))}


def test_as_it_is(browser: Browser, site_url: str) -> None:
    """On a small phone no text is clipped, covered or outside its card, in any state."""
    with at_the_table(browser, f"{site_url}draw/", viewport=SMALL, reduced_motion="reduce") as page:
        assert faults(page) == {}


def test_with_more_space_between_letters_words_and_lines(browser: Browser, site_url: str) -> None:
    """WCAG 1.4.12: with the spacing people may set, everything can still be read."""
    options: dict[str, Any] = {"viewport": SMALL, "reduced_motion": "reduce", "bypass_csp": True}
    with at_the_table(browser, f"{site_url}draw/", **options) as page:
        page.add_style_tag(content=SPACED)
        assert faults(page) == {}


def test_with_text_twice_as_large(browser: Browser, site_url: str) -> None:
    """The size people set in their browser counts, to 200 % on a small phone."""
    with at_the_table(browser, f"{site_url}draw/", viewport=SMALL, reduced_motion="reduce") as page:
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": TWICE})
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 34
        assert faults(page) == {}


@pytest.mark.parametrize(
    "viewport",
    [{"width": 320, "height": 256}, {"width": 568, "height": 320}, {"width": 844, "height": 390}],
    ids=["zoomed to 400 %", "small, on its side", "on its side"],
)
def test_in_small_windows_and_on_its_side(browser: Browser, site_url: str, viewport: dict[str, int]) -> None:
    """A desktop window at 400 % is 320 by 256; a phone can be turned. Nothing asks for one orientation."""
    with at_the_table(browser, f"{site_url}draw/", viewport=viewport, reduced_motion="reduce") as page:
        assert faults(page) == {}


@pytest.mark.parametrize("viewport", [SMALL, {"width": 568, "height": 320}], ids=["320", "on its side"])
def test_right_to_left(browser: Browser, site_url: str, viewport: dict[str, int]) -> None:
    """Mirrored, as a translation into Arabic or Hebrew would have it, nothing overlaps or runs off."""
    with at_the_table(browser, f"{site_url}draw/", viewport=viewport, reduced_motion="reduce") as page:
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert faults(page) == {}


def test_what_is_measured_is_found(browser: Browser, site_url: str) -> None:
    """The measure itself: text that was pushed out, laid over or cut off is reported."""
    with at_the_table(browser, f"{site_url}draw/", viewport=SMALL, bypass_csp=True) as page:
        assert page.evaluate(FAULTS) == []
        for style, fault in (
            ("#opening li { margin-inline-start: -8rem }", "off the page"),
            ("#opening h1 { white-space: nowrap; width: 4rem; overflow: hidden }", "clipped"),
            ("#opening li + li { margin-block-start: -2rem }", "lies over"),
            ("#hand { position: fixed; inset: 0 }", "cannot be scrolled free"),
        ):
            tag = page.add_style_tag(content=style)
            assert any(fault in line for line in page.evaluate(FAULTS)), fault
            tag.evaluate("node => node.remove()")
