"""Typefaces: a project's own fonts take part where the vendored ones are not enough, and nowhere else."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING

import pytest

from generator.library.model import Place
from generator.printing.fitting import misfits
from generator.printing.flaws import HINT, typefaces_of
from generator.printing.glyphs import shown_in
from generator.printing.ink import families_of
from generator.printing.job import Job, manuscript
from generator.printing.prints import print_deck
from generator.printing.ticket import Ticket
from generator.printing.typefaces import added, house, stamp, typefaces_for
from generator.project import font_files
from tests.printing.making import made_card, made_deck
from tests.printing.scripts import FONTS, HEBREW, JAPANESE, SCRIPTS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.font)
def test_every_character_of_a_script_is_found_in_its_font(script) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Formats 4 and 12, TrueType and OpenType, letters of four planes."""
    text = "".join((script.title, script.about, *(part for prompt in script.prompts for part in prompt)))
    assert typefaces_for([text], ()).files == ()
    typefaces = typefaces_for([text], script.fonts)
    assert typefaces.files == script.fonts
    assert not {char for char in text if not char.isspace()} - typefaces.shown - set("\u200d\ufe0f")


def collection(*fonts: bytes) -> bytes:
    """Return fonts as one file: a header, and each font with its tables moved to where they now are."""
    head = struct.pack(">4sHHI", b"ttcf", 1, 0, len(fonts))
    place = len(head) + 4 * len(fonts)
    places, bodies = [], []
    for font in fonts:
        moved = bytearray(font)
        (count,) = struct.unpack_from(">H", font, 4)
        for number in range(count):
            at = 12 + 16 * number + 8
            struct.pack_into(">I", moved, at, struct.unpack_from(">I", font, at)[0] + place)
        places.append(place)
        bodies.append(bytes(moved))
        place += len(moved)
    return head + struct.pack(f">{len(fonts)}I", *places) + b"".join(bodies)


def test_a_collection_shows_what_its_fonts_show() -> None:
    """CJK fonts come as several in one file."""
    one, two = (FONTS / "hebrew.ttf").read_bytes(), (FONTS / "japanese.otf").read_bytes()
    assert shown_in(collection(one, two)) == shown_in(one) | shown_in(two)


def test_what_is_no_font_is_refused() -> None:
    """A file that breaks off, or is something else."""
    whole = (FONTS / "hebrew.ttf").read_bytes()
    with pytest.raises(ValueError, match="breaks off"):
        shown_in(whole[:200])
    with pytest.raises(ValueError, match=r"breaks off|no table"):
        shown_in(b"<html>" * 20)


def test_our_own_families_come_first_and_the_project_s_by_name() -> None:
    """Only what ours lack comes from elsewhere."""
    files = (*HEBREW.fonts, *JAPANESE.fonts)
    families = families_of(added(files, tuple(map(stamp, files))))
    assert families["text"][0] == "Kindling Text"
    assert families["plain"][-2:] == ("Noto Serif CJK JP", "Noto Serif Hebrew")
    assert families_of(house())["text"] == families["text"][:-2]


def test_a_font_changes_no_print_that_was_right_without_it() -> None:
    """A deck that needs none is the same manuscript with a font in the folder as without; one that does is not."""
    plain, other = (made_deck(made_card("one", text)) for text in ("Who?", HEBREW.title))
    for deck, same in ((plain, True), (other, False)):
        without, with_it = (Job(deck, Ticket(), typefaces=typefaces_of(deck, fonts)) for fonts in ((), HEBREW.fonts))
        assert (manuscript(without) == manuscript(with_it)) is same


def test_a_font_that_is_changed_is_another_one(tmp_path: Path) -> None:
    """Kept prints know a font by what is in it."""
    file = tmp_path / "own.ttf"
    digests = []
    for number, name in enumerate(("hebrew.ttf", "arabic.ttf")):
        file.write_bytes((FONTS / name).read_bytes())
        os.utime(file, ns=(number, number))
        digests.append(typefaces_for([HEBREW.title], (file,)).digest)
    assert len(set(digests)) == 2


def test_without_a_font_the_character_is_named_and_how_to_add_one() -> None:
    """An error at its place; with the font the deck is printed."""
    deck = made_deck(made_card("one", HEBREW.prompts[0][0], line=7), lang="he")
    made = print_deck(deck)
    assert made.pdf is None
    assert made.problems == misfits([deck])
    assert made.problems[0].place == Place("decks/made.yml", 7, 11)
    assert "hebrew letter" in made.problems[0].message
    assert made.problems[0].hint == HINT
    assert "fonts/" in HINT
    assert misfits([deck], HEBREW.fonts) == ()


def test_a_file_that_is_no_font_is_told_where_it_would_be_needed(tmp_path: Path) -> None:
    """By its name; other decks are none the worse for it, and a file that is gone is told like one."""
    broken, gone = tmp_path / "broken.otf", tmp_path / "gone.ttf"
    broken.write_text("no font", "utf-8")
    deck = made_deck(made_card("one", HEBREW.prompts[0][0]), lang="he")
    made = print_deck(deck, fonts=(*HEBREW.fonts, broken, gone))
    assert made.pdf is None
    assert [problem.place.file for problem in made.problems] == [str(broken), str(gone)]
    assert made.problems == misfits([deck], (*HEBREW.fonts, broken, gone))
    assert print_deck(made_deck(made_card("one", "Who?")), fonts=(broken,)).pdf


def test_fonts_are_the_files_of_that_kind_in_their_folder(tmp_path: Path) -> None:
    """A licence beside them is none; no folder, no fonts."""
    for name in ("b.TTF", "a.otf", "c.ttc", "OFL.txt", ".hidden.ttf"):
        (tmp_path / name).touch()
    assert [file.name for file in font_files(tmp_path)] == ["a.otf", "b.TTF", "c.ttc"]
    assert font_files(tmp_path / "nowhere") == ()
