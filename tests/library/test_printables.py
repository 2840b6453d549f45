"""Printables: what an author writes in docs/printables.yml, and what they are told about mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.load import load_library
from generator.library.model import Library, Place
from generator.library.page import Entry, Form, Part
from generator.library.report import told

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "doormat:\n  title: Doormat\n  about: For wet shoes.\n"
PAGE = f"{HEAD}  body:\n    - text: Wipe your feet.\n"
EVERYTHING = f"""{HEAD}  orientation: landscape
  copies: {{columns: 2, rows: 3}}
  lang: de
  hue: sea
  lay: raft
  added: 2026-11-22
  covers: [A19]
  body:
    - heading: Shoes
    - text: Wipe your feet.
    - small: Both of them.
    - items: [left, right]
      columns: 2
    - groups:
        - {{title: Dry, items: [clean, dusty]}}
    - lines:
        - {{title: Whose, text: A name., rows: 2}}
        - title: Size
    - boxes:
        - {{title: In, text: Come in.}}
        - title: Out
      columns: 2
"""


def read(folder: Path, text: str) -> tuple[Library, list[str]]:
    """Return the library of a docs folder with these printables, and what their author is told, without the path."""
    (folder / "printables.yml").write_text(text, "utf-8")
    (folder / "decks").mkdir(exist_ok=True)
    (folder / "decks" / "porch.yml").write_text("title: T\nabout: A\ncards: [{id: bell, text: Who rings?}]\n")
    library, problems = load_library(folder / "decks", folder)
    return library, [told(problem).replace(f"{folder}/printables.yml:", "") for problem in problems]


def test_a_printable_is_read_whole(tmp_path: Path) -> None:
    """Every key of a printable becomes a value, and every part knows its place."""
    library, said = read(tmp_path, EVERYTHING)
    assert said == []
    (page,) = library.printables
    assert (page.id, page.title, page.about) == ("doormat", "Doormat", "For wet shoes.")
    assert (page.columns, page.rows, page.count, page.landscape) == (2, 3, 6, True)
    assert (page.lang, page.hue, page.lay, page.added, page.covers) == ("de", "sea", "raft", "2026-11-22", ("A19",))
    (parts,) = page.pieces
    assert [part.form for part in parts] == list(Form)
    assert [part.text for part in parts[:3]] == ["Shoes", "Wipe your feet.", "Both of them."]
    assert [part.columns for part in parts[3:]] == [2, 1, 1, 2]
    file = str(tmp_path / "printables.yml")
    assert [entry.texts for entry in parts[3].entries] == [("left",), ("right",)]
    assert parts[4].entries == (Entry("Dry", ("clean", "dusty"), 1, Place(file, 18, 11)),)
    whose, size = parts[5].entries
    assert (whose.title, whose.texts, whose.rows) == ("Whose", ("A name.",), 2)
    assert (size.title, size.texts, size.rows) == ("Size", (), 1)
    assert [(box.title, box.texts) for box in parts[6].entries] == [("In", ("Come in.",)), ("Out", ())]
    assert (page.place, page.at("hue"), page.at("cellar")) == (Place(file), Place(file, 7, 3), Place(file))


def test_what_is_left_out_has_a_default(tmp_path: Path) -> None:
    """Title, about and one part are enough for a whole upright page."""
    (page,) = read(tmp_path, PAGE)[0].printables
    assert (page.columns, page.rows, page.landscape, page.lang, page.added) == (1, 1, False, "en", "")


def test_several_pieces_are_read_in_order(tmp_path: Path) -> None:
    """Each of the pieces has a body of its own."""
    pieces = "  copies: {columns: 2, rows: 1}\n  pieces:\n    - body: [text: Left]\n    - body: [text: Right]\n"
    library, said = read(tmp_path, HEAD + pieces)
    assert said == []
    assert [[part.text for part in piece] for piece in library.printables[0].pieces] == [["Left"], ["Right"]]


def test_printables_stand_in_their_author_s_order(tmp_path: Path) -> None:
    """The print page shows them as they were written, not by name."""
    library, _ = read(tmp_path, PAGE + PAGE.replace("doormat", "bell"))
    assert [page.id for page in library.printables] == ["doormat", "bell"]


def test_there_need_not_be_any(tmp_path: Path) -> None:
    """A project without the file, or with nothing but a comment in it, has no printables and no problem."""
    library, said = read(tmp_path, "# none yet\n")
    assert (library.printables, said) == ((), [])
    (tmp_path / "printables.yml").unlink()
    library, problems = load_library(tmp_path / "decks", tmp_path)
    assert (library.printables, problems, library.whole) == ((), [], True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[doormat]\n", ["1:1: printables should be groups of keys, but this is a list"], id="list"),
        pytest.param("doormat: shoes\n", ["1:10: a printable should be a group of keys, but is text"], id="text"),
        pytest.param(PAGE.replace("doormat", "Door Mat"), ["1:1: 'Door Mat' cannot be an id"], id="id"),
        pytest.param(PAGE + PAGE, ["6:1: the printable 'doormat' stands here twice"], id="twice"),
        pytest.param(PAGE.replace("about:", "abuot:"), ["3:3: unknown key 'abuot'"], id="unknown key"),
        pytest.param("doormat:\n  title: T\n  body: [text: T]\n", ["2:3: a printable has no 'about'"], id="no about"),
        pytest.param(HEAD, ["2:3: a printable has nothing on it"], id="no body"),
        pytest.param(f"{HEAD}  body: []\n", ["2:3: a printable has nothing on it"], id="empty body"),
        pytest.param(f"{HEAD}  pieces: []\n", ["2:3: a printable has nothing on it"], id="no pieces"),
        pytest.param(f"{HEAD}  pieces: [body: []]\n", ["2:3: a printable has nothing on it"], id="empty piece"),
        pytest.param(f"{HEAD}  pieces: [text]\n", ["4:12: a piece should be a group of keys, but is text"], id="piece"),
        pytest.param(f"{HEAD}  pieces: [bdoy: []]\n", ["4:12: unknown key 'bdoy'"], id="key of a piece"),
        pytest.param(
            f"{PAGE}  pieces:\n    - body: [text: T]\n", ["6:3: a printable has either a 'body' or 'pieces'"], id="both"
        ),
        pytest.param(
            f"{HEAD}  pieces: [{{body: [text: A]}}, {{body: [text: B]}}]\n",
            ["4:3: there are 2 pieces, and the page is cut into 1"],
            id="too many pieces",
        ),
        pytest.param(f"{PAGE}  lang: english please\n", ["6:3: 'english please' is no language code"], id="language"),
        pytest.param(
            f"{PAGE}  orientation: sideways\n", ["6:16: 'orientation' cannot be 'sideways'"], id="orientation"
        ),
        pytest.param(f"{PAGE}  copies: {{columns: 9, rows: 1}}\n", ["6:21: 'columns' cannot be '9'"], id="columns"),
        pytest.param(f"{PAGE}  copies: {{columns: 2}}\n", ["6:11: 'copies' has no 'rows'"], id="no rows"),
        pytest.param(f"{PAGE}    - shoes\n", ["6:7: a part should be a group of keys, but is text"], id="part"),
        pytest.param(f"{PAGE}    - txet: T\n", ["6:7: unknown key 'txet'"], id="unknown part"),
        pytest.param(
            f"{PAGE}    - {{heading: H, text: T}}\n",
            ["6:7: a part is one thing, and this is heading and text"],
            id="two",
        ),
        pytest.param(f"{PAGE}    - columns: 2\n", ["6:7: a part is one thing, and this is none"], id="none"),
        pytest.param(f"{PAGE}    - {{text: T, columns: 2}}\n", ["6:17: 'text' stands in one column"], id="one column"),
        pytest.param(
            f"{PAGE}    - groups: [wet]\n", ["6:16: a group should be a group of keys, but is text"], id="group"
        ),
        pytest.param(f"{PAGE}    - groups: [title: Wet]\n", ["6:16: a group has no 'items'"], id="no items"),
        pytest.param(f"{PAGE}    - lines: [{{title: W, rows: 99}}]\n", ["6:32: 'rows' cannot be '99'"], id="rows"),
        pytest.param(f"{PAGE}    - boxes: [text: W]\n", ["6:15: a box has no 'title'"], id="no title"),
        pytest.param(f"{PAGE}    - items: [a, a]\n", ["6:18: 'a' stands here twice"], id="same item"),
    ],
)
def test_authors_of_printables_are_told(text: str, expected: list[str], tmp_path: Path) -> None:
    """Each mistake is told once, with its place; essays and references are still known to be whole."""
    library, said = read(tmp_path, text)
    assert [line.partition("\n")[0] for line in said] == expected
    assert library.whole


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        pytest.param(PAGE.replace("about:", "abuot:"), "about   (keys of a printable: title, about,", id="key"),
        pytest.param(f"{PAGE}    - headign: T\n", "heading   (keys of a part: heading, text,", id="part"),
        pytest.param(HEAD, "body: and below it a line '- text: …' for each part", id="body"),
        pytest.param(PAGE.replace("doormat", "Door Mat"), "door-mat", id="id"),
        pytest.param(f"{PAGE}    - boxes: In\n", "boxes: and below it a line '- title: …' for each box", id="boxes"),
        pytest.param(
            f"{HEAD}  copies: {{columns: 2, rows: 1}}\n  pieces: [{', '.join(['{body: [text: A]}'] * 5)}]\n",
            "copies: {columns: 2, rows: 3}",
            id="pieces",
        ),
    ],
)
def test_a_mistake_comes_with_what_to_type(text: str, hint: str, tmp_path: Path) -> None:
    """The nearest key, or what one looks like, and how many rows would do."""
    assert hint in read(tmp_path, text)[1][0]


def test_a_broken_file_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    """A syntax error has its place like in a deck; the printables before it are there."""
    library, said = read(tmp_path, PAGE + "bell:\n  title: [\n")
    assert len(said) == 1
    assert [page.id for page in library.printables] == ["doormat"]


def test_a_part_without_its_own_text_has_none() -> None:
    """A part made by a program has the same defaults."""
    assert Part(Form.ITEMS) == Part(Form.ITEMS, "", (), 1, Place(""))
