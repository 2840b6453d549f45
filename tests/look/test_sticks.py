"""Sticks, marks and backs: the same drawing for the same id, for ever."""

from __future__ import annotations

import hashlib
import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.look.lays import LAYS, MARKS, Box, Stick
from generator.look.sticks import BLEED, PITCH, back_paths, cut, dice, fnv, mark_path, point, within

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
MILLIMETRES = st.floats(20, 400)
# What each lay draws on the back of a poker card for the id "porch", as the beginning of a digest.
DRAWN = {
    "tepee": "4d39d2ee",
    "rain": "aa795e30",
    "leanto": "15e350ef",
    "bowl": "363f4990",
    "spiral": "d6c3068c",
    "star": "ed9c8223",
    "ladder": "620ff5e8",
    "hut": "a54318e9",
    "weave": "5d8d973a",
    "fan": "568f824f",
    "jackstraws": "38c0cd79",
    "raft": "a8850dee",
    "pairs": "368e1bd0",
}
SEEDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def numbers(path: str) -> list[float]:
    """Return every coordinate of an SVG path; whatever else it holds must be its commands and blanks."""
    assert not NUMBER.sub("", path).strip("MLQZ "), path
    return [float(number) for number in NUMBER.findall(path)]


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968), ("é", 0x1E9DE8C1)]
)
def test_the_hash_is_fnv_1a(text: str, expected: int) -> None:
    """Known values, so that JavaScript and the next rewrite agree: of letters, and of bytes beyond them."""
    assert fnv(text) == expected


def test_the_die_rolls_what_it_always_rolled() -> None:
    """Printed backs and the browser's shuffle depend on these numbers."""
    roll = dice("kettle-on")
    assert [round(roll(0, 1), 5) for _ in range(3)] == [0.82315, 0.33822, 0.58349]


@given(SEEDS, st.floats(-100, 100), st.floats(0, 100))
def test_the_die_stays_in_its_range(seed: str, low: float, span: float) -> None:
    """A roll lies between the two numbers asked for, whichever die it is."""
    roll = dice(seed)
    assert all(low <= roll(low, low + span) <= low + span for _ in range(20))


@pytest.mark.parametrize("lay", LAYS)
@settings(deadline=None, max_examples=40)
@given(seed=SEEDS, width=MILLIMETRES, height=MILLIMETRES, pitch=st.floats(2, 12))
def test_every_lay_draws_finite_sticks(lay: str, seed: str, width: float, height: float, pitch: float) -> None:
    """For any seed and box a lay comes to an end, and every stick has a length and a thickness."""
    box = Box(width, height, pitch)
    for stick in LAYS[lay](box, dice(seed)):
        assert all(map(math.isfinite, (stick.x1, stick.y1, stick.x2, stick.y2)))
        assert math.hypot(stick.x2 - stick.x1, stick.y2 - stick.y1) > 0
        assert 0 < stick.thick < 2 * pitch


@pytest.mark.parametrize("lay", LAYS)
@settings(deadline=None, max_examples=20)
@given(seed=SEEDS, width=MILLIMETRES, height=MILLIMETRES)
def test_every_back_is_drawn_in_numbers_a_printer_can_read(lay: str, seed: str, width: float, height: float) -> None:
    """Paths hold plain decimal numbers only: no exponent, no infinity, nothing that is no number."""
    for path in back_paths(seed, lay, width, height):
        assert len(numbers(path)) == 12


@pytest.mark.parametrize("lay", LAYS)
def test_a_back_is_filled(lay: str) -> None:
    """On a poker card and its bleed, sticks reach into the outer quarter on all four sides; they are not too many."""
    width, height = 63.5 + 2 * BLEED, 88.9 + 2 * BLEED
    found = [numbers(path) for path in back_paths("porch", lay, width, height)]
    assert 8 <= len(found) <= 400
    xs, ys = [x for path in found for x in path[::2]], [y for path in found for y in path[1::2]]
    assert min(xs) < width / 4
    assert max(xs) > width * 3 / 4
    assert min(ys) < height / 4
    assert max(ys) > height * 3 / 4


@pytest.mark.parametrize("lay", LAYS)
def test_cards_of_every_size_are_filled_like_a_poker_card(lay: str) -> None:
    """Of 36 fields of a card, small or large, upright or lying, about as many have sticks as of a poker card's."""
    usual = fields_with_sticks(lay, 63.5, 88.9)
    for width, height in (
        (44.45, 63.5),
        (57.15, 88.9),
        (88.9, 50.8),
        (63.5, 63.5),
        (88.9, 88.9),
        (101.6, 152.4),
        (152.4, 101.6),
    ):
        assert fields_with_sticks(lay, width, height) >= usual - 5, (width, height)


def fields_with_sticks(lay: str, width: float, height: float) -> int:
    """Return how many of 6 x 6 fields of a card a stick runs through."""
    found = set()
    for stick in LAYS[lay](Box(width, height, PITCH), dice("porch")):
        steps = math.ceil(math.hypot(stick.x2 - stick.x1, stick.y2 - stick.y1) / 2)
        for i in range(steps + 1):
            x = stick.x1 + (stick.x2 - stick.x1) * i / steps
            y = stick.y1 + (stick.y2 - stick.y1) * i / steps
            if 0 <= x < width and 0 <= y < height:
                found.add((int(6 * x / width), int(6 * y / height)))
    return len(found)


@pytest.mark.parametrize("lay", LAYS)
def test_a_poker_back_is_what_it_was(lay: str) -> None:
    """What was printed stays: a deck printed again lies in one pile with the one from before."""
    drawn = "".join(back_paths("porch", lay, 63.5, 88.9)).encode()
    assert hashlib.sha256(drawn).hexdigest()[:8] == DRAWN[lay]


@pytest.mark.parametrize("lay", LAYS)
def test_the_same_deck_has_the_same_back(lay: str) -> None:
    """A deck printed again next year lies in one pile with this year's; another deck does not."""
    first = back_paths("porch", lay, 70, 95)
    back_paths.cache_clear()
    assert back_paths("porch", lay, 70, 95) == first
    assert (back_paths("attic", lay, 70, 95) == first) is False


def test_every_lay_has_a_mark_of_its_own() -> None:
    """Thirteen lays, thirteen marks, each told apart without colour."""
    assert list(LAYS) == list(MARKS)
    assert len({mark_path(lay) for lay in LAYS}) == 13


@pytest.mark.parametrize("lay", MARKS)
def test_marks_stay_on_their_grid(lay: str) -> None:
    """A mark fits its 16 by 16 grid, so that nothing of it is cut off at any size."""
    assert all(-0.01 <= number <= 16.01 for number in numbers(mark_path(lay)))


def test_a_stick_is_cut_square() -> None:
    """A level stick from 1 to 15, 2 thick, is a box of exactly that size."""
    assert cut(Stick(1, 4, 15, 4, 2)) == "M1 5L15 5L15 3L1 3Z"


@pytest.mark.parametrize(
    ("x", "expected"), [(1.005, "1"), (-2.25, "-2.25"), (0.126, "0.13"), (-0.001, "0"), (12345.678, "12345.7")]
)
def test_points_are_short(x: float, expected: str) -> None:
    """A hundredth of a millimetre is finer than any printer, and no digit more is written."""
    assert point(x, 0) == f"{expected} 0"


@pytest.mark.parametrize(
    ("stick", "shows"),
    [
        (Stick(10, 10, 20, 20, 1), True),
        (Stick(-50, 10, 150, 10, 1), True),
        (Stick(-50, 10, -2 * PITCH - 1, 10, 1), False),
        (Stick(100 + 2 * PITCH + 1, 10, 150, 10, 1), False),
        (Stick(10, -50, 10, -2 * PITCH - 1, 1), False),
        (Stick(10, 100 + 2 * PITCH + 1, 10, 150, 1), False),
    ],
)
def test_sticks_that_cannot_show_are_left_out(stick: Stick, *, shows: bool) -> None:
    """What lies wholly beyond an edge and its bleed is not drawn; what crosses the card is."""
    assert within(stick, Box(100, 100, PITCH)) is shows
