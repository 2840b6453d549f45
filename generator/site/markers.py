"""Markers in hand-written pages, such as `<!-- kindling: consent -->`: where the program fills something in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.checks.rule import rules
from generator.library.decks import CARD_KEYS, DECK_KEYS
from generator.library.model import Library, Place, Problem
from generator.library.shapes import asked, written
from generator.library.starting import starter
from generator.library.words import words
from generator.look.face import face
from generator.look.lays import LAYS
from generator.look.tokens import look
from generator.site.citing import minutes
from generator.site.covering import coverage_rows
from generator.site.reporting import form_address
from generator.site.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.site.plans import Plan

MARKER = re.compile(r"<!-- kindling: ([a-z]+) ?(\S*) -->")
NAMES = (
    "card",
    "coverage",
    "consent",
    "cuts",
    "depths",
    "essays",
    "flip",
    "hues",
    "keys",
    "kinds",
    "lays",
    "printables",
    "prints",
    "references",
    "report",
    "resources",
    "rules",
    "sheets",
    "shelf",
    "sizes",
    "starter",
)
KEYS = MappingProxyType({"deck": DECK_KEYS, "card": CARD_KEYS})
KB = 1000  # bytes
MISSED = MappingProxyType(
    {"card": "there is no card '{argument}'", "keys": "there are keys of a deck and of a card, but not of '{argument}'"}
)


@dataclass(frozen=True, slots=True)
class Print:
    """A printed deck or printable: whose, for which paper, where it lies in the site, and how many sheets it takes.

    `size` is the file's, in bytes. Of a deck also the edition, and how much ink its fronts and its backs take, in
    percent of the paper; 0 and 0 where that was not measured. `left_out` counts the notes, such as follow-ups, there
    was no room for.
    """

    deck: str
    paper: str
    uri: str
    sheets: int
    edition: str = "color"
    size: int = 0
    fronts: float = 0.0
    backs: float = 0.0
    left_out: int = 0


def filled(  # noqa: PLR0913 - all that a page may ask for
    markdown: str,
    library: Library,
    here: str,
    prints: Sequence[Print] = (),
    repository: str = "",
    plans: Sequence[Plan] = (),
    *,
    sizes: object = None,
) -> tuple[str, list[Problem]]:
    """Return a page's Markdown with its markers filled in, and a problem for each that could not be.

    `here` is the page's address inside the site; `sizes` is all there is to print on. Problems have their line counted
    within `markdown`.
    """
    problems: list[Problem] = []

    values = {
        "words": words(),
        "library": library,
        "prints": prints,
        "plans": plans,
        "facts": facts,
        "hurt": form_address(repository, "hurt") if repository else "",
        "sizes": sizes,
        "minutes": minutes,
        "rules": rules(),
        "hues": look()["hue"],
        "lays": LAYS,
        "asked": asked,
        "written": written,
        "starter": starter,
    }

    def fill(match: re.Match[str]) -> str:
        name, argument = match[1], match[2]
        about = subject(name, argument, library)
        if about is not None:
            return rendered(f"marker-{name}.html", here, argument=argument, **values, **about)
        place = Place(here, markdown.count("\n", 0, match.start()) + 1)
        what = MISSED.get(name, "unknown marker '{name}'").format(name=name, argument=argument)
        problems.append(Problem(place, what, f"one of {', '.join(NAMES)}"))
        return ""

    return MARKER.sub(fill, markdown), problems


def facts(item: Print, said: dict[str, Any]) -> str:
    """Return what somebody wants to know of a file before taking it: sheets, size, and ink where it was measured."""
    own = said["prints"]
    found = [own["sheets_one"] if item.sheets == 1 else said["print"]["sheets"].format(count=item.sheets), "PDF"]
    found.append(own["size"].format(size=max(1, round(item.size / KB))))
    if item.fronts or item.backs:
        found.append(own["ink"].format(fronts=round(item.fronts), backs=round(item.backs)))
    if item.left_out:
        found.append(own["left_out_one"] if item.left_out == 1 else own["left_out"].format(count=item.left_out))
    return ", ".join(found)


def subject(name: str, argument: str, library: Library) -> dict[str, Any] | None:
    """Return what a marker is about, besides the library itself; None if there is no such thing."""
    if name == "card":
        found = [(card, deck) for deck in library.decks for card in deck.cards if card.address == argument]
        return {"card": found[0][0], "deck": found[0][1], "face": face(*found[0])} if found else None
    if name == "coverage":
        return {"coverage": coverage_rows(library)}
    if name == "keys":
        return {"keys": KEYS[argument]} if argument in KEYS else None
    return {} if name in NAMES else None
