"""Markers in hand-written pages, such as `<!-- kindling: consent -->`: where the program fills something in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.rule import rules
from generator.library.model import Library, Place, Problem
from generator.library.words import words
from generator.look.face import face
from generator.site.citing import minutes
from generator.site.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKER = re.compile(r"<!-- kindling: ([a-z]+) ?(\S*) -->")
NAMES = ("card", "consent", "depths", "essays", "prints", "references", "report", "rules", "shelf")


@dataclass(frozen=True, slots=True)
class Print:
    """A printed deck: whose, for which paper, where it lies in the site, and how many sheets it takes."""

    deck: str
    paper: str
    uri: str
    sheets: int


def filled(
    markdown: str, library: Library, here: str, prints: Sequence[Print] = (), repository: str = ""
) -> tuple[str, list[Problem]]:
    """Return a page's Markdown with its markers filled in, and a problem for each that could not be.

    `here` is the page's address inside the site; problems have their line counted within `markdown`.
    """
    problems: list[Problem] = []

    def fill(match: re.Match[str]) -> str:
        name, argument = match[1], match[2]
        values = {
            "words": words(),
            "library": library,
            "prints": prints,
            "repository": repository,
            "minutes": minutes,
            "rules": rules(),
        }
        if name == "card":
            found = [(card, deck) for deck in library.decks for card in deck.cards if card.address == argument]
            if found:
                card, deck = found[0]
                return rendered("marker-card.html", here, card=card, deck=deck, face=face(card, deck), **values)
        elif name in NAMES:
            return rendered(f"marker-{name}.html", here, **values)
        place = Place(here, markdown.count("\n", 0, match.start()) + 1)
        what = f"there is no card '{argument}'" if name == "card" else f"unknown marker '{name}'"
        problems.append(Problem(place, what, f"one of {', '.join(NAMES)}"))
        return ""

    return MARKER.sub(fill, markdown), problems
