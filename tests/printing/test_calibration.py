"""The calibration sheet: read as somebody reads it against a lamp, on a printer that is off by a known amount."""

from __future__ import annotations

import ctypes
import io
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdfua import validate

from generator.library.words import words
from generator.printing import profiles
from generator.printing.calibration import Calibration, calibration, rooms
from generator.printing.finishing import Move, moved
from generator.printing.grid import UnfitError
from generator.printing.printer import moves, printer_of
from generator.printing.profiles import CardSize, Paper
from generator.printing.sheets import Imposition, Layout, axis_of
from generator.printing.ticket import Ticket, ticket
from tests.printing.reading import MM, Span, spans, structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.printing.grid import Rect

# Paper, layout, whether the paper lies across, whether it turns over its top: by hand, not by the code under test.
SHEETS = {
    ("a4", "duplex-long"): (False, False),
    ("a4", "duplex-short"): (False, True),
    ("letter", "duplex-long"): (True, True),
    ("letter", "duplex-short"): (True, False),
}
SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


@pytest.fixture(scope="module")
def sheets() -> Mapping[tuple[str, str], bytes]:
    """Calibration sheets that stand upright and lie across, turned over either edge."""
    return {asked: calibration(ticket(asked[0], layout=asked[1])) for asked in SHEETS}


@pytest.fixture(params=SHEETS, ids="-".join)
def sheet(request: pytest.FixtureRequest, sheets: Mapping[tuple[str, str], bytes]) -> tuple[str, str, bytes]:
    """One of them: paper, layout, PDF."""
    return (*request.param, sheets[request.param])


@cache
def words_of(pdf: bytes) -> list[Span]:
    """Return all text of a PDF, read once."""
    return spans(pdf)


@cache
def strokes(pdf: bytes, number: int) -> list[tuple[float, float, float, float]]:
    """Return what the next one yields, read once."""
    return list(drawn(pdf, number))


def drawn(pdf: bytes, number: int) -> Iterator[tuple[float, float, float, float]]:
    """Yield middle and size of every straight line on a page, in mm from its top left."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[number]
        height = page.get_height()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=20):
            stroked, fill = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroked)
            left, bottom, right, top = item.get_bounds()
            if stroked.value and pdfium.FPDFPath_CountSegments(item.raw) == 2:
                yield (
                    (left + right) / 2 * MM,
                    (height - (top + bottom) / 2) * MM,
                    (right - left) * MM,
                    (top - bottom) * MM,
                )


def through(paper: str, layout: str, x: float, y: float) -> tuple[float, float]:
    """Return where something on the front shines through the back."""
    across, over_top = SHEETS[paper, layout]
    width, height = SIZES[paper][::-1] if across else SIZES[paper]
    return (x, height - y) if over_top else (width - x, y)


def reading(sheet: tuple[str, str, bytes], letter: str, key: str) -> float:
    """Return what one scale reads: the number at the tick that the line of the front meets."""
    paper, layout, pdf = sheet
    level = key == "x"
    name = next(s for s in words_of(pdf) if s.text.strip() == f"{letter} {key}")
    x, y = (name.left + name.right) / 2, (name.top + name.bottom) / 2

    def near(u: float, v: float) -> bool:
        # An x scale lies below its name, a y scale below and a little right of it.
        return (abs(u - x) < 28 and 4 < v - y < 30) if level else (-13 < u - x < 16 and 4 < v - y < 48)

    lines = [(u, v, w, h) if level else (v, u, h, w) for u, v, w, h in strokes(pdf, 1) if near(u, v)]
    ticks = sorted(u for u, _, w, h in lines if w < 0.5 and h < 4.5)
    shining = ((*through(paper, layout, u, v), w, h) for u, v, w, h in strokes(pdf, 0))
    (front,) = (u if level else v for u, v, w, h in shining if near(u, v) and (h if level else w) > 15)
    numbers = sorted(
        ((s.left + s.right) / 2 if level else (s.top + s.bottom) / 2, s.text.strip().replace("\N{MINUS SIGN}", "-"))
        for s in words_of(pdf)
        if s.page == 1 and s.text.strip()[-1:].isdigit() and near((s.left + s.right) / 2, (s.top + s.bottom) / 2)
    )
    assert len(ticks) == 21
    assert [number for _, number in numbers] == [str(number) for number in range(-5, 6)]
    # A tick's line leads to its number: each begins at a whole tick and ends where the number stands.
    leaders = sorted(u - w / 2 if u < ticks[10] else u + w / 2 for u, _, w, h in lines if h > 4.5)
    assert leaders == pytest.approx([place for place, _ in numbers], abs=0.6)
    return min(range(21), key=lambda tick: abs(ticks[tick] - front)) / 2 - 5


def misfed(sheet: tuple[str, str, bytes], move: Move) -> tuple[str, str, bytes]:
    """Return a sheet as a printer gives it out that moves its backs."""
    paper, layout, pdf = sheet
    return paper, layout, moved(pdf, [Move(), move])


def test_a_sheet_that_lines_up_reads_0_everywhere(sheet: tuple[str, str, bytes]) -> None:
    """All ten scales, on either paper, turned over either edge."""
    assert {reading(sheet, letter, key) for letter in "ABCDE" for key in "xy"} == {0.0}


@pytest.mark.parametrize(("x", "y"), [(0.5, -1.0), (-5.0, 4.5)])
def test_a_scale_reads_how_far_the_backs_have_to_go(sheet: tuple[str, str, bytes], x: float, y: float) -> None:
    """To half a mm, to the right and down as one looks at the back, up to 5 mm each way at once."""
    off = misfed(sheet, Move(-x, -y))
    assert {(reading(off, letter, "x"), reading(off, letter, "y")) for letter in "ABCDE"} == {(x, y)}


@pytest.mark.parametrize("half", [1, -4])
def test_half_a_mm_between_two_scales_is_a_fifth_of_a_degree(sheet: tuple[str, str, bytes], half: int) -> None:
    """B less A, and E less D: the sheet says so, and so it is."""
    off = misfed(sheet, Move(rotation=-0.2 * half))
    assert reading(off, "B", "y") - reading(off, "A", "y") == half / 2
    assert reading(off, "E", "y") - reading(off, "D", "y") == half / 2
    assert reading(off, "C", "x") == 0


def test_with_what_it_read_the_sheet_reads_0(sheet: tuple[str, str, bytes]) -> None:
    """Read, write down, print again with the profile: the same printer now puts backs under fronts."""
    paper, layout, pdf = sheet
    misfeed = Move(1.3, -2.1, 0.4)
    off = misfed(sheet, misfeed)
    x, y = reading(off, "C", "x"), reading(off, "C", "y")
    rotation = (reading(off, "B", "y") - reading(off, "A", "y")) / 0.5 * 0.2
    assert x == -1.5
    assert rotation == pytest.approx(-0.4)
    table = "back-landscape" if SHEETS[paper, layout][0] else "back"
    assert f"[{table}]" in {span.text.strip() for span in words_of(pdf)}
    printer, _ = printer_of(f"[{table}]\nx = {x}\ny = {y}\nrotation = {rotation:.1f}\n", "printer.toml")
    again = moved(pdf, moves(printer, Calibration(ticket(paper, layout=layout)).imposition))
    found = [
        reading((paper, layout, moved(again, [Move(), misfeed])), letter, key) for letter in "ABCDE" for key in "xy"
    ]
    assert all(abs(read) <= 0.5 for read in found)
    assert found[4:6] == [0, 0]


def test_two_rules_measure_100_and_150_mm_each_way(sheet: tuple[str, str, bytes]) -> None:
    """One in each direction, named for the scale they are for: x along the paper's short edge."""
    paper, layout, pdf = sheet
    long = [(w, h) for _, _, w, h in strokes(pdf, 0) if max(w, h) > 100]
    assert sorted(round(max(size)) for size in long) == [150, 150]
    assert {w > h for w, h in long} == {True, False}
    names = {s.text.strip(): s for s in words_of(pdf) if s.text.strip().startswith("scale ")}
    wide = names["scale y" if SHEETS[paper, layout][0] else "scale x"]
    high = names["scale x" if SHEETS[paper, layout][0] else "scale y"]
    assert wide.right - wide.left > wide.bottom - wide.top
    assert high.right - high.left < high.bottom - high.top
    ticks = sorted(u for u, v, w, h in strokes(pdf, 0) if h > w and abs(v - (wide.bottom + 3.5)) < 3)
    assert [round(b - a, 2) for a, b in pairwise(ticks)] == [100, 50]


def test_the_two_arrows_lie_on_each_other(sheet: tuple[str, str, bytes]) -> None:
    """Turned over the edge it is made for; over the other one they do not, and one sees it."""
    paper, layout, pdf = sheet
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            arrow = next(
                o for o in page.get_objects(max_depth=20) if o.type == pdfium.FPDF_PAGEOBJ_PATH and segments(o) > 6
            )
            left, bottom, right, top = arrow.get_bounds()
            found.append(((left + right) / 2 * MM, (page.get_height() - (top + bottom) / 2) * MM))
    assert found[1] == pytest.approx(through(paper, layout, *found[0]), abs=0.01)
    other = "duplex-short" if layout == "duplex-long" else "duplex-long"
    assert found[1] != pytest.approx(through(paper, other, *found[0]), abs=20)


def segments(item: pypdfium2.PdfObject) -> int:
    """Return of how many pieces a path is made."""
    return int(pdfium.FPDFPath_CountSegments(item.raw))


def packed(text: str) -> str:
    """Return a text without spaces: where a line ends, and how it is kerned, are no matter."""
    return "".join(text.split())


def inside(span: Span, room: Rect) -> bool:
    """Say whether a text lies in a room, in mm."""
    return (
        room.x - 0.5 <= span.left
        and span.right <= room.x + room.width + 0.5
        and room.y - 0.5 <= span.top
        and span.bottom <= room.y + room.height + 0.5
    )


@pytest.mark.parametrize("layout", ["duplex-long", "duplex-short"])
@pytest.mark.parametrize("card", [(180, 240), (240, 180)], ids=["upright", "across"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_all_words_stand_in_their_rooms_and_clear_of_the_scales(
    paper: str, card: tuple[float, float], layout: str
) -> None:
    """What to do is on the sheet, at 10 points or more, clear of the edges, and nothing runs into anything."""
    asked = Ticket(Imposition(profiles.paper(paper), CardSize("big", "Big", *card, ""), Layout(layout)))
    pdf, plan = calibration(asked), Calibration(asked)
    assert plan.grid.landscape == (card[0] > card[1])
    said = words("en")["calibration"]
    found = words_of(pdf)
    rects = rooms(plan.grid, axis_of(plan.grid, asked.imposition.layout))
    for name, page in (("how", 0), ("hold", 1), ("write", 1), ("again", 1)):
        lines = [span for span in found if span.page == page and inside(span, rects[name])]
        wanted = said[name] if isinstance(said[name], list) else [said[name]]
        shown = packed("".join(span.text for span in lines))
        facts = {"edge": layout.removeprefix("duplex-"), "table": "back-landscape" if plan.grid.landscape else "back"}
        assert all(packed(text.format(**facts)) in shown for text in wanted), name
        assert all(span.size >= 10 for span in lines)
        assert all(span.left > 4 and span.top > 4 for span in lines)
        for x, y, wide, high in strokes(pdf, page):
            apart = [
                x + wide / 2 < s.left or s.right < x - wide / 2 or y + high / 2 < s.top or s.bottom < y - high / 2
                for s in lines
            ]
            assert all(apart), name


def test_its_words_are_read_and_its_lines_are_not(sheet: tuple[str, str, bytes], tmp_path: Path) -> None:
    """One heading, then what to do; an archive PDF like every other print."""
    paper, layout, pdf = sheet
    found = structure(pdf)
    assert [element.text for element in found if element.type == "H1"] == [words("en")["calibration"]["title"]]
    assert {element.type for element in found} == {"H1", "P"}
    assert not any("scale x" in element.text for element in found)
    (tmp_path / "sheet.pdf").write_bytes(pdf)
    assert not [
        finding for finding in validate(str(tmp_path / "sheet.pdf")).findings if finding.severity.name == "ERROR"
    ]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        edge = "Short" if layout == "duplex-short" else "Long"
        assert str(document.Root.ViewerPreferences.Duplex) == f"/DuplexFlip{edge}Edge"
        with document.open_metadata() as facts:
            assert facts["dc:title"] == f"Calibration sheet, {profiles.paper(paper).name}"
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"], facts["pdfuaid:part"]) == ("2", "A", "1")


def test_it_is_made_once(tmp_path: Path, sheets: Mapping[tuple[str, str], bytes]) -> None:
    """The same bytes, from the cache too."""
    first = calibration(ticket(), cache=tmp_path)
    (entry,) = tmp_path.iterdir()
    assert first == sheets["a4", "duplex-long"] == calibration(ticket(), cache=tmp_path)
    assert entry.read_bytes().endswith(first)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (ticket(), "calibration-a4.pdf"),
        (ticket("letter"), "calibration-letter.pdf"),
        (ticket(layout="duplex-short"), "calibration-a4-duplex-short.pdf"),
        (ticket(layout="fold"), "calibration-a4.pdf"),
        (ticket(layout="backs"), "calibration-a4.pdf"),
    ],
)
def test_it_is_named_for_its_paper(asked: Ticket, name: str) -> None:
    """And for what else makes it lie or turn otherwise; what no printer turns over counts as turned like a page."""
    assert Calibration(asked).file_name == name


def test_paper_that_is_too_small_is_refused() -> None:
    """With what it takes."""
    small = Ticket(Imposition(Paper("a5", "A5", 148, 210, ""), profiles.card_size("poker")))
    with pytest.raises(UnfitError, match="202 x 270 mm"):
        calibration(small)
