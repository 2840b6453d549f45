"""The author's guide and the README keep to what the program does: whoever follows them gets there."""

from __future__ import annotations

import html
import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.checks import check
from generator.checks.rule import rules
from generator.library.decks import CARD_KEYS, DECK_KEYS, KINDS
from generator.library.load import load_library
from generator.library.model import Kind
from generator.library.shapes import asked
from generator.library.starting import starter
from generator.library.words import words
from generator.look.lays import LAYS
from generator.look.tokens import look
from generator.look.typography import typographic
from tests.conftest import ROOT
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

GUIDE = (ROOT / "docs" / "write-a-deck.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PROGRAM = ".venv/bin/kindling "
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [(match[1], match[2]) for match in BLOCK.finditer(GUIDE)]
LINES = [line for name, text in BLOCKS if name == "sh" for line in text.splitlines()]
CARDS = [text for name, text in BLOCKS if name == "yaml" and text.startswith("  - id: ")]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
CARD_ID = re.compile(r"- id: (\S+)")
GIVEN = set(CARD_ID.findall("".join([starter("my-deck"), *CARDS])))
TRAPS = re.findall(r"`text: (.*?)`", GUIDE)
WORDS_A_MINUTE = 238


def kindling(*said: str) -> Result:
    """Run a command; nothing but SystemExit may come out of it."""
    result = CliRunner().invoke(main, said)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what a person has after `git clone` and `cd`; what was typeset before comes along, to save time.

    Decks that somebody has begun from the guide in this very folder stay out: they may be called my-deck as well.
    """
    for name in ("decks", "docs", ".cache"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, tmp_path / name)
    for deck in (tmp_path / "decks").glob("*.yml"):
        if deck.stem == "my-deck" or GIVEN & set(CARD_ID.findall(deck.read_text("utf-8"))):
            deck.unlink()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def page(site: Path) -> str:
    """The guide as it is published."""
    return (site / "write-a-deck" / "index.html").read_text("utf-8")


def followed(line: str) -> None:
    """Do what a line of the guide says, as far as it can be done without a network and comes to an end by itself."""
    if line == "make site":
        line = f"{PROGRAM}build"
    if line.startswith(PROGRAM):
        result = kindling(*line.removeprefix(PROGRAM).split())
        assert result.exit_code == 0, f"{line}: {result.output}"
    else:
        assert line.startswith(("git ", "cd ", "make serve")), line


def test_whoever_follows_the_guide_has_a_deck_to_publish(project: Path) -> None:
    """Every line and every card of the guide in its order: a deck without a word against it, its pages, and a PDF."""
    for name, text in BLOCKS:
        if name == "sh":
            for line in text.splitlines():
                followed(line)
        elif text in CARDS:
            with (project / "decks" / "my-deck.yml").open("a", encoding="utf-8") as deck:
                deck.write(text)
    strict = kindling("check", "--strict")
    assert (strict.exit_code, strict.stdout) == (0, ""), strict.output
    assert kindling("build").exit_code == 0
    site = project / "site"
    assert (site / "decks" / "my-deck" / "index.html").is_file()
    for card in CARD_ID.findall((project / "decks" / "my-deck.yml").read_text("utf-8")):
        assert (site / "cards" / "my-deck" / card / "index.html").is_file()
    printed = re.findall(r"`(printed/\S+\.pdf)`", GUIDE)
    assert [(project / path).read_bytes()[:5] for path in printed] == [b"%PDF-"]
    assert (site / "print" / "my-deck-a4.pdf").is_file()


def test_every_line_to_type_is_one_that_works() -> None:
    """Each line calls git, make or the program, and what it asks of them exists."""
    for line in LINES:
        first, *rest = line.split()
        if first == "make":
            assert re.search(rf"^{rest[0]}:.* ## ", MAKEFILE, re.MULTILINE), line
        elif first == PROGRAM.strip():
            assert rest[0] in main.commands, line
        else:
            assert (first, rest[0]) in {("git", "clone"), ("cd", "kindling"), ("git", "add"), ("git", "commit")} or (
                line == "git push"
            ), line


def test_without_make_the_same_is_installed() -> None:
    """The lines for Windows are those of the Makefile."""
    typed = next(text for name, text in BLOCKS if name == "bat")
    typed = typed.replace(" -r ", " --requirement ").replace(" -e ", " --editable ")
    for recipe in ("install --require-hashes", "install --no-deps --no-build-isolation --editable ."):
        assert recipe in typed
        assert recipe in MAKEFILE
    assert "--requirement requirements.txt" in typed


def options(command: str) -> set[str]:
    """Return the options of a command."""
    return {name for option in main.commands[command].params for name in option.opts}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_and_options_are_those_of_the_program(path: Path) -> None:
    """No page speaks of a command or an option that `--help` does not know."""
    for line in path.read_text("utf-8").splitlines():
        commands = re.findall(r"(?:`|bin/|^)kindling ([a-z]+)", line)
        assert set(commands) <= set(main.commands), line
        known = {"--help", "--signoff"}.union(*(options(command) for command in commands))
        if commands:
            assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)) <= known, line


def test_the_readme_tells_every_command() -> None:
    """A command nobody is told of might as well not be there."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `kindling ([a-z]+)", readme, re.MULTILINE)) == set(main.commands)
    assert "--decks" in readme


def test_the_guide_can_be_found() -> None:
    """Readers of the first page, the README and the notes for contributors are led to it."""
    assert "(write-a-deck.md)" in (ROOT / "docs" / "index.md").read_text("utf-8")
    for name in ("README.md", "CONTRIBUTING.md"):
        assert "(docs/write-a-deck.md)" in (ROOT / name).read_text("utf-8")
    assert "Write a deck: write-a-deck.md" in (ROOT / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("name", [*DECK_KEYS, *CARD_KEYS])
def test_every_key_stands_in_a_table_of_the_page(page: str, name: str) -> None:
    """What it is for, what may stand there and whether it must be there come from the program's own table."""
    rows = re.findall(rf'<tr><th scope="row"><code>{name}</code>(.*?)</tr>', page, re.DOTALL)
    keys = [keys[name] for keys in (DECK_KEYS, CARD_KEYS) if name in keys]
    assert len(rows) == len(keys)
    for row, key in zip(rows, keys, strict=True):
        assert typographic(key.about) in html.unescape(row)
        assert asked(key.shape) in html.unescape(row)
        assert (words()["guide"]["needed"] in row) is key.required


def test_every_kind_depth_hue_and_lay_stands_on_the_page(page: str) -> None:
    """An author can choose from all there is."""
    for kind in Kind:
        assert f'<th scope="row"><code>{kind}</code></th>' in page
    for name in (*look()["hue"], *LAYS, "Sip", "Share", "Open", "Tender"):
        assert name in page
    assert "kindling new" in GUIDE
    assert set(KINDS) | {"setting"} == set(words()["about_kinds"])


def test_every_rule_is_one_link_away(page: str, site: Path) -> None:
    """The guide leads to the page that lists every rule."""
    assert 'href="../how-we-write-cards/"' in page
    listed = (site / "how-we-write-cards" / "index.html").read_text("utf-8")
    assert all(f'id="{number.lower()}"' in listed for number in rules())


def test_the_deck_to_copy_is_the_one_that_new_writes(page: str, project: Path) -> None:
    """Whoever has only a browser begins from the same file."""
    assert kindling("new", "my-deck").exit_code == 0
    shown = re.search(r"<pre><code>(# yaml-language-server.*?)</code></pre>", page, re.DOTALL)
    assert shown
    assert html.unescape(shown[1]) == (project / "decks" / "my-deck.yml").read_text("utf-8")


def test_it_is_read_in_ten_minutes(page: str) -> None:
    """Tables and all, but for the file to copy."""
    article = re.sub(
        r"<details.*?</details>", "", page[page.index("<article") : page.index("</article")], flags=re.DOTALL
    )
    assert len(re.sub(r"<[^>]+>", " ", article).split()) / WORDS_A_MINUTE <= 10


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("    dept: 2\n", "    depth: 2\n"),
        (
            "    text: Do you remember being trusted with something?\n",
            "    text: What is the first thing you remember being trusted with?\n",
        ),
    ],
)
@pytest.mark.usefixtures("project")
def test_the_problems_shown_are_what_check_says(wrong: str, right: str) -> None:
    """The mistake that the guide describes gives the words, the line and the column that it shows."""
    assert kindling("new", "my-deck").exit_code == 0
    assert right in CARDS[0]
    with open("decks/my-deck.yml", "a", encoding="utf-8") as deck:  # noqa: PTH123 - where the guide says
        deck.write(CARDS[0].replace(right, wrong))
    shown = [text for name, text in BLOCKS if name == "text"]
    assert kindling("check").stdout.replace(os.sep, "/") in shown


@pytest.mark.parametrize("written", TRAPS)
def test_the_traps_are_traps_and_the_quotes_mend_them(written: str, tmp_path: Path) -> None:
    """With its quotes each example is understood; without them, where it has any, it is a problem."""
    bare = written[1:-1] if written[0] in "\"'" else ""
    for text, sound in ((written, True), (bare, False)) if bare else ((written, True),):
        (tmp_path / "porch.yml").write_text(f"title: Porch\nabout: Chairs.\ncards:\n  - id: a\n    text: {text}\n")
        library, problems = load_library(tmp_path)
        assert (problems == []) is sound, text
        assert not sound or library.decks[0].cards[0].text == (bare or written)


def test_what_the_guide_says_kinds_need_they_need() -> None:
    """A card without what its kind or depth needs is a problem, and the guide names all of these."""
    section = GUIDE[GUIDE.index("## Kinds of cards") : GUIDE.index("## How deep")]
    said = set(re.findall(r"`(\w+)` needs(?: the key)? `(\w+)`", section))
    needed = {
        (kind.value, key)
        for kind in Kind
        for problem in check(a_library(a_deck(a_card(kind=kind))))
        for key in re.findall(r" needs (?:a )?'(\w+)'", problem.message)
    }
    assert said == needed
