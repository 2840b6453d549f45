"""Word lists and phrases, from `lexicons/*.toml`, as patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return a word list. Treat it as read-only: it is shared."""
    return tomllib.loads((files(__package__) / "lexicons" / f"{name}.toml").read_text("utf-8"))


def whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of these words, whole; a `~` in a word takes any letters."""
    parts = sorted(
        (re.escape(word).replace("\\~", r"\w*").replace("~", r"\w*") for word in words), key=len, reverse=True
    )
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(parts)})(?![\w-])")


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return the pattern for a list of words in a lexicon."""
    return whole_words(tuple(lexicon(name)[key]))


@cache
def keys_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern for all the words that are keys of a lexicon."""
    return whole_words(tuple(lexicon(name)))


@cache
def phrases(key: str) -> re.Pattern[str]:
    """Return the pattern for the phrases of a rule."""
    return re.compile("|".join(f"(?:{phrase})" for phrase in lexicon("phrases")[key]), re.IGNORECASE)
