"""Straight quotes as typed, typographic quotes as shown. Pure text, for screen and paper alike."""

from __future__ import annotations

import re

# Opening and closing double quotes, and the opening single one. The closing single one is the apostrophe.
QUOTES = {"en": "“”‘", "de": "„“‚"}
APOSTROPHE = "’"
OPENING = re.compile(r"(?:^|(?<=[\s(\[{—–/\u00a0\"'“„‘‚]))([\"'])(?=\w|[\"'])")


def typographic(text: str, lang: str = "en") -> str:
    """Return text with typographic quotes, apostrophes and ellipses.

    A quote at the start of a word opens; every other one closes or is an apostrophe.
    """
    low, high, single = QUOTES.get(lang.split("-")[0], QUOTES["en"])
    opened = OPENING.sub(lambda match: low if match[1] == '"' else single, text.replace("...", "…"))
    return opened.replace('"', high).replace("'", APOSTROPHE)
