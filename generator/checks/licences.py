"""Rules for the licences of decks: what may be published, and whether its name is one that programs know."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.library.model import Problem, Severity
from generator.library.nodes import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Library

# The form of an SPDX licence expression: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
EXPRESSION = re.compile(r"[A-Za-z0-9.-]+\+?(?: (?:AND|OR|WITH) [A-Za-z0-9.-]+\+?)*")
# Those that fit words and pictures, to be offered instead of a slip of the pen.
COMMON = (
    "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0", "CC0-1.0",
    "MIT", "ISC", "Unlicense", "Apache-2.0",
)  # fmt: skip


def unknown_licence(library: Library) -> Iterator[Problem]:
    """Find decks whose licence nobody knows: they may be used at home, but not published."""
    for deck in library.decks:
        if deck.unlicensed:
            hint = "license: the one you found, such as CC-BY-4.0   (for yourself alone: --private)"
            message = "a deck with an unknown licence cannot be published"
            yield Problem(deck.at("license"), message, hint)


def odd_licence(library: Library) -> Iterator[Problem]:
    """Find licences that are no SPDX id, so that programs cannot know them."""
    for deck in library.decks:
        if deck.license and not deck.unlicensed and not EXPRESSION.fullmatch(deck.license):
            written = re.sub(r"\W+", "-", deck.license).upper()
            near = get_close_matches(written, COMMON, n=1, cutoff=0.5)
            hint = f"license: {near[0] if near else COMMON[0]}   (or another id from spdx.org/licenses)"
            message = f"'{excerpt(deck.license)}' is no SPDX id"
            yield Problem(deck.at("license"), message, hint, Severity.WARNING)
