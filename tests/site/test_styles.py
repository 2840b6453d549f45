"""Style sheets made from the look."""

import re

import pytest

from generator.look.tokens import look
from generator.site.pictures import back_svg, icon_svg
from generator.site.styles import SHEETS, stylesheet
from tests.decks import a_deck


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_every_property_that_is_used_is_defined(kind: str) -> None:
    """A misspelt custom property would silently fall back; each `var()` has its declaration."""
    sheet = stylesheet(kind)
    used = set(re.findall(r"var\((--[a-z-]+)\)", sheet))
    assert used <= set(re.findall(r"(--[a-z-]+):", sheet))


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_no_colour_is_written_twice(kind: str) -> None:
    """Colours stand in look.toml alone: outside the tokens a sheet names none."""
    rules = stylesheet(kind).split("@font-face", 1)[1]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_no_sheet_asks_another_origin_for_anything(kind: str) -> None:
    """Fonts and pictures are our own files."""
    assert not re.search(r"url\((?!fonts/)", stylesheet(kind))


def test_the_anatomy_of_a_card_comes_from_the_look() -> None:
    """The margin on the screen is the margin on paper, as a share of the card's width."""
    card = look()["card"]
    assert f"--card-left:{card['left'] / card['width']:.2%};" in stylesheet("card")


def test_backs_follow_day_and_night() -> None:
    """One drawing, dyed for both."""
    svg = back_svg(a_deck(hue="clay"))
    clay = look()["hue"]["clay"]
    assert all(clay[tone] in svg for tone in ("wool", "straw", "shade", "twig"))


def test_the_icon_for_masks_fills_its_square() -> None:
    """A phone may cut the icon to any shape without showing a gap."""
    assert "M0 0h32v32H0z" in icon_svg(whole=True)
    assert "rx=" in icon_svg()
