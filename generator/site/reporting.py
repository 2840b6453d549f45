"""Where to write to those who keep the cards: the project's issue forms, filled in as far as a page knows."""

from __future__ import annotations

from types import MappingProxyType
from urllib.parse import urlencode

# The files of .github/ISSUE_TEMPLATE, and what asks for them on the site: `words.report` has a label for each.
FORMS = MappingProxyType({"suggest": "suggest-a-card.yml", "hurt": "this-card-could-hurt.yml"})


def form_address(repository: str, form: str, about: str = "") -> str:
    """Return the address of one of the FORMS, its field `card` filled in with what the page is about.

    GitHub takes the fields of a form by their ids: "Creating an issue from a URL query" in its documentation.
    """
    query = {"template": FORMS[form]} | ({"card": about} if about else {})
    return f"{repository.rstrip('/')}/issues/new?{urlencode(query)}"


def letters(repository: str, about: str) -> dict[str, str]:
    """Return the address of each form, by its name; none where nobody said where the project lives."""
    return {form: form_address(repository, form, about) for form in FORMS} if repository else {}
