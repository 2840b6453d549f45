"""The draw page in a real browser: how long one draw takes, and what is fetched for the first card.

A draw is measured in Chromium's own trace, on a CPU slowed four times, with a deck of 36 and one of 10,000 cards
that is put in the place of Going First's. Thirty real clicks on Draw, the first one included, and those of the two
seconds after it, when no next card lies ready yet: they are the slow ones. Per draw, on the page's main thread, from
the start of the click event's dispatch to the end of the `Commit` of the first frame after it:

- `work`: the time the thread itself ran in between: the listener, then style, layout, paint and commit of the frame
  that shows the card. This is what has to fit into a frame of 16 ms. The thread's own clock counts the slowing, but
  neither the wait for the display's next frame nor other programs that have the processor.
- `parts`: the same by what was done. Style and layout that a listener forces count as such, not as script.
- `clock`: the same from end to end by the clock on the wall, all waiting included.
- `shown`: what Event Timing says of the interaction, from the input's own time stamp until the picture is on the
  display: also what the browser needs to deliver the click, and the compositor's work. A frame or two at least.

Tracing makes a slowed page slower still; therefore no more of it is switched on than these figures need.

The first card's bytes are those of every page, script and style sheet asked for before that card is there, compressed
as the tests' server does it (gzip, level 9); fonts and pictures apart.
"""

from __future__ import annotations

import gzip
import json
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tests.bench.trace import PARTS, Draw, draws
from tests.browser.chromium import FLAGS, provide
from tests.browser.serving import BASE, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

DECK = "going-first"
FEW, MANY = 36, 10_000
TIMES = 30
SLOWED = 4
# Between two draws, in ms: longer than the card takes to come to rest.
REST = 400
# In seconds: how long the page keeps still after the first card.
QUIET = 2.0
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"]
FIND_DRAW = """() => {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Draw");
  const { x, y, width, height } = button.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
FIND_CARD = "() => document.querySelector('[data-card]')?.dataset.card"
NOTE_TAP = "() => addEventListener('click', () => { window.tappedAt = Date.now(); }, { capture: true, once: true })"


@dataclass(frozen=True)
class Asked:
    """A request: its path below the site's, what kind the browser says it is, and when it went, in epoch seconds."""

    path: str
    kind: str
    at: float


def grown(deck: dict[str, Any], count: int) -> str:
    """Return a deck with so many cards of depth 1 and 2, whose text comes round again and again, as JSON."""
    usual = [card for card in deck["cards"] if card["kind"] in {"prompt", "frame"} and card["depth"] <= 2]
    cards = [usual[i % len(usual)] | {"id": f"card-{i}", "depth": 1 + i % 2} for i in range(count)]
    return json.dumps(deck | {"cards": cards})


def tap(page: Page) -> None:
    """Click where Draw lies, without Playwright's own checks in the page."""
    page.mouse.click(*page.evaluate(FIND_DRAW))


@contextmanager
def phone(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, Page]]:  # noqa: ANN401
    """Open a page of a phone's size."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, **options)
    yield context, context.new_page()
    context.close()


def traced(browser: Browser, address: str, deck: str) -> list[Draw]:
    """Return what the trace says of each draw from a deck; each must bring another card."""
    with phone(browser, service_workers="block") as (context, page):
        page.route(
            f"**/draw/decks/{DECK}.json", lambda route: route.fulfill(body=deck, content_type="application/json")
        )
        page.goto(f"{address}draw/#deck={DECK}", wait_until="networkidle")
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        page.wait_for_timeout(REST)
        browser.start_tracing(page=page, categories=CATEGORIES)
        came = []
        for _ in range(TIMES):
            tap(page)
            page.wait_for_timeout(REST)
            came.append(page.evaluate(FIND_CARD))
        found = draws(browser.stop_tracing())
    strange = [card for card in came if not str(card).startswith(f"{DECK}/card-")]
    if strange or len(set(came)) != TIMES or len(found) != TIMES:
        raise AssertionError(
            f"{len(set(came))} cards and {len(found)} frames of {TIMES} draws, not of the deck: {strange}"
        )
    return found


def draw_figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what a draw takes and what the first card weighs, on the site in `folder/site`."""
    site = folder / "site"
    deck = json.loads((site / "draw" / "decks" / f"{DECK}.json").read_text("utf-8"))
    path = provide()
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        taken = {count: traced(browser, address, grown(deck, count)) for count in (FEW, MANY)}
        for count, found in taken.items():
            yield from time_figures(count, found)
        ratio = median(draw.work for draw in taken[MANY]) / median(draw.work for draw in taken[FEW])
        yield f"draw, {MANY:,} cards beside {FEW}", f"{ratio:.2f} x", "none"
        yield from fetch_figures(browser, address, site)
        browser.close()


def time_figures(count: int, found: list[Draw]) -> Iterator[tuple[str, str, str]]:
    """Yield what a draw takes with so many cards."""
    what = f"draw, {count:,} cards, CPU slowed {SLOWED} x"
    yield f"{what}: work", f"{spread([draw.work for draw in found])}, the first {found[0].work:.1f} ms", "16 ms"
    parts = (f"{part} {median(draw.parts[part] for draw in found):.1f}" for part in PARTS)
    yield f"{what}: parts", f"medians in ms: {', '.join(parts)}", "none"
    yield f"{what}: clock", spread([draw.clock for draw in found]), "none"
    yield f"{what}: shown", spread([draw.shown for draw in found]), "none"


def spread(times: list[float]) -> str:
    """Return times in words."""
    return f"median {median(times):.1f} ms, worst {max(times):.1f} ms"


def fetch_figures(browser: Browser, address: str, site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what a first visit asks for until its first card, in the two seconds after, and what the card weighs."""
    asked, carded = first_card(browser, address)
    before = [one for one in asked if one.at <= carded]
    after = [one for one in asked if carded < one.at <= carded + QUIET]
    yield "draw: asked for before the first card", names(before), "none"
    yield f"draw: asked for within {QUIET:.0f} s after it", names(after), "nothing"
    weights = [weight(site, before, kind) for kind in ("Document", "Script", "Stylesheet")]
    told = "page {:.2f}, scripts {:.2f}, style {:.2f}".format(*(size / 1024 for size in weights))
    yield "draw: first card, without fonts", f"{sum(weights) / 1024:.2f} KB ({told})", "14 KB"


def first_card(browser: Browser, address: str) -> tuple[list[Asked], float]:
    """Return all requests until well after the first card of a first visit, and when that card was asked for."""
    asked: list[Asked] = []

    def note(event: dict[str, Any]) -> None:
        path = event["request"]["url"].partition(BASE)[2]
        asked.append(Asked(path, event["type"], event["wallTime"]))

    with phone(browser) as (context, page):
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", note)
        page.goto(f"{address}draw/", wait_until="networkidle")
        page.evaluate(NOTE_TAP)
        tap(page)
        page.wait_for_function(FIND_CARD)
        carded = page.evaluate("window.tappedAt") / 1000
        page.wait_for_timeout(1000 * QUIET + 500)
    return asked, carded


def names(asked: list[Asked]) -> str:
    """Return what was asked for, by the last part of each path."""
    return ", ".join(one.path.removesuffix("/").rpartition("/")[2] for one in asked) or "nothing"


def weight(site: Path, asked: list[Asked], kind: str) -> int:
    """Return the bytes of all files of a kind, compressed."""
    files = {
        site / (f"{one.path}index.html" if one.path.endswith("/") else one.path) for one in asked if one.kind == kind
    }
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)
