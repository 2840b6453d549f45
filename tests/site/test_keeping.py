"""The page of what is kept on a phone, as text."""

from __future__ import annotations

import json
import re

from generator.library.model import Library
from generator.library.words import words
from generator.site.keeping import kept_files, kept_page
from generator.site.scripts import scripts
from tests.decks import a_card, a_deck, a_library

THINGS = ("evening", "asked", "colours", "pages", "other")


def block(page: str, name: str) -> dict[str, str]:
    """Return what the page tells its script."""
    found = re.search(f'<script type="application/json" id="{name}">(.*?)</script>', page)
    assert found
    said: dict[str, str] = json.loads(found[1])
    return said


def test_the_page_lies_beside_the_draw_page() -> None:
    """Its address is short enough to be said aloud; where nothing is drawn, nothing is kept."""
    assert set(kept_files(a_library())) == {"draw/kept/index.html"}
    assert kept_files(Library()) == {}


def test_each_thing_has_its_own_way_to_be_erased() -> None:
    """Nobody has to erase everything to be rid of one thing, and one button erases all."""
    erasing = re.findall(r'data-erase="(\w+)"', kept_page(a_library()))
    assert set(erasing) == {*THINGS, "settings", "all"}
    assert len(erasing) == len(set(erasing))


def test_what_the_page_cannot_erase_stands_there_without_a_script_too() -> None:
    """Whoever trusts the page must know where it ends, and how to go on by hand."""
    page = kept_page(a_library())
    without = page.partition('<div id="kept" hidden>')[0] + page.partition("</div>\n<section")[2]
    for word in ("history", "Downloads", "home screen", "another tab", "site data"):
        assert word in without


def test_every_word_of_the_script_is_sent_and_said() -> None:
    """A sentence that is missing would show as nothing; one that nobody says would only weigh."""
    code = "".join(scripts("kept").values())
    named = {f"{name}_erased" for name in (*THINGS, "settings", "all")}
    named |= {f"colours_{found}" for found in ("light", "dark", "some", "none")}
    named |= {"favourites_none", "hidden_none", "hand_left", "hand_right", "keys_false", "large_true"}
    spoken = {key for key in words()["kept"]["said"] if f'"{key}"' in code}
    assert not named & spoken
    assert set(block(kept_page(a_library()), "words")) == named | spoken


def test_decks_are_called_by_their_titles_and_titles_stay_text() -> None:
    """A favourite shows as "Porch: bell"; a title cannot become markup or end the block it stands in."""
    page = kept_page(a_library(a_deck(a_card(), title='</script><b> "Porch"')))
    assert block(page, "titles") == {"porch": "</script><b> “Porch”"}
    assert "<b>" not in page


def test_the_page_speaks_of_no_pass() -> None:
    """Whether, or how often, somebody passed is nobody's to know: page and scripts have no word for it."""
    assert not re.search(r"\bpass(es|ed|ing)?\b", kept_page(a_library()), re.IGNORECASE)
    for script in scripts("kept").values():
        assert not re.search(r"\b(pass(es|ed|ing)?|seen|piles?)\b", script)
