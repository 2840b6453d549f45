"""What the search knows, and what it keeps to itself."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from generator.library.model import Kind, Library
from generator.site.finding import CARDS, find_dialog, find_files, find_link, page_found, pages_json, shown
from generator.site.scripts import minisearch
from tests.decks import a_card, a_deck

TENDER = a_card("snow", text="Who do you miss?", depth=4, care="Agree first.", topics=("loss",))
WORD = a_card("warm", text="Warm", need="closeness", kind=Kind.WORD)
DECK = a_deck(a_card(follow_up=("And then?",), listener="Look up."), TENDER, WORD)
LIBRARY = Library(decks=(DECK,))


def test_a_tender_card_shows_its_cover_and_is_found_by_its_text() -> None:
    """Nobody reads it by browsing; who knows its words finds it."""
    cards = {card["id"]: card for card in json.loads(find_files(LIBRARY)[CARDS])["cards"]}
    assert cards["snow"]["shown"] == "Tender, about loss"
    assert cards["snow"]["text"] == "Who do you miss? Agree first."
    assert shown(replace(TENDER, topics=()), DECK) == "A Tender card"


def test_the_page_that_lists_all_cards_hides_what_is_under_a_cover() -> None:
    """The list is for browsing, so a Tender card gives its topic only."""
    page = find_files(LIBRARY)["find/index.html"]
    assert "Tender, about loss" in page
    assert TENDER.text not in page
    assert 'href="../cards/porch/snow/"' in page


def test_a_card_is_found_by_all_its_words() -> None:
    """Follow-ups and the listener's line belong to it, and a feeling comes with its need."""
    cards = json.loads(find_files(LIBRARY)[CARDS])["cards"]
    assert cards[0]["text"] == "And then? Look up."
    assert cards[2]["shown"] == "Warm: Often needs closeness."


def test_no_decks_no_search() -> None:
    """A project that begins has nothing to look through."""
    assert find_files(Library()) == {}


def test_a_page_is_taken_apart_at_its_headings() -> None:
    """A result leads to the place; what is folded away from searching stays unknown."""
    html = (
        '<p>Before.</p><h1 id="top">Snow <em>falls</em></h1><p>One<br>two &amp; three</p>'
        '<div data-search-exclude><p>No<img src="x"></p></div><script>let x = "<p>";</script>'
        '<h2 id="deep">Deep</h2><p>Four</p><h3>Bare</h3><p></p><h2 id=""></h2>'
    )
    assert json.loads(pages_json([page_found("essays/snow/", "Snow", html)])) == [
        {"at": "essays/snow/", "page": "Snow", "shown": "Snow", "text": "Before."},
        {"at": "essays/snow/", "page": "Snow", "shown": "Snow falls", "text": "One two & three"},
        {"at": "essays/snow/#deep", "page": "Snow", "shown": "Deep", "text": "Four"},
        {"at": "essays/snow/", "page": "Snow", "shown": "Bare", "text": ""},
    ]


def test_pages_stand_in_the_order_of_their_addresses() -> None:
    """Same pages, same bytes, in whatever order they were built."""
    two = [page_found("b/", "B", "<h1>B</h1>"), page_found("a/", "A", "<h1>A</h1>")]
    assert pages_json(two) == pages_json(reversed(two))


@pytest.mark.parametrize(("here", "root"), [("", "./"), ("./", "./"), ("essays/snow/", "../../")])
def test_the_way_to_the_search_holds_on_every_page(here: str, root: str) -> None:
    """Under a sub-path too: addresses are as seen from the page."""
    assert f'href="{root.removeprefix("./")}find/"' in find_link(here)
    assert f'data-root="{root}"' in find_dialog(here)


def test_the_library_is_the_one_that_is_listed() -> None:
    """By its sha256, so that nobody swaps it unseen; its licence goes with what is served."""
    folder = files("generator.site") / "vendored"
    listed = tomllib.loads((folder / "vendored.toml").read_text("utf-8"))["minisearch"]
    source = (folder / "minisearch.js").read_bytes()
    assert hashlib.sha256(source).hexdigest() == listed["file_sha256"]
    served = minisearch()["assets/find/minisearch.js"]
    assert served.startswith("/*! MiniSearch. Copyright 2022 Luca Ongaro")
    assert "Permission is hereby granted" in served


def test_the_library_loses_its_comments_and_space_and_nothing_else() -> None:
    """What is served says the same as its package."""
    source = (files("generator.site") / "vendored" / "minisearch.js").read_text("utf-8")
    # In this file a comment begins its line, or follows a statement's end.
    without = re.sub(r"^\s*/\*.*?\*/|(?:^|(?<=[;{},\s]))\s*//[^\n]*", "", source, flags=re.DOTALL | re.MULTILINE)
    served = minisearch()["assets/find/minisearch.js"].partition("*/")[2]
    assert re.sub(r"\s", "", served) == re.sub(r"\s", "", without)
