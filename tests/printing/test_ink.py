"""Ink: same bytes twice, decks of any size, and every refusal at its place."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from generator.library.model import Place, Severity
from generator.printing.ink import TypesettingError, measured, picture, typeset
from generator.printing.job import UNDATED, Job, words_to_measure
from generator.printing.prints import print_deck, printed
from generator.printing.ticket import Ticket
from tests.printing.making import laid_out, made_card, made_deck
from tests.printing.reading import structure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.library.model import Library
    from generator.printing.record import Printed

DAY = date(2026, 11, 22)


def problem_lines(made: Printed) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in made.problems]


def test_the_real_decks_print_without_errors(library: Library) -> None:
    """What there is to say about them are warnings, each at its line in the deck's file."""
    for deck in library.decks:
        made = print_deck(deck)
        assert made.pdf
        assert all(problem.severity is Severity.WARNING for problem in made.problems)
        assert all(problem.place.file.endswith(".yml") and problem.place.line > 1 for problem in made.problems)


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
    assert Job(made_deck(lang="sr-Latn"), Ticket()).language == ("sr", None)


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


def test_a_word_wider_than_the_card_is_refused_in_a_language_without_patterns() -> None:
    """Measured in the real font, in mm; it is parted where its language tells how."""
    text = "Was sagst du zur Rindfleischetikettierungsüberwachungsaufgabenübertragung?"
    made = print_deck(made_deck(made_card("lang", text), lang="zxx"))
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


def test_sheets_that_are_refused_are_a_problem_too() -> None:
    """Its lines can be found, but a PDF that is read out has to have a name."""
    job = Job(made_deck(made_card("one", "What now?")), Ticket())
    data, _ = laid_out(job, measured(words_to_measure(job), job.language))
    (problem,) = printed([job], data | {"title": ""}, (), (), None, "").problems
    assert problem.place == Place("decks/made.yml")
    assert problem.message.startswith("the typesetter refuses: ")


def test_a_drawing_becomes_a_picture_of_the_wished_width() -> None:
    """A PNG for those who take no SVG, with clear ground."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h1v1h-1z"/></svg>'
    with Image.open(io.BytesIO(picture(svg, 64))) as image:
        assert image.size == (64, 32)
        assert image.convert("RGBA").getpixel((60, 16)) == (0, 0, 0, 0)
