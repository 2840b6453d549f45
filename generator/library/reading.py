"""A node, read as the shape its key asks for. Never raises: returns what it understood and the problems it met."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from generator.library.model import Place, Problem
from generator.library.nodes import CONTROL, Mapping, Node, Scalar, Sequence, excerpt, named, quoted
from generator.library.shapes import (
    COUNT,
    ID_LENGTH,
    Choice,
    Counts,
    Day,
    Group,
    Key,
    Lines,
    List,
    Name,
    Names,
    Reasons,
    Shape,
    Text,
    Texts,
    Whole,
    Wholes,
    example,
    fits_day,
    fits_id,
    id_like,
    wanted,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as AnyMapping

RULE = re.compile(r"L[0-9][0-9]")
# Line breaks and blanks; a no-break space is not among them, for it was meant.
BLANKS = re.compile(r"[ \t\r\n\x85\u2028\u2029]+")
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading one node: its value, none if it was not understood, and what was wrong with it."""

    value: Any = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """The outcome of reading a group of keys: the values understood, and where each key stands."""

    values: AnyMapping[str, Any]
    places: AnyMapping[str, Place]
    problems: tuple[Problem, ...]


def tidy(text: str) -> str:
    """Return text on one line with single spaces; no-break spaces stay."""
    return BLANKS.sub(" ", text).strip(" ")


def wrong(place: Place, message: str, hint: str) -> Reading:
    """Return a reading that failed."""
    return Reading(problems=(Problem(place, message, hint),))


def close_to(word: str, allowed: AnyMapping[str, Any] | tuple[str, ...]) -> str:
    """Return the allowed word nearest to `word`, or an empty string."""
    return next(iter(get_close_matches(word.lower(), list(allowed), n=1, cutoff=0.6)), "")


def offer(word: str, allowed: AnyMapping[str, Any] | tuple[str, ...], what: str) -> str:
    """Return a hint: the nearest allowed word and a few of the others, or all of them if none is near."""
    nearest = close_to(word, allowed)
    if not nearest:
        return f"one of {', '.join(allowed)}"
    some = [*allowed][:SHOWN]
    return f"{nearest}   ({what}: {', '.join(some)}{', …' if len(allowed) > SHOWN else ''})"


def empty(node: Node) -> bool:
    """Say whether there is nothing here; a control character is something, although some count as space."""
    return isinstance(node, Scalar) and not node.text.strip() and not CONTROL.search(node.text)


def read(node: Node, shape: Shape, key: str, start: str = "") -> Reading:  # noqa: C901, PLR0911, PLR0912 - one arm a shape
    """Read a node as a shape; `key` is the key it belongs to, `start` what stands before it: the key, or a dash."""
    start = start or f"{key}:"
    match shape, node:
        case Text(), Scalar():
            return text_of(node, key, start)
        case Lines(most=most), Sequence():
            return lines_of(node, key, most)
        case Lines(), Scalar():
            line = text_of(node, key, start)
            return line if line.problems else Reading((line.value,))
        case Name(), Scalar():
            return name_of(node, key)
        case Names(allowed=allowed), Sequence():
            return each(node, key, lambda item: choice_of(item, key, allowed) if allowed else name_of(item, key))
        case Texts(), Sequence():
            return each(node, key, lambda item: read(item, Text(), key, "-"))
        case Choice(allowed=allowed), Scalar():
            return choice_of(node, key, allowed)
        case Whole(least=least, most=most), Scalar():
            return whole_of(node, key, least, most)
        case Day(), Scalar():
            return day_of(node, key)
        case Wholes(most=most), Sequence():
            if len(node.items) > most:
                return wrong(node.place, f"'{key}' has {len(node.items)} numbers", f"at most {most}")
            return each(node, key, lambda item: read(item, COUNT, key))
        case Counts(allowed=allowed), Mapping():
            entry = read_group(node, {word: Key(COUNT, "") for word in allowed}, f"'{key}'")
            return Reading(entry.values, entry.problems)
        case Reasons(), Mapping():
            return reasons_of(node)
        case Group(keys=keys), Mapping():
            entry = read_group(node, keys, f"'{key}'")
            return Reading(entry.values, entry.problems)
        case List(), Sequence():
            return Reading(node.items)
        case _:
            return misshapen(node, shape, key, start)


def misshapen(node: Node, shape: Shape, key: str, start: str) -> Reading:
    """Return what is wrong with a node of another shape, and what to type instead."""
    message = f"'{key}' should be {wanted(shape)}, but is {named(node)}"
    match shape, node:
        case Text() | Lines(), Mapping(pairs=((Scalar(text=first), Scalar(text=second)),)) if first and second:
            message = f"'{key}' is cut at a colon: YAML takes '{excerpt(first)}' for a key"
            return wrong(node.place, message, f"{start} {quoted(f'{tidy(first)}: {tidy(second)}')}")
        case Text() | Lines(), Mapping():
            return wrong(
                node.place, message, f'{start} "your text"   (in quotes: outside of them, a colon makes a key)'
            )
        case Text(), Sequence(items=(Scalar(text=text),)) if text:
            return wrong(node.place, message, f"{start} {quoted(tidy(text))}")
        case Names() | Texts(), Scalar(text=text) if tidy(text):
            return wrong(node.place, message, f"{start} [{tidy(text)}]")
        case _:
            return wrong(node.place, message, f"{start} {example(shape)}")


def each(node: Sequence, key: str, reader: Callable[[Node], Reading]) -> Reading:
    """Return the readings of a list's items as one; an empty item or one written twice is a problem."""
    problems: list[Problem] = []
    values: list[Any] = []
    seen: set[str] = set()
    for item in node.items:
        if empty(item):
            problems.append(Problem(item.place, f"'{key}' has an empty item", "write something there, or take it out"))
            continue
        reading = reader(item)
        problems += reading.problems
        if reading.problems:
            continue
        if isinstance(reading.value, str):
            if reading.value in seen:
                problems.append(Problem(item.place, f"'{excerpt(reading.value)}' stands here twice", "take one out"))
                continue
            seen.add(reading.value)
        values.append(reading.value)
    return Reading(tuple(values), tuple(problems))


def text_of(node: Scalar, key: str, start: str) -> Reading:
    """Read text; a comment right behind it was most likely meant to be part of it."""
    if node.remark:
        text = quoted(f"{tidy(node.text)} {node.remark}".strip())
        message = f"'{key}' ends at the '#': YAML takes '{excerpt(node.remark)}' for a comment"
        return wrong(node.place, message, f"{start} {text}   (or put the comment on a line of its own)")
    if hidden := CONTROL.search(node.text):
        return wrong(node.place, f"there is a control character in '{key}' (U+{ord(hidden[0]):04X})", "delete it")
    return Reading(tidy(node.text))


def lines_of(node: Sequence, key: str, most: int) -> Reading:
    """Read a list of lines."""
    if not node.items:
        return wrong(node.place, f"'{key}' is empty", f"{key}: your text   (or take the line out)")
    if len(node.items) > most:
        return wrong(node.place, f"'{key}' has {len(node.items)} lines", f"keep at most {most} of them")
    return each(node, key, lambda item: read(item, Text(), key, "-"))


def name_of(node: Node, key: str) -> Reading:
    """Read an id."""
    if not isinstance(node, Scalar):
        return wrong(node.place, f"'{key}' should hold ids, but here is {named(node)}", "an id such as spare-key")
    if fits_id(node.text):
        return Reading(node.text)
    if len(node.text) > ID_LENGTH:
        return wrong(node.place, f"this id is longer than {ID_LENGTH} characters", "one to three words people can say")
    hint = f"{id_like(node.text, 'spare-key')}   (small letters a-z, numbers and single hyphens)"
    return wrong(node.place, f"'{node.text}' cannot be an id", hint)


def choice_of(node: Node, key: str, allowed: tuple[str, ...]) -> Reading:
    """Read one of a few words."""
    if not isinstance(node, Scalar):
        return wrong(
            node.place, f"'{key}' should hold single words, but here is {named(node)}", f"one of {', '.join(allowed)}"
        )
    if node.text in allowed:
        return Reading(node.text)
    return wrong(node.place, f"'{key}' cannot be '{excerpt(node.text)}'", offer(node.text, allowed, key))


def whole_of(node: Scalar, key: str, least: int, most: int) -> Reading:
    """Read a whole number in range."""
    if re.fullmatch(r"[0-9]{1,6}", node.text) and least <= int(node.text) <= most:
        return Reading(int(node.text))
    return wrong(node.place, f"'{key}' cannot be '{excerpt(node.text)}'", f"a whole number from {least} to {most}")


def day_of(node: Scalar, key: str) -> Reading:
    """Read a date; it stays text, for it is only ever shown and compared."""
    if fits_day(node.text):
        return Reading(node.text)
    return wrong(
        node.place, f"'{key}' is '{excerpt(node.text)}', which is no date", f"{key}: 2026-11-22   (year, month, day)"
    )


def reasons_of(node: Mapping) -> Reading:
    """Read `lint_ignore`: each rule needs a reason someone else can weigh."""
    problems: list[Problem] = []
    reasons: dict[str, str] = {}
    for rule, reason in node.pairs:
        if not RULE.fullmatch(rule.text):
            problems.append(Problem(rule.place, f"'{excerpt(rule.text)}' is no rule", "a rule's number, such as L08"))
        elif rule.text in reasons:
            problems.append(Problem(rule.place, f"'{rule.text}' stands here twice", "keep one of them"))
        elif not isinstance(reason, Scalar) or empty(reason):
            problems.append(
                Problem(rule.place, f"{rule.text} is ignored without a reason", f"{rule.text}: why it is right here")
            )
        else:
            written = text_of(reason, rule.text, f"{rule.text}:")
            problems += written.problems
            reasons[rule.text] = written.value or ""
    return Reading(reasons, tuple(problems))


def read_group(node: Mapping, keys: AnyMapping[str, Key], what: str, *, complete: bool = True) -> Entry:
    """Read a group of keys: unknown, repeated and missing ones are problems, the others are read on.

    Of a group that is not `complete`, because a syntax error hides a part of it, no key is said to be missing.
    """
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for key, value in node.pairs:
        name = key.text
        if name not in keys and " " in name and empty(value):
            message = f"'{excerpt(name)}' is cut off at a comma: in brackets a comma begins the next key"
            problems.append(Problem(key.place, message, "put the whole text before and after the comma in quotes"))
        elif name not in keys:
            problems.append(Problem(key.place, f"unknown key '{excerpt(name)}'", offer(name, keys, f"keys of {what}")))
        elif name in places:
            first = places[name].line
            problems.append(
                Problem(key.place, f"'{name}' stands here twice (first in line {first})", "keep one of them")
            )
        else:
            places[name] = key.place
            reading = read_key(value, name, keys[name])
            problems += reading.problems
            if reading.value is not None:
                values[name] = reading.value
    guessed = {close_to(key.text, keys) for key, _ in node.pairs if key.text not in keys}
    problems += [
        Problem(node.place, f"{what} has no '{name}'", f"{name}: {example(key.shape)}   ({key.about})")
        for name, key in keys.items()
        if complete and key.required and name not in places and name not in guessed
    ]
    return Entry(values, places, tuple(problems))


def read_key(node: Node, name: str, key: Key) -> Reading:
    """Read what stands behind a key; nothing but a comment may be a text that begins with a '#'."""
    if not empty(node) or (isinstance(node, Scalar) and node.remark and isinstance(key.shape, Text | Lines)):
        return read(node, key.shape, name)
    otherwise = "" if key.required else "   (or take the line out)"
    return wrong(node.place, f"'{name}' is empty", f"{name}: {example(key.shape)}{otherwise}")
