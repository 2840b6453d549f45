"""`kindling print` of some cards: what can be asked for, what comes out, and what is said when nothing does."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp

from generator.printing.codes import NO_ADDRESS, NONE_DECLARED
from tests.printing.reading import structure
from tests.test_cli import MKDOCS, kindling

if TYPE_CHECKING:
    from pathlib import Path

PORCH = """\
title: Porch
about: Small talk with a view.
added: 2026-11-01
cards:
  - id: spare-key
    text: Who has a spare key to your place?
    topics: [home]
  - id: two-chairs
    text: Who sits in the other chair?
    depth: 2
  - id: shoes-off
    kind: tip
    text: Shoes off first.
"""
STOOP = """\
title: Stoop
about: Small talk without one.
added: 2026-11-20
lang: de
cards:
  - id: spare-key
    text: Wer hat deinen Schlüssel?
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small decks that one stands before, in no repository."""
    for name, text in (("mkdocs.yml", MKDOCS), ("decks/porch.yml", PORCH), ("decks/stoop.yml", STOOP)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def printed(folder: Path) -> dict[str, list[str]]:
    """Return the names of the PDFs, each with the ids of its cards, or the titles of its service cards."""
    return {
        file.name: [element.text.split(", ")[-1] for element in structure(file.read_bytes()) if element.type == "H2"]
        for file in sorted((folder / "printed").glob("*"))
    }


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["porch", "--only", "spare-key"], {"porch-a4-chosen.pdf": ["spare-key"]}),
        (["--only", "porch/spare-key, two-chairs"], {"porch-a4-chosen.pdf": ["spare-key", "two-chairs"]}),
        (["--only", "spare-key"], {"chosen-a4.pdf": ["spare-key", "spare-key"]}),
        (["--only", "stoop/spare-key", "--only", "shoes-off"], {"chosen-a4.pdf": ["shoes-off", "spare-key"]}),
        (["--only", "spare-key", "--apart"], {f"{deck}-a4-chosen.pdf": ["spare-key"] for deck in ("porch", "stoop")}),
        (["--kind", "tip,word"], {"porch-a4-chosen.pdf": ["shoes-off"]}),
        (["--depth", "Share"], {"porch-a4-chosen.pdf": ["two-chairs"]}),
        (["--depth", "2-open", "--depth", "4"], {"porch-a4-chosen.pdf": ["two-chairs"]}),
        (["--topic", "home"], {"porch-a4-chosen.pdf": ["spare-key"]}),
        (["--lang", "DE"], {"stoop-a4-chosen.pdf": ["spare-key"]}),
        (["--since", "2026-11-20"], {"stoop-a4-chosen.pdf": ["spare-key"]}),
        (["porch", "--depth", "1", "--kind", "prompt"], {"porch-a4-chosen.pdf": ["spare-key"]}),
    ],
)
def test_cards_are_chosen(folder: Path, words: list[str], files: dict[str, list[str]]) -> None:
    """Each way of choosing, and several together: those cards, and no others, no service cards, no blanks."""
    done = kindling("print", *words)
    assert done.exit_code == 0, done.output
    assert printed(folder) == files


def test_favourites_lie_on_the_same_sheets(folder: Path) -> None:
    """Cards of several decks in one file; one that is gone is told, and the rest is printed."""
    kept = {"favourites": ["porch/spare-key", "stoop/gone", "stoop/spare-key"], "hidden": [], "kindling": 1}
    (folder / "kept.json").write_text(json.dumps(kept))
    done = kindling("print", "--favourites", "kept.json")
    assert done.exit_code == 0, done.output
    assert printed(folder) == {"favourites-a4.pdf": ["spare-key", "spare-key"]}
    assert "kept.json:1:" in done.stdout
    assert "2 cards of 2 decks, 1 sheet" in done.stderr


def test_a_broken_favourites_file_stops_the_print(folder: Path) -> None:
    """With its place; nothing is made."""
    (folder / "kept.json").write_text("{")
    done = kindling("print", "--favourites", "kept.json")
    assert (done.exit_code, printed(folder)) == (1, {})
    assert "kept.json:1:2" in done.stdout


def test_favourites_never_take_the_name_of_a_deck(folder: Path) -> None:
    """Who has a deck called favourites keeps its print."""
    (folder / "decks" / "stoop.yml").rename(folder / "decks" / "favourites.yml")
    (folder / "kept.json").write_text(json.dumps({"favourites": ["porch/spare-key"], "kindling": 1}))
    assert kindling("print", "--favourites", "kept.json").exit_code == 0
    assert list(printed(folder)) == ["favourites-a4-chosen.pdf"]


def test_service_cards_come_along_when_asked_for(folder: Path) -> None:
    """The whole deck's: the index names every card, not only the chosen ones. No blanks fill the sheet."""
    assert kindling("print", "porch", "--only", "two-chairs", "--service").exit_code == 0
    (cards,) = printed(folder).values()
    assert len(cards) == 10
    assert cards[0] == "two-chairs"
    assert "All 3 cards" in cards


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--depth", "4"], "--depth 4 takes none of the 4 cards of 2 decks."),
        (["--kind", "tip", "--topic", "home"], "--topic home takes none of the 1 card that --kind tip left."),
        (["--since", "2027-01-01"], "--since 2027-01-01 takes none"),
    ],
)
def test_nothing_left_is_told_with_the_choice_that_left_nothing(folder: Path, words: list[str], said: str) -> None:
    """Not an empty file: a sentence."""
    done = kindling("print", *words)
    assert (done.exit_code, printed(folder)) == (1, {})
    assert said in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--only", "spare-kye"], "no card 'spare-kye' here. Did you mean spare-key?"),
        (["stoop", "--only", "two-chairs"], "no card 'two-chairs' here. Try one of spare-key, stoop/spare-key."),
        (["--topic", "hone"], "no topic 'hone' here. Did you mean home?"),
        (["--kind", "tips"], "no kind 'tips' here. Did you mean tip?"),
        (["--depth", "5"], "'5' is no depth. There is 1 (Sip), 2 (Share)"),
        (["--depth", "3-2"], "'3-2' is no depth."),
        (["--depth", "2--3"], "'2--3' is no depth."),
        (["--since", "v1"], "'v1' is no date, and git tells nothing of this folder."),
        (["--service"], "go with chosen cards"),
        (["--apart"], "go with chosen cards"),
        (["--evening", "10", "--depth", "1"], "--evening deals whole decks"),
    ],
)
def test_a_choice_that_means_nothing_is_wrong_use(folder: Path, words: list[str], said: str) -> None:
    """Said at once, with the nearest thing there is."""
    done = kindling("print", *words)
    assert (done.exit_code, printed(folder)) == (2, {})
    assert said in " ".join(done.stderr.split())


def test_a_page_has_no_cards_to_choose_from(folder: Path) -> None:
    """Named, it is wrong use; beside decks that were not named, it is simply not printed."""
    page = "doormat:\n  title: Doormat\n  about: For wet shoes.\n  body:\n    - text: Wipe your feet.\n"
    (folder / "docs").mkdir()
    (folder / "docs" / "printables.yml").write_text(page)
    assert "doormat is a page" in kindling("print", "doormat", "--depth", "1").stderr
    assert kindling("print", "--depth", "2").exit_code == 0
    assert list(printed(folder)) == ["porch-a4-chosen.pdf"]


def test_since_a_tag_prints_what_changed(folder: Path) -> None:
    """With git: the card whose words changed, from one that was tagged; and wrong use for a tag that is none."""
    who = {f"GIT_{role}_{fact}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for fact in ("NAME", "EMAIL")}
    env = os.environ | who | {"GIT_CONFIG_GLOBAL": os.devnull}
    for words in ("init -q", "add .", "commit -qm first", "tag v1"):
        subprocess.run(["git", *words.split()], cwd=folder, env=env, check=True)  # noqa: S607
    (folder / "decks" / "porch.yml").write_text(PORCH.replace("other chair", "third chair"))
    assert kindling("print", "--since", "v1").exit_code == 0
    assert printed(folder) == {"porch-a4-chosen.pdf": ["two-chairs"]}
    assert "git knows no such tag" in kindling("print", "--since", "v2").stderr


def test_why_there_are_no_codes_is_said_once(folder: Path) -> None:
    """Without a permanent_url, and with one that is none; with one, nothing is said."""
    line = "  - kindling\n"
    for url, said in (("", NONE_DECLARED), ("porch.example", NO_ADDRESS), ("https://porch.example", "")):
        if url:
            (folder / "mkdocs.yml").write_text(MKDOCS.replace(line, f"  - kindling:\n      permanent_url: {url}\n"))
        done = kindling("print", "--only", "spare-key")
        assert done.exit_code == 0
        assert done.stderr.count("No QR codes") == bool(said)
        assert said in done.stderr


def test_a_build_says_why_there_are_no_codes_and_prints_them_when_it_may(folder: Path) -> None:
    """Once for all decks; with a permanent_url the site's prints carry the deck's code."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Porch\n")
    (folder / "decks" / "stoop.yml").unlink()
    done = kindling("build", "--site-dir", "site")
    assert done.exit_code == 0, done.output
    assert done.stderr.count(NONE_DECLARED) == 1
    plain = (folder / "site" / "print" / "porch-a4.pdf").read_bytes()
    option = "  - kindling:\n      permanent_url: https://porch.example\n"
    (folder / "mkdocs.yml").write_text(MKDOCS.replace("  - kindling\n", option))
    done = kindling("build", "--site-dir", "site")
    assert done.exit_code == 0, done.output
    assert "No QR codes" not in done.stderr
    pdf = (folder / "site" / "print" / "porch-a4.pdf").read_bytes()
    assert pdf != plain
    with pypdfium2.PdfDocument(pdf) as document:
        codes = zxingcpp.read_barcodes(document[1].render(scale=3, grayscale=True).to_pil())
    assert {code.text for code in codes} == {"https://porch.example/decks/porch/"}
