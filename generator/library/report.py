"""Problems as people read them: the same words in the terminal, in the preview and in CI."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.library.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.model import Problem


# What a workflow command spells out, for it ends with its line.
IN_A_LINE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}


def harmless(text: str) -> str:
    """Return text that cannot steer a terminal or begin a line of its own: what cannot be seen is spelled out."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def told(problem: Problem) -> str:
    """Return a problem as two lines: where and what, then what to try."""
    what = problem.message if problem.severity is Severity.ERROR else f"note: {problem.message}"
    rule = f" [{problem.rule}]" if problem.rule else ""
    hint = f"\n    try: {harmless(problem.hint)}" if problem.hint else ""
    return harmless(f"{problem.place}: {what}{rule}") + hint


def as_json(problems: Iterable[Problem]) -> str:
    """Return problems for other programs: a list of file, line, column, severity, rule, message and what to try."""
    return json.dumps(
        [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": problem.severity.value,
                "rule": problem.rule,
                "message": problem.message,
                "try": problem.hint,
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_github(problem: Problem) -> str:
    """Return a problem as a workflow command: GitHub shows it on the line of the pull request it is about."""
    place, title = problem.place, f"{problem.rule} " if problem.rule else ""
    where = f"file={escaped(place.file)},line={place.line},col={place.column},title={escaped(f'{title}Kindling')}"
    text = f"{problem.message}\ntry: {problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity.value} {where}::{text.translate(IN_A_LINE)}"


def escaped(text: str) -> str:
    """Return text for a property of a workflow command, which ends at a comma."""
    return text.translate(IN_A_LINE | {ord(":"): "%3A", ord(","): "%2C"})


def summed(problems: Iterable[Problem]) -> str:
    """Return how many problems there are, in words."""
    found = list(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    parts = [counted(errors, "problem"), counted(len(found) - errors, "note")]
    return " and ".join(part for part in parts if part) or "no problems"


def counted(number: int, what: str) -> str:
    """Return `1 problem` or `2 problems`, and nothing for none."""
    return f"{number} {what}{'s' if number > 1 else ''}" if number else ""
