"""The look as data, and which hue and lay a deck has."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from generator.look.lays import LAYS
from generator.look.sticks import fnv

if TYPE_CHECKING:
    from generator.library.model import Deck
    from generator.library.page import Printable


@cache
def look() -> dict[str, Any]:
    """Return look.toml: colours, card anatomy in mm, type in points. Treat it as read-only: it is shared."""
    return tomllib.loads((files(__package__) / "look.toml").read_text("utf-8"))


@cache
def fallbacks() -> dict[str, Any]:
    """Return fallbacks.toml: what stands in for our fonts until they come. Treat it as read-only: it is shared."""
    return tomllib.loads((files(__package__) / "fallbacks.toml").read_text("utf-8"))


def hue_of(deck: Deck | Printable) -> str:
    """Return the name of a deck's or printable's hue: the author's, or one chosen from the id."""
    hues = look()["hue"]
    return deck.hue if deck.hue in hues else list(hues)[fnv(deck.id) % len(hues)]


def lay_of(deck: Deck | Printable) -> str:
    """Return the name of a deck's or printable's lay: the author's, or one chosen from the id."""
    return deck.lay if deck.lay in LAYS else list(LAYS)[fnv(deck.id) % len(LAYS)]
