"""The file that the page "Kept on this phone" saves: which cards somebody liked. What is wrong has its place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.library.load import read_text
from generator.library.model import Place, Problem, Severity
from generator.library.nodes import excerpt

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from generator.library.model import Library

# The shape that draw/keeping.js writes.
VERSION = 1
ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
AGAIN = 'open "Kept on this phone" on the site and save a copy again'
ENTRY = 'an address such as "kettle-on/postcard", in double quotes'


def load_favourites(path: Path, library: Library) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the addresses of the favourites in a saved file that are cards of the library, each once.

    Problems are sorted by place. A card that is not, or no longer, in the library is only a warning.
    """
    text, problems = read_text(path)
    if problems:
        return (), problems
    try:
        held = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"the file cannot be read from here on: {error.msg[:1].lower()}{error.msg[1:]}"
        return (), [Problem(Place(str(path), error.lineno, error.colno), message, AGAIN)]
    except RecursionError:
        return (), [Problem(Place(str(path)), "the file is nested too deeply", AGAIN)]
    wrong = unlike(held)
    if wrong:
        return (), [Problem(Place(str(path)), wrong, AGAIN)]
    cards = frozenset(card.address for deck in library.decks for card in deck.cards)
    found, problems = sorted_out(held["favourites"], cards, text, str(path))
    return found, problems


def unlike(held: Any) -> str:  # noqa: ANN401 - whatever a file may hold
    """Return in what way a file is not one that the page saves; nothing if it is one."""
    if not isinstance(held, dict) or "kindling" not in held:
        return 'this is not a file that "Kept on this phone" saved'
    version = held["kindling"]
    if version != VERSION or isinstance(version, bool):
        return f"the file says kindling: {excerpt(json.dumps(version))}, and this Kindling reads {VERSION}"
    if not isinstance(held.get("favourites"), list):
        return "there is no list of favourites in this file"
    return ""


def sorted_out(
    entries: list[Any], cards: Collection[str], text: str, file: str
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the entries that are cards, each once, and a problem for each of the others where it stands."""
    found: dict[str, None] = {}
    problems: list[Problem] = []
    at = text.find('"favourites"')
    for entry in entries:
        written = json.dumps(entry, ensure_ascii=False)
        # What was written in another way than we would has no place of its own.
        at = max(at, text.find(written, at))
        place = place_of(text, at, file)
        if not isinstance(entry, str) or not ADDRESS.fullmatch(entry):
            problems.append(Problem(place, f"{excerpt(written)} is no card's address", ENTRY))
        elif entry not in cards:
            message = f"there is no card '{entry}' here, so it is left out"
            problems.append(Problem(place, message, "print it where its deck is", Severity.WARNING))
        else:
            found[entry] = None
    return tuple(found), sorted(problems)


def place_of(text: str, index: int, file: str) -> Place:
    """Return the place of a character in a file."""
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
