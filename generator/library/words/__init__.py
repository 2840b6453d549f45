"""The words Kindling itself says: buttons, labels, the consent lines, the service cards. One TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(lang: str = "en") -> dict[str, Any]:
    """Return the words of a language, or of the one it is a variety of, or English.

    Treat the result as read-only: it is shared.
    """
    shipped = {file.name: file for file in files(__package__).iterdir()}
    wanted = (f"{name}.toml" for name in (lang, lang.partition("-")[0], "en"))
    file = next(shipped[name] for name in wanted if name in shipped)
    return tomllib.loads(file.read_text("utf-8"))


def depth_name(depth: int, lang: str = "en") -> str:
    """Return what a depth is called: Sip, Share, Open, Tender."""
    name: str = words(lang)["depths"][str(depth)]["name"]
    return name
