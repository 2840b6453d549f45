"""What may stand behind a key: the shapes of values, and how each is read from a node.

A shape is a value, so that reading, the schema and the guide all speak from the same table.
Reading never raises: it returns what it understood and the problems it met.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from generator.library.model import Place, Problem
from generator.library.nodes import Mapping, Node, Scalar, Sequence, named

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID_LENGTH = 40
RULE = re.compile(r"L\d\d")
BLANKS = re.compile(r"[ \t\r\n]+")


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


@dataclass(frozen=True, slots=True)
class Wholes:
    """A list of whole numbers, at most `most` of them."""

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
    """A list of groups of keys, read one by one by whoever knows them."""


Shape = Text | Lines | Name | Names | Texts | Choice | Whole | Day | Wholes | Counts | Reasons | Group | List


@dataclass(frozen=True, slots=True)
class Key:
    """A key an author may write: what stands behind it, and what it is for."""

    shape: Shape
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading one node: its value, and what was wrong with it."""

    value: Any = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """The outcome of reading a group of keys: the values understood, and where each key stands."""

    values: AnyMapping[str, Any]
    places: AnyMapping[str, Place]
    problems: tuple[Problem, ...]


def tidy(text: str) -> str:
    """Return text on one line with single spaces; no-break spaces stay, for they were meant."""
    return BLANKS.sub(" ", text).strip(" ")


def wrong(place: Place, message: str, hint: str = "") -> Reading:
    """Return a reading that failed."""
    return Reading(problems=(Problem(place, message, hint),))


def close_to(word: str, allowed: AnyMapping[str, Any] | tuple[str, ...]) -> str:
    """Return the allowed word nearest to `word`, or an empty string."""
    return next(iter(get_close_matches(word.lower(), list(allowed), n=1, cutoff=0.6)), "")


def offer(word: str, allowed: AnyMapping[str, Any] | tuple[str, ...], what: str) -> str:
    """Return a hint that names the nearest allowed word and then all of them."""
    nearest = close_to(word, allowed)
    everything = f"{what}: {', '.join(allowed)}"
    return f"{nearest}   ({everything})" if nearest else f"one of {everything}"


def read(node: Node, shape: Shape, key: str) -> Reading:  # noqa: C901, PLR0911, PLR0912 - one arm a shape
    """Read a node as a shape; `key` is the key it stands behind, for the message."""
    match shape, node:
        case (Text() | Name() | Choice() | Whole() | Day(), Scalar(text="")) if not node.remark:
            return wrong(node.place, f"'{key}' is empty", f"write something after '{key}:', or take the line out")
        case Text(), Scalar():
            return text_of(node, key)
        case Lines(most=most), Sequence():
            return lines_of(node, key, most)
        case Lines(), Scalar():
            line = text_of(node, key)
            return line if line.problems else Reading((line.value,))
        case Name(), Scalar():
            return name_of(node)
        case Names(allowed=allowed), Sequence():
            return together(node, [choice_of(i, key, allowed) if allowed else name_of(i) for i in node.items])
        case Texts(), Sequence():
            return together(node, [read(item, Text(), key) for item in node.items])
        case Choice(allowed=allowed), Scalar():
            return choice_of(node, key, allowed)
        case Whole(least=least, most=most), Scalar():
            return whole_of(node, key, least, most)
        case Day(), Scalar():
            return day_of(node, key)
        case Wholes(most=most), Sequence():
            if len(node.items) > most:
                return wrong(node.place, f"'{key}' has {len(node.items)} numbers", f"at most {most}")
            return together(node, [read(item, Whole(0, 999), key) for item in node.items])
        case Counts(allowed=allowed), Mapping():
            entry = read_group(node, {word: Key(Whole(0, 999), "") for word in allowed}, f"'{key}'")
            return Reading(entry.values, entry.problems)
        case Reasons(), Mapping():
            return reasons_of(node)
        case Group(keys=keys), Mapping():
            entry = read_group(node, keys, f"'{key}'")
            return Reading(entry.values, entry.problems)
        case List(), Sequence():
            return Reading(node.items)
        case _:
            return wrong(node.place, f"'{key}' should be {wanted(shape)}, but is {named(node)}", advice(shape, node, key))


def wanted(shape: Shape) -> str:
    """Return what a shape asks for, in words."""
    match shape:
        case Text() | Name():
            return "text"
        case Lines(most=most):
            return f"a line of text or a list of at most {most}"
        case Choice() | Whole() | Day():
            return "a single value"
        case Names() | Texts() | Wholes() | List():
            return "a list"
        case Counts() | Reasons() | Group():
            return "a group of keys"


def advice(shape: Shape, node: Node, key: str) -> str:
    """Return what to type instead, as far as the shape and the mistake tell."""
    match shape, node:
        case (Text() | Lines(), Mapping(pairs=((Scalar(text=first), _), *_))):
            return f'a colon makes keys: put the whole text in quotes, {key}: "{first}: …"'
        case (Names() | Texts(), Scalar(text=text)) if text:
            return f"{key}: [{text}]"
        case (List(), _):
            return f"{key}: with a line '- id: …' below it for each card"
        case _:
            return f"{key}: {example(shape)}"


def example(shape: Shape) -> str:
    """Return a value of this shape, to show how one is written."""
    match shape:
        case Text() | Lines() | Texts() | List():
            return "your text"
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
            return f"{{{', '.join(f'{name}: …' for name in keys)}}}"


def together(node: Sequence, readings: list[Reading]) -> Reading:
    """Return the readings of a list's items as one; an item written twice is a problem."""
    problems = [problem for reading in readings for problem in reading.problems]
    values = [reading.value for reading in readings if not reading.problems]
    for item, reading in zip(node.items, readings, strict=True):
        if isinstance(reading.value, str) and values.count(reading.value) > 1:
            problems.append(Problem(item.place, f"'{reading.value}' stands here twice", "take one out"))
            break
    return Reading(tuple(values), tuple(problems))


def text_of(node: Scalar, key: str) -> Reading:
    """Read text; a comment right behind it was most likely meant to be part of it."""
    if node.remark:
        return wrong(
            node.place,
            f"'{key}' ends at the '#': YAML takes '{node.remark}' for a comment",
            f'{key}: "{tidy(node.text)} {node.remark}"   (or put the comment on a line of its own)'.replace('" #', '"#'),
        )
    return Reading(tidy(node.text))


def lines_of(node: Sequence, key: str, most: int) -> Reading:
    """Read a list of lines."""
    if not 0 < len(node.items) <= most:
        return wrong(node.place, f"'{key}' has {len(node.items)} lines", f"write one line, or a list of at most {most}")
    return together(node, [read(item, Text(), key) for item in node.items])


def name_of(node: Node) -> Reading:
    """Read an id."""
    if not isinstance(node, Scalar):
        return wrong(node.place, f"an id should be text, but is {named(node)}", "an id such as spare-key")
    if ID.fullmatch(node.text) and len(node.text) <= ID_LENGTH:
        return Reading(node.text)
    if len(node.text) > ID_LENGTH:
        return wrong(node.place, f"the id is longer than {ID_LENGTH} characters", "one to three words people can say")
    slug = "-".join(re.findall(r"[a-z0-9]+", node.text.lower()))[:ID_LENGTH].strip("-")
    return wrong(
        node.place,
        f"'{node.text}' cannot be an id",
        f"{slug or 'spare-key'}   (small letters a-z, numbers and single hyphens)",
    )


def choice_of(node: Node, key: str, allowed: tuple[str, ...]) -> Reading:
    """Read one of a few words."""
    if not isinstance(node, Scalar):
        return wrong(node.place, f"'{key}' should hold single words, but here is {named(node)}", ", ".join(allowed))
    if node.text in allowed:
        return Reading(node.text)
    return wrong(node.place, f"'{node.text}' is no {key} we know", offer(node.text, allowed, key))


def whole_of(node: Scalar, key: str, least: int, most: int) -> Reading:
    """Read a whole number in range."""
    if re.fullmatch(r"[0-9]{1,6}", node.text) and least <= int(node.text) <= most:
        return Reading(int(node.text))
    return wrong(node.place, f"'{key}' is '{node.text}'", f"a whole number from {least} to {most}")


def day_of(node: Scalar, key: str) -> Reading:
    """Read a date; it stays text, for it is only ever shown and compared."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", node.text) and date.fromisoformat(node.text):
            return Reading(node.text)
    except ValueError:
        pass
    return wrong(node.place, f"'{key}' is '{node.text}', which is no date", f"{key}: 2026-11-22   (year, month, day)")


def reasons_of(node: Mapping) -> Reading:
    """Read `lint_ignore`: each rule needs a reason someone else can weigh."""
    problems: list[Problem] = []
    reasons: dict[str, str] = {}
    for rule, reason in node.pairs:
        if not RULE.fullmatch(rule.text):
            problems.append(Problem(rule.place, f"'{rule.text}' is no rule", "a rule's number, such as L08"))
        elif not isinstance(reason, Scalar) or not tidy(reason.text):
            problems.append(Problem(rule.place, f"{rule.text} is ignored without a reason", f"{rule.text}: why it is right here"))
        else:
            reasons[rule.text] = tidy(reason.text)
    return Reading(reasons, tuple(problems))


def read_group(node: Mapping, keys: AnyMapping[str, Key], what: str) -> Entry:
    """Read a group of keys: unknown, repeated and missing ones are problems, the others are read on."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for key, value in node.pairs:
        name = key.text
        if name not in keys:
            problems.append(Problem(key.place, f"unknown key '{name}'", offer(name, keys, f"keys of {what}")))
        elif name in places:
            first = places[name].line
            problems.append(Problem(key.place, f"'{name}' stands here twice (first in line {first})", "keep one of them"))
        else:
            places[name] = key.place
            reading = read(value, keys[name].shape, name)
            problems += reading.problems
            if reading.value is not None:
                values[name] = reading.value
    guessed = {close_to(key.text, keys) for key, _ in node.pairs if key.text not in keys}
    problems += [
        Problem(node.place, f"{what} has no '{name}'", f"{name}: {example(key.shape)}   ({key.about})")
        for name, key in keys.items()
        if key.required and name not in places and name not in guessed
    ]
    return Entry(values, places, tuple(problems))
