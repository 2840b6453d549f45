"""Straight quotes as typed, typographic quotes as shown. Pure text, for screen and paper alike."""

from __future__ import annotations

import re

# Opening and closing double quotes, and the opening single one. The closing single one is the apostrophe.
QUOTES = {"en": ("“", "”", "‘"), "de": ("„", "“", "‚")}  # noqa: RUF001 - the very characters
APOSTROPHE = "’"  # noqa: RUF001 - as above
OPENING = re.compile(r"(?:^|(?<=[\s(\[{—–/\"'“„‘‚]))([\"'])(?=[\w\"'…(\[])")  # noqa: RUF001 - as above


def typographic(text: str, lang: str = "en") -> str:
    """Return text with typographic quotes, apostrophes and ellipses.

    A quote at the start of a word opens; every other one closes or is an apostrophe.
    """
    low, high, single = QUOTES.get(lang.partition("-")[0], QUOTES["en"])
    opened = OPENING.sub(lambda match: low if match[1] == '"' else single, text.replace("...", "…"))
    return opened.replace('"', high).replace("'", APOSTROPHE)
