"""What goes wrong with a phone's memory, each caused for real: a table goes on with a network, and heals."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error, expect

from generator.library.words import words
from generator.look.typography import typographic
from generator.plugin import contents
from generator.site.offline import digest, service_worker
from generator.site.scripts import scripts
from tests.browser.chromium import FLAGS, provide
from tests.browser.phone import KEPT, MOST_SECONDS, asked, put_away, settled, until, visited
from tests.browser.serving import Fault, Stage, served
from tests.browser.test_pages import PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

NEWS = typographic(words()["draw"]["news"])
TAKE = typographic(words()["draw"]["news_take"])
MISSING = typographic(words()["draw"]["deck_missing"])
# A script of the core that the first card does not wait for.
LATER = "assets/draw/pause.js"
DECK = "draw/decks/mend.json"
# Where each kind of file says which build it is of.
MARKS = """async () => {
  const root = document.documentElement;
  const deck = await fetch("decks/mend.json").then((found) => found.json(), () => ({}));
  const style = getComputedStyle(root).getPropertyValue("--build").trim() || "first";
  return [root.dataset.html ?? "first", style, root.dataset.script ?? "first", deck.build ?? "first"];
}"""
FIRST, SECOND = ["first"] * 4, ["second"] * 4
WHOLE = """async ([path, size]) => {
  const found = await caches.match(new URL('../' + path, location.href));
  return Boolean(found) && (await found.arrayBuffer()).byteLength === size;
}"""
REPLACE = """async ([path, body]) => {
  const address = new URL('../' + path, location.href).href;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (await cache.match(address)) await cache.put(address, new Response(body));
  }
}"""
EVICT = "async () => { for (const name of await caches.keys()) await caches.delete(name); }"
EVENING = "() => sessionStorage.getItem(`kindling ${new URL('..', location.href).pathname}`)"
WORKERS = """async () => {
  const found = await navigator.serviceWorker.getRegistration();
  return found ? ["installing", "waiting", "active"].filter((state) => found[state]) : [];
}"""
IS_SECOND = "() => document.readyState === 'complete' && document.documentElement.dataset.html === 'second'"
WAITS = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"
UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); }"


@pytest.fixture(scope="module")
def second(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second build: each kind of file on the table is another one, and says so."""
    folder = tmp_path_factory.mktemp("second") / "site"
    shutil.copytree(site, folder)

    def change(path: str, before: str, after: str) -> None:
        text = (folder / path).read_text("utf-8")
        assert before in text, path
        (folder / path).write_text(text.replace(before, after, 1), "utf-8")

    change("draw/index.html", "<html ", '<html data-html="second" ')
    change("assets/draw.css", "", ":root { --build: second; }\n")
    script = folder / "assets/draw/first.js"
    script.write_text(f'{script.read_text("utf-8")}document.documentElement.dataset.script = "second";\n', "utf-8")
    for deck in (folder / "draw/decks").iterdir():
        deck.write_text(json.dumps({"build": "second"} | json.loads(deck.read_text("utf-8"))), "utf-8")
    (folder / "sw.js").write_text(service_worker(contents(folder)), "utf-8")
    return folder


@pytest.fixture
def stage(site: Path) -> Stage:
    """What the server shows."""
    return Stage(site, max_age=0)


@pytest.fixture
def address(stage: Stage) -> Iterator[str]:
    """Where the stage is served."""
    with served(stage) as found:
        yield found


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that was never here. At the end no script may have failed unnoticed."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    failed: list[str] = []
    context.on("weberror", lambda error: failed.append(str(error.error)))
    yield context
    context.close()
    assert failed == []


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def lying(page: Page) -> str:
    """Wait for the card that lies there, and return its id."""
    return page.locator("[data-card]").get_attribute("data-card") or ""


def drawn(page: Page) -> str:
    """Draw, and return the card that came."""
    before = page.locator("[data-card]").get_attribute("data-card") if page.locator("[data-card]").count() else ""
    tap(page, "Draw")
    expect(page.locator("[data-card]")).not_to_have_attribute("data-card", before or "")
    return lying(page)


def choose_mend(page: Page) -> None:
    """Ask for the deck Mend by a link, as from another page of the site."""
    page.evaluate("() => { location.hash = 'deck=mend'; }")


def updated(page: Page, stage: Stage, second: Path) -> None:
    """The site is built again, and the phone has found out."""
    stage.site = second
    page.evaluate(UPDATE)
    until(page, WAITS)


# Full.


def test_a_full_storage_only_means_that_the_evening_is_not_kept(phone: BrowserContext, address: str) -> None:
    """With no byte left in sessionStorage cards are drawn as ever; after a reload the page begins anew."""
    page = phone.new_page()
    page.goto(f"{address}draw/")
    page.evaluate(
        """() => {
          for (let size = 1 << 22; size >= 1; size >>= 1)
            for (let n = 0; ; n += 1) try { sessionStorage.setItem(`${size} ${n}`, "x".repeat(size)); } catch { break; }
        }"""
    )
    assert len({drawn(page) for _ in range(5)}) == 5
    assert page.evaluate(EVENING) is None
    page.reload()
    assert page.locator("[data-card]").count() == 0
    assert drawn(page)


def test_a_phone_without_room_works_with_a_network_and_heals(phone: BrowserContext, address: str) -> None:
    """When the core does not fit, no worker is installed; with room again the next visit keeps the page."""
    page = phone.new_page()
    origin = address.split("/kindling/", maxsplit=1)[0]
    devtools = phone.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 20_000})
    page.goto(f"{address}draw/")
    drawn(page)
    until(page, "async () => (await caches.keys()).length > 0")
    until(page, f"async () => (await ({WORKERS})()).length === 0")
    assert drawn(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    page.reload()
    assert lying(page)
    settled(page)


def test_a_phone_that_fills_up_later_still_gives_what_it_has(phone: BrowserContext, address: str) -> None:
    """A file that does not fit any more comes from the network."""
    page = phone.new_page()
    visited(page, address)
    page.evaluate("async (path) => { for (const n of await caches.keys()) await (await caches.open(n)).delete(path); }",
                  f"{address}{DECK}")  # fmt: skip
    origin = address.split("/kindling/", maxsplit=1)[0]
    phone.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    page.reload()
    choose_mend(page)
    expect(page.locator("#deck-name")).to_have_text("Mend")
    assert drawn(page).startswith("mend/")
    assert not page.evaluate(KEPT, DECK)


# Blocked.


def test_a_browser_that_blocks_all_storage_still_draws(browser: Browser, address: str, tmp_path: Path) -> None:
    """With all cookies and site data blocked in the settings, cards are drawn and nothing complains."""
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=provide(), args=FLAGS)
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    with page.expect_request("**/assets/draw/offline.js"):
        page.goto(f"{address}draw/")
        drawn(page)
    with pytest.raises(Error, match="denied"):
        page.evaluate("() => sessionStorage.length")
    page.wait_for_load_state("networkidle")
    assert len({drawn(page) for _ in range(5)}) == 5
    assert failed == []
    context.close()


# Corrupted.


@pytest.mark.parametrize("garbage", ["{", "null", '{"version":1,"began":0,"evening":{}}', "\u0000" * 9, "[" * 9999])
def test_garbage_in_the_storage_is_thrown_away(phone: BrowserContext, address: str, garbage: str) -> None:
    """The page begins as on a first visit, and keeps the new evening."""
    page = phone.new_page()
    page.goto(f"{address}draw/")
    drawn(page)
    page.evaluate(
        "(text) => { for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text); }", garbage
    )
    page.reload()
    assert page.locator("[data-card]").count() == 0
    card = drawn(page)
    page.reload()
    assert lying(page) == card


@pytest.mark.parametrize("path", ["draw/index.html", "assets/draw/first.js", "assets/draw.css", LATER, DECK])
def test_a_truncated_file_is_fetched_again(phone: BrowserContext, address: str, site: Path, path: str) -> None:
    """Whatever the phone's copy has become, the page that opens is whole, and so is the copy then."""
    page = phone.new_page()
    visited(page, address)
    card = lying(page)
    body, kept_at = (site / path).read_bytes(), path.removesuffix("index.html")
    page.evaluate(REPLACE, [kept_at, body[: len(body) // 2].decode("utf-8", "ignore")])
    assert not page.evaluate(WHOLE, [kept_at, len(body)])
    page.reload()
    assert lying(page) == card
    assert page.evaluate(MARKS) == FIRST
    until(page, WHOLE, [kept_at, len(body)])
    assert drawn(page)


def test_a_truncated_deck_without_a_network_is_said_to_be_missing(phone: BrowserContext, address: str) -> None:
    """Half a deck is never dealt: the page says a sentence, and goes on with the deck it has."""
    page = phone.new_page()
    visited(page, address)
    page.evaluate(REPLACE, [DECK, '{"id":"mend","cards":['])
    phone.set_offline(True)
    choose_mend(page)
    expect(page.get_by_text(MISSING).first).to_be_visible()
    assert drawn(page).startswith("kettle-on/")


# Evicted.


def test_an_emptied_cache_is_filled_again(phone: BrowserContext, address: str) -> None:
    """A browser may clear away what a site keeps, under its running worker: the page opens, and is kept anew."""
    page = phone.new_page()
    visited(page, address)
    card = lying(page)
    page.evaluate(EVICT)
    page.reload()
    assert lying(page) == card
    assert page.evaluate(MARKS) == FIRST
    until(page, KEPT, LATER)
    until(page, KEPT, "safety/")
    phone.set_offline(True)
    page.reload()
    assert lying(page) == card


def test_an_emptied_cache_without_a_network_does_not_end_the_evening(phone: BrowserContext, address: str) -> None:
    """The page that is open deals on."""
    page = phone.new_page()
    visited(page, address)
    page.evaluate(EVICT)
    phone.set_offline(True)
    assert len({drawn(page) for _ in range(5)}) == 5


def test_an_emptied_cache_and_a_new_build_make_a_first_visit(
    phone: BrowserContext, address: str, stage: Stage, second: Path
) -> None:
    """What the old worker has lost it can never get again: it steps aside, and the new build comes whole."""
    page = phone.new_page()
    visited(page, address)
    card = lying(page)
    page.evaluate(EVICT)
    stage.site = second
    page.reload()
    assert lying(page) == card
    assert page.evaluate(MARKS) == SECOND
    drawn(page)
    settled(page)
    phone.set_offline(True)
    page.reload()
    assert lying(page)
    assert page.evaluate(MARKS) == SECOND


def test_everything_cleared_for_the_site_is_a_first_visit(phone: BrowserContext, address: str) -> None:
    """Cleared browsing data is worker, caches and evening: the open page deals on, the next visit keeps it again."""
    page = phone.new_page()
    visited(page, address)
    origin = address.split("/kindling/", maxsplit=1)[0]
    phone.new_cdp_session(page).send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    assert len({drawn(page) for _ in range(3)}) == 3
    page.reload()
    if not page.locator("[data-card]").count():
        drawn(page)
    settled(page)


# Two tabs.


def test_two_tabs_are_two_evenings(phone: BrowserContext, address: str) -> None:
    """Drawing in one changes nothing in the other, also across a reload."""
    one, other = phone.new_page(), phone.new_page()
    visited(one, address)
    visited(other, address)
    lies, left = lying(other), other.locator("#left").text_content()
    for _ in range(6):
        drawn(one)
    assert lying(other) == lies
    other.reload()
    assert lying(other) == lies
    assert other.locator("#left").text_content() == left
    assert one.locator("#left").text_content() != left


def test_an_update_taken_in_one_tab_does_not_break_the_other(
    phone: BrowserContext, address: str, stage: Stage, second: Path
) -> None:
    """Both are of the new build then, and the card in the other tab still lies there."""
    one, other = phone.new_page(), phone.new_page()
    visited(one, address)
    visited(other, address)
    card = lying(other)
    one.bring_to_front()  # a browser gives little time to a tab that nobody looks at
    updated(one, stage, second)
    put_away(one)
    tap(one, TAKE)
    for page in (one, other):
        page.bring_to_front()
        until(page, IS_SECOND)
    assert lying(other) == card
    assert one.evaluate(MARKS) == SECOND
    assert other.evaluate(MARKS) == SECOND
    assert drawn(other)


def test_a_tab_whose_evening_could_not_be_kept_is_not_loaded_anew_while_a_card_lies_there(
    phone: BrowserContext, address: str, stage: Stage, second: Path
) -> None:
    """Storage full, and another tab takes the update: the card stays until people are through."""
    one, other = phone.new_page(), phone.new_page()
    visited(one, address)
    visited(other, address)
    other.evaluate("() => sessionStorage.clear()")
    card = lying(other)
    one.bring_to_front()  # a browser gives little time to a tab that nobody looks at
    updated(one, stage, second)
    put_away(one)
    tap(one, TAKE)
    until(one, IS_SECOND)
    other.wait_for_timeout(500)
    assert lying(other) == card
    assert other.evaluate("() => document.documentElement.dataset.html") is None


# A clock that jumps.


def test_a_clock_that_jumps_asks_for_an_update_once_and_breaks_nothing(
    phone: BrowserContext, address: str, stage: Stage
) -> None:
    """Whoever comes back after an hour, or with a clock set back by one, has the server asked once; not before."""
    page = phone.new_page()
    page.clock.set_fixed_time("2030-01-01T20:00:00")
    visited(page, address)
    card = lying(page)
    come_back = "() => { document.dispatchEvent(new Event('visibilitychange')); }"
    for clock, asks in [("20:59:00", 0), ("21:01:00", 1), ("21:30:00", 0), ("20:30:00", 0), ("19:40:00", 1)]:
        stage.asked.clear()
        page.clock.set_fixed_time(f"2030-01-01T{clock}")
        page.evaluate(come_back)
        page.wait_for_timeout(400)
        assert stage.asked.count("sw.js") == asks, clock
        if clock >= "20:00:00":
            assert lying(page) == card
    assert drawn(page)


# A half-finished install.

FAULTS: list[Any] = [Fault.CUT, Fault.BROKEN, b"another version"]


@pytest.mark.parametrize("fault", FAULTS, ids=["cut", "broken", "other"])
def test_a_half_finished_install_is_none_and_the_next_visit_heals(
    phone: BrowserContext, address: str, stage: Stage, fault: Fault | bytes
) -> None:
    """A file of the core does not come whole: no worker, but cards with a network; then a visit that keeps the page."""
    stage.faults[LATER] = fault
    page = phone.new_page()
    page.goto(f"{address}draw/")
    drawn(page)
    until(page, "async () => (await caches.keys()).length > 0")
    until(page, f"async () => (await ({WORKERS})()).length === 0")
    card = drawn(page)
    stage.faults.clear()
    page.reload()
    assert lying(page) == card
    settled(page)
    phone.set_offline(True)
    page.reload()
    assert lying(page) == card


@pytest.mark.parametrize("fault", FAULTS, ids=["cut", "broken", "other"])
def test_a_half_finished_update_leaves_the_old_version_at_work(
    phone: BrowserContext, address: str, stage: Stage, second: Path, fault: Fault | bytes
) -> None:
    """Nothing is announced, the old version goes on, offline too; the next visit finds the update whole."""
    page = phone.new_page()
    visited(page, address)
    stage.site = second
    stage.faults["assets/draw.css"] = fault
    page.evaluate(UPDATE)
    until(page, f"async () => (await ({WORKERS})()).join() === 'active'")
    phone.set_offline(True)
    page.reload()
    assert page.evaluate(MARKS) == FIRST
    phone.set_offline(False)
    stage.faults.clear()
    page.reload()
    until(page, WAITS)
    assert page.evaluate(MARKS) == FIRST


@pytest.mark.parametrize("fault", FAULTS, ids=["cut", "broken", "other"])
def test_one_failing_file_does_not_sink_the_install(
    phone: BrowserContext, address: str, stage: Stage, fault: Fault | bytes
) -> None:
    """A deck that does not come is missing, nothing else; when it can be had it is kept."""
    stage.faults[DECK] = fault
    page = phone.new_page()
    visited(page, address)
    assert not page.evaluate(KEPT, DECK)
    assert page.evaluate(KEPT, "draw/decks/going-first.json")
    choose_mend(page)
    expect(page.get_by_text(MISSING).first).to_be_visible()
    stage.faults.clear()
    choose_mend_again = "() => { location.hash = ''; location.hash = 'deck=mend'; }"
    page.evaluate(choose_mend_again)
    expect(page.locator("#deck-name")).to_have_text("Mend")
    assert page.evaluate(KEPT, DECK)


# An update.


def test_an_update_waits_is_told_between_cards_and_taken_on_a_tap(
    phone: BrowserContext, address: str, stage: Stage, second: Path
) -> None:
    """While a card lies there nothing is said; then a line and a button; a tap brings the new build, whole."""
    page = phone.new_page()
    visited(page, address)
    updated(page, stage, second)
    news, status = page.locator("#news"), page.locator("#news [role=status]")
    expect(news.locator("button")).to_have_text(TAKE)
    expect(news).to_be_hidden()
    expect(status).to_have_text("")
    drawn(page)
    expect(news).to_be_hidden()
    assert page.evaluate(MARKS) == FIRST
    phone.set_offline(True)
    page.reload()
    assert page.evaluate(MARKS) == FIRST
    phone.set_offline(False)
    page.reload()
    expect(news.locator("button")).to_have_text(TAKE)
    choose_mend(page)
    expect(page.locator("#deck-name")).to_have_text("Mend")
    expect(news).to_be_visible()
    expect(status).to_have_text(NEWS)
    box = news.locator("button").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    evening = page.evaluate(EVENING)
    assert "kettle-on" in evening
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    tap(page, TAKE)
    until(page, IS_SECOND)
    assert page.evaluate(MARKS) == SECOND
    assert page.evaluate(EVENING) == evening
    expect(page.locator("#deck-name")).to_have_text("Mend")
    page.wait_for_timeout(2500)
    assert len(loads) == 1
    expect(page.locator("#news")).to_be_hidden()
    assert page.evaluate(WORKERS) == ["active"]
    phone.set_offline(True)
    page.reload()
    assert page.evaluate(MARKS) == SECOND


def test_an_update_is_taken_at_once_though_the_old_version_is_busy(
    phone: BrowserContext, address: str, stage: Stage, second: Path
) -> None:
    """The old worker still waits for a file of the rest, from a server that never answers: it makes way."""
    stage.faults["cards.json"] = Fault.SILENT
    page = phone.new_page()
    visited(page, address)
    for _ in range(20 * MOST_SECONDS):
        if "cards.json" in stage.asked:
            break
        page.wait_for_timeout(50)
    assert "cards.json" in stage.asked
    updated(page, stage, second)
    put_away(page)
    tap(page, TAKE)
    until(page, IS_SECOND)


def test_a_version_that_makes_way_begins_nothing_new(phone: BrowserContext, address: str, stage: Stage) -> None:
    """Another tab may ask for the rest just then: the next version waits until this one has nothing to do."""
    stage.faults["cards.json"] = Fault.SILENT
    page = phone.new_page()
    visited(page, address)
    while "cards.json" not in stage.asked:
        page.wait_for_timeout(50)
    page.evaluate(
        """() => {
          for (const message of ["make way", "keep the rest"]) navigator.serviceWorker.controller.postMessage(message);
        }"""
    )
    assert asked(page, "what is kept")
    page.wait_for_timeout(1000)
    assert stage.asked.count("cards.json") == 1


def test_an_evening_goes_on_with_its_old_files_and_never_with_new_ones(
    phone: BrowserContext, address: str, stage: Stage, second: Path
) -> None:
    """A file the phone has lost is not taken from the new build: the page says that it is not there."""
    page = phone.new_page()
    visited(page, address)
    page.evaluate("async (path) => { for (const n of await caches.keys()) await (await caches.open(n)).delete(path); }",
                  f"{address}{DECK}")  # fmt: skip
    stage.site = second
    choose_mend(page)
    expect(page.get_by_text(MISSING).first).to_be_visible()
    assert drawn(page).startswith("kettle-on/")
    assert not page.evaluate(KEPT, DECK)


def test_an_update_brings_only_what_is_new(phone: BrowserContext, address: str, stage: Stage, second: Path) -> None:
    """Of the files that first come, the same ones are taken from the version before."""
    page = phone.new_page()
    visited(page, address)
    stage.asked.clear()
    updated(page, stage, second)
    changed = {"draw/", "assets/draw.css", "assets/draw/first.js"}
    table = {
        name for name in stage.asked if name.startswith(("draw/", "assets/draw", "assets/fonts/", "assets/backs/"))
    }
    assert {name for name in table if not name.startswith("draw/decks/")} == changed


def test_files_of_two_builds_are_told_apart_by_their_content(site: Path, second: Path) -> None:
    """The worker's list of the second build names the second build's files."""
    for folder in (site, second):
        listed = json.loads(re.search(r"const BUILD = (\{.*?\});\n", (folder / "sw.js").read_text("utf-8"))[1])  # type: ignore[index]
        assert listed["files"]["draw/"] == digest((folder / "draw/index.html").read_bytes())
        assert set(scripts("draw")) <= set(listed["core"])
