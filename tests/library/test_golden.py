"""What an author writes, and what they must be told: the decks in tests/golden and the words beside each."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from generator.__main__ import main
from generator.checks import check
from generator.library import load, report
from generator.library.load import load_library
from generator.library.model import Problem, Severity

if TYPE_CHECKING:
    from click.testing import Result

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = sorted(path for path in GOLDEN.iterdir() if path.suffix in {".yml", ".yaml"})
# What the craft rules say of the words on a card, in whole sentences, is not the subject here.
ABOUT_WORDS = re.compile(r"^\S[^\n]*:\d+:\d+: (?:note: )?[“A-Z][^\n]*\[L\d\d\]\n    try: [^\n]*\n", re.MULTILINE)
TYPED = re.compile(r"(?P<dash>- )?[a-z_]+: \S.*|- \S.*")


def told(folder: Path) -> tuple[str, Result]:
    """Return what `kindling check` prints about a folder, with paths shortened to file names."""
    result = CliRunner().invoke(main, ["check", str(folder)])
    return ABOUT_WORDS.sub("", result.stdout.replace(f"{folder}{os.sep}", "")), result


def found(folder: Path) -> list[Problem]:
    """Return the problems of a folder of decks."""
    library, problems = load_library(folder)
    return sorted(
        problem for problem in [*problems, *check(library)] if not ABOUT_WORDS.match(f"{report.told(problem)}\n")
    )


def expected(case: Path) -> str:
    """Return what the author of a golden deck must be told; nothing when no text stands beside it."""
    text = case.with_suffix(".txt")
    return text.read_text("utf-8") if text.exists() else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_authors_are_told_exactly_this(case: Path, tmp_path: Path) -> None:
    """Every mistake is reported once, in these words, at this place; the exit status says whether any is an error."""
    shutil.copy(case, tmp_path)
    output, result = told(tmp_path)
    assert output == expected(case)
    errors = re.findall(r"^\S[^:]*:\d+:\d+: (?!note: )", output, re.MULTILINE)
    assert result.exit_code == bool(errors)


def test_every_golden_text_belongs_to_a_deck() -> None:
    """No words wait for a deck that is gone."""
    stems = {case.stem for case in CASES}
    assert [text.name for text in GOLDEN.glob("*.txt") if text.stem not in stems] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_problem_has_a_place_in_the_file_and_something_to_try(case: Path, tmp_path: Path) -> None:
    """A person can go to the place, and knows what to type there."""
    shutil.copy(case, tmp_path)
    lines = case.read_bytes().decode("utf-8-sig").splitlines() or [""]
    for problem in found(tmp_path):
        assert problem.hint, problem
        assert 1 <= problem.place.line <= len(lines), problem
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, problem


def test_ten_mistakes_are_ten_problems(tmp_path: Path) -> None:
    """An author mends a deck in one go: ten mistakes, ten places, ten fixes, exit 1 and no traceback."""
    shutil.copy(GOLDEN / "ten-mistakes.yml", tmp_path)
    output, result = told(tmp_path)
    places = re.findall(r"^ten-mistakes\.yml:(\d+):(\d+): [a-z']", output, re.MULTILINE)
    fixes = re.findall(r"^    try: \S", output, re.MULTILINE)
    assert (len(places), len(fixes)) == (10, 10)
    assert len(set(places)) == 10
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "10 problems" in result.stderr


def typed(lines: list[str], problems: list[Problem]) -> list[str]:
    """Return the lines with every fix typed that replaces a whole line."""
    mended = list(lines)
    for problem in problems:
        number = problem.place.line - 1
        fix = problem.hint.partition("   (")[0]
        if TYPED.fullmatch(fix):
            before = re.match(r" *" if fix.startswith("- ") else r" *(?:- )?", lines[number])
            mended[number] = (before[0] if before else "") + fix
    return mended


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("backslash", [10]),
        ("behind-quotes", [12, 15]),
        ("colon-in-text", [9, 12, 19]),
        ("comment-in-text", []),
        ("curly-quotes", [10]),
        ("no-colon", [8, 11]),
        ("no-space", [10]),
        ("reserved-characters", []),
        ("ten-mistakes", [1, 5, 9, 10, 13, 16]),
        ("unclosed-bracket", [13, 16]),
        ("unclosed-quote", [13]),
        ("unclosed-quote-at-the-end", []),
    ],
)
def test_what_is_suggested_can_be_typed(name: str, left: list[int], tmp_path: Path) -> None:
    """Where a whole line is offered, typing it mends that line; other mistakes stay, by their lines."""
    deck = tmp_path / f"{name}.yml"
    shutil.copy(GOLDEN / deck.name, deck)
    lines = typed(deck.read_text("utf-8").split("\n"), found(tmp_path))
    deck.write_text("\n".join(lines), "utf-8")
    assert [problem.place.line for problem in found(tmp_path)] == left


# Decks that only libyaml can read to the letter: a question mark in brackets, a tab inside a text, odd escapes.
STRICTER = {
    "backslash",
    "braces",
    "every-shape",
    "percent-first",
    "question-in-brackets",
    "tab",
    "three-follow-ups",
    "wrong-types",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_parser_in_pure_python_finds_the_same_mistakes(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where libyaml is missing, authors are told the same, or a little more; nobody meets a traceback."""
    monkeypatch.setattr(load, "Loader", yaml.Loader)
    shutil.copy(case, tmp_path)
    output, result = told(tmp_path)
    assert (output == expected(case)) is (case.stem not in STRICTER)
    assert result.exit_code == bool(re.search(r":\d+:\d+: (?!note: )", output))


def test_a_question_in_brackets_is_explained_where_libyaml_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pure parser stumbles over `[Who chose it?]`; the author is told to use dashes or quotes."""
    monkeypatch.setattr(load, "Loader", yaml.Loader)
    shutil.copy(GOLDEN / "question-in-brackets.yml", tmp_path)
    assert "6:16: YAML cannot read what stands in these brackets\n    try: a line with a dash" in told(tmp_path)[0]


def test_a_deck_with_every_shape_is_read_whole(tmp_path: Path) -> None:
    """Every key and every kind in every way it may be written gives the value it stands for."""
    shutil.copy(GOLDEN / "every-shape.yml", tmp_path)
    library, problems = load_library(tmp_path)
    assert problems == []
    deck = library.deck("every-shape")
    assert (deck.title, deck.lang, deck.hue, deck.lay) == ("Porch Light", "en-GB", "pine", "raft")
    assert deck.about == "Short talks on a step outside, for whoever sits down."
    assert deck.how_to_use == "Sit down first. Then draw."
    assert deck.authors == ("Ada Example", "Bo: the Other")
    assert deck.retired == ("old-doormat",)
    assert deck.plan
    assert deck.plan.depths == (1, 1, 1, 1)
    assert deck.whole
    cards = {card.id: card for card in deck.cards}
    assert len(cards) == 13
    assert cards["borrowed-ladder"].text == "Who borrowed something of yours, and didn't bring it back?"
    assert cards["unlocked"].follow_up == ("Who has a key?", "Who used to have one?")
    assert cards["unlocked"].with_ == ("partner", "friends", "family")
    assert cards["empty-chair"].text == "Whose chair on the porch is empty now?"
    assert cards["sit-beside"].text == "Sit beside them."
    assert cards["sweep"].lint_ignore == {"L08": "it is an instruction", "L24": "so is this: see above"}
    assert (cards["sweep"].minutes, cards["doormat"].minutes) == (5, None)
    assert cards["inside-now"].return_ == "after supper"
    assert cards["draughty"].address == "every-shape/draughty"
    assert cards["next-step"].at("kind").line == cards["next-step"].place.line
    assert deck.at("nowhere") == deck.place


def test_words_that_yaml_turns_into_something_else_stay_text(tmp_path: Path) -> None:
    """`yes`, `no`, `12:30`, `007` and dates are what their author typed."""
    shutil.copy(GOLDEN / "read-as-text.yml", tmp_path)
    deck = load_library(tmp_path)[0].decks[0]
    assert (deck.title, deck.about, deck.lang, deck.audience) == ("12:30", "no", "no", "null")
    assert [(card.id, card.text) for card in deck.cards] == [("yes", "yes"), ("007", "1_000"), ("on", "~")]
    assert deck.cards[2].follow_up == ("no", "0x1F")
    assert deck.cards[2].topics == ("off", "1e3", "2026-11-22")


def test_a_plan_is_only_a_note(tmp_path: Path) -> None:
    """A deck that differs from its plan is fine to build; its author is told all the same."""
    shutil.copy(GOLDEN / "plan.yml", tmp_path)
    assert {problem.severity for problem in found(tmp_path)} == {Severity.WARNING}
