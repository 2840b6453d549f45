"""Licences: what may be published, and names that programs know."""

import pytest

from generator.checks import check
from generator.checks.licences import odd_licence
from generator.library.model import Severity
from tests.decks import a_deck, a_library


@pytest.mark.parametrize("written", ["unknown", "Unknown"])
def test_a_deck_of_unknown_licence_is_not_published(written: str) -> None:
    """An error, with what to do; for yourself alone it is none."""
    library = a_library(a_deck(license=written))
    (problem,) = check(library)
    assert problem.severity is Severity.ERROR
    assert "--private" in problem.hint
    assert check(library, private=True) == []


@pytest.mark.parametrize("written", ["", "CC-BY-4.0", "MIT", "GPL-2.0+", "MIT OR Apache-2.0", "LicenseRef-mine"])
def test_a_licence_that_programs_know_is_fine(written: str) -> None:
    """An SPDX id, an expression of several, one of somebody's own, or none at all."""
    assert check(a_library(a_deck(license=written))) == []


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc by-sa 4", "CC-BY-SA-4.0"),
        ("do what you like", "CC-BY-4.0"),
        ("MIT or so", "MIT"),
    ],
)
def test_a_name_that_is_none_is_noted_with_the_nearest(written: str, near: str) -> None:
    """A note only: people understand it, programs do not."""
    (problem,) = odd_licence(a_library(a_deck(license=written)))
    assert problem.severity is Severity.WARNING
    assert problem.hint.startswith(f"license: {near} ")
