"""The coverage list: what the brief contains, read from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.load import load_library
from generator.library.model import Library, Place
from generator.library.report import told

if TYPE_CHECKING:
    from pathlib import Path


def listed(folder: Path, text: str) -> tuple[Library, list[str]]:
    """Return the library of a docs folder with this coverage, and what its author is told, without the path."""
    (folder / "coverage.yml").write_text(text, "utf-8")
    library, problems = load_library(folder / "decks", folder)
    return library, [told(p).replace(f"{folder}/", "") for p in problems if p.place.file.endswith("coverage.yml")]


def test_every_key_of_an_item_is_read(tmp_path: Path) -> None:
    """An item with all there is to say, and one with the least; in their author's order."""
    library, problems = listed(
        tmp_path,
        "B02:\n  what: Tea\n  essays: [doors#knock]\n  pages: [draw]\n  how: It boils.\n  changed: Less.\n"
        "A01:\n  what: Milk\n  left_out: Nobody asked.\n",
    )
    assert problems == []
    tea, milk = library.coverage
    assert (tea.id, tea.what, tea.essays, tea.pages, tea.how, tea.changed) == (
        "B02", "Tea", ("doors#knock",), ("draw",), "It boils.", "Less.",
    )  # fmt: skip
    assert (milk.id, milk.left_out) == ("A01", "Nobody asked.")
    assert (milk.at("left_out").line, milk.at("nowhere")) == (9, Place(f"{tmp_path}/coverage.yml", 7, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- A01", "coverage.yml:1:1: the coverage should be groups of keys, but is a list"),
        ("A01: tea", "coverage.yml:1:6: an item should be a group of keys, but is text"),
        ("A01: {what: Tea}\nA01: {what: Tea}", "coverage.yml:2:1: the item 'A01' stands here twice"),
        ("A01: {waht: Tea, how: x}", "coverage.yml:1:7: unknown key 'waht'"),
        ("A01: {how: It boils.}", "coverage.yml:1:6: an item has no 'what'"),
    ],
)
def test_mistakes_are_told_at_their_place(text: str, expected: str, tmp_path: Path) -> None:
    """Each in one line, with what to do."""
    _, problems = listed(tmp_path, text)
    assert [problem.split("\n")[0] for problem in problems] == [expected]
    assert all("\n    try: " in problem for problem in problems)


def test_the_brief_is_listed_whole(library: Library) -> None:
    """Every item of the two articles, A01 to A55 and B01 to B50, in order; none is missing or twice."""
    expected = [f"A{number:02}" for number in range(1, 56)] + [f"B{number:02}" for number in range(1, 51)]
    assert [item.id for item in library.coverage] == expected
