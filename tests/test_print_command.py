"""`kindling print`: what can be asked of it, and what it answers."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from generator.print_command import SIDES, STACKING, calibrated, ticket_of
from generator.printing.calibration import calibration
from generator.printing.finishing import Move, moved
from generator.printing.profiles import CardSize, Paper, card_size, paper
from generator.printing.sheets import Imposition, Layout
from generator.printing.ticket import Ticket, ticket
from tests.test_cli import DECK, MKDOCS, kindling

PAGE = """slip:
  title: A slip
  about: For the fridge.
  hue: plum
  lay: star
  added: 2026-11-22
  body:
    - text: One small thing.
"""
BOTH = [Move(y=0.5), Move(1)]


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


PRINTABLE = "doormat:\n  title: Doormat\n  about: For wet shoes.\n  body:\n    - text: Wipe your feet.\n"
EVENINGS = DECK + "".join(
    f"  - id: {name}\n    text: {text}\n    depth: {depth}\n    kind: {kind}\n"
    for name, text, depth, kind in (
        ("door-left-open", "Which door do you leave open?", 1, "prompt"),
        ("broom", "Whose broom leans in the corner?", 1, "prompt"),
        ("last-light", "Which light do we leave on?", 1, "closing"),
    )
)


def test_a_stack_is_told_how_to_be_cut(folder: Path) -> None:
    """The file is named for it, and the way to stack is said."""
    done = kindling("print", "porch", "--order", "stack")
    assert done.exit_code == 0, done.output
    assert (folder / "printed" / "porch-a4-stack.pdf").is_file()
    assert STACKING in done.stderr
    assert STACKING not in kindling("print", "porch").stderr


def test_a_deck_is_dealt_into_evenings(folder: Path) -> None:
    """How many it gives is said; pages beside the decks, which have no evenings, are left out unless named."""
    (folder / "decks" / "porch.yml").write_text(EVENINGS)
    (folder / "docs" / "printables.yml").write_text(PRINTABLE)
    done = kindling("print", "--evening", "10", "--deepest", "2")
    assert done.exit_code == 0, done.output
    assert "Porch gives 1 evening of 10 minutes." in done.stderr
    assert STACKING in done.stderr
    assert [file.name for file in (folder / "printed").iterdir()] == ["porch-a4-evening-10-depth-2.pdf"]
    assert kindling("print", "doormat", "--evening", "10").exit_code == 0
    assert (folder / "printed" / "doormat-a4.pdf").is_file()


def test_a_deck_too_small_for_an_evening_says_what_it_takes(folder: Path) -> None:
    """At the deck's file, with what to write; nothing is printed, and the command says so by its status."""
    done = kindling("print", "porch", "--evening", "25")
    assert done.exit_code == 1
    assert "porch: there are too few cards for an evening of 25 minutes" in done.stdout
    assert "it takes 6 to draw, light ones first, and one of kind closing" in done.stdout
    assert not (folder / "printed").exists()


def test_evenings_are_asked_for_by_their_minutes(folder: Path) -> None:
    """Three lengths there are, and a depth without an evening is a slip."""
    assert folder.is_dir()
    assert "10" in kindling("print", "--evening", "20").stderr
    assert kindling("print", "--evening", "20").exit_code == 2
    assert "--deepest goes with --evening" in kindling("print", "--deepest", "2").stderr


def test_a_calibration_sheet_is_made_without_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the paper that is asked for, with what to do on it."""
    monkeypatch.chdir(tmp_path)
    done = kindling("print", "--calibrate", "--paper", "letter")
    assert done.exit_code == 0, done.output
    made = (tmp_path / "printed" / "calibration-letter.pdf").read_bytes()
    assert made == calibration(ticket("letter"))
    assert "1 sheet, both sides, flip on the long edge" in done.stderr


def test_a_profile_in_the_folder_moves_every_print(folder: Path) -> None:
    """Decks, pages beside them, and the calibration sheet; what is kept is unmoved, and printed again without it."""
    (folder / "docs" / "printables.yml").write_text(PAGE)
    assert kindling("print").exit_code == 0
    assert kindling("print", "--calibrate").exit_code == 0
    plain = {file.name: file.read_bytes() for file in (folder / "printed").iterdir()}
    assert set(plain) == {"porch-a4.pdf", "slip-a4.pdf", "calibration-a4.pdf"}
    (folder / "printer.toml").write_text("[back]\nx = 1\n[front]\ny = 0.5\n")
    for _ in range(2):
        assert kindling("print").exit_code == 0
        assert kindling("print", "--calibrate").exit_code == 0
        for name, moves in (("porch", BOTH), ("slip", BOTH[:1]), ("calibration", BOTH)):
            file = folder / "printed" / f"{name}-a4.pdf"
            assert file.read_bytes() == moved(plain[file.name], moves)
    (folder / "printer.toml").unlink()
    assert kindling("print").exit_code == 0
    assert (folder / "printed" / "porch-a4.pdf").read_bytes() == plain["porch-a4.pdf"]


def test_a_profile_is_named(folder: Path) -> None:
    """For somebody with two printers; one that is not there is wrong use."""
    (folder / "attic.toml").write_text("[back]\nx = -3\n")
    done = kindling("print", "--printer", "attic.toml")
    assert done.exit_code == 0
    assert "attic.toml:1:1: note: moved like this, the backs come as near as 6.8 mm" in done.stdout
    assert kindling("print", "--printer", "cellar.toml").exit_code == 2


@pytest.mark.parametrize("more", [(), ("--calibrate",)])
def test_a_profile_that_is_wrong_stops_the_print(folder: Path, more: tuple[str, ...]) -> None:
    """With its place and what to type: nobody should cut forty cards that were moved by a slip of the pen."""
    (folder / "printer.toml").write_text("[back]\nx = 50\n")
    done = kindling("print", *more)
    assert done.exit_code == 1
    assert "printer.toml:2:5: x is from -10 to 10 mm, and this is 50" in done.stdout
    assert not (folder / "printed").exists()
    (folder / "printer.toml").write_bytes(b"\xff\xfe[")
    done = kindling("print", *more)
    assert done.exit_code == 1
    assert "printer.toml:1:1: the file is saved as UTF-16" in done.stdout


def test_a_calibration_sheet_that_does_not_fit_is_wrong_use() -> None:
    """The paper is too small for its scales."""
    small = Ticket(Imposition(Paper("a5", "A5", 148, 210, ""), card_size("poker")))
    with pytest.raises(click.UsageError, match="202 x 270 mm"):
        calibrated(small, None, Path("nowhere"))


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
