"""A YAML document as plain values with places: what is left of YAML once `load` has read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.library.model import Place

# What YAML refuses outright, and what no page or printer can show.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text, whatever YAML would have made of it: `yes`, `12:30` and `2026-11-22` stay text.

    `remark` is a comment that follows the text on its line.
    """

    text: str
    place: Place
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order they were written, repeated keys included."""

    pairs: tuple[tuple[Scalar, Node], ...]
    place: Place


Node = Scalar | Sequence | Mapping


def named(node: Node) -> str:
    """Return what a person would call this node."""
    if isinstance(node, Scalar):
        return "text" if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "a group of keys"


def quoted(text: str) -> str:
    """Return text as it can be typed in YAML: in double quotes, or in single ones if it holds what those mind."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def excerpt(text: str) -> str:
    """Return what an author wrote, short enough to be quoted in a message."""
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"
