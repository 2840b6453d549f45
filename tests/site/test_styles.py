"""Style sheets made from the look."""

import re
from importlib.resources import files

import pytest

from generator.look.tokens import look
from generator.site.pictures import back_svg, icon_svg
from generator.site.styles import SHEETS, source, stylesheet
from tests.decks import a_deck


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_every_property_that_is_used_is_defined(kind: str) -> None:
    """A misspelt custom property would silently fall back; each `var()` has its declaration."""
    before = {"more": stylesheet("draw", "clay"), "print": stylesheet("site")}
    sheet = before.get(kind, "") + stylesheet(kind, "clay")
    used = set(re.findall(r"var\((--[a-z-]+)\)", sheet))
    # The size of the words on the table, and of those on paper, is set by the script that measures them.
    assert used - {"--type", "--size", "--lead"} <= set(re.findall(r"(--[a-z-]+):", sheet))


def test_the_first_sight_of_the_draw_page_has_one_hue_and_all_come_later() -> None:
    """Thirteen hues weigh half a kilobyte; the first card needs that of its deck."""
    assert re.findall(r'data-hue="(\w+)"', stylesheet("draw", "clay")) == ["clay"]
    assert set(re.findall(r'data-hue="(\w+)"', stylesheet("more"))) == set(look()["hue"])


def test_a_sheet_loses_its_comments_and_idle_space_and_nothing_else() -> None:
    """What is served says the same as the source."""
    for kind in SHEETS:
        for name in SHEETS[kind]:
            text = (files("generator.site") / "assets" / f"{name}.css").read_text("utf-8")
            bare = re.sub(r"\s", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
            assert re.sub(r"\s", "", source(name)) == bare.replace(";}", "}")


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_no_colour_is_written_twice(kind: str) -> None:
    """Colours stand in look.toml alone: outside the tokens a sheet names none."""
    for name in SHEETS[kind]:
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*\})", source(name)) == []


@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_no_sheet_asks_another_origin_for_anything(kind: str) -> None:
    """Fonts and pictures are our own files."""
    assert not re.search(r"url\((?!fonts/)", stylesheet(kind))


def test_the_anatomy_of_a_card_comes_from_the_look() -> None:
    """The margin on the screen is the margin on paper, as a share of the card's width."""
    card = look()["card"]
    assert f"--card-left:{card['left'] / card['width']:.2%};" in stylesheet("card")


def test_the_first_sight_of_the_draw_page_carries_nothing_idle() -> None:
    """Each of its custom properties is used, there or by what comes later, and each typeface it names is there."""
    first, later = stylesheet("draw", "clay"), stylesheet("more")
    declared = set(re.findall(r"(--[\w-]+):", first))
    assert declared <= set(re.findall(r"var\((--[\w-]+)", first + later))
    named = set(re.findall(r'"(?:Text|Sans) as \w+"', first))
    assert named == set(re.findall(r'font-family:("(?:Text|Sans) as \w+")', first))
    assert len(named) == 4


def test_sizes_on_the_screen_come_from_the_look() -> None:
    """A size is the same on every page, though the theme's rem is a quarter larger; corners are none of their own."""
    sizes = look()["screen"]
    assert f"--text-small:{sizes['text_small'] / 16:g}rem" in stylesheet("card")
    assert f"--text-small:{sizes['text_small'] / 20:g}rem" in stylesheet("site")
    assert f"--touch:{sizes['touch']}px" in stylesheet("more")
    corners = {corner for kind in SHEETS for corner in re.findall(r"border-radius:([^;}]+)", stylesheet(kind))}
    assert {corner for corner in corners if "var(" not in corner} <= {"0", "2px", "inherit"}


def test_backs_follow_day_and_night() -> None:
    """One drawing, dyed for both."""
    svg = back_svg(a_deck(hue="clay"))
    clay = look()["hue"]["clay"]
    assert all(clay[tone] in svg for tone in ("wool", "straw", "shade", "twig"))


def test_the_icon_for_masks_fills_its_square() -> None:
    """A phone may cut the icon to any shape without showing a gap."""
    assert "M0 0h32v32H0z" in icon_svg(whole=True)
    assert "rx=" in icon_svg()
