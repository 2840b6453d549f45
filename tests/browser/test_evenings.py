"""Random evenings in a real browser: nothing comes twice, and nothing tells afterwards who passed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.table import SAID, at_the_table, drawn_out, press
from tests.browser.test_draw import LEFT_BEHIND

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# What tells of an evening afterwards, and the files that the phone keeps.
REMAINS = f"""async () => JSON.stringify([
  JSON.parse(await ({LEFT_BEHIND})()),
  await Promise.all((await caches.keys()).map(async (name) =>
    [name, (await (await caches.open(name)).keys()).map(({{ url }}) => url).sort()])),
])"""
# Taps buttons of the hand by the numbers given, each only once what the one before asked for has come; tells of each
# what it did, and which card lay there before and after it. Pause, Slow and Stop are left out.
TAPS = """async (numbers) => {
  await import(new URL("../assets/draw/moves.js", location.href));
  const lying = () => document.querySelector("[data-card]")?.dataset.card ?? null;
  const told = [];
  for (const number of numbers) {
    const usable = [...document.querySelectorAll("#hand [data-when]")].filter((one) =>
      !one.hidden && one.getAttribute("aria-disabled") !== "true");
    if (!usable.length) break;
    const button = usable[number % usable.length];
    const before = lying();
    button.click();
    for (let i = 0; i < 3; i += 1) await new Promise((done) => setTimeout(done));
    told.push([button.dataset.do, before, lying()]);
  }
  return told;
}"""
WAYS = """(names) => {
  const button = names.map((name) => document.querySelector(`#hand [data-do=${name}]:not([hidden])`))
    .find((one) => one && one.getAttribute("aria-disabled") !== "true");
  button?.click();
}"""


def reloaded(page: Page, _: random.Random) -> None:
    """Load the page anew, as a phone does that was put away."""
    page.reload()
    page.get_by_text(" left").wait_for()


def deepened(page: Page, chance: random.Random) -> None:
    """Go deeper or less deep, or leave a topic out, as somebody does in between."""
    page.locator("[data-open=depths]").first.evaluate("node => node.click()")
    page.locator(f"dialog button[value='{chance.choice('12')}']").evaluate("node => node.click()")
    page.get_by_role("dialog").wait_for(state="hidden")


def limited(page: Page, chance: random.Random) -> None:
    """Cross a topic out, or let it in again."""
    page.locator("[data-open=menu]").evaluate("node => node.click()")
    page.locator("dialog [data-open=filters]").evaluate("node => node.click()")
    topics = page.locator("dialog input[name=without]")
    topics.first.wait_for(state="attached")
    topics.nth(chance.randrange(topics.count())).evaluate("node => node.click()")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")


def watched(gone: set[str], told: list[list[Any]]) -> None:
    """Keep book of what went, and what came: what went does not come again, unless somebody steps back to it."""
    for move, before, after in told:
        if move in {"draw", "next", "pass"} and after != before:
            gone |= {before} - {None}
            assert after not in gone, f"{after} came twice"
        if move == "back":
            gone.discard(after)


@pytest.mark.parametrize("part", range(5))
def test_nothing_comes_twice_in_random_evenings(browser: Browser, site_url: str, part: int) -> None:
    """Ten evenings of draw, pass, hand over, answers, back, depth, topics and reload: what went does not return."""
    with at_the_table(browser, f"{site_url}draw/") as page:
        for seed in range(part * 10, part * 10 + 10):
            chance = random.Random(seed)  # noqa: S311 - evenings that can be repeated
            gone: set[str] = set()
            for change in (deepened, limited, reloaded, limited):
                watched(gone, page.evaluate(TAPS, [chance.randrange(60) for _ in range(8)]))
                change(page, chance)
            watched(gone, page.evaluate(TAPS, [chance.randrange(60) for _ in range(8)]))
            press(page, SAID["stop_now"])
            press(page, SAID["start_again"])


@pytest.mark.parametrize("part", range(2))
def test_evenings_leave_the_same_behind_with_passes_and_without(browser: Browser, site_url: str, part: int) -> None:
    """Ten evenings each, half of them with passes: storage, caches, address and history are the same at the end."""
    remains = set()
    for seed in range(part * 10, part * 10 + 10):
        chance = random.Random(seed)  # noqa: S311 - evenings that can be repeated
        with at_the_table(browser, f"{site_url}draw/") as page:
            page.evaluate(WAYS, ["draw"])
            for _ in range(chance.randrange(20)):
                page.evaluate(WAYS, ["pass", "draw"] if seed % 2 else ["draw"])
            if chance.random() < 0.5:
                drawn_out(page)
            else:
                page.get_by_role("button", name=SAID["stop_now"], exact=True).tap()
            remains.add(page.evaluate(REMAINS))
    assert len(remains) == 1, remains
