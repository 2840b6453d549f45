"""What Kindling is made of: decks, cards, essays, references, resources, and problems. Frozen values, nothing else.

Every value knows its `Place`, so that whoever finds fault with it can say where.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.library.page import Printable


def nothing() -> Mapping[Any, Any]:
    """Return an empty mapping that stays empty."""
    return MappingProxyType({})


class Kind(StrEnum):
    """What a card asks people to do. The order is the order decks are described in."""

    PROMPT = "prompt"
    FOLLOWUP = "followup"
    FRAME = "frame"
    WORD = "word"
    TIP = "tip"
    SWAP = "swap"
    PRACTICE = "practice"
    PAUSE = "pause"
    REPAIR = "repair"
    CLOSING = "closing"
    SETTING = "setting"


DEPTHS = (1, 2, 3, 4)
TENDER = 4
COMPANY = ("partner", "friends", "family")


class Severity(StrEnum):
    """An error stops a build and a print; a warning never does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file that a person can go to; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return the place the way editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a person should mend: where, what is wrong in lower case, and what to type instead."""

    place: Place
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One card as its author wrote it. Text is plain text; `return_` is the author's key `return`."""

    deck: str
    id: str
    text: str
    kind: Kind = Kind.PROMPT
    depth: int = 1
    follow_up: tuple[str, ...] = ()
    listener: str = ""
    need: str = ""
    instead: str = ""
    care: str = ""
    return_: str = ""
    minutes: int | None = None
    assumes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    lint_ignore: Mapping[str, str] = field(default_factory=nothing, hash=False)
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=nothing, repr=False, compare=False)

    @property
    def address(self) -> str:
        """The card's permanent name: `<deck>/<card>`, on the site, in links and on paper."""
        return f"{self.deck}/{self.id}"

    def at(self, key: str) -> Place:
        """Return where the author wrote `key`, or where the card begins."""
        return self.places.get(key, self.place)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a deck's author meant it to hold: how many of each kind, and how many prompts of each depth."""

    kinds: Mapping[Kind, int] = field(default_factory=nothing, hash=False)
    depths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck in its author's order. `whole` is false when some of its cards could not be read."""

    id: str
    title: str
    about: str
    cards: tuple[Card, ...]
    how_to_use: str = ""
    audience: str = ""
    hue: str = ""
    lay: str = ""
    lang: str = "en"
    added: str = ""
    license: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    essays: tuple[str, ...] = ()
    plan: Plan | None = None
    retired: tuple[str, ...] = ()
    whole: bool = True
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=nothing, repr=False, compare=False)

    @property
    def unlicensed(self) -> bool:
        """Whether its licence is said to be unknown, so that it may not be published."""
        return self.license.casefold() == "unknown"

    def at(self, key: str) -> Place:
        """Return where the author wrote `key`, or where the deck begins."""
        return self.places.get(key, self.place)


@dataclass(frozen=True, slots=True)
class Citation:
    """One `[@id]` in an essay."""

    reference: str
    place: Place


@dataclass(frozen=True, slots=True)
class Essay:
    """A guidance essay: front matter, and a Markdown body without its title, which begins in `line` of its file."""

    slug: str
    title: str
    summary: str
    body: str
    topics: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    reviewed: str = ""
    citations: tuple[Citation, ...] = ()
    line: int = 1
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Reference:
    """A study or book: what it found, where that stops, and how the entry was checked."""

    id: str
    authors: tuple[str, ...]
    year: int
    title: str
    container: str = ""
    volume: str = ""
    pages: str = ""
    doi: str = ""
    finding: str = ""
    limits: str = ""
    checked_on: str = ""
    checked_how: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the decks' brief contains, and what carries it beside the cards, essays and pages that say so.

    `essays` are slugs, with the anchor of a section or without; `pages` are pages of the site.
    """

    id: str
    what: str
    essays: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    how: str = ""
    changed: str = ""
    left_out: str = ""
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=nothing, repr=False, compare=False)

    def at(self, key: str) -> Place:
        """Return where the author wrote `key`, or where the item begins."""
        return self.places.get(key, self.place)


class Reach(StrEnum):
    """What somewhere to turn leads to: a directory of many, or one line to call or write to."""

    DIRECTORY = "directory"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Resource:
    """Somewhere to turn for help, as it was on the day it was `checked_on`; `source` says what was looked at then."""

    name: str
    url: str
    what: str
    kind: Reach
    where: str
    source: str
    checked_on: str
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=nothing, repr=False, compare=False)

    def at(self, key: str) -> Place:
        """Return where the author wrote `key`, or where the resource begins."""
        return self.places.get(key, self.place)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read. Decks stand in shelf order: the first is the one the draw page opens with.

    Printables and resources stand in their author's order.

    `whole` is false when essays and references were not, or not all, read: then nothing is said to be missing.
    `fonts` are the font files of the project, for characters that Kindling's own fonts lack.
    """

    decks: tuple[Deck, ...] = ()
    essays: tuple[Essay, ...] = ()
    references: tuple[Reference, ...] = ()
    printables: tuple[Printable, ...] = ()
    coverage: tuple[Item, ...] = ()
    resources: tuple[Resource, ...] = ()
    whole: bool = True
    fonts: tuple[Path, ...] = ()

    def deck(self, deck_id: str) -> Deck:
        """Return the deck with this id; KeyError if there is none."""
        for deck in self.decks:
            if deck.id == deck_id:
                return deck
        raise KeyError(deck_id)

    def reference(self, reference_id: str) -> Reference:
        """Return the reference with this id; KeyError if there is none."""
        for reference in self.references:
            if reference.id == reference_id:
                return reference
        raise KeyError(reference_id)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says about itself in `mkdocs.yml`. Folders are relative to that file."""

    site_name: str = "Kindling"
    site_url: str = ""
    repository: str = ""
    decks_dir: str = "decks"
    docs_dir: str = "docs"
    fonts_dir: str = "fonts"
    site_dir: str = "site"
    shelf: tuple[str, ...] = ()
    permanent_url: str = ""
    house_rules: bool = False
    private: bool = False
