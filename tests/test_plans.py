"""How cards lie on a sheet, as the site is told."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.outputs import plans
from generator.printing.sheets import sheet
from generator.printing.ticket import ticket

if TYPE_CHECKING:
    from generator.site.plans import Plan

PLANS = {plan.paper: plan for plan in plans()}


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest) -> Plan:
    """The plan of one paper."""
    return PLANS[request.param]


def test_a_plan_is_the_sheet_that_decks_are_printed_on(plan: Plan) -> None:
    """What a browser prints lies exactly where the PDF has it."""
    whole = sheet(ticket(plan.paper).imposition)
    assert whole.margins
    assert (plan.width, plan.height) == (whole.width, whole.height)
    for found, face in zip(plan.fronts, whole.fronts, strict=True):
        assert found == pytest.approx((face.x, face.y, face.width, face.height), abs=1e-3)
    for found, back in zip(plan.whole.backs, whole.backs, strict=True):
        shown = back.shown
        places = (back.card.x, back.card.y, shown.x, shown.y, shown.width, shown.height)
        assert found == pytest.approx(places, abs=1e-3)
        assert plan.turned is back.turned
    assert len(plan.marks) == len(whole.margins.marks)


def test_every_number_of_cards_has_its_sheet(plan: Plan) -> None:
    """The last sheet may hold any number of cards: each keeps its place, and only shared edges get a hairline."""
    assert [len(fill.backs) for fill in plan.fills] == list(range(len(plan.fronts) + 1))
    for fill, fuller in pairwise(plan.fills):
        assert [back[:2] for back in fuller.backs][: len(fill.backs)] == [back[:2] for back in fill.backs]
    assert plan.fills[0].hairlines == plan.fills[1].hairlines == ()
    assert len(plan.fills[2].hairlines) == 1


def test_the_long_cuts_go_along_the_long_side(plan: Plan) -> None:
    """A long cut is made while the sheet is whole; upright paper and paper on its side have other ones."""
    long_side = max(plan.width, plan.height)
    assert all(max(abs(x2 - x1), abs(y2 - y1)) == long_side for x1, y1, x2, y2 in plan.long_cuts)
    assert all(max(abs(x2 - x1), abs(y2 - y1)) < long_side for x1, y1, x2, y2 in plan.short_cuts)
    assert len(plan.long_cuts + plan.short_cuts) == len(plan.upright_cuts) + len(plan.level_cuts)
    edges = {x for x, *_ in plan.fronts} | {y for _, y, *_ in plan.fronts}
    assert {round(cut, 3) for cut in (*plan.upright_cuts, *plan.level_cuts)} > edges
