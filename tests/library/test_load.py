"""From files to a library: folders, encodings, sizes, and what must never take the process down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.library import load
from generator.library.load import MOST_BYTES, MOST_FAULTS, load_library
from generator.library.model import Library, Place
from generator.library.nodes import CONTROL
from generator.library.report import told
from tests.library.mutations import misplaced, mutated

GOLDEN = Path(__file__).parent.parent / "golden"
SHAPES = (GOLDEN / "every-shape.yml").read_bytes()
DECK = "title: Porch Light\nabout: Short talks.\ncards:\n  - id: bell\n    text: Who rings?\n"
HUNDRED_THOUSANDS = 200_000


def library_of(folder: Path, data: bytes | str, name: str = "porch.yml") -> tuple[Library, list[str]]:
    """Return a folder's library, with one deck written anew, and what its author is told, without the path."""
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    library, problems = load_library(folder)
    return library, [told(problem).replace(f"{folder}", "").lstrip("/\\") for problem in problems]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(b"\xef\xbb\xbf" + SHAPES, id="byte order mark"),
        pytest.param(SHAPES.replace(b"\n", b"\r\n"), id="Windows line ends"),
        pytest.param(b"\xef\xbb\xbf" + SHAPES.replace(b"\n", b"\r\n"), id="both"),
        pytest.param(SHAPES.replace(b"\n", b"\r"), id="old Macintosh line ends"),
        pytest.param(SHAPES.removesuffix(b"\n"), id="no line end at the end"),
    ],
)
def test_marks_and_line_ends_change_nothing(written: bytes, tmp_path: Path) -> None:
    """A deck saved by any editor is the same deck, with the same places."""
    plain, said = library_of(tmp_path, SHAPES)
    assert said == []
    again, said = library_of(tmp_path, written)
    assert said == []
    assert again == plain
    assert [card.places for card in again.decks[0].cards] == [card.places for card in plain.decks[0].cards]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf_16_is_named(encoding: str, tmp_path: Path) -> None:
    """A file saved as UTF-16 is told so, whichever way round its bytes are."""
    mark = {"utf-16-be": b"\xfe\xff", "utf-16-le": b"\xff\xfe"}.get(encoding, b"")
    library, said = library_of(tmp_path, mark + DECK.encode(encoding))
    assert library.decks == ()
    assert said == ["porch.yml:1:1: the file is saved as UTF-16\n    try: save it as UTF-8"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_latin_1_is_told_with_its_place(mark: bytes, tmp_path: Path) -> None:
    """The first character that is not UTF-8 is pointed at, counted in characters."""
    library, said = library_of(
        tmp_path, mark + "title: Café\nabout: “Déjà” ".encode() + "vu à midi\n".encode("latin-1")
    )
    assert library.decks == ()
    expected = "porch.yml:2:18: there is a character here that is not UTF-8\n    try: save the file as UTF-8"
    assert said == [expected]


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    """Two million bytes are read, one more is not."""
    filler = "#" * (MOST_BYTES - len(DECK) - 1) + "\n"
    assert library_of(tmp_path, DECK + filler)[1] == []
    library, said = library_of(tmp_path, DECK + filler + "#")
    assert library.decks == ()
    assert said == ["porch.yml:1:1: the file is larger than 2 MB\n    try: split it into several"]


def test_a_folder_that_is_called_like_a_deck_is_told(tmp_path: Path) -> None:
    """What cannot be read is a problem in words, with the system's reason."""
    (tmp_path / "shed.yml").mkdir()
    library, said = library_of(tmp_path, DECK)
    assert [deck.id for deck in library.decks] == ["porch"]
    reason = "check that it is a file, and that you may open it"
    assert said == [f"shed.yml:1:1: the file cannot be read: is a directory\n    try: {reason}"]


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    """A file that vanished between listing and reading is a problem, not a traceback."""
    (tmp_path / "gone.yml").symlink_to(tmp_path / "nowhere.yml")
    _, said = library_of(tmp_path, DECK)
    assert "gone.yml:1:1: the file cannot be read: no such file or directory" in said[0]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A wrong folder is one problem, and says what to name instead."""
    library, problems = load_library(tmp_path / "deks")
    assert library.decks == ()
    assert [problem.message for problem in problems] == ["there is no such folder"]


def test_a_folder_without_decks_is_told(tmp_path: Path) -> None:
    """Hidden files, and files that are no decks, are not looked at; an empty shelf is a problem."""
    (tmp_path / "._porch.yml").write_bytes(b"\x00\x05\x16\x07")
    (tmp_path / "notes.txt").write_text("later")
    library, problems = load_library(tmp_path)
    assert library.decks == ()
    assert [problem.message for problem in problems] == ["there is no deck in this folder"]


@pytest.mark.parametrize("name", ["porch.yaml", "porch.YML", "porch.Yaml"])
def test_other_endings_are_told_and_not_passed_over(name: str, tmp_path: Path) -> None:
    """A deck with another ending would silently be missing."""
    library, said = library_of(tmp_path, DECK, name)
    assert library.decks == ()
    assert said == [f"{name}:1:1: a deck's file ends in .yml\n    try: rename it to porch.yml"]


def test_decks_stand_in_the_order_of_the_shelf(tmp_path: Path) -> None:
    """Decks named on the shelf come first, in its order; the others follow by id."""
    for name in ("attic", "barn", "cellar", "den"):
        (tmp_path / f"{name}.yml").write_text(DECK)
    library, problems = load_library(tmp_path, shelf=("cellar", "nowhere", "barn"))
    assert [deck.id for deck in library.decks] == ["cellar", "barn", "attic", "den"]
    assert problems == []


def test_problems_are_sorted_by_file_and_line(tmp_path: Path) -> None:
    """All problems of all decks come at once, in the order a person reads."""
    for name in ("barn", "attic"):
        (tmp_path / f"{name}.yml").write_text(DECK.replace("title", "titel").replace("text", "txet"))
    places = [problem.place for problem in load_library(tmp_path)[1]]
    assert [(Path(place.file).name, place.line) for place in places] == [
        ("attic.yml", 1),
        ("attic.yml", 5),
        ("barn.yml", 1),
        ("barn.yml", 5),
    ]


@pytest.mark.parametrize("loader", [yaml.Loader, load.Loader], ids=["pure", "libyaml"])
@pytest.mark.parametrize(
    "written",
    [
        pytest.param("[" * HUNDRED_THOUSANDS, id="open"),
        pytest.param("[" * HUNDRED_THOUSANDS + "]" * HUNDRED_THOUSANDS, id="closed"),
        pytest.param("{a: " * HUNDRED_THOUSANDS, id="braces"),
        pytest.param("- " * HUNDRED_THOUSANDS, id="dashes"),
    ],
)
def test_endless_nesting_is_a_problem_and_not_a_crash(
    loader: type, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """200,000 brackets take neither parser down: one problem, where it becomes too deep."""
    monkeypatch.setattr(load, "Loader", loader)
    library, said = library_of(tmp_path, f"title: Porch\nabout: x\nplan:\n  {written}\n")
    assert [line for line in said if "nested more than 50 levels deep" in line] == said
    assert len(said) == 1
    assert library.decks[0].title == "Porch"


def test_fifty_levels_are_read_and_one_more_is_not(tmp_path: Path) -> None:
    """The limit is where it says it is; the deck's own keys are the first level."""
    at = "title: Porch\nabout: {}\ncards: []\n"
    assert not any("nested" in line for line in library_of(tmp_path, at.format("[" * 49 + "]" * 49))[1])
    assert any("nested" in line for line in library_of(tmp_path, at.format("[" * 50 + "]" * 50))[1])


def test_an_alias_bomb_is_a_problem(tmp_path: Path) -> None:
    """A few lines that would unfold into a billion are told, and never unfolded."""
    lines = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    library, said = library_of(tmp_path, "\n".join(["a0: &a0 [lol]", *lines, DECK]))
    assert library.decks[0].cards[0].id == "bell"
    assert len(said) == 10
    assert all("anchors (&) and aliases (*) are not used here" in line for line in said)


def test_an_endless_list_of_faults_ends(tmp_path: Path) -> None:
    """After fifty faults in its syntax a file is left alone; the first fifty are told."""
    cards = "".join(f"  - id: c{i}\n    text: One: two\n" for i in range(MOST_FAULTS + 10))
    library, said = library_of(tmp_path, f"title: Porch\nabout: x\ncards:\n{cards}")
    assert library.decks == ()
    assert len(said) == MOST_FAULTS


def test_a_fault_that_cannot_be_taken_out_ends_the_reading(tmp_path: Path) -> None:
    """When blanking a fault changes nothing, it is told once."""
    for text in ("- a: b: c", "--- [", "\n\n]"):
        _, said = library_of(tmp_path, text)
        assert 1 <= len(said) <= 2


@pytest.mark.parametrize("key", ["[title]", "{a: b}", "[[id], text]"])
def test_keys_that_are_no_text_are_unknown(key: str, tmp_path: Path) -> None:
    """A list or a group of keys in the place of a key is a problem like any other unknown key."""
    _, said = library_of(tmp_path, f"? {key}\n: x\n{DECK}")
    assert said[0].startswith("porch.yml:1:3: unknown key '?'")


def in_quotes(text: str, how: str) -> str:
    """Return text in quotes as YAML, in one of three ways."""
    if how == "double":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r") + '"'
    if how == "single":
        return "'" + re.sub(r"[\r\n]", " ", text).replace("'", "''") + "'"
    return yaml.safe_dump(text, default_style='"', allow_unicode=True).strip()


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])), how=st.sampled_from(["double", "single", "by PyYAML"]))
@example(text="\x1f", how="by PyYAML")
@example(text="---\n... # : [x] {y} & * ! | > @ `", how="double")
@example(text="\ufeffWhat # really?: \u2028\x85\xa0", how="single")
def test_any_text_in_quotes_survives(text: str, how: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What an author puts in quotes stands on the card, but for white space; only control characters are refused."""
    folder = tmp_path_factory.getbasetemp()
    indented = in_quotes(text, how).replace("\n", "\n      ")
    library, said = library_of(folder, f"title: T\nabout: A\ncards:\n  - id: bell\n    text: {indented}\n")
    if CONTROL.search(text):
        assert len(said) == 1
        assert "there is a control character" in said[0]
    elif text.strip():
        assert said == []
        assert library.decks[0].cards[0].text.split() == text.split()
    else:
        assert "'text' is empty" in said[0]


@settings(deadline=None, max_examples=300)
@given(
    seed=st.integers(0, 2**32),
    times=st.integers(1, 8),
    loader=st.sampled_from([yaml.Loader, load.Loader]),
)
def test_a_broken_deck_is_told_with_places_and_never_raises(
    seed: int, times: int, loader: type, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever happens to a good deck's bytes, loading and checking go on, and every problem lies in the file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "Loader", loader)
        assert misplaced(tmp_path_factory.getbasetemp(), mutated(SHAPES, seed, times)) == []


@settings(deadline=None, max_examples=200)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 8))
def test_what_was_read_without_fault_need_not_be_read_again(
    seed: int, times: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reading on behind a fault finds the same mistakes and the same cards as reading it all again does."""
    folder = tmp_path_factory.getbasetemp()
    (folder / "porch.yml").write_bytes(mutated(SHAPES, seed, times))
    quickly = load_library(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "unread", lambda lines, _: lines)
        assert load_library(folder) == quickly


def test_a_huge_file_of_faults_is_not_read_fifty_times(tmp_path: Path) -> None:
    """Where nothing can be passed over, reading ends after some faults instead of beginning again for each."""
    keys = "".join(f"key_{i}: {'x' * 2000}\n" for i in range(900))
    faults = "".join(f"bad_{i}: colon: here\n" for i in range(40))
    (tmp_path / "porch.yml").write_text(f"title: Porch\n{keys}{faults}")
    _, problems = load_library(tmp_path)
    assert 1 < len(problems) < 10


def test_a_fault_is_explained_by_its_neighbours_alone(tmp_path: Path) -> None:
    """Far below its list a line that is out of line is told so, with the column of the dashes."""
    cards = "".join(f"  - id: card-{i}\n    text: What is on shelf {i}?\n" for i in range(300))
    (tmp_path / "porch.yml").write_text(f"title: Porch\nabout: Short.\ncards:\n{cards}   - id: askew\n")
    _, problems = load_library(tmp_path)
    assert told(problems[0]).startswith(f"{tmp_path / 'porch.yml'}:604:4: this line is out of line")
    assert problems[0].hint == "begin it in column 3, like the '-' in line 602"


def test_places_link_to_the_line() -> None:
    """A place reads as editors and terminals link it."""
    assert str(Place("decks/porch.yml", 14, 7)) == "decks/porch.yml:14:7"
