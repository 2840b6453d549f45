"""The essays as pieces of writing: how long they are, and how hard to read."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

import pytest

from generator.checks.shape import syllables
from tests.decks import an_essay

if TYPE_CHECKING:
    from generator.library.model import Essay, Library

# What is not read as a sentence: citations, addresses, titles of boxes, headings, signs.
UNREAD = re.compile(r"\[@[^\]]+\]|\]\([^)]*\)|^!!!.*$|^#.*$|[*_`>\[\]|]", re.MULTILINE)
WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
END = re.compile(r"[.?!]+[\"\u201d\u2019)]*(?=\s|$)")


def grade(essay: Essay) -> float:
    """Return an essay's reading grade: Kincaid et al. 1975, Derivation of new readability formulas, Navy 8-75."""
    text = UNREAD.sub("", essay.body)
    words, sentences = WORD.findall(text), END.findall(text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_essays_can_be_read_by_thirteen_year_olds(library: Library) -> None:
    """The median grade is at most eight, and no essay is harder than that by much."""
    grades = [grade(essay) for essay in library.essays]
    assert median(grades) <= 8
    assert max(grades) <= 9


def test_the_formula_is_the_published_one() -> None:
    """Six words of one syllable: 0.39 x 6 + 11.8 - 15.59; the sentence of long words is far harder."""
    easy, hard = (
        grade_of(text) for text in ("The cat sat on the mat.", "Organisational responsibilities characterise.")
    )
    assert easy == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert hard > 20


def grade_of(text: str) -> float:
    """Return the grade of a text that is a whole essay."""
    return grade(an_essay(body=text))


def test_essays_have_their_length_and_their_parts(library: Library) -> None:
    """Nine to fourteen hundred words, a summary, words to swap, and the box that says where the evidence stops."""
    assert len(library.essays) == 11
    for essay in library.essays:
        assert 900 <= len(WORD.findall(UNREAD.sub("", essay.body))) <= 1400, essay.slug
        assert essay.summary
        assert "!!! swap" in essay.body, essay.slug
        assert "!!! evidence" in essay.body, essay.slug
