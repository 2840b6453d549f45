"""How long ago the places to turn to were checked. Only for a day that somebody names: nothing here reads a clock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.library.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Library

# In days. The page itself stops showing an entry after a year (site/assets/safety/age.js): this leaves half of it.
MOST_AGE = 180


def due(library: Library, today: str) -> Iterator[Problem]:
    """Find resources that were checked more than 180 days before `today` (YYYY-MM-DD), or after it."""
    for resource in library.resources:
        age = (date.fromisoformat(today) - date.fromisoformat(resource.checked_on)).days
        place = resource.at("checked_on")
        if age > MOST_AGE:
            message = f"'{resource.name}' was last checked {age} days ago"
            hint = f'open {resource.url}, make sure it still helps, and write checked_on: "{today}"'
            yield Problem(place, message, hint, Severity.WARNING)
        elif age < 0:
            message = f"'{resource.name}' was checked on {resource.checked_on}, which is still to come"
            hint = "the day it really was checked; until then it would never grow old"
            yield Problem(place, message, hint, Severity.WARNING)
