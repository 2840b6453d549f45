"""What is wrong with a library that could be read: one small pure function a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.decks import DECK_RULES
from generator.checks.essays import ESSAY_RULES

if TYPE_CHECKING:
    from generator.library.model import Library, Problem

RULES = (*DECK_RULES, *ESSAY_RULES)


def check(library: Library) -> list[Problem]:
    """Return the problems of a library, sorted by place."""
    return sorted(problem for rule in RULES for problem in rule(library))
