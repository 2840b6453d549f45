"""A YAML document as plain values with places: what is left of YAML once `load` has read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.library.model import Place


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
    match node:
        case Scalar(text=""):
            return "nothing"
        case Scalar():
            return "text"
        case Sequence():
            return "a list"
        case Mapping():
            return "a group of keys"
