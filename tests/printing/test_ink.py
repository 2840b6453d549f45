"""Ink: the real decks as real PDFs, read back as people, printers and screen readers get them."""

from __future__ import annotations

import io
import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from generator.library.model import Place, Severity
from generator.library.words import words
from generator.look.face import face
from generator.look.typography import typographic
from generator.printing.ink import Printed, TypesettingError, picture, print_deck, typeset
from generator.printing.job import UNDATED, Job
from generator.printing.profiles import UnknownNameError, card_size, paper
from tests.printing.making import made_card, made_deck
from tests.printing.reading import Element, Span, spans, structure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.library.model import Deck, Library

DECKS = ("kettle-on", "going-first")
# columns, rows, left margin, top margin, page size in points: counted by hand, not by the code under test.
SHEETS = {"a4": (3, 3, 9.75, 15.15, (595.28, 841.89)), "letter": (4, 2, 12.7, 19.05, (792, 612))}
WIDTH, HEIGHT = 63.5, 88.9
DAY = date(2026, 11, 22)
DEPTHS = ("Sip", "Share", "Open", "Tender")


@pytest.fixture(scope="module")
def prints(library: Library) -> Mapping[tuple[str, str], bytes]:
    """The two decks on both papers."""
    made = {(deck, stock): print_deck(library.deck(deck), stock).pdf for deck in DECKS for stock in SHEETS}
    return {key: pdf for key, pdf in made.items() if pdf}


@pytest.fixture(params=[(deck, stock) for deck in DECKS for stock in SHEETS], ids="-".join)
def printed(request: pytest.FixtureRequest, prints: Mapping[tuple[str, str], bytes]) -> tuple[str, str, bytes]:
    """One of them: deck, paper, PDF."""
    deck, stock = request.param
    return deck, stock, prints[deck, stock]


def cell(span: Span, stock: str) -> tuple[int, int]:
    """Return the column and the row of the card that a text lies on."""
    _, _, left, top, _ = SHEETS[stock]
    return int(((span.left + span.right) / 2 - left) // WIDTH), int(((span.top + span.bottom) / 2 - top) // HEIGHT)


def inside(span: Span, stock: str) -> bool:
    """Say whether a text lies on the grid of cards."""
    columns, rows, _, _, _ = SHEETS[stock]
    column, row = cell(span, stock)
    return 0 <= column < columns and 0 <= row < rows


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def cards_of(elements: list[Element]) -> dict[str, str]:
    """Return what is read out for each heading: all paragraphs up to the next."""
    found: dict[str, str] = {}
    heading = ""
    for element in elements:
        if element.type == "H1":
            continue
        if element.type == "H2":
            heading = element.text
            assert heading not in found or heading == "Your own"
            found[heading] = ""
        else:
            found[heading] = squeezed(f"{found[heading]} {element.text}")
    return found


def problem_lines(made: Printed) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in made.problems]


def test_a_deck_of_36_is_five_a4_sheets_or_six_of_letter(printed: tuple[str, str, bytes], library: Library) -> None:
    """Front and back of each sheet are pages, in that order, of the paper's size."""
    deck, stock, pdf = printed
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == (10 if stock == "a4" else 12)
        assert len(document) == 2 * Job(library.deck(deck), paper(stock), card_size("poker")).sheets
        sizes = {(round(width, 2), round(height, 2)) for width, height in (page.get_size() for page in document)}
    assert sizes == {SHEETS[stock][-1]}


def test_the_real_decks_print_without_errors(library: Library) -> None:
    """What there is to say about them are warnings, each at its line in the deck's file."""
    for deck in library.decks:
        made = print_deck(deck)
        assert made.pdf
        assert all(problem.severity is Severity.WARNING for problem in made.problems)
        assert all(problem.place.file.endswith(".yml") and problem.place.line > 1 for problem in made.problems)


def test_every_sheet_is_labelled_on_both_sides(printed: tuple[str, str, bytes]) -> None:
    """A sheet that has slipped from the pile says where it belongs; the ruler says what it is for."""
    deck, _, pdf = printed
    title = {"kettle-on": "Kettle On", "going-first": "Going First"}[deck]
    pages: dict[int, str] = {}
    for span in spans(pdf):
        pages[span.page] = squeezed(pages.get(span.page, "") + span.text)
    total = len(pages) // 2
    for page, text in pages.items():
        side = "back" if page % 2 else "front"
        assert f"{title}, sheet {page // 2 + 1} of {total}, {side}" in text
        assert "100 mm: measure me after printing" in text
        assert "Cut from mark to mark" in text


def test_every_back_lies_under_its_front(printed: tuple[str, str, bytes]) -> None:
    """Read from the PDF: turned over the long edge, each card has its own depth on its back, and the deck's name."""
    _, stock, pdf = printed
    columns, rows, _, _, _ = SHEETS[stock]
    found = [span for span in spans(pdf) if inside(span, stock)]
    pages = range(max(span.page for span in found) + 1)
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        wanted = {}
        for column, row in {cell(span, stock) for span in found if span.page == front}:
            # A4 turns like a page of a book; Letter, across, turns like a wall calendar.
            under = (columns - 1 - column, row) if stock == "a4" else (column, rows - 1 - row)
            depth = [s.text for s in found if s.page == front and cell(s, stock) == (column, row) and is_depth(s)]
            wanted[under] = depth
        assert len(wanted) == columns * rows
        for place, depth in wanted.items():
            label = [s.text.strip() for s in found if s.page == back and cell(s, stock) == place]
            assert "Kindling" in label
            assert [text for text in label if text in DEPTHS] == depth


def is_depth(span: Span) -> bool:
    """Say whether a text is the depth at the foot of a card: index and prose name depths too, elsewhere."""
    return span.text in DEPTHS


def test_labels_stand_in_the_middle_of_their_cards_after_the_flip(printed: tuple[str, str, bytes]) -> None:
    """The imprint on every back lies where the flip takes the same spot of the front, to a tenth of a millimetre."""
    _, stock, pdf = printed
    columns, rows, left, top, _ = SHEETS[stock]
    backs = [span for span in spans(pdf) if span.page == 1 and span.text.strip() == "Kindling"]
    assert len(backs) == columns * rows
    if stock == "a4":  # upright, label 49 mm wide in the middle, imprint 3.8 mm inside it
        wanted = {round(left + column * WIDTH + (WIDTH - 49) / 2 + 3.8, 1) for column in range(columns)}
        starts = {round(span.left, 1) for span in backs}
    else:  # on its head: the imprint begins at the right
        wanted = {round(left + (column + 1) * WIDTH - (WIDTH - 49) / 2 - 3.8, 1) for column in range(columns)}
        starts = {round(span.right, 1) for span in backs}
        assert all(span.top - top < HEIGHT / 3 or 0 < span.top - top - HEIGHT < HEIGHT / 3 for span in backs)
    assert all(min(abs(start - place) for place in wanted) < 0.35 for start in starts)


def test_all_text_stays_5_mm_inside_its_card(printed: tuple[str, str, bytes]) -> None:
    """The safe area: nothing a knife could touch, and nothing near the rounded corners."""
    _, stock, pdf = printed
    _, _, left, top, _ = SHEETS[stock]
    for span in spans(pdf):
        if not inside(span, stock) or not span.text.strip(" ,"):
            continue
        column, row = cell(span, stock)
        assert span.left - (left + column * WIDTH) >= 5
        assert left + (column + 1) * WIDTH - span.right >= 5
        assert span.top - (top + row * HEIGHT) >= 5
        assert top + (row + 1) * HEIGHT - span.bottom >= 4.2  # descenders of the foot line


def test_the_prompts_of_the_real_decks_are_set_at_12_pt_or_more(library: Library) -> None:
    """Small print is for notes; a prompt is read aloud at a table."""
    for deck in library.decks:
        pdf = print_deck(deck).pdf
        assert pdf
        found = spans(pdf)
        for card in deck.cards:
            start = squeezed(face(card, deck).prompt)[:12]
            sizes = [s.size for s in found if s.page % 2 == 0 and squeezed(s.text)[:4] == start[:4] and s.size >= 10]
            assert sizes, card.address
            assert max(sizes) >= 12, card.address


def test_a_screen_reader_gets_one_heading_a_card_and_all_its_text(
    printed: tuple[str, str, bytes], library: Library
) -> None:
    """Depth, kind and id are read first although they are printed last; then the prompt and the notes, in full."""
    deck = library.deck(printed[0])
    elements = structure(printed[2])
    cards = cards_of(elements)
    assert [element.text for element in elements if element.type == "H1"] == [deck.title]
    assert {element.type for element in elements} == {"H1", "H2", "P"}
    by_id = {heading.rsplit(", ", 1)[-1]: (heading, text) for heading, text in cards.items()}
    warned = {problem.message.split(":")[0] for problem in print_deck(deck).problems}
    for card in deck.cards:
        shown = face(card, deck)
        heading, text = by_id[card.id]
        assert heading in (f"{shown.depth_name}, {shown.kind}, {card.id}", f"{shown.depth_name}, {card.id}")
        assert squeezed(shown.prompt).replace("\u00a0", " ") in text.replace("\u00a0", " ")
        needed = [note for note in shown.notes if note.needed or card.address not in warned]
        for note in needed:
            assert note.label in text
            assert all(line in text for line in note.lines)
    assert by_id["postcard" if deck.id == "kettle-on" else "fine"][0] in (
        "Sip, Question, postcard",
        "Share, Question, fine",
    )


def test_the_service_cards_are_read_out_whole(printed: tuple[str, str, bytes], library: Library) -> None:
    """Title card with the position line, six consent lines, and every id in the index."""
    deck = library.deck(printed[0])
    cards = cards_of(structure(printed[2]))
    said = words("en")
    assert typographic(said["position"]) in cards[deck.title]
    consent = cards[said["service"]["consent"]["title"]]
    assert all(typographic(line) in consent for line in said["consent"])
    index = cards["All 36 cards"]
    assert all(re.search(rf"(?<![\w-]){card.id}(?![\w-])", index) for card in deck.cards)


def test_backs_marks_and_ruler_are_not_read_out(printed: tuple[str, str, bytes]) -> None:
    """Nobody has to hear the deck's name 45 times: backs and margins are artifacts."""
    _, _, pdf = printed
    assert all(element.page % 2 == 0 for element in structure(pdf))
    assert not any("100 mm" in element.text or "Cut from" in element.text for element in structure(pdf))


def test_the_pdf_is_tagged_dated_titled_and_has_its_fonts(printed: tuple[str, str, bytes]) -> None:
    """What PDF/UA and PDF/A ask for, read from the file: language, title, marks, standard, embedded fonts."""
    deck, _, pdf = printed
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        assert str(root.Lang) == "en"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as facts:
            assert facts["dc:title"] == {"kettle-on": "Kettle On", "going-first": "Going First"}[deck]
            assert str(facts["pdfuaid:part"]) == "1"
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("2", "A")
            assert facts["xmp:CreateDate"].startswith("2026-11-22")
        fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item]
        names = {str(font.FontName).split("+")[-1] for font in fonts}
        assert names == {"KindlingText-Regular", "AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_heading_levels_do_not_skip(printed: tuple[str, str, bytes]) -> None:
    """The deck's title is level 1 and comes first; the cards are level 2."""
    levels = [int(element.type[1]) for element in structure(printed[2]) if element.type.startswith("H")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) == 1 + (45 if printed[1] == "a4" else 48)


def test_the_same_deck_gives_the_same_bytes(library: Library, prints: Mapping[tuple[str, str], bytes]) -> None:
    """Twice in a row, no clock, no random."""
    assert print_deck(library.deck("going-first")).pdf == prints["going-first", "a4"]


def test_a_deck_without_a_date_is_printed_with_a_fixed_one() -> None:
    """The clock is not asked."""
    deck = made_deck(made_card("one", "What now?"), added="")
    made = print_deck(deck).pdf
    assert made
    assert made == print_deck(deck).pdf
    with pikepdf.open(io.BytesIO(made)) as document, document.open_metadata() as facts:
        assert facts["xmp:CreateDate"].startswith(UNDATED)


def test_a_language_tag_becomes_the_pdf_s_language() -> None:
    """With its country when it names one; a script is left out, for Typst knows none."""
    deck = made_deck(made_card("one", "E agora?"), lang="pt-BR")
    made = print_deck(deck).pdf
    assert made
    with pikepdf.open(io.BytesIO(made)) as document:
        assert str(document.Root.Lang) == "pt-BR"
    assert Job(made_deck(lang="sr-Latn"), paper("a4"), card_size("poker")).language == ("sr", None)


@pytest.mark.parametrize("count", [1, 8, 20, 120])
def test_decks_of_any_size_fill_whole_sheets_with_blanks(count: int) -> None:
    """Small decks and large ones: each card once, and no slot on the last sheet is empty."""
    deck = made_deck(*(made_card(f"card-{number}", f"What is number {number}?") for number in range(count)))
    pdf = print_deck(deck).pdf
    assert pdf
    headings = [element.text for element in structure(pdf) if element.type == "H2"]
    assert len(headings) % 9 == 0
    assert {f"Sip, Question, card-{number}" for number in range(count)} <= set(headings)
    assert headings.count("Your own") >= 1
    assert sum(heading.startswith(f"All {count} cards") for heading in headings) == (3 if count == 120 else 1)


HOSTILE = (
    "#set page(fill: red)",
    "$x^2$ and *bold* and _under_ and `code`",
    '"] #panic() [',
    r"back\slash \u{41} \n",
    "<script>alert(1)</script> <label> @ref",
    "// gone? /* gone? */",
    "= Not a heading - + / list",
    "#sys.inputs {curly} [square] ~ -- ---",
)


def test_hostile_text_comes_out_as_text() -> None:
    """Typst markup, HTML, quotes and slashes are letters like any others, in prompts, notes and titles."""
    cards = [made_card(f"card-{n}", text, follow_up=(text,), listener=text) for n, text in enumerate(HOSTILE)]
    deck = made_deck(*cards, title="#[Hos] $tile*", about=HOSTILE[0], authors=(HOSTILE[2],))
    made = print_deck(deck)
    assert made.pdf, made.problems
    found = cards_of(structure(made.pdf))
    for number, text in enumerate(HOSTILE):
        read = found[f"Sip, Question, card-{number}"].replace("\u00a0", " ")
        assert read.count(squeezed(typographic(text))) == 3
    assert "#[Hos] $tile*" in found


def test_text_that_does_not_fit_is_refused_at_its_place() -> None:
    """File, line, column, the card's address, by how much, and what to do; no PDF with half a sentence in it."""
    made = print_deck(made_deck(made_card("long", "seven " * 90, line=7)))
    assert made.pdf is None
    (problem,) = made.problems
    assert problem.place == Place("decks/made.yml", 7, 11)
    assert re.fullmatch(
        r"made/long: the text does not fit the card: at 10 pt it is \d+ words too long", problem.message
    )
    assert problem.hint
    assert problem.severity is Severity.ERROR


def test_a_german_compound_wider_than_the_card_is_refused() -> None:
    """Measured in the real font, in mm."""
    text = "Was sagst du zur Rindfleischetikettierungsüberwachungsaufgabenübertragung?"
    made = print_deck(made_deck(made_card("lang", text), lang="de"))
    assert made.pdf is None
    assert "mm wide at 10 pt, and there is room for 50.5 mm" in made.problems[0].message


def test_all_problems_of_all_cards_come_at_once() -> None:
    """Sorted by place: nobody has to print five times to find five faults."""
    cards = (
        made_card("fine", "What now?", line=5),
        made_card("long", "seven " * 90, line=10),
        made_card("signs", "What does 漢字 mean?", line=20, follow_up=("And 🎈?",)),
        made_card("care", "What?", line=30, depth=4, care="seven " * 120),
    )
    made = print_deck(made_deck(*cards, title="x" * 60, authors=("☃ Snow",)))
    assert made.pdf is None
    errors = [line for line in problem_lines(made) if "left out" not in line]
    assert len(errors) == 8
    places = [problem.place for problem in made.problems]
    assert places == sorted(places)
    for part in ("made/long: the text", "made/care: the care", "(U+6F22, cjk", "(U+5B57", "(U+1F388, balloon)"):
        assert any(part in line for line in errors), part
    assert any("decks/made.yml:20:17" in line and "balloon" in line for line in errors)
    assert any("label on the back" in line and line.startswith("decks/made.yml:1:1") for line in errors)
    assert any("snowman" in line and line.startswith("decks/made.yml:3:1") for line in errors)


def test_an_invisible_character_is_named_by_its_number() -> None:
    """A character that cannot be shown is not shown in the message either."""
    made = print_deck(made_deck(made_card("bidi", "What \u202enow?")))
    assert made.pdf is None
    assert "made/bidi: the fonts cannot print (U+202E, right-to-left override)" in problem_lines(made)[0]


def test_a_loose_accent_is_printed() -> None:
    """Text from a Mac has letters and accents apart; they are put together before anything is looked up."""
    assert print_deck(made_deck(made_card("cafe", "Which cafe\u0301?"))).pdf


def test_a_note_left_out_is_a_warning_and_the_deck_is_printed() -> None:
    """The author learns of it; the reader gets the card."""
    card = made_card("full", "seven " * 25, line=3, follow_up=("seven " * 40,))
    made = print_deck(made_deck(card))
    assert made.pdf
    (problem,) = made.problems
    assert problem.severity is Severity.WARNING
    assert problem.place == Place("decks/made.yml", 3, 17)
    assert problem.message == "made/full: there is no room in print for the follow_up, so it is left out"


def test_an_unknown_paper_or_card_is_the_command_line_s_to_explain() -> None:
    """It is a name error, raised before anything is done."""
    with pytest.raises(UnknownNameError, match="no paper 'a5'"):
        print_deck(made_deck(), "a5")
    with pytest.raises(UnknownNameError, match="no card 'tarot'"):
        print_deck(made_deck(), "a4", "tarot")


def a_template(folder: Path, text: str) -> Path:
    path = folder / "template.typ"
    path.write_text(text, "utf-8")
    return path


def test_what_typst_refuses_is_one_kind_of_error(tmp_path: Path) -> None:
    """A template that fails, or one with a glyph that no font has: Typst's own words, in our error."""
    head = '#set document(title: "T")\n#set text(font: "Kindling Text")\n'
    assert typeset(a_template(tmp_path, head + "Fine."), {}, DAY)
    with pytest.raises(TypesettingError, match="the typesetter refuses: panicked"):
        typeset(a_template(tmp_path, head + "#panic()"), {}, DAY)
    with pytest.raises(TypesettingError, match="could not be displayed"):
        typeset(a_template(tmp_path, head + "漢"), {}, DAY)


def test_a_warning_of_typst_is_fatal(tmp_path: Path) -> None:
    """An unknown font is only a warning there; here it would be a deck in the wrong type."""
    text = '#set document(title: "T")\n#set text(font: ("Kindling Text", "Nowhere Sans"))\nText.'
    with pytest.raises(TypesettingError, match="unknown font"):
        typeset(a_template(tmp_path, text), {}, DAY)


def test_a_refusal_is_a_problem_of_the_deck_and_no_traceback() -> None:
    """A deck made by a program, with a language that is none, gets past the loader but not past Typst."""
    made = print_deck(made_deck(made_card("one", "What now?"), lang="gibberish"))
    assert made.pdf is None
    (problem,) = made.problems
    assert problem.place == Place("decks/made.yml")
    assert problem.message.startswith("the typesetter refuses: ")


def test_a_print_is_kept_and_found_again(tmp_path: Path, library: Library) -> None:
    """The same bytes and the same warnings, from the folder; another paper is another entry."""
    deck = library.deck("going-first")
    first = print_deck(deck, cache=tmp_path)
    entries = sorted(tmp_path.iterdir())
    again = print_deck(deck, cache=tmp_path)
    assert again == first
    assert first.problems
    assert first.sheets == 5
    assert sorted(tmp_path.iterdir()) == entries
    assert len(entries) == 1
    print_deck(deck, "letter", cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_drawing_becomes_a_picture_of_the_wished_width() -> None:
    """A PNG for those who take no SVG, with clear ground."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h1v1h-1z"/></svg>'
    with Image.open(io.BytesIO(picture(svg, 64))) as image:
        assert image.size == (64, 32)
        assert image.convert("RGBA").getpixel((60, 16)) == (0, 0, 0, 0)


def test_a_kept_print_is_really_used(tmp_path: Path) -> None:
    """What lies in the folder is given out, so nothing was set again."""
    deck = made_deck(made_card("one", "What now?"))
    print_deck(deck, cache=tmp_path)
    other = print_deck(made_deck(made_card("one", "What else?")), cache=tmp_path)
    mine, its = sorted(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    mine.write_bytes(its.read_bytes())
    assert print_deck(deck, cache=tmp_path).pdf == other.pdf


def test_a_broken_entry_heals(tmp_path: Path) -> None:
    """Half an entry is as good as none: the deck is set again and kept again."""
    deck = made_deck(made_card("one", "What now?"))
    first = print_deck(deck, cache=tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[: len(whole) // 2])
    assert print_deck(deck, cache=tmp_path) == first
    assert entry.read_bytes() == whole


def test_a_deck_with_errors_is_not_kept(tmp_path: Path) -> None:
    """Only prints are kept; an error is found anew each time, at its place of the day."""
    print_deck(made_deck(made_card("long", "seven " * 90)), cache=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_warning_moves_with_its_line(tmp_path: Path) -> None:
    """A kept print knows which key a warning is about, not the line: that is looked up in the deck as it is now."""

    def deck(line: int) -> Deck:
        return made_deck(made_card("full", "seven " * 25, line=line, follow_up=("seven " * 40,)))

    assert print_deck(deck(3), cache=tmp_path).problems[0].place.line == 3
    assert print_deck(deck(99), cache=tmp_path).problems[0].place.line == 99
