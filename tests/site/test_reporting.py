"""The ways to write about a card, and the forms they lead to."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.library.words import words
from generator.site.pages import card_pages, deck_page
from generator.site.reporting import FORMS, form_address, letters
from tests.decks import a_deck, a_library

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "https://example.org/kindling"


def asked(address: str) -> dict[str, list[str]]:
    """What an address fills in."""
    return parse_qs(urlsplit(address).query, strict_parsing=True)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_opens_with_the_card_filled_in(form: str) -> None:
    """Nobody has to copy an address; whatever it holds arrives whole, and a slash at the end of a home is no matter."""
    address = form_address(f"{SOURCE}/", form, "porch/spare-key&template=x #é")
    assert address.startswith(f"{SOURCE}/issues/new?")
    assert asked(address) == {"template": [FORMS[form]], "card": ["porch/spare-key&template=x #é"]}
    assert asked(form_address(SOURCE, form)) == {"template": [FORMS[form]]}


def test_pages_lead_to_the_forms_only_where_there_are_some() -> None:
    """With a repository each card and deck has both ways; without one there is nothing to tap that leads nowhere."""
    library = a_library()
    for html, about in (
        (dict(card_pages(library, "", SOURCE))["cards/porch/spare-key/"], "porch/spare-key"),
        (deck_page(a_deck(), library, SOURCE), "porch"),
    ):
        for address in letters(SOURCE, about).values():
            assert f'href="{address.replace("&", "&amp;")}"' in html
        assert words()["report"]["public"] in html
    assert "issues/new" not in deck_page(a_deck(), library) + "".join(html for _, html in card_pages(library))


def test_each_form_is_there_and_has_the_field_that_is_filled_in(root: Path) -> None:
    """A link names a file and a field; if either were renamed, the form would open empty."""
    for name in FORMS.values():
        form = yaml.safe_load((root / ".github" / "ISSUE_TEMPLATE" / name).read_text("utf-8"))
        assert "card" in {field.get("id") for field in form["body"]}
        told = next(field["attributes"]["value"] for field in form["body"] if field["type"] == "markdown")
        assert "public" in told


def test_the_form_about_harm_leads_to_help(root: Path) -> None:
    """Who needs help at once does not wait here, and the part of the page it names is there."""
    form = (root / ".github" / "ISSUE_TEMPLATE" / FORMS["hurt"]).read_text("utf-8")
    assert "(../blob/HEAD/docs/safety.md#where-to-find-help)" in form
    assert "\n## Where to find help\n" in (root / "docs" / "safety.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("schema", "names"), [("github-issue-forms", tuple(FORMS.values())), ("github-issue-config", ("config.yml",))]
)
def test_forms_are_what_github_takes(root: Path, schema: str, names: tuple[str, ...]) -> None:
    """GitHub drops a form with a mistake in it without a word; its schema tells beforehand."""
    files = [str(root / ".github" / "ISSUE_TEMPLATE" / name) for name in names]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
