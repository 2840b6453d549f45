"""Drift: a printer that is 2 mm off shows no sliver at a back's edge, and nothing of the card beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import pytest
from PIL import Image, ImageChops

from generator.library.model import TENDER
from generator.printing.editions import look_of
from generator.printing.grid import Rect
from generator.printing.ticket import Ticket, ticket
from tests.printing.looking import backs_side, darkest, lightest, one_sheet, seen, strips, within

DRIFT = 2.0  # mm
WAYS = [(x, y) for x, y in product((-DRIFT, 0.0, DRIFT), repeat=2) if x or y]
SHADE, SAME = 60, 50  # of 255; pixels: an edge may fall between two
WHITE = 250  # of 255; anything lighter is bare paper
SHEETS = [
    ("a4", "duplex-long", 0, None),
    ("a4", "duplex-long", 0, (0, 1, 2, 3)),
    ("a4", "duplex-long", 6, (0, 1, 2, 3)),
    ("a4", "fold", 0, (0, 2)),
    ("a4", "fold", 6, None),
    ("letter", "duplex-long", 0, (0, 1, 2, 3, 4)),
    ("letter", "duplex-long", 6, None),
    ("letter", "fold", 0, None),
]


@pytest.mark.parametrize(("paper", "layout", "gutter", "taken"), SHEETS)
def test_wool_is_all_that_drift_shows(paper: str, layout: str, gutter: float, taken: tuple[int, ...] | None) -> None:
    """Cut 2 mm off in each of eight directions, 3 mm inside the cut there is neither bare paper nor a label."""
    place, pdf = one_sheet(ticket(paper, layout=layout, gutter=gutter), taken)
    page = seen(pdf, backs_side(place))
    assert len(place.backs) == (len(taken) if taken else len(place.fronts))
    for back, (x, y) in product(place.backs, WAYS):
        cut = replace(back.card, x=back.card.x + x, y=back.card.y + y)
        for strip in strips(cut, 3.0):
            assert lightest(within(page, strip)) < WHITE, (back.card, x, y)


@pytest.mark.parametrize("edition", ["low-ink", "black-white"])
@pytest.mark.parametrize(("paper", "layout", "gutter", "taken"), [SHEETS[1], SHEETS[3], SHEETS[6]])
def test_where_backs_are_bare_drift_shows_bare_paper(
    paper: str, layout: str, gutter: float, taken: tuple[int, ...] | None, edition: str
) -> None:
    """No stick of a neighbour, no line of its label, no mark of the margin comes onto a card."""
    place, pdf = one_sheet(ticket(paper, "poker", layout, edition, gutter=gutter), taken)
    page = seen(pdf, backs_side(place))
    for back, (x, y) in product(place.backs, WAYS):
        cut = replace(back.card, x=back.card.x + x, y=back.card.y + y)
        for strip in strips(cut, 2.5):
            assert darkest(within(page, strip)) >= WHITE, (back.card, x, y)


@pytest.mark.parametrize("edition", ["color", "low-ink", "black-white", "large-print"])
def test_backs_of_a_depth_are_the_same_and_tender_has_a_frame(edition: str) -> None:
    """Nobody can tell a card by its back, but everybody the depth: without colour too."""
    asked = ticket(edition=edition)
    place, pdf = one_sheet(asked)
    page = seen(pdf, backs_side(place))
    cards = [within(page, inside(back.card)) for back in place.backs]  # depths 1 to 4, then five service cards
    assert all(apart(*pair) < SAME for pair in combinations(cards[6:], 2))
    assert all(apart(*pair) > SAME for pair in combinations(cards[:3], 2))
    framed = [lightest(within(page, frame(back.card, asked))) < WHITE for back in place.backs]
    assert framed == [depth == TENDER for depth in (1, 2, 3, 4, 0, 0, 0, 0, 0)]


def inside(card: Rect) -> Rect:
    """Return a card but for its very edge, where the card beside it begins within the same pixel."""
    return Rect(card.x + 0.5, card.y + 0.5, card.width - 1, card.height - 1)


def apart(one: Image.Image, other: Image.Image) -> int:
    """Return in how many pixels two pictures differ."""
    return sum(difference > SHADE for difference in ImageChops.difference(one, other).tobytes())


def frame(card: Rect, asked: Ticket) -> Rect:
    """Return a sliver of a back where the left side of a label's frame is, if it has one."""
    look = look_of(asked.edition)["card"]
    left = card.x + (card.width - look["label_width"]) / 2
    top = card.y + card.height - look["label_foot"] - look["label_height"]
    return Rect(left + 1.0, top + 3.0, 0.3, look["label_height"] - 6.0)
