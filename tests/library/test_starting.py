"""The deck that authors begin from."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import check
from generator.library.decks import CARD_KEYS, DECK_KEYS
from generator.library.load import load_library
from generator.library.model import Kind
from generator.library.shapes import ID_LENGTH, List, fits_id, written
from generator.library.starting import RESERVED, NotStartedError, start, starter
from generator.printing.prints import print_deck
from generator.printing.ticket import ticket

IDS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)
ASLEEP = re.compile(rf"^# (?={'|'.join(DECK_KEYS)}: )(?=.*\n\n)", re.MULTILINE)


def found(folder: Path) -> list[str]:
    """Return everything there is to say about a folder of decks, taste included."""
    library, problems = load_library(folder)
    return [str(problem) for problem in [*problems, *check(library, house_rules=True)]]


@given(IDS.filter(lambda deck_id: deck_id not in RESERVED))
def test_a_deck_can_begin_under_any_good_name(deck_id: str) -> None:
    """Whatever the id, the file is there, and neither the loader nor any rule has a word to say."""
    with TemporaryDirectory() as folder:
        file = start(deck_id, Path(folder))
        assert file == Path(folder) / f"{deck_id}.yml"
        assert os.listdir(folder) == [file.name]  # noqa: PTH208 - hidden files too
        assert found(Path(folder)) == []


@given(st.one_of(st.text(max_size=60), IDS.map(lambda text: f"{text}-"), st.sampled_from(sorted(RESERVED))))
def test_a_name_that_cannot_be_an_id_is_met_with_one_that_can(text: str) -> None:
    """Nothing is written, one line says why, and the name it offers works."""
    if fits_id(text) and text not in RESERVED:
        return
    with TemporaryDirectory() as folder:
        with pytest.raises(NotStartedError) as refusal:
            start(text, Path(folder))
        assert os.listdir(folder) == []  # noqa: PTH208 - as above
        said = str(refusal.value)
        assert said.isprintable()
        assert start(said.rpartition("Try: kindling new ")[2], Path(folder)).is_file()


@pytest.mark.parametrize(
    ("deck_id", "said"),
    [
        ("My Deck", "'My Deck' cannot be a deck's id, which has small letters a-z, numbers and single hyphens only."),
        ("a" * (ID_LENGTH + 1), "is longer than 40 characters"),
        ("con", "'con' is kept for something else. Try: kindling new con-2"),
        ("../porch", "Try: kindling new porch-2"),
        ("porch", "there is a deck 'porch' in"),
        ("taken", "it stays as it is. Try: kindling new taken-2"),
    ],
)
def test_what_is_there_is_never_touched(deck_id: str, said: str, tmp_path: Path) -> None:
    """A deck that exists keeps its bytes, also under an ending in other letters; the author reads why."""
    (tmp_path / "porch.yml").write_text("mine")
    (tmp_path / "Taken.YAML").write_text("mine too")
    with pytest.raises(NotStartedError, match=re.escape(said)):
        start(deck_id, tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "porch.yml": "mine",
        "Taken.YAML": "mine too",
    }


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    """A project without any deck yet, which git does not keep a folder for, can have its first."""
    assert start("porch", tmp_path / "my" / "decks").is_file()


def unwritable(folder: Path) -> Path:
    """Return a folder that nobody may write in; where the tests run as root, one of the system's."""
    if os.geteuid() == 0:
        return Path("/proc")
    folder.chmod(0o500)
    return folder


def test_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    """The author reads which file it was about and what to look at."""
    folder = unwritable(tmp_path)
    with pytest.raises(NotStartedError, match=r"porch\.yml cannot be written \([a-z ]+\)\. Check that .* is a folder"):
        start("porch", folder)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    """Something called decks that is no folder is not replaced by one."""
    (tmp_path / "decks").write_text("a list of mine")
    with pytest.raises(NotStartedError, match=r"Check that .*decks is a folder"):
        start("porch", tmp_path / "decks")
    assert (tmp_path / "decks").read_text() == "a list of mine"


@pytest.mark.parametrize("name", DECK_KEYS)
def test_every_key_of_a_deck_is_explained_once(name: str) -> None:
    """The notes speak of each key, in the words of the program's own table."""
    about = re.escape(DECK_KEYS[name].about)
    assert len(re.findall(rf"^# {name}( \(needed\))?: {about}\.?$", starter("x"), re.MULTILINE)) == 1


@pytest.mark.parametrize("name", CARD_KEYS)
def test_every_key_of_a_card_is_explained_once(name: str) -> None:
    """The notes above the cards speak of each key, in the words of the program's own table."""
    about = re.escape(CARD_KEYS[name].about)
    assert len(re.findall(rf"^#   {name} +(\(needed\) )?{about}$", starter("x"), re.MULTILINE)) == 1


def test_the_first_line_is_for_editors() -> None:
    """An editor that knows YAML finds the deck's schema by itself."""
    assert starter("x").startswith("# yaml-language-server: $schema=../site/schema/deck.json\n")
    assert starter("kettle-on-2").count("\ntitle: Kettle On 2\n") == 1


def test_every_key_that_is_asleep_can_be_woken(tmp_path: Path) -> None:
    """Without the # and the space in front, each example in the notes is understood."""
    text, woken = ASLEEP.subn("", starter("porch"))
    assert woken == len(DECK_KEYS) - 6
    (tmp_path / "porch.yml").write_text(text, "utf-8")
    assert load_library(tmp_path)[1] == []


def test_every_sample_is_written_well(tmp_path: Path) -> None:
    """What the guide shows behind a key is what the loader understands there."""
    deck = [f"{name}: {written(key)}" for name, key in DECK_KEYS.items() if not isinstance(key.shape, List)]
    card = [f"    {name}: {written(key)}" for name, key in CARD_KEYS.items()]
    (tmp_path / "porch.yml").write_text("\n".join([*deck, "cards:", "  -", *card]), "utf-8")
    library, problems = load_library(tmp_path)
    assert problems == []
    assert library.decks[0].cards[0].at("lint_ignore").line == len(deck) + 2 + len(card)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_first_deck_can_be_printed(paper: str, tmp_path: Path) -> None:
    """The cards are of different kinds, and all of them fit their paper."""
    start("my-deck", tmp_path)
    deck = load_library(tmp_path)[0].decks[0]
    assert {card.kind for card in deck.cards} == {Kind.PROMPT, Kind.FRAME, Kind.PAUSE, Kind.CLOSING}
    printed = print_deck(deck, ticket(paper))
    assert printed.problems == ()
    assert printed.pdf
