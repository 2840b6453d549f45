"""`kindling print`: what can be asked of it, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from generator.print_command import SIDES, ticket_of
from generator.printing.profiles import CardSize, paper
from generator.printing.sheets import Imposition, Layout
from generator.printing.ticket import Ticket
from tests.test_cli import DECK, MKDOCS, kindling

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project that one stands in; what is printed lies in `printed`."""
    for name, text in (("mkdocs.yml", MKDOCS), ("decks/porch.yml", DECK), ("docs/index.md", "# Porch\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("layout", Layout)
def test_a_layout_is_printed_under_its_name(folder: Path, layout: Layout) -> None:
    """The file says how it is to be printed, and so does the line about it."""
    done = kindling("print", "porch", "--layout", layout.value)
    assert done.exit_code == 0, done.output
    usual = layout is Layout.DUPLEX_LONG
    assert (folder / "printed" / ("porch-a4.pdf" if usual else f"porch-a4-{layout}.pdf")).is_file()
    assert SIDES[layout] in done.stderr


def test_gutter_and_fold_are_chosen(folder: Path) -> None:
    """Room between cards, and the way a sheet is folded, are in the file's name too."""
    assert kindling("print", "--layout", "fold", "--fold-axis", "level", "--gutter", "6").exit_code == 0
    assert (folder / "printed" / "porch-a4-fold-gutter-6-level.pdf").is_file()


def test_a_card_that_does_not_fit_is_wrong_use() -> None:
    """Which card, and which paper, before anything is set."""
    poster = Imposition(paper("a4"), CardSize("poster", "Poster", 300, 400, ""))
    with pytest.raises(click.UsageError, match="Poster card of 300 x 400 mm does not fit on A4"):
        ticket_of(lambda: Ticket(poster))


def test_perforated_sheets_are_asked_for_by_name(folder: Path) -> None:
    """Paper and card are the maker's; the file is called by the maker's number; pages go on the same paper."""
    done = kindling("print", "porch", "--for", "avery-5371")
    assert done.exit_code == 0, done.output
    assert (folder / "printed" / "porch-avery-5371.pdf").is_file()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--for", "avery-0"), "there is: avery-5371, avery-8371"),
        (("--for", "avery-5371", "--paper", "a4"), "Avery 5371 settles its own paper"),
        (("--for", "avery-5371", "--layout", "fold"), "does not go with the layout 'fold'"),
        (("--card", "tarot"), "tarot-us, tarot-eu"),
        (("--paper", "a9"), "a4, letter, a3, a5, legal, tabloid"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_there_is_not_is_wrong_use(asked: tuple[str, ...], said: str) -> None:
    """Exit status 2, and the names there are or the wish that cannot be granted."""
    done = kindling("print", *asked)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
