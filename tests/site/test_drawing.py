"""The draw page as text, and its decks as data."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.library.model import Kind, Library
from generator.library.words import words
from generator.look.tokens import look
from generator.look.typography import typographic
from generator.site.drawing import SHARE, deck_json, draw_files, draw_page, drawn_card, sentence, sheets_page
from generator.site.scripts import scripts
from tests.decks import a_card, a_deck, a_library

TRICK = '</script><script>alert("1")</script> & "so"'


def block(page: str, block_id: str) -> Any:  # noqa: ANN401
    """Return a data block of a page, read as JSON."""
    found = re.search(rf'<script type="application/json" id="{block_id}">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_a_deck_is_fetched_under_its_id() -> None:
    """Each deck has a file of its own; the page holds the one it opens with."""
    made = draw_files(a_library(a_deck(), a_deck(id="attic", title="Attic")))
    assert [uri for uri in sorted(made) if "decks" in uri] == ["draw/decks/attic.json", "draw/decks/porch.json"]
    assert {"draw/ids.json", "draw/index.html", "draw/more.html", "draw/pick/index.html"} < set(made)
    assert json.loads(made["draw/decks/porch.json"]) == block(made["draw/index.html"], "first")


def test_a_library_without_decks_has_no_draw_page() -> None:
    """Nothing can be drawn, so nothing is made."""
    assert draw_files(Library()) == {}


def test_a_card_carries_what_is_shown_and_nothing_empty() -> None:
    """Small print has its label, its lines and whether it stands open; what a card has not is left out."""
    card = a_card(
        kind=Kind.WORD, depth=2, text="At sea", need="a shore", follow_up=("Which one?", "How far?"), topics=("home",)
    )
    assert drawn_card(card, a_deck(card)) == {
        "id": "spare-key",
        "kind": "word",
        "depth": 2,
        "lead": "At sea",
        "prompt": "Often needs a shore.",
        "notes": [["ask_more", "Ask more", ["Which one?", "How far?"], 0]],
        "topics": ["home"],
    }


@pytest.mark.parametrize(
    ("values", "open_notes"),
    [
        ({"care": "Agree first.", "depth": 2}, ["first"]),
        ({"minutes": 3, "kind": Kind.PRACTICE}, ["time"]),
        ({"return_": "tonight", "kind": Kind.PAUSE}, ["back_at"]),
        ({"listener": "Nod.", "depth": 3}, ["listen"]),
        ({"listener": "Nod.", "follow_up": ("And?",), "depth": 2}, []),
    ],
)
def test_what_must_be_read_stands_open(values: dict[str, Any], open_notes: list[str]) -> None:
    """What to agree first, a time, a return, and from Open on the listener's line; the rest waits behind its label."""
    card = a_card(**values)
    assert [note[0] for note in drawn_card(card, a_deck(card))["notes"] if note[3]] == open_notes


def test_a_swap_shows_what_to_leave() -> None:
    """The words to leave stand over the words to try."""
    card = a_card(kind=Kind.SWAP, instead="At least it's over.")
    assert drawn_card(card, a_deck(card))["over"] == ["instead", "Instead of", ["At least it’s over."], 1]  # noqa: RUF001


def test_the_page_is_whole_before_any_script_runs() -> None:
    """Title, consent lines, the deck's name, and the ways to the safety page and to every card stand in the HTML."""
    page = draw_page(a_library(a_deck(a_card(), a_card("lost-key", text="Which key did you lose?"))))
    assert page.startswith("<!doctype html>")
    for line in words()["consent"]:
        assert f"<li>{typographic(line)}</li>" in page
    assert 'href="../safety/"' in page
    assert '<a href="../decks/porch/#cards">All 2 cards</a>' in page
    assert '<span id="deck-name">Porch</span>' in page
    assert 'up to <span id="depth-name">Share</span>' in page


def test_a_tender_card_is_covered_without_scripts_too() -> None:
    """Its text is only among the data for the script, and is read on the card's own page."""
    plain, named = (a_card(i, text="Who is missing?", depth=4, care="Agree first.") for i in ("loss", "move"))
    page = draw_page(a_library(a_deck(plain, replace(named, topics=("home", "time")))))
    assert "Who is missing?" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def test_card_text_cannot_leave_its_place() -> None:
    """Whatever stands in a deck is text in the HTML, and cannot end the block of data."""
    deck = a_deck(a_card(text=TRICK), title=TRICK, how_to_use=TRICK, about=TRICK)
    page = draw_page(a_library(deck))
    assert "<script>alert" not in page
    assert block(page, "first")["cards"][0]["prompt"] == typographic(TRICK)
    assert json.loads(deck_json(deck))["title"] == typographic(TRICK)


def test_the_page_has_nothing_inline_and_no_address_of_its_own() -> None:
    """It works under a policy without inline scripts and styles, in any folder."""
    page = draw_page(a_library())
    assert not re.search(r"\sstyle=|\son\w+=|<style", page)
    assert {match[1] for match in re.finditer(r"<script ([^>]*)>", page)} == {
        'type="module" src="../assets/draw/first.js"',
        'type="application/json" id="first"',
        'type="application/json" id="words"',
    }
    assert all(
        address.startswith(("../", "#", "pick/", "data:,")) for address in re.findall(r'(?:href|src)="([^"]*)"', page)
    )


def test_the_browser_is_told_the_colours_of_day_and_night() -> None:
    """The bar around the page has the colour of the table."""
    page = draw_page(a_library())
    for scheme, tone in (("light", "day"), ("dark", "night")):
        assert f'media="(prefers-color-scheme: {scheme})" content="{look()[tone]["table"]}"' in page


def test_page_and_scripts_agree_on_how_deep_it_goes_at_first() -> None:
    """The sentence in the HTML is already true when the script starts."""
    assert f"const SHARE={SHARE};" in scripts("draw")["assets/draw/first.js"]


def test_what_is_shown_later_is_a_page_of_its_own() -> None:
    """The sheets name every deck and every depth, hold no card, and no search engine lists them."""
    page = sheets_page(a_library(a_deck(), a_deck(id="attic", title="Attic <b>")))
    assert re.findall(r'<button type="button" value="(\w+)"', page)[:6] == ["porch", "attic", "1", "2", "3", "4"]
    assert "Attic &lt;b&gt;" in page
    assert "spare-key" not in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_deck_says_when_it_is_read_from_right_to_left() -> None:
    """The page turns its cards; a deck that is read from the left does without a word."""
    assert json.loads(deck_json(a_deck(lang="he")))["dir"] == "rtl"
    assert "dir" not in json.loads(deck_json(a_deck()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{deck}, up to {depth}", [("", "", "deck", ""), (", ", "up to ", "depth", "")]),
        ("Bis {depth}: {deck}.", [("", "Bis ", "depth", ""), (": ", "", "deck", ".")]),
    ],
)
def test_the_sentence_at_the_top_is_made_of_buttons(text: str, expected: list[tuple[str, ...]]) -> None:
    """In any order of words each of its two places is part of a button."""
    assert sentence(text) == expected
