"""Rules for the pages beside the decks, and what our own pages may never say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.checks import check
from generator.checks.originality import borrowed
from generator.library.model import Place
from generator.library.page import Form
from generator.printing.leaf import texts
from tests.decks import a_deck, a_library, a_printable

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.library.page import Printable

OURS = (
    "feelings-and-needs",
    "ask-first-tokens",
    "talk-agreement",
    "one-small-thing",
    "monthly-review",
    "table-setting",
    "reply-board",
    "playtest-sheet",
)


def page(library: Library, printable_id: str) -> Printable:
    return next(page for page in library.printables if page.id == printable_id)


def words_of(printable: Printable) -> str:
    return " ".join(text for text, _ in texts(printable))


def test_a_printable_may_not_have_a_deck_s_id() -> None:
    """`kindling print porch` and `print/porch-a4.pdf` can mean only one thing."""
    place = Place("docs/printables.yml", 3)
    library = a_library(printables=(a_printable(id="porch", place=place), a_printable()))
    (problem,) = check(library)
    assert (problem.message, problem.place) == ("'porch' is a deck's id already", place)
    assert problem.hint == "another id, such as porch-page"


@pytest.mark.parametrize(("key", "value", "near"), [("hue", "ocher", "ochre"), ("lay", "tepe", "tepee")])
def test_a_hue_or_lay_must_exist(key: str, value: str, near: str) -> None:
    """A slip is told with the nearest name, at the key."""
    places = {key: Place("docs/printables.yml", 9)}
    library = a_library(a_deck(), printables=(a_printable(**{key: value}, places=places),))
    (problem,) = check(library)
    assert problem.message == f"'{value}' is no {key} we know"
    assert problem.hint.startswith(near)
    assert problem.place.line == 9


def test_the_promised_pages_are_there(library: Library) -> None:
    """Eight pages, each with a look of its own and a date."""
    assert tuple(page.id for page in library.printables) == OURS
    assert len({(page.hue, page.lay) for page in library.printables}) == len(OURS)
    assert all(page.added for page in library.printables)


def test_their_words_are_our_own(library: Library) -> None:
    """Facts carry over, sentences never do."""
    found = {page.id: list(borrowed(text)) for page in library.printables for text, _ in texts(page)}
    assert not any(found.values()), found


def test_feelings_and_needs_are_many_and_none_stands_twice(library: Library) -> None:
    """48 feelings and 30 needs, in groups of one size."""
    parts = page(library, "feelings-and-needs").pieces[0]
    groups = [[entry.texts for entry in part.entries] for part in parts if part.form is Form.GROUPS]
    assert [[len(items) for items in group] for group in groups] == [[8] * 6, [5] * 6]
    assert all(len({item for items in group for item in items}) == sum(map(len, group)) for group in groups)


def test_a_page_to_write_on_can_be_changed_and_never_keeps_anyone_from_help(library: Library) -> None:
    """What people agree on ends when one of them says so, and binds nobody's tongue."""
    agreement = words_of(page(library, "talk-agreement"))
    assert "Either of us can change it or end it at any time" in agreement
    assert "never limits whom either of us talks to" in agreement
    assert "There is nothing to sign" in agreement
    assert "can be changed or dropped" in words_of(page(library, "one-small-thing"))
    review = words_of(page(library, "monthly-review"))
    assert "about the talking, not about each other" in review
    assert "someone you trust" in review
    assert "may always talk to someone we trust or a professional" in words_of(page(library, "table-setting"))


def test_no_page_asks_anyone_to_rate_or_sign(library: Library) -> None:
    """Scores and signatures are only ever named to rule them out, and nothing is to be ticked or counted."""
    everything = " ".join(words_of(page) for page in library.printables)
    for word in ("score", "sign", "ratings", "recording"):
        for found in re.finditer(rf"\b{word}", everything):
            before = everything[max(0, found.start() - 130) : found.start()].lower()
            assert re.search(r"\b(no|nothing|nobody|leave out|said or felt)\b", before), (word, before)
    assert not re.search(r"\b(tick|points|out of (five|ten)|signature|promise me|how often do)\b", everything)


def test_who_points_can_say_no_and_stop(library: Library) -> None:
    """A board with a yes has a no beside it, and the way out."""
    boxes = [entry.title for part in page(library, "reply-board").pieces[0] for entry in part.entries]
    assert boxes == ["Yes", "No", "Pass", "More time", "Later", "Stop"]
