"""Sheets: pure geometry, held by properties over many papers and cards."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.printing.grid import BLEED, GUARD, Grid, Line, Rect, grid_of, slots
from generator.printing.margins import RULER
from generator.printing.profiles import CardSize, Paper, card_size, card_sizes, paper, papers
from generator.printing.sheets import behind, dealt, sheet

CARDS = st.builds(CardSize, st.just("any"), st.just("any"), st.floats(40, 130), st.floats(40, 130), st.just(""))
PAPERS = st.builds(Paper, st.just("any"), st.just("any"), st.floats(148, 320), st.floats(200, 480), st.just(""))


@st.composite
def jobs(draw: st.DrawFn) -> tuple[Paper, CardSize]:
    stock, card = draw(PAPERS), draw(CARDS)
    assume(stock.width < stock.height)
    assume(card.width + 2 * GUARD < stock.width)
    assume(card.height + 30 < stock.height)
    return stock, card


def overlap(a: Rect, b: Rect) -> float:
    """Return how much of each other two rectangles cover, in mm by mm."""
    width = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    height = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    return max(width, 0) * max(height, 0)


def crosses(line: Line, box: Rect) -> bool:
    """Say whether an upright or level line meets a box."""
    left, right = sorted((line.x1, line.x2))
    top, bottom = sorted((line.y1, line.y2))
    return left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y


def test_a4_holds_nine_poker_cards_upright_and_letter_eight_across() -> None:
    """These two are promised: 3 x 3 on A4, 4 x 2 on Letter turned."""
    a4, letter = sheet(paper("a4"), card_size("poker")), sheet(paper("letter"), card_size("poker"))
    assert (len(a4.fronts), a4.width, a4.height) == (9, 210, 297)
    assert (len(letter.fronts), letter.width, letter.height) == (8, 279.4, 215.9)
    assert (a4.fronts[0].x, round(a4.fronts[0].y, 6)) == (9.75, 15.15)
    assert (round(letter.fronts[0].x, 6), round(letter.fronts[0].y, 6)) == (12.7, 19.05)


def test_every_known_card_fits_every_known_paper() -> None:
    """There is no pair of profiles that cannot be printed."""
    assert all(sheet(stock, card).fronts for stock in papers().values() for card in card_sizes().values())


def test_captions_have_room_on_every_known_sheet() -> None:
    """What is written in the margins of a known pair is never squeezed below two thirds of its size."""
    for stock in papers().values():
        for card in card_sizes().values():
            made = sheet(stock, card)
            assert all(place.width > 40 for place in (made.label, made.cut_note, made.ruler_note))


def test_a_card_larger_than_the_paper_is_refused_by_name() -> None:
    """A card that does not fit even once is an error that names both."""
    with pytest.raises(ValueError, match="Poster card of 300 x 400 mm does not fit on A4"):
        sheet(paper("a4"), CardSize("poster", "Poster", 300, 400, ""))


@given(jobs())
def test_no_card_comes_near_the_paper_s_edge_or_onto_another(job: tuple[Paper, CardSize]) -> None:
    """Every card is whole, at least the guard from every edge, and no two cover each other."""
    made = sheet(*job)
    for face in made.fronts:
        assert face.x >= GUARD - 1e-9
        assert face.y >= GUARD - 1e-9
        assert face.x + face.width <= made.width - GUARD + 1e-9
        assert face.y + face.height <= made.height - GUARD + 1e-9
        assert sum(overlap(face, other) > 1e-6 for other in made.fronts) == 1


@given(jobs())
def test_no_other_grid_would_hold_more(job: tuple[Paper, CardSize]) -> None:
    """One more row or column would leave the guard, or the strip for label and ruler, on either way of the paper."""
    stock, card = job
    made = grid_of(stock, card)
    for width, height in ((stock.width, stock.height), (stock.height, stock.width)):
        columns, rows = (width - 16) // card.width, (height - 30) // card.height
        assert made.count >= columns * rows


@given(jobs())
def test_every_back_lies_under_its_front(job: tuple[Paper, CardSize]) -> None:
    """Turned over its long edge, the sheet has the back of each card exactly where its front is."""
    made = sheet(*job)
    for front, back in zip(made.fronts, made.backs, strict=True):
        if made.width > made.height:  # the long edge is at the top: what was high is low
            assert back.card.x == pytest.approx(front.x)
            assert back.card.y + back.card.height / 2 == pytest.approx(made.height - front.y - front.height / 2)
        else:
            assert back.card.y == pytest.approx(front.y)
            assert back.card.x + back.card.width / 2 == pytest.approx(made.width - front.x - front.width / 2)
        assert back.turned == (made.width > made.height)


@given(jobs())
def test_flipping_twice_is_not_flipping(job: tuple[Paper, CardSize]) -> None:
    """The front is under the back as the back is under the front."""
    grid = grid_of(*job)
    for slot in slots(grid):
        again = behind(grid, behind(grid, slot))
        assert again.x == pytest.approx(slot.x)
        assert again.y == pytest.approx(slot.y)


@given(jobs())
def test_backs_bleed_outwards_only(job: tuple[Paper, CardSize]) -> None:
    """A back runs 3 mm over the outer edges of the grid and never onto its neighbour; together they are the wool."""
    made = sheet(*job)
    for back in made.backs:
        assert overlap(back.shown, back.card) == pytest.approx(back.card.width * back.card.height)
        assert sum(overlap(back.shown, other.shown) > 1e-6 for other in made.backs) == 1
    area = sum(back.shown.width * back.shown.height for back in made.backs)
    assert area == pytest.approx(made.wool.width * made.wool.height)
    assert made.wool.x == pytest.approx(made.fronts[0].x - BLEED)


@given(jobs())
def test_marks_point_at_every_cut_from_the_margin(job: tuple[Paper, CardSize]) -> None:
    """Two marks a cut, clear of the wool, not nearer than 3 mm to the edge; one hairline for each shared cut."""
    grid, made = grid_of(*job), sheet(*job)
    assert len(made.marks) == 2 * (grid.columns + 1 + grid.rows + 1)
    assert len(made.hairlines) == grid.columns - 1 + grid.rows - 1
    for mark in made.marks:
        assert not crosses(mark, made.wool)
        assert min(mark.x1, mark.x2, mark.y1, mark.y2) >= 3 - 1e-9
        assert max(mark.x1, mark.x2) <= made.width - 3 + 1e-9
        assert max(mark.y1, mark.y2) <= made.height - 3 + 1e-9
    upright = {round(mark.x1, 6) for mark in made.marks if mark.x1 == mark.x2}
    assert upright == {round(x, 6) for x in grid.upright_cuts}


@given(jobs())
def test_the_ruler_is_100_mm_and_touches_nothing(job: tuple[Paper, CardSize]) -> None:
    """Its ends are 100 mm apart, inside the guard, and no part of it meets a mark, a caption or the wool."""
    made = sheet(*job)
    left, right = made.ruler[0].x1, made.ruler[1].x1
    assert right - left == pytest.approx(RULER)
    for part in made.ruler:
        assert min(part.x1, part.x2) >= GUARD - 1e-9
        assert max(part.x1, part.x2) <= made.width - GUARD + 1e-9
        assert max(part.y1, part.y2) <= made.height - GUARD + 1e-9
        assert not crosses(part, made.wool)
        assert not crosses(part, made.ruler_note)
        for mark in made.marks:
            box = Rect(mark.x1 - 0.5, min(mark.y1, mark.y2), 1, abs(mark.y1 - mark.y2))
            assert not crosses(part, box)


@given(jobs())
def test_captions_have_a_place_of_their_own(job: tuple[Paper, CardSize]) -> None:
    """Label, cutting note and ruler's note lie inside the guard, off the wool, off the marks and off each other."""
    made = sheet(*job)
    places = (made.label, made.cut_note, made.ruler_note)
    for place in places:
        assert place.width > 9
        assert GUARD - 1e-9 <= place.x <= place.x + place.width <= made.width - GUARD + 1e-9
        assert GUARD - 1e-9 <= place.y <= place.y + place.height <= made.height - GUARD + 1e-9
        assert overlap(place, made.wool) < 1e-6
        assert not any(crosses(mark, place) for mark in made.marks)
        assert sum(overlap(place, other) > 1e-6 for other in places) == 1


@given(st.lists(st.integers(), unique=True, max_size=60), st.integers(1, 20))
def test_every_card_is_dealt_exactly_once_and_in_order(cards: list[int], count: int) -> None:
    """Sheets are full but the last, nothing is lost, nothing doubled."""
    sheets = dealt(cards, count)
    assert [card for made in sheets for card in made] == cards
    assert all(len(before) == count for before, _ in pairwise(sheets))
    assert all(0 < len(made) <= count for made in sheets)


@given(jobs(), st.data())
def test_a_partly_filled_sheet_has_the_same_registration(job: tuple[Paper, CardSize], data: st.DataObject) -> None:
    """However few cards lie on the last sheet, each lies where it would on a full one, and so does its back."""
    made = sheet(*job)
    cards = range(data.draw(st.integers(1, 3 * len(made.fronts))))
    for dealt_ in dealt(cards, len(made.fronts)):
        pairs = list(zip(dealt_, made.fronts, made.backs, strict=False))
        assert len(pairs) == len(dealt_)
        for _, front, back in pairs:
            grid = grid_of(*job)
            assert back.card == behind(grid, front)


def test_a_landscape_grid_knows_that_it_is() -> None:
    """The flip goes by how the paper lies, not by its name."""
    assert Grid(297, 210, 60, 90, 4, 2).landscape
    assert not Grid(210, 297, 60, 90, 3, 3).landscape
