"""Problems as people read them."""

from __future__ import annotations

import json

import pytest

from generator.library.model import Place, Problem, Severity
from generator.library.report import as_github, as_json, summed, told

HERE = Place("porch.yml", 14, 7)
ERROR = Problem(HERE, "unknown key 'promt'", "prompt")
NOTE = Problem(HERE, "the plan says 3", "3", Severity.WARNING, "L17")


def test_a_problem_is_a_place_and_a_fault_and_a_fix() -> None:
    """Two lines: where and what, then what to type."""
    assert told(ERROR) == "porch.yml:14:7: unknown key 'promt'\n    try: prompt"


def test_a_note_says_that_it_is_one_and_names_its_rule() -> None:
    """A reader can tell what stops a build from what does not, and look the rule up."""
    assert told(NOTE) == "porch.yml:14:7: note: the plan says 3 [L17]\n    try: 3"


def test_without_a_fix_there_is_one_line() -> None:
    """No empty promise."""
    assert told(Problem(HERE, "gone")) == "porch.yml:14:7: gone"


def test_what_a_deck_holds_cannot_steer_a_terminal_or_a_workflow() -> None:
    """Control characters, line ends and changes of direction are spelled out, wherever they come from."""
    problem = Problem(Place("a\nb.yml"), "\x1b[31m\n::error::x\u202e", "y\r\n::set-output::\u2028")
    assert told(problem) == (
        "a\\u000ab.yml:1:1: \\u001b[31m\\u000a::error::x\\u202e\n    try: y\\u000d\\u000a::set-output::\\u2028"
    )


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "no problems"),
        ([ERROR], "1 problem"),
        ([ERROR, ERROR], "2 problems"),
        ([NOTE], "1 note"),
        ([NOTE, ERROR, NOTE], "1 problem and 2 notes"),
    ],
)
def test_problems_are_counted_in_words(problems: list[Problem], expected: str) -> None:
    """Errors and notes are counted apart, and one is not plural."""
    assert summed(problems) == expected


def test_problems_sort_by_place_first() -> None:
    """Sorted problems are in the order a person reads a file."""
    early, late = Problem(Place("a.yml", 2, 9), "z"), Problem(Place("a.yml", 10, 1), "a")
    assert sorted([late, early]) == [early, late]


def test_programs_get_problems_as_json() -> None:
    """Every part of a problem has a field of its own."""
    problem = Problem(Place("a.yml", 3, 5), "odd", "even", Severity.WARNING, "L04")
    (row,) = json.loads(as_json([problem]))
    assert row == {
        "file": "a.yml", "line": 3, "column": 5, "severity": "warning", "rule": "L04", "message": "odd", "try": "even",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (
            Problem(Place("a.yml", 3, 5), "odd", "even"),
            "::error file=a.yml,line=3,col=5,title=Kindling::odd%0Atry: even",
        ),
        (
            Problem(Place("a,b:c.yml", 1, 1), "100%\n::error::forged", "", Severity.WARNING, "L04"),
            "::warning file=a%2Cb%3Ac.yml,line=1,col=1,title=L04 Kindling::100%25%0A::error::forged",
        ),
    ],
)
def test_pull_requests_get_problems_on_their_lines(problem: Problem, expected: str) -> None:
    """A problem is one workflow command, and no text in a deck can end it and begin another."""
    assert as_github(problem) == expected
