"""What an edition changes of the look. The changes are in look.toml; nothing here knows one edition from another."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.look.tokens import look

if TYPE_CHECKING:
    from collections.abc import Mapping


class Edition(StrEnum):
    """What a print is made for: colour, little ink, large type, or a printer that has only black."""

    COLOR = "color"
    LOW_INK = "low-ink"
    LARGE_PRINT = "large-print"
    BLACK_WHITE = "black-white"


def look_of(edition: Edition) -> Mapping[str, Any]:
    """Return the look as an edition has it."""
    return merged(look(), look()["edition"][edition])


def tones_of(look: Mapping[str, Any], hue: str) -> dict[str, str]:
    """Return the colours that a deck of a hue is printed in: those of every print, and the tones of the hue."""
    return {"paper": look["print"]["paper"], **look["hue"][hue], **look.get("deck", {})}


def merged(whole: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with some entries changed or added, tables within it likewise."""
    return {**whole, **{key: entry(whole.get(key), change) for key, change in changes.items()}}


def entry(old: object, new: object) -> object:
    """Return what stands in the place of an entry."""
    return merged(old, new) if isinstance(old, dict) and isinstance(new, dict) else new
