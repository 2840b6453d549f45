"""Straight quotes in, typographic quotes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.look.typography import typographic

LANGUAGES = st.sampled_from(["en", "en-GB", "de", "de-AT", "fr", ""])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('She said "yes".', "She said “yes”."),
        ('"Ears, ideas, or company?"', "“Ears, ideas, or company?”"),
        ("It's the neighbours' dog.", "It’s the neighbours’ dog."),  # noqa: RUF001 - the very characters
        ("'Hello' she said", "‘Hello’ she said"),  # noqa: RUF001 - as above
        ("\"He said 'no'.\"", "“He said ‘no’.”"),  # noqa: RUF001 - as above
        ('("so")', "(“so”)"),
        ('yes—"no"', "yes—“no”"),
        ('"Wait—" she', "“Wait—” she"),
        ('"... and then?"', "“… and then?”"),
        ('"(aside) yes"', "“(aside) yes”"),
        ('10"', "10”"),
        ("wait ...", "wait …"),
        ("a…b", "a…b"),
        ("“done”", "“done”"),
        ("", ""),
    ],
)
def test_english_quotes_open_and_close(typed: str, shown: str) -> None:
    """A quote before a word opens, every other one closes, and an apostrophe is an apostrophe."""
    assert typographic(typed) == shown


@pytest.mark.parametrize("lang", ["de", "de-CH"])
def test_german_quotes_stand_low_and_high(lang: str) -> None:
    """A language has its own quotes, in all its countries."""
    assert typographic('"Wie geht\'s?"', lang) == "„Wie geht’s?“"  # noqa: RUF001 - the very characters


def test_an_unknown_language_gets_english_quotes() -> None:
    """Typographic quotes of some kind are better than none."""
    assert typographic('"x"', "xx") == "“x”"


@given(st.text(), LANGUAGES)
def test_letters_and_digits_never_change(text: str, lang: str) -> None:
    """Only quotes, apostrophes and dots are touched: what was written stays written."""
    shown = typographic(text, lang)
    assert [c for c in shown if c.isalnum()] == [c for c in text if c.isalnum()]
    assert len(shown.split()) == len(text.split())


@given(st.text(alphabet="\"'.… aé1(—“”‘’„", max_size=30) | st.text(), LANGUAGES)  # noqa: RUF001 - as above
def test_applied_twice_nothing_more_happens(text: str, lang: str) -> None:
    """Text that went through once is finished, and holds no straight quote."""
    shown = typographic(text, lang)
    assert typographic(shown, lang) == shown
    assert not set(shown) & {"'", '"'}
