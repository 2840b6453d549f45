"""Colours and sizes, measured."""

from __future__ import annotations

import itertools

import pytest

from generator.look.lays import LAYS
from generator.look.tokens import hue_of, lay_of, look
from tests.decks import a_deck

HUES = look()["hue"]
TONES = ("wool", "straw", "wash", "ink", "ember", "shade", "twig")
TEXT, SIGN, STICK = 4.5, 3.0, 2.5


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, as WCAG 2.2 defines it."""
    assert len(colour) == 7
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_right() -> None:
    """Known values: black on white, a colour on itself, and the grey that just passes on white."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert contrast("#123456", "#123456") == 1
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("time", ["day", "night"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "paper"), ("ink", "table"), ("ink", "under"), ("soft", "paper"), ("soft", "table"), ("on_draw", "draw")],
)
def test_text_can_be_read_by_day_and_at_night(time: str, text: str, ground: str) -> None:
    """Every text reaches 4.5:1 on what it stands on (WCAG 1.4.3)."""
    assert contrast(look()[time][text], look()[time][ground]) >= TEXT


@pytest.mark.parametrize("time", ["day", "night"])
@pytest.mark.parametrize("line", ["edge", "draw_edge"])
@pytest.mark.parametrize("ground", ["paper", "table"])
def test_edges_that_mean_something_can_be_seen(time: str, line: str, ground: str) -> None:
    """The border of a button reaches 3:1 on both sides of it (WCAG 1.4.11)."""
    assert contrast(look()[time][line], look()[time][ground]) >= SIGN


def test_print_is_dark_on_white() -> None:
    """Ink on paper reaches 7:1, for candle light."""
    assert contrast(look()["print"]["ink"], look()["print"]["paper"]) >= 7


def test_there_are_thirteen_hues_of_seven_tones() -> None:
    """One for each lay, and every tone is a colour."""
    assert len(HUES) == len(LAYS) == 13
    for hue in HUES.values():
        assert tuple(hue) == TONES
        assert all(luminance(colour) >= 0 for colour in hue.values())


@pytest.mark.parametrize("hue", HUES)
def test_a_hues_ink_can_be_read_by_day_and_in_print(hue: str) -> None:
    """Text and marks in a deck's colour reach 4.5:1 on paper, table, white and their own wash; so does ink on wash."""
    day = look()["day"]
    grounds = (day["paper"], day["table"], look()["print"]["paper"], HUES[hue]["wash"])
    assert min(contrast(HUES[hue]["ink"], ground) for ground in grounds) >= TEXT
    assert contrast(day["ink"], HUES[hue]["wash"]) >= TEXT
    assert contrast(day["soft"], HUES[hue]["wash"]) >= TEXT


@pytest.mark.parametrize("hue", HUES)
def test_a_hues_ember_can_be_read_at_night(hue: str) -> None:
    """The same at night, on paper and table; ink reaches it on the hue's shade, and ember is a sign there."""
    night = look()["night"]
    assert min(contrast(HUES[hue]["ember"], night[ground]) for ground in ("paper", "table")) >= TEXT
    assert contrast(night["ink"], HUES[hue]["shade"]) >= TEXT
    assert contrast(HUES[hue]["ember"], HUES[hue]["shade"]) >= SIGN


@pytest.mark.parametrize("hue", HUES)
def test_sticks_lie_equally_quiet_on_every_cloth(hue: str) -> None:
    """Straw is 2.5:1 on wool and twig about 2:1 on shade, in all hues alike: no back shouts."""
    assert round(contrast(HUES[hue]["straw"], HUES[hue]["wool"]), 1) == STICK
    assert 1.9 < contrast(HUES[hue]["twig"], HUES[hue]["shade"]) < 2.1


def test_no_white_and_no_black_on_the_screen() -> None:
    """Paper by daylight, a lit table by night: nothing glares."""
    used = [*look()["day"].values(), *look()["night"].values()]
    used += [colour for hue in HUES.values() for colour in hue.values()]
    assert not {"#ffffff", "#000000"} & {colour.lower() for colour in used}


def test_wools_differ() -> None:
    """No two decks of different hues have the same back."""
    wools = [hue["wool"] for hue in HUES.values()]
    assert all(one != other for one, other in itertools.combinations(wools, 2))


def test_the_anatomy_fits_the_card() -> None:
    """Margins, label and foot leave room for words on the smallest card we have measures for, in mm."""
    card = look()["card"]
    assert (card["width"], card["height"]) == (63.5, 88.9)
    assert card["label_width"] + card["left"] + card["right"] <= card["width"]
    assert card["prompt_top"] >= card["mark_top"] + card["mark"]
    assert look()["type"]["prompt_least"] < look()["type"]["prompt_most"]


def test_a_deck_has_the_hue_and_lay_its_author_chose() -> None:
    """The author's choice comes first."""
    deck = a_deck(hue="pine", lay="raft")
    assert (hue_of(deck), lay_of(deck)) == ("pine", "raft")


def test_a_deck_without_a_choice_always_gets_the_same_look() -> None:
    """The id decides, for ever; a hue that does not exist counts as none."""
    assert (hue_of(a_deck(id="kettle-on")), lay_of(a_deck(id="kettle-on"))) == ("weld", "jackstraws")
    assert hue_of(a_deck(hue="mauve")) == hue_of(a_deck())
    assert lay_of(a_deck(lay="heap")) == lay_of(a_deck())
    assert hue_of(a_deck()) in HUES


def test_all_hues_and_lays_are_in_reach_of_an_id() -> None:
    """No hue or lay is left to those who know its name."""
    decks = [a_deck(id=f"deck-{number}") for number in range(300)]
    assert {hue_of(deck) for deck in decks} == set(HUES)
    assert {lay_of(deck) for deck in decks} == set(LAYS)
