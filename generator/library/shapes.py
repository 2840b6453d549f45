"""What may stand behind a key: the shapes of values, in words too.

A shape is a value, so that reading, the schema and the guide all speak from the same table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID_LENGTH = 40
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Text:
    """One run of plain text; line breaks and repeated spaces become one space."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A line of text, or a list of at most `most` lines."""

    most: int


@dataclass(frozen=True, slots=True)
class Name:
    """An id: lower-case words joined by hyphens, at most 40 characters."""


@dataclass(frozen=True, slots=True)
class Names:
    """A list of ids, or of the `allowed` words only."""

    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of lines of text."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the `allowed` words."""

    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date written as 2026-11-22."""


# How many cards of a sort a deck may be meant to have.
COUNT = Whole(0, 999)


@dataclass(frozen=True, slots=True)
class Wholes:
    """A list of counts, at most `most` of them."""

    most: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each of the `allowed` words."""

    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """A rule's number, and the reason it may be broken here."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of keys."""

    keys: AnyMapping[str, Key]


@dataclass(frozen=True, slots=True)
class List:
    """A list of groups of keys, read one by one by whoever knows them; `shown` is how one is written."""

    shown: str = "and below it a line '- id: …' for each card"


Shape = Text | Lines | Name | Names | Texts | Choice | Whole | Day | Wholes | Counts | Reasons | Group | List


@dataclass(frozen=True, slots=True)
class Key:
    """A key an author may write: what stands behind it, what it is for, and one that was written well."""

    shape: Shape
    about: str
    required: bool = False
    sample: str = ""


def wanted(shape: Shape) -> str:  # noqa: PLR0911 - one arm a shape
    """Return what a shape asks for, in words."""
    match shape:
        case Text() | Name():
            return "text"
        case Lines(most=most):
            return f"a line of text or a list of at most {most}"
        case Choice():
            return "one word"
        case Whole():
            return "a number"
        case Day():
            return "a date"
        case Names() | Texts() | Wholes() | List():
            return "a list"
        case _:
            return "a group of keys"


def asked(shape: Shape) -> str:
    """Return what a shape asks for with what it allows, for the guide."""
    match shape:
        case Choice(allowed=words):
            return f"one of {', '.join(words)}"
        case Names(allowed=words) if words:
            return f"a list, of {', '.join(words)}"
        case Whole(least=least, most=most):
            return f"{wanted(shape)} from {least} to {most}"
        case _:
            return wanted(shape)


def example(shape: Shape) -> str:  # noqa: C901, PLR0911 - one arm a shape
    """Return a value of this shape, to show how one is written."""
    match shape:
        case Text() | Lines():
            return "your text"
        case Texts():
            return "[your text]"
        case Name():
            return "spare-key"
        case Names(allowed=allowed):
            return f"[{', '.join(allowed or ('spare-key',))}]"
        case Choice(allowed=allowed):
            return allowed[0]
        case Whole(least=least):
            return str(least)
        case Day():
            return "2026-11-22"
        case Wholes():
            return "[20, 10, 0, 0]"
        case Counts(allowed=allowed):
            return f"{{{allowed[0]}: 1}}"
        case Reasons():
            return "{L08: the reason}"
        case Group(keys=keys):
            return f"{{{', '.join(f'{name}: {example(key.shape)}' for name, key in keys.items())}}}"
        case _:
            return shape.shown


def written(key: Key) -> str:
    """Return what may be written behind a key, as an author would."""
    return key.sample or example(key.shape)


def fits_id(text: str) -> bool:
    """Say whether a text can be an id."""
    return len(text) <= ID_LENGTH and bool(ID.fullmatch(text))


def fits_day(text: str) -> bool:
    """Say whether a text is a day of the calendar, written as 2026-11-22."""
    try:
        return bool(DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def id_like(text: str, otherwise: str) -> str:
    """Return the id nearest to a text, or `otherwise` if nothing of it can stay."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:ID_LENGTH].strip("-") or otherwise
