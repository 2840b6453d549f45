"""Printables on their one page: nothing outside, nothing overlapping, nothing lost; what does not fit is refused."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.load import load_library
from generator.library.model import Place, Severity
from generator.library.page import Entry, Form, Part
from generator.library.words import words
from generator.look.typography import typographic
from generator.printing.grid import GUARD
from generator.printing.job import UNDATED
from generator.printing.leaf import Leaf, texts
from generator.printing.parts import LABEL_END
from generator.printing.printables import SIZES, composed
from generator.printing.prints import prepared_item, print_printable
from generator.printing.profiles import home_papers, paper, papers
from generator.printing.ticket import ticket
from tests.decks import a_printable
from tests.printing.making import made_card, made_deck, typewriter
from tests.printing.reading import spans, squeezed, structure

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library
    from generator.library.page import Printable

FAMILIES = {"text": ("Kindling Text",), "plain": ("Atkinson Hyperlegible",)}
WORDS = st.lists(st.sampled_from(("a", "bell", "doormat", "umbrella")), min_size=1, max_size=30).map(" ".join)
SHORT = st.sampled_from(("Bell", "Mat", "Door", "Two shoes"))


def entries(form: Form) -> st.SearchStrategy[Entry]:
    """Return entries of a form, as reading makes them."""
    if form is Form.ITEMS:
        return WORDS.map(lambda text: Entry(texts=(text,)))
    notes = st.lists(WORDS, min_size=form is Form.GROUPS, max_size=4 if form is Form.GROUPS else 1).map(tuple)
    return st.builds(Entry, SHORT, notes, st.integers(1, 3 if form is Form.LINES else 1))


def part(form: Form) -> st.SearchStrategy[Part]:
    """Return parts of a form."""
    if form in (Form.HEADING, Form.TEXT, Form.SMALL):
        return st.builds(Part, st.just(form), WORDS)
    columns = st.just(1) if form is Form.LINES else st.integers(1, 3)
    some = st.lists(entries(form), min_size=1, max_size=6).map(tuple)
    return st.builds(Part, st.just(form), st.just(""), some, columns)


PARTS = st.lists(st.sampled_from(Form).flatmap(part), min_size=1, max_size=6)


def composed_on(printable: Printable, stock: str = "a4") -> tuple[dict[str, Any], tuple[Any, ...]]:
    fonts = {style: typewriter() for style in ("text", "plain", "bold")}
    return composed(Leaf(printable, paper(stock)), fonts, FAMILIES)


def bands(piece: dict[str, Any]) -> list[tuple[float, float, float, float]]:
    """Return each line of words of a piece as left, top, right, bottom in mm, in a typewriter's letters."""
    found = []
    for said in piece["words"]:
        em, y = said["size"] * 25.4 / 72, said["y"]
        for lines in said["paragraphs"]:
            for line in lines:
                width = len(line) / 2 * em
                left = said["x"] + (said["width"] - width) / 2 * said["centred"]
                found.append((left, y - 0.7 * em, left + width, y))
                y += said["pitch"]
            y += said["apart"]
    return found


@pytest.mark.parametrize("landscape", [False, True])
@given(parts=PARTS, columns=st.integers(1, 3), rows=st.integers(1, 4), stock=st.sampled_from(sorted(papers())))
def test_what_is_set_lies_inside_its_piece_and_apart(
    parts: list[Part], columns: int, rows: int, stock: str, *, landscape: bool
) -> None:
    """Every word and line is inside the piece it belongs to and the guard, no two lines of words touch, all are there.

    What does not fit is refused with one problem and no data.
    """
    page = a_printable(*parts, columns=columns, rows=rows, landscape=landscape)
    data, problems = composed_on(page, stock)
    assert bool(data) != bool(problems)
    if problems:
        assert all(problem.message.startswith("doormat: ") and problem.hint for problem in problems)
        return
    grid = Leaf(page, paper(stock)).grid
    assert len(data["pieces"]) == columns * rows
    for piece in data["pieces"]:
        lines = bands(piece)
        boxes = [(box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]) for box in piece["boxes"]]
        rules = [(rule["x1"], rule["y1"], rule["x2"], rule["y2"]) for rule in piece["rules"]]
        for left, top, right, bottom in (*lines, *boxes, *rules):
            assert left > -1e-6
            assert top > -1e-6
            assert piece["x"] + right < grid.paper_width - GUARD
            assert piece["y"] + bottom < grid.paper_height - GUARD
            assert right - left < grid.card_width + 1e-6
            assert bottom < grid.card_height + 1e-6
        for i, one in enumerate(lines):
            assert not [other for other in lines[i + 1 :] if touch(one, other)]
        said = " ".join(line for words_ in piece["words"] for lines_ in words_["paragraphs"] for line in lines_)
        assert all(
            squeezed(text) in squeezed(said) for text, _ in texts(replace(page, title="Doormat")) if text != page.title
        )


def touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Say whether two boxes share any area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] - 1e-6 and other[1] < one[3] - 1e-6


def test_a_page_takes_the_largest_size_that_fits() -> None:
    """Little text is set large, much text small, none under 12 points."""
    short, _ = composed_on(a_printable(Part(Form.TEXT, "bell " * 10)))
    assert short["pieces"][0]["words"][1]["size"] == SIZES[0] == 15
    found = [composed_on(a_printable(Part(Form.TEXT, "bell " * 20 * count)))[0] for count in range(20, 40)]
    chosen = [data["pieces"][0]["words"][1]["size"] for data in found if data]
    assert chosen == sorted(chosen, reverse=True)
    assert chosen[-1] == SIZES[-1] == 12
    assert found[-1] == {}


def test_room_to_write_comes_before_larger_type() -> None:
    """A page with lines to write on keeps its words small, and gives what is left to the lines."""
    ask = Part(Form.LINES, entries=(Entry("Who"), Entry("When", rows=2)))
    data, _ = composed_on(a_printable(Part(Form.TEXT, "bell"), ask))
    (piece,) = data["pieces"]
    assert {words_["size"] for words_ in piece["words"][1:-1]} == {13}
    ys = [rule["y1"] for rule in piece["rules"]]
    assert len({round(after - before, 6) for before, after in pairwise(ys)}) == 1
    assert ys[1] - ys[0] == pytest.approx(13.5)


def test_labels_without_a_text_stand_before_their_lines() -> None:
    """Their lines begin at one place, behind the widest label; labels with a text stand above theirs."""
    data, _ = composed_on(a_printable(Part(Form.LINES, entries=(Entry("Who"), Entry("Whenever")))))
    (piece,) = data["pieces"]
    em = piece["words"][1]["size"] * 25.4 / 72
    (begin,) = {rule["x1"] for rule in piece["rules"]}
    assert begin == pytest.approx(4 * em + LABEL_END)
    asked, _ = composed_on(a_printable(Part(Form.LINES, entries=(Entry("Who"), Entry("When", ("The day.",))))))
    assert {rule["x1"] for rule in asked["pieces"][0]["rules"]} == {0}


def test_boxes_fill_the_page_and_share_a_size() -> None:
    """What is left of a page goes to the boxes; their words are as large as the widest allows."""
    boxes = Part(Form.BOXES, entries=(Entry("In"), Entry("Out"), Entry("Somewhere")), columns=2)
    data, _ = composed_on(a_printable(boxes))
    (piece,) = data["pieces"]
    assert len({(box["width"], box["height"]) for box in piece["boxes"]}) == 1
    foot = piece["words"][-1]
    assert piece["boxes"][-1]["y"] + piece["boxes"][-1]["height"] > foot["y"] - 13
    sizes = {words_["size"] for words_ in piece["words"][1:-1]}
    assert len(sizes) == 1
    assert min(sizes) >= 28
    assert piece["marks"][0]["x"] == 0


def test_a_single_box_has_the_mark_and_pieces_match() -> None:
    """Tokens of different words have their mark, word and note at the same height, in one size."""
    pieces = tuple(
        (Part(Form.BOXES, entries=(Entry(word, (note,)),)),)
        for word, note in (("In", "Come in now, do."), ("Elsewhere", "Go."))
    )
    data, _ = composed_on(a_printable(pieces=pieces, columns=2, rows=2))
    one, two, again, _ = data["pieces"]
    assert one["marks"] == two["marks"]
    assert [(words_["y"], words_["size"]) for words_ in one["words"]] == [(w["y"], w["size"]) for w in two["words"]]
    assert [piece["again"] for piece in data["pieces"]] == [False, False, True, True]
    assert again["words"] == one["words"]


def test_items_fill_one_column_after_another() -> None:
    """Each begins with a stick, at the height of its own first line."""
    items = Part(Form.ITEMS, entries=tuple(Entry(texts=(text,)) for text in ("bell " * 20, "b", "c")), columns=2)
    data, _ = composed_on(a_printable(items))
    (piece,) = data["pieces"]
    first, second = piece["words"][1:3]
    assert [len(words_["paragraphs"]) for words_ in (first, second)] == [2, 1]
    assert [words_["role"] for words_ in (first, second)] == ["list", "p"]
    assert len(piece["sticks"]) == 3
    assert piece["sticks"][0]["y"] < first["y"] < piece["sticks"][1]["y"] < first["y"] + 40
    assert piece["sticks"][2]["x"] > 80


@pytest.mark.parametrize(
    ("shape", "place"), [({}, "one A4 page"), ({"columns": 2, "rows": 2}, "a piece of 93 x 132 mm")]
)
def test_what_is_too_high_is_refused(shape: dict[str, int], place: str) -> None:
    """By how much, for what, and the part that crosses the edge, at its line."""
    parts = [Part(Form.TEXT, "bell " * 60, place=Place("docs/printables.yml", line)) for line in range(1, 20)]
    data, (problem,) = composed_on(a_printable(*parts, **shape))
    assert data == {}
    assert problem.severity is Severity.ERROR
    assert problem.message.startswith("doormat: ")
    assert f"mm too high for {place} at 12 pt" in problem.message
    assert 1 < problem.place.line < 19
    assert problem.hint == "shorten the text here or what stands above it, or take a part out"


@pytest.mark.parametrize("form", [Form.HEADING, Form.TEXT, Form.SMALL, Form.ITEMS, Form.GROUPS, Form.LINES, Form.BOXES])
def test_a_word_wider_than_its_place_is_refused(form: Form) -> None:
    """Nothing runs sideways off the page, whatever it is part of: the word is named, at its line."""
    wide, place = "umbrella" * 30, Place("docs/printables.yml", 7)
    entry = Entry(wide, (wide,), place=place)
    wrong = Part(form, wide, (), place=place) if form in list(Form)[:3] else Part(form, "", (entry,), 1, place)
    _, (problem,) = composed_on(a_printable(wrong))
    assert problem.message.startswith("doormat: 'umbrellaumbrella")
    assert problem.place == place
    assert "fewer columns" in problem.hint


def test_a_title_too_wide_is_refused_at_its_place() -> None:
    """The title is part of the page too."""
    page = a_printable(title="Umbrella" * 30, places={"title": Place("docs/printables.yml", 2)})
    assert composed_on(page)[1][0].place.line == 2


@pytest.mark.parametrize("stock", [stock.id for stock in home_papers()])
def test_our_own_pages_print_whole(library: Library, stock: str) -> None:
    """Each is one page; every word of it is in the PDF and large enough, none nearer to the edge than 8 mm."""
    for page in library.printables:
        made = print_printable(page, ticket(stock))
        assert made.pdf, made.problems
        assert (made.problems, made.sheets) == ((), 1)
        found = spans(made.pdf)
        assert {span.page for span in found} == {0}
        assert all(span.size >= 9 for span in found)
        grid = Leaf(page, paper(stock)).grid
        assert all(span.left > GUARD and span.right < grid.paper_width - GUARD for span in found if span.text.strip())
        assert all(span.top > GUARD and span.bottom < grid.paper_height - GUARD for span in found)
        read = squeezed(" ".join(element.text for element in structure(made.pdf)))
        for text, _ in texts(page):
            assert squeezed(typographic(text)) in read.replace("\u00a0", " "), text


def test_a_screen_reader_gets_headings_in_order_and_each_piece_once(library: Library) -> None:
    """One title, no level skipped; the copies of a slip and the marks around it are not read."""
    for page in library.printables:
        pdf = print_printable(page).pdf
        assert pdf
        elements = structure(pdf)
        levels = [int(element.type[1]) for element in elements if element.type.startswith("H")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        heard = [element.text for element in elements]
        assert not any("100 mm" in text or "Cut from" in text for text in heard)
    slips = print_printable(next(page for page in library.printables if page.id == "one-small-thing")).pdf
    assert slips
    assert [element.text for element in structure(slips)].count("Who") == 1
    assert sum("Who" in span.text for span in spans(slips)) == 8


def test_lists_are_lists(library: Library) -> None:
    """The words under a feeling are read as a list of eight."""
    pdf = print_printable(library.printables[0]).pdf
    assert pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        kinds = [str(item["/S"]) for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
    assert kinds.count("/L") == 12
    assert kinds.count("/LI") == 78


def test_the_pdf_says_what_it_is(library: Library) -> None:
    """Title, language, date and standards, read from the file."""
    pdf = print_printable(library.printables[0]).pdf
    assert pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == "en"
        assert bool(document.Root.MarkInfo.Marked)
        with document.open_metadata() as facts:
            assert facts["dc:title"] == "Feelings and needs"
            assert (facts["pdfuaid:part"], facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("1", "2", "A")
            assert facts["xmp:CreateDate"].startswith("2026-11-22")


def test_a_page_without_a_date_and_in_another_language_is_set() -> None:
    """The clock is not asked; the language is the page's own."""
    pdf = print_printable(a_printable(lang="pt-BR")).pdf
    assert pdf == print_printable(a_printable(lang="pt-BR")).pdf
    assert pdf
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as facts:
        assert str(document.Root.Lang) == "pt-BR"
        assert facts["xmp:CreateDate"].startswith(UNDATED)


def test_the_same_page_gives_the_same_bytes_and_is_kept(library: Library, tmp_path: Path) -> None:
    """Twice in a row, and out of the folder of kept prints; another paper is another entry."""
    page = library.printables[2]
    first = print_printable(page, cache=tmp_path)
    assert print_printable(page) == first
    (entry,) = tmp_path.iterdir()
    again = print_printable(page, cache=tmp_path)
    assert again == first
    assert list(tmp_path.iterdir()) == [entry]
    print_printable(page, ticket("letter"), cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Mat"},
        {"lang": "de"},
        {"hue": "sea"},
        {"lay": "raft"},
        {"added": "2026-01-02"},
        {"columns": 2},
        {"rows": 2},
        {"landscape": True},
        {"pieces": ((Part(Form.SMALL, "Wipe your feet."),),)},
        {"pieces": ((Part(Form.TEXT, "Wipe your feet."), Part(Form.LINES, entries=(Entry("Who", rows=2),))),)},
        {"pieces": ((Part(Form.TEXT, "Wipe your feet."), Part(Form.LINES, entries=(Entry("Who", rows=1),))),)},
    ],
    ids=str,
)
def test_a_changed_page_is_set_anew(change: dict[str, Any], tmp_path: Path) -> None:
    """Whatever is seen on a page makes another print; its sentence for the site does not."""
    print_printable(a_printable(hue="pine", lay="hut"), cache=tmp_path)
    print_printable(a_printable(hue="pine", lay="hut", about="For dry shoes."), cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    print_printable(a_printable(**({"hue": "pine", "lay": "hut"} | change)), cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_character_no_font_has_is_refused_at_its_place(tmp_path: Path) -> None:
    """Named with its code, wherever it stands; no PDF is made or kept."""
    place = Place("docs/printables.yml", 9)
    entry = Entry("Who \u4f60", ("\u597d",), place=place)
    made = print_printable(a_printable(Part(Form.LINES, entries=(entry,))), cache=tmp_path)
    assert made.pdf is None
    assert [
        (problem.place, "U+4F60" in problem.message or "U+597D" in problem.message) for problem in made.problems
    ] == [(place, True)] * 2
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_fit_makes_no_pdf() -> None:
    """The problem comes out of the press as it is, for whoever prints."""
    made = print_printable(a_printable(*[Part(Form.TEXT, "bell " * 60)] * 30))
    assert made.pdf is None
    assert "too high" in made.problems[0].message


def test_a_fault_of_the_typesetter_is_told() -> None:
    """A page made by a program, with a language that is none: not a traceback, but a problem at its place."""
    made = print_printable(a_printable(lang="gibberish", place=Place("docs/printables.yml", 4)))
    (problem,) = made.problems
    assert made.pdf is None
    assert problem.message.startswith("the typesetter refuses: ")
    assert problem.place.line == 4


def test_hostile_text_comes_out_as_text() -> None:
    """Typst's markup and the web's are letters like any others."""
    text = '#set page(fill: red) $x$ *b* "] #panic() [ <script> @ref // /* = - +'
    made = print_printable(
        a_printable(Part(Form.TEXT, text), Part(Form.ITEMS, entries=(Entry(texts=(text,)),)), title=text)
    )
    assert made.pdf
    assert [element.text for element in structure(made.pdf)][:3] == [squeezed(typographic(text))] * 3


def test_whatever_is_asked_for_is_printed() -> None:
    """Decks and printables go the same way; an unknown paper is named for both."""
    assert prepared_item(a_printable())() == print_printable(a_printable())
    assert prepared_item(made_deck(made_card("one", "What now?")))().sheets == 2


def test_the_foot_line_says_what_a_page_is_not() -> None:
    """On whole pages it stands at the foot, in every language there is."""
    data, _ = composed_on(a_printable())
    foot = " ".join(data["pieces"][0]["words"][-1]["paragraphs"][0])
    assert foot == words("en")["print"]["beside"]
    assert "not therapy, assessment or mediation" in foot


def test_the_example_of_the_guide_is_read_and_printed(tmp_path: Path) -> None:
    """What the comment at the top of docs/printables.yml shows can be written and printed."""
    (tmp_path / "printables.yml").write_text(
        "mat:\n  title: Mat\n  about: A.\n  copies: {columns: 2, rows: 5}\n"
        "  body:\n    - heading: Mat\n    - lines: [title: Who]\n    - small: Wipe.\n"
    )
    library, _ = load_library(tmp_path, tmp_path)
    made = print_printable(library.printables[0], ticket("letter"))
    assert made.pdf, made.problems
