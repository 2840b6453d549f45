"""Sheets: pure geometry, held by properties over many papers, cards and layouts."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.printing.grid import BLEED, GUARD, Axis, Line, Rect, UnfitError, grid_of, reflected
from generator.printing.margins import NOTE_LEAST, RULER, Margins
from generator.printing.profiles import CardSize, Paper, card_size, card_sizes, paper, papers
from generator.printing.sheets import Imposition, Layout, Sheet, axis_of, dealt, sheet

CARDS = st.builds(CardSize, st.just("any"), st.just("any"), st.floats(40, 130), st.floats(40, 130), st.just(""))
PAPERS = st.builds(Paper, st.just("any"), st.just("any"), st.floats(148, 320), st.floats(200, 480), st.just(""))
GUTTERS = st.one_of(st.just(0.0), st.floats(1, 12))
HOME = [layout for layout in Layout if layout is not Layout.FACES]


@st.composite
def jobs(draw: st.DrawFn, layouts: tuple[Layout, ...] = tuple(HOME)) -> Imposition:
    """Return cards that fit on a paper, in some layout."""
    stock, card = draw(PAPERS), draw(CARDS)
    assume(stock.width < stock.height)
    axis = draw(st.sampled_from([None, *Axis]))
    job = Imposition(stock, card, draw(st.sampled_from(layouts)), draw(GUTTERS), axis)
    try:
        _ = job.grid
    except UnfitError:
        assume(condition=False)
    return job


def margins_of(made: Sheet) -> Margins:
    assert made.margins
    return made.margins


def sheet_or_reason(imposition: Imposition) -> Sheet | str:
    """Return a sheet, or why there is none."""
    try:
        return sheet(imposition)
    except UnfitError as error:
        return str(error)


def facing(made: Sheet) -> tuple[Rect, ...]:
    """Return all cards on the first page, backs among them where it is to be folded."""
    side = made.sides[0]
    return (*side.fronts, *(back.card for back in side.backs))


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
    a4, letter = (sheet(Imposition(paper(name), card_size("poker"))) for name in ("a4", "letter"))
    assert (len(a4.fronts), a4.width, a4.height) == (9, 210, 297)
    assert (len(letter.fronts), letter.width, letter.height) == (8, 279.4, 215.9)
    assert (a4.fronts[0].x, round(a4.fronts[0].y, 6)) == (9.75, 15.15)
    assert (round(letter.fronts[0].x, 6), round(letter.fronts[0].y, 6)) == (12.7, 19.05)


@pytest.mark.parametrize("layout", Layout)
def test_poker_cards_can_be_printed_on_every_known_paper_in_every_layout(layout: Layout) -> None:
    """The usual card is never refused."""
    assert all(sheet(Imposition(stock, card_size("poker"), layout)).fronts for stock in papers().values())


@pytest.mark.parametrize("layout", HOME)
@pytest.mark.parametrize("gutter", [0, 6])
def test_every_known_card_lies_on_every_known_paper_or_is_refused_by_name(layout: Layout, gutter: float) -> None:
    """All of them: whole sheets inside the guard, or a sentence that names both."""
    refused = set()
    for stock, card in product(papers().values(), card_sizes().values()):
        made = sheet_or_reason(Imposition(stock, card, layout, gutter))
        if isinstance(made, str):
            assert stock.name in made
            assert card.name in made
            refused.add((stock.id, card.id))
            continue
        assert all(GUARD <= face.x <= made.width - face.width - GUARD for face in facing(made))
        assert all(GUARD <= face.y <= made.height - face.height - GUARD for face in facing(made))
    unfolded = {("a5", card.id) for card in card_sizes().values() if max(card.width, card.height) > 85}
    assert refused <= unfolded if layout is Layout.FOLD else not refused


@pytest.mark.parametrize("layout", HOME)
def test_captions_have_room_on_every_known_sheet(layout: Layout) -> None:
    """What is written in the margins of a known pair is never squeezed below two thirds of its size, or left out.

    Beside the ruler there may be room for a word only; the sheet's label stands on every sheet.
    """
    for stock, card in product(papers().values(), card_sizes().values()):
        found = sheet_or_reason(Imposition(stock, card, layout))
        if isinstance(found, str):
            continue
        made = margins_of(found)
        assert made.label
        assert made.label.width > 40
        assert made.cut_note is None or made.cut_note.width > 40
        assert made.ruler_note is None or made.ruler_note.width > NOTE_LEAST
        assert len(made.ruler) > 2
        if stock.home:
            assert made.cut_note
            assert made.ruler_note
            assert made.ruler_note.width > 40


def test_a_paper_too_narrow_for_the_ruler_has_none() -> None:
    """A slip of 110 mm is printed without it, and without what stands beside it."""
    made = margins_of(sheet(Imposition(Paper("slip", "Slip", 110, 200, ""), card_size("mini"))))
    assert (made.ruler, made.ruler_note) == ((), None)
    assert made.label


@pytest.mark.parametrize("layout", HOME)
def test_a_card_larger_than_the_paper_is_refused_by_name(layout: Layout) -> None:
    """A card that does not fit even once is an error that names both."""
    with pytest.raises(UnfitError, match="Poster card of 300 x 400 mm does not fit on A4"):
        sheet(Imposition(paper("a4"), CardSize("poster", "Poster", 300, 400, ""), layout))


@given(jobs())
def test_no_card_comes_near_the_paper_s_edge_or_onto_another(job: Imposition) -> None:
    """Every card is whole, at least the guard from every edge, and no two cover each other, backs beyond a fold too."""
    made = sheet(job)
    faces = facing(made)
    for face in faces:
        assert face.x >= GUARD - 1e-9
        assert face.y >= GUARD - 1e-9
        assert face.x + face.width <= made.width - GUARD + 1e-9
        assert face.y + face.height <= made.height - GUARD + 1e-9
        assert sum(overlap(face, other) > 1e-6 for other in faces) == 1


@given(jobs((Layout.DUPLEX_LONG,)))
def test_no_other_grid_would_hold_more(job: Imposition) -> None:
    """One more row or column would leave the guard, or the strip for label and ruler, on either way of the paper."""
    made, card, gutter = job.grid, job.card, job.gutter
    for width, height in ((job.paper.width, job.paper.height), (job.paper.height, job.paper.width)):
        columns = (width - 16 + gutter) // (card.width + gutter)
        rows = (height - 30 + gutter) // (card.height + gutter)
        assert made.count >= columns * rows


@given(jobs())
def test_neighbours_stand_a_gutter_apart(job: Imposition) -> None:
    """Side by side and one under another; without a gutter they share the cut."""
    grid = job.grid
    gaps = [b - a - job.card.width for a, b in pairwise(grid.xs)] + [
        b - a - job.card.height for a, b in pairwise(grid.ys)
    ]
    apart = [gap for gap in gaps if abs(gap - job.gutter) > 1e-6]
    assert len(apart) <= (job.layout is Layout.FOLD)
    assert all(gap == pytest.approx(2 * BLEED) for gap in apart)


@given(jobs())
def test_every_back_lies_under_its_front(job: Imposition) -> None:
    """Turned over the edge that the layout names, or folded, the back of each card is exactly where its front is."""
    made = sheet(job)
    grid = job.grid
    landscape = made.width > made.height
    over_top = {
        Layout.DUPLEX_SHORT: not landscape,
        Layout.FOLD: grid.fold is Axis.LEVEL,
    }.get(job.layout, landscape)
    for front, back in zip(made.fronts, made.backs, strict=True):
        if over_top:  # what was high is low
            assert back.card.x == pytest.approx(front.x)
            assert back.card.y + back.card.height / 2 == pytest.approx(made.height - front.y - front.height / 2)
        else:
            assert back.card.y == pytest.approx(front.y)
            assert back.card.x + back.card.width / 2 == pytest.approx(made.width - front.x - front.width / 2)
        assert back.turned == over_top


@given(jobs())
def test_turning_over_twice_is_not_turning(job: Imposition) -> None:
    """The front is under the back as the back is under the front."""
    made, grid = sheet(job), job.grid
    axis = axis_of(grid, job.layout)
    for front, back in zip(made.fronts, made.backs, strict=True):
        again = reflected(grid, back.card, axis)
        assert again.x == pytest.approx(front.x)
        assert again.y == pytest.approx(front.y)


@given(jobs())
def test_backs_bleed_outwards_only(job: Imposition) -> None:
    """A back runs up to 3 mm beyond itself and never onto a neighbour; all of it lies on wool."""
    made = sheet(job)
    for back in made.backs:
        assert overlap(back.shown, back.card) == pytest.approx(back.card.width * back.card.height)
        assert sum(overlap(back.shown, other.shown) > 1e-6 for other in made.backs) == 1
        assert back.shown.width <= back.card.width + 2 * BLEED + 1e-9
    for side in made.sides:
        for back in side.backs:
            covered = max(overlap(back.shown, piece) for piece in side.wool)
            assert covered == pytest.approx(back.shown.width * back.shown.height)


@given(jobs(), st.data())
def test_wool_is_where_a_knife_may_stray_and_on_no_front(job: Imposition, data: st.DataObject) -> None:
    """All round every back there is colour for 3 mm, or half the gutter, also at the edge of a partly filled sheet."""
    places = range(job.grid.count)
    taken = data.draw(st.sets(st.sampled_from(places), min_size=1))
    made = sheet(job, taken)
    room = min(BLEED, job.gutter / 2) if job.gutter else BLEED
    for side in made.sides:
        assert not any(overlap(front, piece) > 1e-6 for front in side.fronts for piece in side.wool)
        for back in side.backs:
            card = back.card
            for x, y in (
                (card.x - room, card.y),
                (card.x, card.y - room),
                (card.x + room, card.y),
                (card.x, card.y + room),
            ):
                moved = Rect(x, y, card.width, card.height)
                covered = sum(overlap(moved, piece) for piece in apart(side.wool))
                assert covered == pytest.approx(card.width * card.height)


def apart(pieces: tuple[Rect, ...]) -> list[Rect]:
    """Return rows of wool without what a row has in common with the row above it."""
    found: list[Rect] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x)):
        parts = [piece]
        for other in found:
            parts = [rest for part in parts for rest in minus(part, other)]
        found += parts
    return found


def minus(a: Rect, b: Rect) -> list[Rect]:
    """Return what is left of one rectangle without another."""
    if overlap(a, b) < 1e-9:
        return [a]
    left, right = max(a.x, b.x), min(a.x + a.width, b.x + b.width)
    top, bottom = max(a.y, b.y), min(a.y + a.height, b.y + b.height)
    rests = [
        Rect(a.x, a.y, left - a.x, a.height),
        Rect(right, a.y, a.x + a.width - right, a.height),
        Rect(left, a.y, right - left, top - a.y),
        Rect(left, bottom, right - left, a.y + a.height - bottom),
    ]
    return [rest for rest in rests if rest.width > 1e-9 and rest.height > 1e-9]


@given(jobs())
def test_marks_point_at_every_cut_from_the_margin(job: Imposition) -> None:
    """Two marks a cut, clear of the wool, not nearer than 3 mm to the edge; one hairline for each shared cut."""
    grid, made = job.grid, sheet(job)
    marks = margins_of(made).marks
    assert len(marks) == 2 * (len(grid.upright_cuts) + len(grid.level_cuts))
    for mark in marks:
        assert not any(crosses(mark, piece) for side in made.sides for piece in side.wool)
        assert min(mark.x1, mark.x2, mark.y1, mark.y2) >= 3 - 1e-9
        assert max(mark.x1, mark.x2) <= made.width - 3 + 1e-9
        assert max(mark.y1, mark.y2) <= made.height - 3 + 1e-9
    upright = {round(mark.x1, 6) for mark in marks if mark.x1 == mark.x2}
    assert upright == {round(x, 6) for x in grid.upright_cuts}
    faces = made.sides[0].fronts
    shared = {round(a.x, 3) for a in faces for b in faces if abs(b.x + b.width - a.x) < 1e-6}
    upright_hairlines = [line for line in made.sides[0].hairlines if line.x1 == line.x2]
    assert {round(line.x1, 3) for line in upright_hairlines} == shared
    assert len(upright_hairlines) == len(shared)


@given(jobs())
def test_the_ruler_is_100_mm_and_touches_nothing(job: Imposition) -> None:
    """Its ends are 100 mm apart, inside the guard, and no part of it meets a mark, a caption or the wool."""
    made = sheet(job)
    around = margins_of(made)
    left, right = around.ruler[0].x1, around.ruler[1].x1
    assert right - left == pytest.approx(RULER)
    for part in around.ruler:
        assert min(part.x1, part.x2) >= GUARD - 1e-9
        assert max(part.x1, part.x2) <= made.width - GUARD + 1e-9
        assert max(part.y1, part.y2) <= made.height - GUARD + 1e-9
        assert not any(crosses(part, piece) for side in made.sides for piece in side.wool)
        assert around.ruler_note is None or not crosses(part, around.ruler_note)
        for mark in around.marks:
            box = Rect(mark.x1 - 0.5, min(mark.y1, mark.y2), 1, abs(mark.y1 - mark.y2))
            assert not crosses(part, box)


@given(jobs())
def test_captions_have_a_place_of_their_own(job: Imposition) -> None:
    """Label, cutting note and ruler's note lie inside the guard, off the wool, off the marks and off each other."""
    made = sheet(job)
    around = margins_of(made)
    places = [place for place in (around.label, around.cut_note, around.ruler_note) if place]
    assert around.label in places
    for place in places:
        assert GUARD - 1e-9 <= place.x <= place.x + place.width <= made.width - GUARD + 1e-9
        assert GUARD - 1e-9 <= place.y <= place.y + place.height <= made.height - GUARD + 1e-9
        assert not any(overlap(place, piece) > 1e-6 for side in made.sides for piece in side.wool)
        assert not any(crosses(mark, place) for mark in around.marks)
        assert sum(overlap(place, other) > 1e-6 for other in places) == 1


@pytest.mark.parametrize("layout", Layout)
def test_a_layout_says_how_many_pages_a_sheet_takes(layout: Layout) -> None:
    """A sheet printed on one side is one page: to be folded, or with nothing but fronts, or nothing but backs."""
    made = sheet(Imposition(paper("a4"), card_size("poker"), layout))
    assert len(made.sides) == layout.sides
    assert any(side.fronts for side in made.sides) == (layout is not Layout.BACKS)
    assert any(side.backs for side in made.sides) == (layout is not Layout.FRONTS)
    assert bool(made.sides[0].folds) == (layout is Layout.FOLD)


def test_a_single_face_is_a_page_of_its_own_with_its_bleed() -> None:
    """The page is the card, and the bleed lies outside it: a print shop's TrimBox is the card."""
    made = sheet(Imposition(paper("a4"), card_size("poker"), Layout.FACES))
    assert (made.width, made.height, made.bleed, made.margins) == (63.5, 88.9, 3.0, None)
    assert made.fronts == (Rect(0, 0, 63.5, 88.9),)
    assert made.sides[1].wool == (Rect(-3, -3, 69.5, 94.9),)


def test_a_paper_is_folded_the_way_that_takes_more_cards_unless_somebody_chooses() -> None:
    """On A4 six poker cards come from one fold, four from the other."""
    counts = {
        axis: Imposition(paper("a4"), card_size("poker"), Layout.FOLD, fold=axis).grid.count for axis in (None, *Axis)
    }
    assert counts[None] == max(counts.values())
    assert len(set(counts.values())) == 2


@given(st.lists(st.integers(), unique=True, max_size=60), st.integers(1, 20))
def test_every_card_is_dealt_exactly_once_and_in_order(cards: list[int], count: int) -> None:
    """Sheets are full but the last, nothing is lost, nothing doubled."""
    sheets = dealt(cards, count)
    assert [card for made in sheets for card in made] == cards
    assert all(len(before) == count for before, _ in pairwise(sheets))
    assert all(0 < len(made) <= count for made in sheets)


@given(jobs(), st.data())
def test_a_partly_filled_sheet_has_the_same_registration(job: Imposition, data: st.DataObject) -> None:
    """However few cards lie on the last sheet, each lies where it would on a full one, and so does its back."""
    full = sheet(job)
    taken = sorted(data.draw(st.sets(st.sampled_from(range(job.grid.count)), min_size=1)))
    made = sheet(job, taken)
    assert made.fronts == tuple(full.fronts[i] for i in taken)
    assert [back.card for back in made.backs] == [full.backs[i].card for i in taken]
    assert made.margins == full.margins


def test_the_flip_goes_by_how_the_paper_lies() -> None:
    """Not by its name: Letter lies across, A4 upright."""
    assert grid_of(paper("letter"), card_size("poker")).landscape
    assert not grid_of(paper("a4"), card_size("poker")).landscape
