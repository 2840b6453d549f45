"""Problems as people read them: the same words in the terminal, in the preview and in CI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.model import Problem


def harmless(text: str) -> str:
    """Return text that cannot steer a terminal or begin a line of its own: what cannot be seen is spelled out."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def told(problem: Problem) -> str:
    """Return a problem as two lines: where and what, then what to try."""
    what = problem.message if problem.severity is Severity.ERROR else f"note: {problem.message}"
    rule = f" [{problem.rule}]" if problem.rule else ""
    hint = f"\n    try: {harmless(problem.hint)}" if problem.hint else ""
    return harmless(f"{problem.place}: {what}{rule}") + hint


def summed(problems: Iterable[Problem]) -> str:
    """Return how many problems there are, in words."""
    found = list(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    parts = [counted(errors, "problem"), counted(len(found) - errors, "note")]
    return " and ".join(part for part in parts if part) or "no problems"


def counted(number: int, what: str) -> str:
    """Return `1 problem` or `2 problems`, and nothing for none."""
    return f"{number} {what}{'s' if number > 1 else ''}" if number else ""
