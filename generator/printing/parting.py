"""When long words are parted, and where: by the patterns of their language, as Pyphen has them.

Most decks need none of it, and patterns take long to load: only what does not fit whole is tried in parts.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeVar
from unicodedata import category

from generator.look.tokens import look
from generator.printing.breaking import HYPHEN
from generator.printing.desk import Desk
from generator.printing.job import words_to_measure
from generator.printing.lines import PT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sized

    import pyphen

    from generator.printing.job import Job
    from generator.printing.leaf import Leaf
    from generator.printing.runs import Font

    Parts = Mapping[str, tuple[str, ...]]
    Fonts = Mapping[str, Font]
    Measure = Callable[..., Fonts]

Made = TypeVar("Made")
Found = TypeVar("Found", bound="Sized")

# A word of fewer letters is not parted, and neither end of one is shorter than this.
LONG, LEAST = 8, 3


def set_whole_or_in_parts(
    measure: Measure, job: Job, make: Callable[[Fonts], tuple[Made, Found]], known: Fonts | None = None
) -> tuple[Made, Found]:
    """Return what is made of a job's words as measured (or `known`), and what does not fit.

    Where a word is too wide for comfort, or something does not fit, it is made again with long words in parts.
    """
    words = words_to_measure(job)
    fonts = known or measure(words, job.language, job.typefaces)
    made, found = make(fonts)
    again = measured_in_parts(measure, words, job) if found or cramped(job, words, fonts) else None
    return make(again) if again else (made, found)


def measured_in_parts(measure: Measure, words: Mapping[str, Iterable[str]], on: Job | Leaf) -> Fonts | None:
    """Return the fonts with all that is needed to part long words, or None when no word can be parted."""
    more, parts = in_parts(words, "-".join(filter(None, on.language)))
    return measure(more, on.language, on.typefaces, parts) if parts else None


def cramped(job: Job, words: Mapping[str, Iterable[str]], fonts: Fonts) -> bool:
    """Say whether a word is wider than the card at the size down to which prompts are comfortable."""
    room = Desk(job.card, look(), fonts, job.deck.lang).width / (look()["type"]["prompt_even"] * PT)
    return any(fonts["text"].widths[word] > room for word in words["text"])


def in_parts(words: Mapping[str, Iterable[str]], lang: str) -> tuple[dict[str, list[str]], Mapping[str, Parts]]:
    """Return by style all that has to be measured when long words may be parted, and their parts; none if none may."""
    parts = {style: parts_of_words(needed, lang) for style, needed in words.items()}
    if not any(parts.values()):
        return {}, {}
    return {style: sorted({*needed, *ends_of(parts[style])}) for style, needed in words.items()}, parts


def ends_of(parts: Parts) -> set[str]:
    """Return all that lines may begin or end with when words are parted."""
    return {end for found in parts.values() for end in beginnings_and_ends(found)}


def parts_of_words(words: Iterable[str], lang: str) -> dict[str, tuple[str, ...]]:
    """Return the words that can be parted in a language (a BCP 47 tag), each with its parts."""
    found = {word: parts for word in words if (parts := parts_of(word, lang))}
    return {word: parts for word, parts in found.items() if len(parts) > 1}


def beginnings_and_ends(parts: tuple[str, ...]) -> set[str]:
    """Return what has to be measured to set a word in parts: all that a line may begin or end with, and a hyphen."""
    cuts = range(1, len(parts))
    return {HYPHEN, *("".join(parts[:cut]) for cut in cuts), *("".join(parts[cut:]) for cut in cuts)}


def parts_of(word: str, lang: str) -> tuple[str, ...]:
    """Return a word in the parts that a line may end after."""
    parts = [""]
    for letters, run in groupby(word, key=lambda char: category(char)[0] in "LM"):
        text = "".join(run)
        cuts = cuts_of(text, lang) if letters and len(text) >= LONG else []
        bounds = [0, *cuts, len(text)]
        first, *others = (text[start:end] for start, end in pairwise(bounds))
        parts[-1] += first
        parts += others
    return tuple(parts)


def cuts_of(word: str, lang: str) -> list[int]:
    """Return where letters may be parted."""
    patterns = patterns_of(lang)
    # Some patterns would change a letter at the cut ('Schiffahrt'): such a cut is left out.
    cuts = patterns.positions(word) if patterns else []
    return [int(cut) for cut in cuts if not getattr(cut, "data", None)]


@cache
def patterns_of(lang: str) -> pyphen.Pyphen | None:
    """Return the patterns of a language, or None if it has none."""
    import pyphen  # noqa: PLC0415 - most decks never need it

    known = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=LEAST, right=LEAST) if known else None
