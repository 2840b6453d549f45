"""How long ago the places to turn to were checked."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from generator.checks.resources import due
from generator.library.model import Place, Severity
from tests.decks import a_library, a_resource

HERE = Place("resources.yml", 7, 3)


@pytest.mark.parametrize("today", ["2026-11-22", "2027-01-01", "2027-05-21"])
def test_half_a_year_nobody_asks(today: str) -> None:
    """An entry that was checked up to 180 days ago is good."""
    assert list(due(a_library(resources=(a_resource(),)), today)) == []


def test_then_it_is_to_be_opened_again() -> None:
    """From day 181 on there is a note at the day itself, with what to do and what to write."""
    resource = a_resource(places=MappingProxyType({"checked_on": HERE}))
    (problem,) = due(a_library(resources=(resource, a_resource(checked_on="2027-05-01"))), "2027-05-22")
    assert (problem.place, problem.severity) == (HERE, Severity.WARNING)
    assert problem.message == "'Porch Light' was last checked 181 days ago"
    hint = 'open https://porch.example.org, make sure it still helps, and write checked_on: "2027-05-22"'
    assert problem.hint == hint


def test_a_day_still_to_come_is_a_slip() -> None:
    """An entry with a day in the future would never grow old."""
    (problem,) = due(a_library(resources=(a_resource(checked_on="2062-11-22"),)), "2026-11-22")
    assert problem.message == "'Porch Light' was checked on 2062-11-22, which is still to come"
    assert problem.severity is Severity.WARNING
