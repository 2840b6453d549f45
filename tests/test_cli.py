"""The command line, as people type it."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main

MKDOCS = """\
site_name: Porch
theme: {name: material, font: false}
plugins:
  - kindling
"""
DECK = """\
title: Porch
about: Small talk with a view.
added: 2026-11-22
cards:
  - id: spare-key
    text: Who has a spare key to your place?
  - id: two-chairs
    text: Who sits in the other chair?
    depth: 2
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project of somebody's own, in the current folder."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MKDOCS)
    (tmp_path / "decks" / "porch.yml").write_text(DECK)
    (tmp_path / "docs" / "index.md").write_text("# Porch\n\n<!-- kindling: shelf -->\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kindling(*words: str) -> Result:
    """Run a command; nothing but SystemExit may come out of it."""
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def break_deck(project: Path) -> None:
    (project / "decks" / "porch.yml").write_text(DECK.replace("depth: 2", "depth: 7"))


def test_help_names_every_command_in_a_sentence() -> None:
    """Someone who types `kindling --help` learns what there is, in plain words."""
    text = kindling("--help").output
    for command in main.commands:
        assert re.search(rf"^  {command}\s+[A-Z].*\.$", text, re.MULTILINE)


@pytest.mark.usefixtures("project")
def test_check_of_good_decks_ends_with_0() -> None:
    """All is well: one line says so."""
    result = kindling("check")
    assert result.exit_code == 0
    assert "1 deck, 2 cards: no problems." in result.stderr


def test_check_tells_the_place_and_ends_with_1(project: Path) -> None:
    """A mistake is told with file, line, column and what to type, on standard output."""
    break_deck(project)
    result = kindling("check")
    assert result.exit_code == 1
    assert "decks/porch.yml:9:12: 'depth' cannot be '7'\n    try: a whole number from 1 to 4\n" in result.stdout


def test_check_reads_any_folder_of_decks(project: Path) -> None:
    """Decks can be checked outside of a project."""
    os.chdir("/")
    assert kindling("check", str(project / "decks")).exit_code == 0


def test_notes_fail_a_check_only_when_asked(project: Path) -> None:
    """A plan that does not match is a note; `--strict` makes it count."""
    (project / "decks" / "porch.yml").write_text(DECK.replace("cards:", "plan: {kinds: {prompt: 3}}\ncards:"))
    assert kindling("check").exit_code == 0
    strict = kindling("check", "--strict")
    assert strict.exit_code == 1
    assert "note: the plan says 3 of the kind prompt, the deck has 2 [L17]" in strict.stdout


def test_check_speaks_to_programs_and_to_pull_requests(project: Path) -> None:
    """The same problems come as JSON or as annotations, and the exit status stays."""
    break_deck(project)
    as_json, as_github = (kindling("check", "--format", form) for form in ("json", "github"))
    assert json.loads(as_json.stdout)[0]["line"] == 9
    assert as_github.stdout.startswith("::error file=decks/porch.yml,line=9,col=12,")
    assert (as_json.exit_code, as_github.exit_code) == (1, 1)


def test_check_lists_what_is_kept_for_a_reason(project: Path) -> None:
    """A broken rule does not stop anything when its card says why; everybody can read the reason."""
    text = "Why did you move the chair?\n    lint_ignore: {L02: a line from the play}"
    (project / "decks" / "porch.yml").write_text(DECK.replace("Who sits in the other chair?", text))
    result = kindling("check")
    assert result.exit_code == 0
    assert "kept for a reason: porch/two-chairs L02: a line from the play" in result.stderr


def test_check_asks_for_old_places_to_turn_to_only_when_told_the_day(project: Path) -> None:
    """Without `--today` nothing is said about age; with it there is a note, which counts when it should."""
    entry = "- {name: Porch Light, url: https://porch.example.org, what: People., kind: line, where: here, source: S.,"
    (project / "docs" / "resources.yml").write_text(f"{entry}\n   checked_on: 2026-11-22}}\n")
    assert kindling("check", "--strict").exit_code == 0
    late = kindling("check", "--today", "2027-11-22")
    assert late.exit_code == 0
    assert "docs/resources.yml:2:4: note: 'Porch Light' was last checked 365 days ago" in late.stdout
    assert "1 deck, 2 cards: 1 note." in late.stderr
    assert kindling("check", "--today", "2027-11-22", "--strict").exit_code == 1
    github = kindling("check", "--today", "2027-11-22", "--format", "github")
    assert github.stdout.startswith("::warning file=docs/resources.yml,line=2,col=4,")
    assert kindling("check", "--today", "2026-11-23", "--strict").exit_code == 0


def test_a_rule_can_be_explained_anywhere() -> None:
    """Whoever is told of a rule can ask what it means, with examples."""
    text = kindling("check", "--explain", "l10").stdout
    assert text.startswith("L10 forced ranking (a note; it stops nothing)")
    assert "What is a regret you have made peace with?" in text
    assert "under house_rules it is an error" in kindling("check", "--explain", "L15").stdout
    assert "(stops a build)" in kindling("check", "--explain", "L02").stdout
    assert "kind: practice" in kindling("check", "--explain", "L21").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["check", "nowhere"],
        ["check", "--explain", "L99"],
        ["check", "--today", "2026-02-30"],
        ["check", "--today", "20261122"],
        ["check", "--today", "22.11.2026"],
        ["check", "--today", ""],
        ["print", "porhc"],
        ["print", "--paper", "a9"],
        ["print", "--nonsense"],
        ["new"],
        ["new", "My Deck"],
        ["new", "porch"],
        ["new", "terrace", "--decks", "nowhere"],
        ["build", "--config", "nowhere.yml"],
        ["serve", "--config", "nowhere.yml"],
        ["nonsense"],
    ],
)
@pytest.mark.usefixtures("project")
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    """A wrong call is told apart from wrong decks, and says what would be right."""
    result = kindling(*words)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


@pytest.mark.usefixtures("project")
def test_a_misspelt_deck_is_met_with_the_right_one() -> None:
    """`print porhc` is asked whether porch was meant."""
    assert "Did you mean porch?" in kindling("print", "porhc").stderr
    assert "Try one of porch." in kindling("print", "zzz").stderr


def test_outside_of_a_project_the_commands_say_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without mkdocs.yml there is nothing to build; the message says so."""
    monkeypatch.chdir(tmp_path)
    for command in ("check", "build", "serve", "print", "new terrace"):
        result = kindling(*command.split())
        assert result.exit_code == 2
        assert "Run this in the folder where mkdocs.yml is." in result.stderr


def test_new_begins_a_deck_and_says_what_comes_next(project: Path) -> None:
    """The first deck passes every check, taste included, and its author knows where it is and what to type."""
    (project / "mkdocs.yml").write_text(f"{MKDOCS}      house_rules: true\n".replace("- kindling\n", "- kindling:\n"))
    result = kindling("new", "terrace")
    assert result.exit_code == 0, result.output
    assert f"Your deck is in {Path('decks') / 'terrace.yml'}" in result.stderr
    assert "kindling check" in result.stderr
    assert "make serve" in result.stderr
    strict = kindling("check", "--strict")
    assert (strict.exit_code, strict.stdout) == (0, "")


def test_new_writes_where_the_decks_are(project: Path) -> None:
    """The project's own folder of decks, or the one that was named; another deck is never touched."""
    (project / "mkdocs.yml").write_text(f"{MKDOCS}      decks_dir: cards\n".replace("- kindling\n", "- kindling:\n"))
    assert kindling("new", "terrace").exit_code == 0
    assert (project / "cards" / "terrace.yml").is_file()
    assert kindling("new", "terrace", "--decks", "decks").exit_code == 0
    again = kindling("new", "porch", "--decks", "decks")
    assert again.exit_code == 2
    assert "Try: kindling new porch-2" in again.stderr
    assert (project / "decks" / "porch.yml").read_text() == DECK


def test_build_makes_a_site_and_says_where(project: Path) -> None:
    """The last lines say where the site is and how to look at it."""
    result = kindling("build")
    assert result.exit_code == 0, result.output
    assert "The site is in site/ and ready to publish." in result.stderr
    assert "kindling serve" in result.stderr
    for path in ("index.html", "draw/index.html", "cards/porch/spare-key/index.html", "print/porch-a4.pdf", "sw.js"):
        assert (project / "site" / path).is_file()
    assert kindling("build", "--no-cache", "--site-dir", "elsewhere").exit_code == 0
    assert (project / "elsewhere" / "print" / "porch-a4.pdf").read_bytes() == (
        project / "site" / "print" / "porch-a4.pdf"
    ).read_bytes()


def test_a_failed_build_leaves_the_last_good_site(project: Path) -> None:
    """A mistake in a deck never takes a working site down, nor leaves half of a new one."""
    assert kindling("build").exit_code == 0
    before = sorted(path.relative_to(project).as_posix() for path in (project / "site").rglob("*"))
    break_deck(project)
    result = kindling("build")
    assert result.exit_code == 1
    assert "decks/porch.yml:9:12: 'depth' cannot be '7'" in result.stderr
    assert "the last good one is still in place" in result.stderr
    assert sorted(path.relative_to(project).as_posix() for path in (project / "site").rglob("*")) == before
    assert [path.name for path in project.glob(".site*")] == []


def test_a_first_build_that_fails_leaves_nothing(project: Path) -> None:
    """There is no half-written site to publish by accident."""
    (project / "docs" / "index.md").write_text("# Porch\n\n[gone](nowhere.md) <!-- kindling: nonsense -->\n")
    result = kindling("build")
    assert result.exit_code == 1
    assert "unknown marker 'nonsense'" in result.stderr
    assert "nowhere.md" in result.stderr
    assert "The site was not built." in result.stderr
    assert not (project / "site").exists()


def test_a_project_without_decks_is_told_what_to_write(project: Path) -> None:
    """Nothing to draw, to search or to print is no reason for a traceback; MkDocs itself makes the other pages."""
    (project / "decks" / "porch.yml").unlink()
    result = kindling("build")
    assert result.exit_code == 1
    assert "there is no deck in this folder" in result.stderr
    assert "write a first one" in result.stderr
    assert isinstance(result.exception, SystemExit)
    assert not (project / "site").exists()


def test_a_broken_mkdocs_yml_is_told_without_a_traceback(project: Path) -> None:
    """Settings are checked like decks are."""
    (project / "mkdocs.yml").write_text(MKDOCS + "nav: 7\n")
    result = kindling("build")
    assert result.exit_code == 1
    assert "nav" in result.stderr
    (project / "mkdocs.yml").write_text("site_name: [\n")
    for command in ("build", "check", "print"):
        result = kindling(command)
        assert result.exit_code == 1
        assert "mkdocs.yml" in result.output


def test_print_makes_a_pdf_a_deck(project: Path) -> None:
    """One command, one file a deck, and what to choose in the printer's window."""
    result = kindling("print", "porch", "--paper", "letter", "--out", "out")
    assert result.exit_code == 0, result.output
    assert (project / "out" / "porch-letter.pdf").read_bytes().startswith(b"%PDF-")
    assert "flip on the long edge, actual size" in result.stderr
    assert kindling("print", "--no-cache").exit_code == 0
    assert (project / "printed" / "porch-a4.pdf").is_file()
    assert kindling("print", "--edition", "low-ink").exit_code == 0
    assert (project / "printed" / "porch-a4-low-ink.pdf").is_file()


def test_print_makes_a_page_beside_the_decks(project: Path) -> None:
    """A printable goes by its id like a deck, and is printed on one side; a slip in the id is asked about."""
    page = "doormat:\n  title: Doormat\n  about: For wet shoes.\n  body:\n    - text: Wipe your feet.\n"
    (project / "docs" / "printables.yml").write_text(page)
    result = kindling("print", "doormat")
    assert result.exit_code == 0, result.output
    assert "doormat-a4.pdf: 1 sheet, one side, actual size" in result.stderr
    assert [path.name for path in (project / "printed").iterdir()] == ["doormat-a4.pdf"]
    assert "Did you mean doormat?" in kindling("print", "dormat").stderr


def test_print_refuses_what_does_not_fit(project: Path) -> None:
    """A text too long for its card is told with its place; no PDF is written for that deck."""
    deck = DECK.replace("Who sits in", "Who sits in " + "and in " * 120)
    (project / "decks" / "porch.yml").write_text(f"{deck}    lint_ignore: {{L08: the printer is to refuse it}}\n")
    result = kindling("print")
    assert result.exit_code == 1
    assert re.search(r"decks/porch\.yml:8:\d+: .*two-chairs", result.stdout)
    assert not (project / "printed" / "porch-a4.pdf").exists()


def test_a_font_in_the_fonts_folder_is_used_by_every_command(project: Path, root: Path) -> None:
    """A deck in a script of its own: told what it lacks, and how to add it; then checked, built and printed."""
    deck = DECK.replace("Who has a spare key to your place?", "מה שימח אותך היום?")
    (project / "decks" / "porch.yml").write_text(deck, "utf-8")
    refused = kindling("check")
    assert refused.exit_code == 1
    assert "hebrew letter mem" in refused.stdout
    assert "put a font that has it into fonts/" in refused.stdout
    (project / "fonts").mkdir()
    shutil.copy(root / "tests" / "fonts" / "hebrew.ttf", project / "fonts")
    assert kindling("check").exit_code == 0
    assert kindling("check", "decks").exit_code == 0
    assert kindling("build").exit_code == 0
    assert (project / "site" / "print" / "porch-a4.pdf").is_file()
    assert kindling("print").exit_code == 0


def test_print_stops_at_problems_in_the_decks(project: Path) -> None:
    """Nothing is printed from decks that have mistakes."""
    break_deck(project)
    assert kindling("print").exit_code == 1
    assert not (project / "printed").exists()


@pytest.mark.usefixtures("project")
def test_the_module_runs_without_make() -> None:
    """`python -m generator check` is the same command, for machines without make."""
    done = subprocess.run([sys.executable, "-m", "generator", "check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def page(address: str, expected: str) -> str:
    """Return a page once it holds what is expected; the limit only ends a hang."""
    deadline = time.monotonic() + 60
    html = ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                html = answer.read().decode()
        except OSError:
            pass
        if expected in html:
            return html
        time.sleep(0.1)
    raise AssertionError(f"{expected!r} never came; the last page was {html[-500:]!r}")


def test_serve_shows_changes_to_a_deck(project: Path) -> None:
    """While `serve` runs, a saved deck is on the page a moment later, and a broken one does not stop the server."""
    port = free_port()
    command = [sys.executable, "-m", "generator", "serve", "--no-open", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            assert "unsafe-inline" in page(f"{address}/cards/porch/spare-key/", "spare key")
            assert "unregister" in page(f"{address}/sw.js", "unregister")
            break_deck(project)
            (project / "decks" / "porch.yml").write_text(DECK.replace("spare key", "second umbrella"))
            page(f"{address}/cards/porch/spare-key/", "second umbrella")
            server.terminate()
            server.communicate(timeout=60)
            assert server.returncode == 0
        finally:
            server.kill()


def test_mkdocs_itself_builds_the_site_without_a_warning(root: Path, tmp_path: Path) -> None:
    """The site is an ordinary MkDocs project: its own command builds it, strictly."""
    mkdocs = shutil.which("mkdocs", path=Path(sys.executable).parent)
    assert mkdocs
    command = [mkdocs, "build", "--strict", "--site-dir", str(tmp_path / "site")]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": ""}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


def test_a_deck_of_unknown_licence_is_built_and_printed_only_in_private(project: Path) -> None:
    """Refused by check, build and print; with --private it is made, and search engines are kept out."""
    (project / "decks" / "porch.yml").write_text(DECK.replace("added:", "license: unknown\nadded:"))
    for command in (["check"], ["build", "--site-dir", "site"], ["print", "--out", "out"]):
        assert kindling(*command).exit_code == 1
        assert kindling(*command, "--private").exit_code == 0
    assert (project / "out" / "porch-a4.pdf").exists()
    for page in ("index.html", "cards/porch/spare-key/index.html", "draw/index.html"):
        assert '<meta name="robots" content="noindex">' in (project / "site" / page).read_text()
    assert "Licence unknown: for private use only" in (project / "site/decks/porch/index.html").read_text()
    assert kindling("build", "--site-dir", "site").exit_code == 1
    (project / "mkdocs.yml").write_text(MKDOCS.replace("- kindling\n", "- kindling: {private: true}\n"))
    assert kindling("check").exit_code == 0
