"""The twelve tasks of screen-reader-script.md, by keyboard, checked in Chromium's accessibility tree.

No test here replaces a person with a screen reader: what a voice makes of the tree is for the script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from generator.library.words import words
from generator.look.typography import typographic
from tests.browser.ears import LISTEN, activate, announced, buttons, focused, go_to, named, plain, texts, tree, unheard
from tests.browser.table import SAID, a_tender_card, at_the_table, card, deck_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SCRIPT = "tests/browser/screen-reader-script.md"
FIND, SHARE, KEPT = (words()[table] for table in ("find", "share", "kept"))


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """The draw page as it opens, with a keyboard and no finger."""
    with at_the_table(browser, f"{site_url}draw/", has_touch=False, is_mobile=False) as opened:
        opened.get_by_text("30 left").wait_for()
        opened.evaluate(LISTEN)
        yield opened


def lying(page: Page, address: str) -> dict[str, Any]:
    """Put this card on the table; return it."""
    page.goto(f"{page.url}#card={address}")
    page.locator(f"[data-card='{address}']").wait_for()
    unheard(page)
    return deck_of(page, address.split("/", maxsplit=1)[0])[address]


def a_share_card(page: Page) -> tuple[str, dict[str, Any]]:
    """A card of depth 2 that has a listener's line and a follow-up."""
    for name, found in deck_of(page, "going-first").items():
        if found["depth"] == 2 and {"listen", "ask_more"} <= {note[0] for note in found.get("notes", [])}:
            return name, found
    raise AssertionError("no such card")


def note_of(found: dict[str, Any], key: str) -> str:
    """The first line of a card's small print."""
    return next(str(lines[0]) for name, _, lines, *_ in found["notes"] if name == key)


def test_first_card(page: Page) -> None:
    """Task 1: what comes before the first card is an article with six lines; the card is announced once."""
    assert [found.name for found in named(page, "article")] == [SAID["opening_title"]]
    assert len(named(page, "listitem")) == len(words()["consent"])
    folded = named(page, "DisclosureTriangle")
    assert [(found.name.removesuffix(" …"), found.states["expanded"]) for found in folded] == [
        (SAID["how_to_use"], False)
    ]
    assert list(buttons(page).items()) == [
        *(("Kettle On", True), ("up to Share", True), ("More", True)),
        *(("Draw", True), ("Back", False), ("Pass", False), ("Hand over", False)),
        *(("Pause", True), ("Slow", True), ("Stop", True)),
    ]
    activate(page, "Draw")
    found = deck_of(page, "kettle-on")[card(page)]
    depth = words()["depths"][str(found["depth"])]["name"]
    kind = words()["kinds"][found["kind"]]
    assert announced(page) == [f"{depth}. {kind}. {found['prompt']}"]
    assert found["prompt"] in [plain(heading.name) for heading in named(page, "heading")]
    assert named(page, "article")[0].name == f"{depth} {kind} {found['id']}"
    assert focused(page) == ("Answered" if found["depth"] > 1 else "Draw")


def test_pass(page: Page) -> None:
    """Task 2: a pass is one key; the next card is announced, the old one is gone, nothing counts it."""
    gone = lying(page, "kettle-on/postcard")
    before = texts(page)
    assert gone["prompt"] in before
    activate(page, "Pass")
    found = deck_of(page, "kettle-on")[card(page)]
    assert announced(page) == [f"Sip. Question. {found['prompt']}"]
    assert gone["prompt"] not in texts(page)
    assert focused(page) == "Pass"
    assert not re.search(r"pass(ed|es)|skipped", texts(page))


def test_answer_a_share_card(page: Page) -> None:
    """Task 3: after an answer the listener's line is announced first; then thanks, a follow-up, and on."""
    name, found = a_share_card(page)
    lying(page, name)
    listen, more = note_of(found, "listen"), note_of(found, "ask_more")
    assert listen not in texts(page)
    activate(page, "Answered")
    page.get_by_role("button", name="Stay here").wait_for()
    assert announced(page) == [f"{words()['notes']['listen']}. {listen}"]
    assert focused(page) == "Stay here"
    assert found["prompt"] not in texts(page)
    assert list(buttons(page))[3:6] == ["Stay here", "Next", "Back"]
    page.keyboard.press("Enter")
    (said,) = announced(page)
    assert more in said
    assert buttons(page)["Stay here"] is False
    assert focused(page) == "Stay here"
    activate(page, "Next")
    (said,) = announced(page)
    assert card(page) != name
    assert said.startswith(("Sip", "Share"))
    assert focused(page)


def test_choose_another_deck(page: Page) -> None:
    """Task 4: the sheet is a modal dialog with a name; the deck on the table is marked; focus comes back."""
    activate(page, "Kettle On")
    page.get_by_role("dialog").wait_for()
    (dialog,) = named(page, "dialog")
    assert (dialog.name, dialog.states.get("modal")) == (SAID["choose_deck"], True)
    assert focused(page) == "Kettle On"
    assert page.get_by_role("dialog").locator("[aria-current=true]").all_inner_texts() == ["Kettle On"]
    assert "Draw" not in buttons(page)
    activate(page, "Going First")
    expect(page.locator("#deck-name")).to_have_text("Going First")
    assert announced(page)[-1] == "Going First"
    assert focused(page) == "Going First"
    assert "Close" not in buttons(page)


def test_deeper_to_tender(page: Page) -> None:
    """Task 5: the cover is heard before any of the text; then the text; after an answer a landing."""
    activate(page, "up to Share")
    page.get_by_role("dialog").wait_for()
    tender = next(name for name in buttons(page) if name.startswith("Tender"))
    assert plain(SAID["tender_agree"]) in tender
    activate(page, tender)
    expect(page.locator("#depth-name")).to_have_text("Tender")
    assert focused(page) == "up to Tender"
    name, found = a_tender_card(page)
    lying(page, name)
    cover = f"Tender, about {found['topics'][0]}"
    everything = [found["prompt"], *(line for _, _, lines, *_ in found["notes"] for line in lines)]
    heard = texts(page) + " ".join(item.name for item in tree(page))
    assert cover in heard
    assert [text for text in everything if text in heard] == []
    activate(page, SAID["turn_over"])
    (said,) = announced(page)
    assert found["prompt"] in said
    assert note_of(found, "first") in texts(page)
    assert focused(page).startswith("Tender")
    activate(page, "Answered")
    page.get_by_role("button", name="Next", exact=True).wait_for()
    unheard(page)
    activate(page, "Next")
    (said,) = announced(page)
    assert said.startswith(SAID["landing_title"])
    assert found["prompt"] not in texts(page)
    activate(page, "Next")
    assert announced(page)
    assert card(page) != name


def test_pause(page: Page) -> None:
    """Task 6: nothing of the card stays in the tree; the time is said back once; the same card comes again."""
    found = lying(page, "kettle-on/postcard")
    activate(page, "Pause", "Space")
    assert focused(page) == SAID["paused_title"]
    assert found["prompt"] not in " ".join(item.name for item in tree(page))
    pressed = {item.name: item.states["pressed"] for item in named(page, "button") if "pressed" in item.states}
    assert pressed == dict.fromkeys(SAID["paused_choices"], "false")
    assert {"Draw", "Pass", "More"}.isdisjoint(buttons(page))
    unheard(page)
    activate(page, SAID["paused_choices"][1])
    expect(page.locator(".answer")).not_to_be_empty()
    assert announced(page) == [SAID["paused_said"].format(when=SAID["paused_choices"][1])]
    pressed = {item.name: item.states["pressed"] for item in named(page, "button") if "pressed" in item.states}
    assert [when for when, state in pressed.items() if state == "true"] == [SAID["paused_choices"][1]]
    activate(page, SAID["resume"])
    assert announced(page) == [f"Sip. Question. {found['prompt']}"]
    assert focused(page) == "Pause"


def test_slow(page: Page) -> None:
    """Task 7: the card is away; more time brings it back, lighter brings a lighter one; both say so."""
    name, found = a_share_card(page)
    lying(page, name)
    activate(page, "Slow")
    assert focused(page) == SAID["slow_title"]
    assert found["prompt"] not in " ".join(item.name for item in tree(page))
    assert [button for button in buttons(page) if button != "Close"] == [
        *(SAID["more_time"], SAID["lighter"], SAID["stop"])
    ]
    activate(page, SAID["more_time"])
    assert card(page) == name
    activate(page, "Slow")
    unheard(page)
    activate(page, SAID["lighter"])
    (said,) = announced(page)
    assert said.startswith("Sip.")
    assert "up to Sip" in buttons(page)
    assert focused(page) == "Pause"


def test_stop(page: Page) -> None:
    """Task 8: nothing is asked; one button is left, and it begins anew."""
    found = lying(page, "kettle-on/postcard")
    activate(page, "Stop")
    assert focused(page) == SAID["stopped_title"]
    assert found["prompt"] not in " ".join(item.name for item in tree(page))
    assert buttons(page) == {SAID["start_again"]: True}
    activate(page, SAID["start_again"])
    assert announced(page) == [SAID["opening_title"]]
    assert focused(page)


def test_menu(page: Page) -> None:
    """Tasks 9 to 12 begin here: the menu is a modal dialog; each way on has a name; Escape gives the focus back."""
    activate(page, "More")
    page.get_by_role("dialog").wait_for()
    (dialog,) = named(page, "dialog")
    assert (dialog.name, dialog.states.get("modal")) == (SAID["more_title"], True)
    assert [SAID[key] in buttons(page) for key in ("filters", "find", "lying", "help")] == [True] * 4
    assert SAID["share"] not in buttons(page)
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert focused(page) == "More"


def test_the_skip_link_leads_to_the_card(page: Page) -> None:
    """The first Tab offers the way past the head; what follows is the card, then the buttons."""
    page.keyboard.press("Tab")
    assert focused(page) == SAID["skip_link"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page).startswith(SAID["how_to_use"])
    go_to(page, "Draw")


def from_menu(page: Page, name: str) -> None:
    """Open the menu by keyboard, and a sheet from it; it is a modal dialog with that name."""
    activate(page, SAID["more"])
    page.get_by_role("dialog", name=SAID["more_title"]).wait_for()
    activate(page, name)
    page.get_by_role("dialog", name=name).wait_for()
    assert [found.states.get("modal") for found in named(page, "dialog")] == [True]


def test_leave_out_a_topic(page: Page) -> None:
    """Task 9: each topic says whether it is crossed out, the count is said as it changes, and focus comes back."""
    from_menu(page, SAID["filters"])
    boxes = {found.name: found.states["checked"] for found in named(page, "checkbox")}
    assert boxes["food"] == "false"
    line = page.get_by_role("dialog").locator("[aria-live=polite]")
    before = line.inner_text()
    activate(page, "food", "Space")
    assert {found.name: found.states["checked"] for found in named(page, "checkbox")}["food"] == "true"
    expect(line).not_to_have_text(before)
    count = line.inner_text().split()[0]
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    page.get_by_text(f"{count} left", exact=True).wait_for()
    assert focused(page) == SAID["more"]


def test_look_up_a_printed_card(page: Page) -> None:
    """Task 10: the field has a name and a hint; what is not there is said in words; the card is announced."""
    from_menu(page, SAID["find"])
    (field,) = named(page, "textbox")
    assert field.name == typographic(FIND["label"])
    assert focused(page) == field.name
    page.keyboard.type("qqqqqqqq")
    page.keyboard.press("Enter")
    said = page.get_by_role("dialog").get_by_role("status")
    expect(said).to_have_text(typographic(FIND["nothing"]))
    assert focused(page) == field.name
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("postcard")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert card(page) == "kettle-on/postcard"
    assert deck_of(page, "kettle-on")["kettle-on/postcard"]["prompt"] in " ".join(announced(page))


def test_share_a_card(page: Page) -> None:
    """Task 11: Share is there only with a card; that the link was copied is heard, and focus stays."""
    activate(page, SAID["more"])
    page.get_by_role("dialog").wait_for()
    assert SAID["share"] not in buttons(page)
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    lying(page, "kettle-on/postcard")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    from_menu(page, SAID["share"])
    activate(page, SHARE["copy_link"])
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(typographic(SHARE["copied"]))
    assert focused(page) == SHARE["copy_link"]
    assert str(page.evaluate("navigator.clipboard.readText()")).endswith("/cards/kettle-on/postcard/")


def test_read_what_is_kept(page: Page) -> None:
    """Task 12: each thing has a heading and says in words what there is; erasing is heard, and focus stays."""
    activate(page, "Draw")
    card(page)
    page.goto(f"{page.url}kept/")
    headings = [found.name for found in named(page, "heading")]
    assert headings[0] == KEPT["title"]
    assert KEPT["evening_title"] in headings
    page.get_by_text("An evening that began").wait_for()
    activate(page, KEPT["evening_erase"])
    expect(page.get_by_role("status")).to_have_text(KEPT["said"]["evening_erased"])
    assert focused(page) == KEPT["evening_erase"]
    assert not buttons(page)[KEPT["evening_erase"]]


def test_the_script_names_tests_that_are_here(root: Path) -> None:
    """Each of the twelve tasks has its row for three screen readers, and a test that exists."""
    text = (root / SCRIPT).read_text("utf-8")
    assert re.findall(r"^## (\d+)\.", text, re.MULTILINE) == [str(number) for number in range(1, 13)]
    box = r"(?:☐ not done|☑ [^|]+)"
    tests = re.findall(rf"^\| {box} \| {box} \| {box} \| ([^|]+) \|$", text, re.MULTILINE)
    assert len(tests) == 12
    assert {name for named in tests for name in re.findall(r"^`(test_\w+)`$", named.strip())} <= set(globals())
    assert "to be added" not in text
