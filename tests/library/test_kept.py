"""The file that "Kept on this phone" saves: read strictly, and told kindly what is wrong with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.library.kept import load_favourites
from generator.library.model import Severity
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Problem

LIBRARY = a_library(a_deck(a_card("spare-key"), a_card("two-chairs")))


def read(folder: Path, text: str | bytes) -> tuple[tuple[str, ...], list[Problem]]:
    file = folder / "kept.json"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_favourites(file, LIBRARY)


def saved(*entries: object, **more: object) -> str:
    held = {"favourites": list(entries), "hidden": ["porch/two-chairs"], "kindling": 1, "settings": {}}
    return json.dumps({**held, **more}, indent=2, ensure_ascii=False) + "\n"


def test_favourites_are_read_and_hidden_cards_are_not(tmp_path: Path) -> None:
    """What the page saved comes back; each card once, and only what was liked."""
    assert read(tmp_path, saved("porch/spare-key", "porch/spare-key")) == (("porch/spare-key",), [])


def test_a_file_of_an_editor_is_read_too(tmp_path: Path) -> None:
    """A byte order mark and other line ends do no harm."""
    text = saved("porch/spare-key").replace("\n", "\r\n")
    assert read(tmp_path, b"\xef\xbb\xbf" + text.encode())[0] == ("porch/spare-key",)


def test_a_card_that_is_gone_is_a_note_at_its_line(tmp_path: Path) -> None:
    """Decks change; the others are printed all the same."""
    found, (problem,) = read(tmp_path, saved("porch/spare-key", "porch/gone"))
    assert found == ("porch/spare-key",)
    assert (problem.place.line, problem.place.column, problem.severity) == (4, 5, Severity.WARNING)
    assert "no card 'porch/gone' here" in problem.message


def test_an_entry_that_is_no_address_is_refused_at_its_place(tmp_path: Path) -> None:
    """Also one that is no text at all, and one written in another way than we would."""
    text = saved("porch/spare-key", "Spare key", 7).replace('"Spare key"', '"Sp\\u0061re key"')
    _, problems = read(tmp_path, text)
    assert [problem.message for problem in problems] == ['"Spare key" is no card\'s address', "7 is no card's address"]
    assert [problem.place.line for problem in problems] == [3, 5]
    assert all(problem.severity is Severity.ERROR and problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ('{"favourites": [\n  "porch/spare-key"\n', "cannot be read from here on: expecting", 3),
        ("porch/spare-key", "cannot be read from here on: expecting value", 1),
        ("", "cannot be read", 1),
        ("[1]", 'not a file that "Kept on this phone" saved', 1),
        ('{"favourites": []}', 'not a file that "Kept on this phone" saved', 1),
        (saved(kindling=2), "kindling: 2, and this Kindling reads 1", 1),
        (saved(kindling=True), "kindling: true", 1),
        (saved(favourites="all"), "no list of favourites", 1),
        ("[" * 200_000, "nested too deeply", 1),
        (b"\xff\xfe{\0}\0", "UTF-16", 1),
    ],
)
def test_a_broken_file_is_told_with_its_place(tmp_path: Path, text: str | bytes, said: str, line: int) -> None:
    """Cut off, of something else, of a later version, or made to break what reads it: one problem, never a crash."""
    found, (problem,) = read(tmp_path, text)
    assert not found
    assert said in problem.message
    assert problem.place.line == line
    assert problem.hint


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """Said like any other."""
    _, (problem,) = load_favourites(tmp_path / "none.json", LIBRARY)
    assert "cannot be read" in problem.message
