"""Runs of six words that stand in texts this project must not repeat, kept as hashes only.

How a run is hashed is fixed by whoever made the lists: small letters, straight apostrophes, words of a-z 0-9 ', six
neighbours joined by spaces, the first 16 hex digits of their SHA-256.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.checks.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = 6
TOKEN = re.compile(r"[a-z0-9']+")


@cache
def known() -> frozenset[str]:
    """Return the hashes of all the runs we must not repeat."""
    found = (
        file.read_text("ascii").split()
        for file in (files(__package__) / "originality").iterdir()
        if file.name.endswith(".txt")
    )
    return frozenset(line for lines in found for line in lines)


def runs(text: str) -> Iterator[tuple[str, int]]:
    """Yield each run of six words in a text, and the index it begins at."""
    words = list(TOKEN.finditer(text.lower().replace("\u2019", "'").replace("\u2018", "'")))
    for start in range(len(words) - RUN + 1):
        yield " ".join(word[0] for word in words[start : start + RUN]), words[start].start()


def borrowed(text: str) -> Iterator[tuple[str, int]]:
    """Yield the runs of a text that stand in another's work and are not on the list of everyday phrases; with places.

    A place is an index in the text.
    """
    allowed = lexicon("everyday")
    for run, index in runs(text):
        if sha256(run.encode()).hexdigest()[:16] in known() and run not in allowed:
            yield run, index
