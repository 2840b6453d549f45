"""The words Kindling itself says: buttons, labels, the consent lines, the service cards. One TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(lang: str = "en") -> dict[str, Any]:
    """Return the words of a language; a language without a file of its own gets English.

    Treat the result as read-only: it is shared.
    """
    folder = files(__package__)
    file = folder / f"{lang}.toml"
    if not file.is_file():
        file = folder / "en.toml"
    return tomllib.loads(file.read_text("utf-8"))


def depth_name(depth: int, lang: str = "en") -> str:
    """Return what a depth is called: Sip, Share, Open, Tender."""
    name: str = words(lang)["depths"][str(depth)]["name"]
    return name
