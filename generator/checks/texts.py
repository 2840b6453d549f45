"""The texts of a card, and how rules take them apart. Pure text; English only where it says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.library.model import Card, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

# Kinds whose text asks for an answer.
ASKING = frozenset({Kind.PROMPT, Kind.FOLLOWUP, Kind.CLOSING})
WORD = re.compile(r"[\w'\u2019-]+")
SENTENCE = re.compile(r"[^.?!…]+[.?!…]*[\"”']*\s*")
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']+'(?!\w)")


def said(card: Card) -> Iterator[tuple[str, str]]:
    """Yield every text its author stands behind, with its key; not what a swap tells people to leave out."""
    yield "text", card.text
    for line in card.follow_up:
        yield "follow_up", line
    for key in ("listener", "care", "need"):
        if text := getattr(card, key):
            yield key, text


def words_in(text: str) -> list[str]:
    """Return the words of a text; a hyphen or an apostrophe inside belongs to its word."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with its closing sign."""
    return [sentence.strip() for sentence in SENTENCE.findall(text) if WORD.search(sentence)]


def unquoted(text: str) -> str:
    """Return a text without what stands in quotes: a quoted bad example is not said by the card."""
    return QUOTED.sub("this", text)


def plain(text: str) -> str:
    """Return a text in small letters with straight apostrophes, for matching."""
    return text.replace("\u2019", "'").replace("\u2018", "'").casefold()
