"""A page to print beside the decks, and the parts it is made of. Frozen values, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.library.model import NOWHERE, nothing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Place


class Form(StrEnum):
    """What a part of a printable is, and the key its author writes it under."""

    HEADING = "heading"
    TEXT = "text"
    SMALL = "small"
    ITEMS = "items"
    GROUPS = "groups"
    LINES = "lines"
    BOXES = "boxes"


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several things side by side: an item, a group of items, a line to write on, a box to point at.

    `texts` are what stands under the title; `rows` is how many lines there are to write on.
    """

    title: str = ""
    texts: tuple[str, ...] = ()
    rows: int = 1
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a printable: a text, or entries in so many columns."""

    form: Form
    text: str = ""
    entries: tuple[Entry, ...] = ()
    columns: int = 1
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Printable:
    """A page to print beside the decks: whole, or pieces to cut apart in `columns` and `rows`.

    Each of the `pieces` is what stands on one of them, from top to bottom; they are repeated until the page is full.
    """

    id: str
    title: str
    about: str
    pieces: tuple[tuple[Part, ...], ...]
    columns: int = 1
    rows: int = 1
    landscape: bool = False
    lang: str = "en"
    hue: str = ""
    lay: str = ""
    added: str = ""
    covers: tuple[str, ...] = ()
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=nothing, repr=False, compare=False)

    @property
    def count(self) -> int:
        """How many pieces a page is cut into; one is a whole page."""
        return self.columns * self.rows

    def at(self, key: str) -> Place:
        """Return where the author wrote `key`, or where the printable begins."""
        return self.places.get(key, self.place)
