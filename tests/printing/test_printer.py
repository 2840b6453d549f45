"""A printer's profile: what may stand in it, what is said of the rest, and where the pages come to lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.model import Place, Severity
from generator.library.report import told
from generator.printing.finishing import Move, moved
from generator.printing.printer import moves, printer_of, remarks
from generator.printing.prints import print_deck
from generator.printing.sheets import Layout
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck
from tests.printing.reading import Element, Span, spans, structure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.printing.printer import Printer

DECK = made_deck(made_card("one", "What now?"), made_card("two", "What then?"))
PROFILE = """# my printer
[back]
x = 0.5
y = -1.0  # up a little
rotation = 0.2

[back-landscape]
x = 1

[front]
x = 0.1

[scale]
x = 100.5
y = 99
"""


def profile(text: str) -> Printer:
    """Return a profile that is right."""
    printer, problems = printer_of(text, "printer.toml")
    assert problems == []
    return printer


@pytest.fixture(scope="module")
def layouts() -> Mapping[Layout, bytes]:
    """One small deck in every layout, unmoved."""
    made = {layout: print_deck(DECK, ticket(layout=layout)).pdf for layout in Layout}
    return {layout: pdf for layout, pdf in made.items() if pdf}


def shifts(before: bytes, after: bytes) -> set[tuple[int, float, float]]:
    """Return by how much text was moved: side of the sheet (for two pages a sheet), mm right, mm down."""
    pairs = zip(spans(before), spans(after), strict=True)
    return {(a.page % 2, round(b.left - a.left, 2) + 0, round(b.top - a.top, 2) + 0) for a, b in pairs}


def test_a_profile_says_how_each_side_is_moved() -> None:
    """Paper that lies across has numbers of its own, and its scales the other way round."""
    printer = profile(PROFILE)
    assert printer.move("back", landscape=False) == Move(0.5, -1.0, 0.2, 1.005, 0.99)
    assert printer.move("back", landscape=True) == Move(1.0, 0.0, 0.0, 0.99, 1.005)
    assert printer.move("front", landscape=False) == Move(0.1, 0.0, 0.0, 1.005, 0.99)
    assert profile("").move("back", landscape=False) == Move()


def test_every_back_is_moved_and_no_front(layouts: Mapping[Layout, bytes]) -> None:
    """Read from the PDF, on every sheet, also the last."""
    printer = profile("[back]\nx = 1.25\ny = -0.75\n")
    for layout in (Layout.DUPLEX_LONG, Layout.DUPLEX_SHORT):
        pdf = layouts[layout]
        assert shifts(pdf, moved(pdf, moves(printer, ticket(layout=layout).imposition))) == {
            (0, 0.0, 0.0),
            (1, 1.25, -0.75),
        }
    backs = layouts[Layout.BACKS]
    after = moved(backs, moves(printer, ticket(layout="backs").imposition))
    assert {shift[1:] for shift in shifts(backs, after)} == {(1.25, -0.75)}


@pytest.mark.parametrize("layout", [Layout.FRONTS, Layout.FOLD, Layout.FACES])
def test_what_has_no_backs_of_its_own_stays(layouts: Mapping[Layout, bytes], layout: Layout) -> None:
    """Fronts alone, both on one page, and faces for a print shop."""
    printer = profile("[back]\nx = 1.25\n")
    assert moved(layouts[layout], moves(printer, ticket(layout=layout).imposition)) is layouts[layout]


def test_scale_holds_for_both_sides_and_keeps_the_middle(layouts: Mapping[Layout, bytes]) -> None:
    """A rule of 100 mm that came out as 99 is 100 again, and the sheet grows about its middle."""
    pdf = layouts[Layout.DUPLEX_LONG]
    after = moved(pdf, moves(profile("[scale]\nx = 101\n"), ticket().imposition))
    for a, b in zip(spans(pdf), spans(after), strict=True):
        assert b.left - 105 == pytest.approx((a.left - 105) * 1.01, abs=0.01)
        assert b.top == pytest.approx(a.top, abs=0.01)


def places(found: list[Span]) -> list[float]:
    """Return where texts lie, as one row of numbers."""
    return [place for span in found for place in (span.left, span.top)]


@pytest.mark.parametrize(
    ("x", "y", "rotation"), [(0.5, -1.0, 0.0), (-2.5, 1.5, 0.0), (0.0, 0.0, 0.6), (1.0, 2.0, -0.4)]
)
def test_a_misfeed_is_undone(layouts: Mapping[Layout, bytes], x: float, y: float, rotation: float) -> None:
    """A printer that lays its backs askew lays them under their fronts, to a twentieth of a mm."""
    pdf = layouts[Layout.DUPLEX_LONG]
    misfeed = [Move(), Move(-x, -y, -rotation)]
    asked = moved(pdf, moves(profile(f"[back]\nx = {x}\ny = {y}\nrotation = {rotation}\n"), ticket().imposition))
    assert places(spans(moved(pdf, misfeed))) != pytest.approx(places(spans(pdf)), abs=0.3)
    assert places(spans(moved(asked, misfeed))) == pytest.approx(places(spans(pdf)), abs=0.05)


def test_what_is_moved_is_read_as_before(layouts: Mapping[Layout, bytes]) -> None:
    """Tags stay: a screen reader does not notice."""
    pdf = layouts[Layout.BACKS]

    def read(pdf: bytes) -> list[Element]:
        return structure(pdf)

    assert read(moved(pdf, [Move(1, 1, 1)])) == read(pdf) != []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[back]\nx = 11\n",
            "printer.toml:2:5: x is from -10 to 10 mm, and this is 11\n    try: so much is no misfeed",
        ),
        (
            "[back]\n  rotation = -3.5",
            "printer.toml:2:14: rotation is from -3 to 3 degrees, and this is -3.5\n    try: push",
        ),
        ("[scale]\ny = 94", "printer.toml:2:5: y is from 95 to 105 %, and this is 94\n    try: print at actual size"),
        ('[back]\nx = "0.5"', "printer.toml:2:5: x is a number of mm\n    try: x = 5, without quotes"),
        ("[back]\nx = true", "printer.toml:2:5: x is a number of mm"),
        ("[back]\nx = nan", "printer.toml:2:5: x is from -10 to 10 mm, and this is nan"),
        ("[back]\nx = inf", "printer.toml:2:5: x is from -10 to 10 mm, and this is inf"),
        ("\n[bakc]\nx = 1", "printer.toml:2:1: unknown table 'bakc'\n    try: back"),
        ("[back]\nz = 1", "printer.toml:2:5: unknown key 'z'\n    try: one of x, y, rotation"),
        ("[back]\nrotate = 1", "printer.toml:2:10: unknown key 'rotate'\n    try: rotation"),
        ("back = 3", "printer.toml:1:1: back needs numbers below it\n    try: [back]"),
        ("back = {x = 30}", "printer.toml:1:1: x is from -10 to 10 mm"),
        ("back.x = 30", "printer.toml:1:1: x is from -10 to 10 mm"),
        ('["back"]\n"x" = 30', "printer.toml:2:7: x is from -10 to 10 mm"),
        ("[back]\nx = 0,5", "printer.toml:2:6: this cannot be read: expected newline"),
        ("[back]\nx =", "printer.toml:2:4: this cannot be read: invalid value\n    try: [back], and below it x = 0.5"),
        ("[back", "printer.toml:1:6: this cannot be read: expected ']'"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text: str, said: str) -> None:
    """File, line, column, what is wrong, and what to type instead."""
    _, problems = printer_of(text, "printer.toml")
    assert len(problems) == 1
    assert told(problems[0]).startswith(said)
    assert problems[0].hint
    assert problems[0].severity is Severity.ERROR


def test_all_that_is_wrong_is_said_at_once() -> None:
    """In the order of the file; what is right is kept."""
    printer, problems = printer_of("[back]\nx = 20\ny = 1\n[front]\nq = 2\n", "p.toml")
    assert [problem.place for problem in problems] == [Place("p.toml", 2, 5), Place("p.toml", 5, 5)]
    assert printer.move("back", landscape=False) == Move(0.0, 1.0)


@given(st.text())
def test_no_text_brings_it_down(text: str) -> None:
    """Whatever stands in the file, there is a profile and a list of problems."""
    printer, problems = printer_of(text, "printer.toml")
    assert all(problem.place.line >= 1 for problem in problems)
    assert printer.move("back", landscape=False) == Move() or not problems or printer.tables


def remarked(text: str, *, paper: str = "a4", layout: str = "duplex-long") -> list[str]:
    """Return what is said of a profile before something is printed with it."""
    found = list(remarks(profile(text), ticket(paper, layout=layout).imposition))
    assert all(problem.severity is Severity.WARNING and problem.hint for problem in found)
    return [f"{problem.place}: {problem.message}" for problem in found]


def test_cards_that_come_too_near_to_the_edge_are_told() -> None:
    """On A4 there are 1.75 mm to spare at the sides: half a mm is nothing to speak of, 2.5 mm is."""
    assert remarked("[back]\nx = 0.5\ny = -1\nrotation = 0.2\n") == []
    (said,) = remarked("\n[back]\nx = -2.5\n")
    assert said == "printer.toml:2:1: moved like this, the backs come as near as 7.2 mm to the paper's edge"
    assert len(remarked("[scale]\nx = 104\n")) == 2
    assert remarked("[scale]\nx = 104\n")[0].startswith("printer.toml:1:1: moved like this, the fronts")


def test_a_profile_for_the_other_way_round_is_told() -> None:
    """Numbers of an upright sheet are not used on one that lies across: nobody knows which way it was turned."""
    said = (
        "printer.toml:1:1: the paper lies across for this print, and there is no [back-landscape]: the backs stay where"
    )
    assert remarked("[back]\nx = 1\n", paper="letter")[0].startswith(said)
    assert "stands upright" in remarked("[back-landscape]\nx = 1\n")[0]
    assert remarked("[back]\nx = 1\n[back-landscape]\nx = 1\n", paper="letter") == []
    assert remarked("[back]\nx = 9\n", layout="fronts") == remarked("[back]\nx = 9\n", layout="faces") == []
