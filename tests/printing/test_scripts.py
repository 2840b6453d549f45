"""Scripts: decks in Hebrew, Arabic, Japanese, Hindi and with emoji are printed with fonts their authors bring."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.library.load import load_library
from generator.library.words import direction
from generator.printing.fitting import misfit_printables, misfits
from generator.printing.ink import card_picture
from generator.printing.prints import print_deck, print_printable
from tests.printing.making import made_card, made_deck
from tests.printing.reading import MM, Span, spans, squeezed, structure
from tests.printing.scripts import ARABIC, EMOJI, HEBREW, HINDI, JAPANESE, SCRIPTS, Script

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.library.model import Deck

LEFT, TOP, WIDTH, HEIGHT = 9.75, 15.15, 63.5, 88.9


def deck_of(script: Script) -> Deck:
    cards = (
        made_card(f"card-{number}", text, depth=number, follow_up=(more,))
        for number, (text, more) in enumerate(script.prompts, 1)
    )
    return made_deck(*cards, title=script.title, about=script.about, lang=script.lang)


@pytest.fixture(scope="module")
def pdfs() -> Mapping[str, bytes]:
    """A small deck in each script, printed."""
    made = {script.font: print_deck(deck_of(script), fonts=script.fonts) for script in SCRIPTS}
    assert {font: printed.problems for font, printed in made.items() if printed.problems} == {}
    return {font: printed.pdf for font, printed in made.items() if printed.pdf}


def first_card(pdf: bytes) -> list[Span]:
    """Return what stands on the first card's front."""
    found = (span for span in spans(pdf) if span.page == 0 and span.text.strip(", "))
    return [span for span in found if LEFT < span.left < LEFT + WIDTH and TOP < span.top < TOP + HEIGHT]


def named(found: list[Span], text: str) -> Span:
    """Return the one with these letters: PDFium turns the words of a page round when most of it reads leftwards."""
    return next(span for span in found if sorted(letters(span.text)) == sorted(letters(text)))


def letters(text: str) -> str:
    """Return the letters of a text as they are told apart: composed, without spaces, stops and marks of direction."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char)[0] in "LMNS")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.font)
def test_every_word_is_in_the_text_of_the_pdf(script: Script, pdfs: Mapping[str, bytes]) -> None:
    """Whoever searches it, or copies from it, finds every word of each prompt and each follow-up."""
    with pypdfium2.PdfDocument(pdfs[script.font]) as document:
        text = letters(" ".join(page.get_textpage().get_text_range() for page in document))
    for word in (word for prompt in script.prompts for part in prompt for word in re.split(r"[\s\d:-]+", part)):
        assert letters(word) in text, word


def test_text_without_spaces_gets_none(pdfs: Mapping[str, bytes]) -> None:
    """Japanese is read without a gap where a line ends."""
    read = [squeezed(element.text) for element in structure(pdfs[JAPANESE.font])]
    assert JAPANESE.prompts[1][0] in read


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.font)
def test_all_of_it_stays_inside_the_safe_area(script: Script, pdfs: Mapping[str, bytes]) -> None:
    """5 mm from every edge of the card, also what rises high or hangs low."""
    found = [span for span in spans(pdfs[script.font]) if span.page == 0 and span.text.strip(" ,\u200f")]
    on_cards = [span for span in found if TOP < span.top < TOP + 3 * HEIGHT]
    assert len(on_cards) > 20
    for span in on_cards:
        column, row = int((span.left - LEFT) // WIDTH), int((span.top - TOP) // HEIGHT)
        assert span.left - LEFT - column * WIDTH >= 5, span
        assert LEFT + (column + 1) * WIDTH - span.right >= 5, span
        assert span.top - TOP - row * HEIGHT >= 5, span
        assert TOP + (row + 1) * HEIGHT - span.bottom >= 4.2, span


@pytest.mark.parametrize("script", [HEBREW, ARABIC], ids=lambda script: script.font)
def test_a_card_read_from_right_to_left_begins_at_the_right(script: Script, pdfs: Mapping[str, bytes]) -> None:
    """Prompt and follow-up end 7 mm from the right edge, the depth stands at the right of the foot and the id left."""
    assert direction(script.lang) == "rtl"
    found = first_card(pdfs[script.font])
    edge = LEFT + WIDTH - 7
    prompt = [span for span in found if span.size > 12]
    assert max(span.right for span in prompt) == pytest.approx(edge, abs=0.6)
    label, depth, kind, name = (named(found, text) for text in ("Ask more", "Sip", "Question", "card-1"))
    assert label.right == pytest.approx(edge, abs=0.6)
    assert depth.left > kind.right > name.right
    assert name.left == pytest.approx(LEFT + 6, abs=0.6)
    assert kind.left > name.right + 1


@pytest.mark.parametrize("script", [HINDI, JAPANESE, EMOJI], ids=lambda script: script.font)
def test_other_cards_begin_at_the_left(script: Script, pdfs: Mapping[str, bytes]) -> None:
    """As in English."""
    assert min(span.left for span in first_card(pdfs[script.font])) == pytest.approx(LEFT + 7, abs=1.6)


def test_latin_lines_on_a_card_read_from_right_to_left_end_with_their_stops(pdfs: Mapping[str, bytes]) -> None:
    """Kindling has no Hebrew words of its own yet: its English sentences stand at the right, stops at their ends."""
    line = named([span for span in spans(pdfs[HEBREW.font]) if span.page == 0], "goes first, or hands it over.")
    assert line.right == pytest.approx(LEFT + 3 * WIDTH - 7, abs=0.6)
    with pypdfium2.PdfDocument(pdfs[HEBREW.font]) as document:
        page = document[0]
        height, words = page.get_height(), page.get_textpage()
        box = (line.left / MM - 1, height - line.bottom / MM - 2, line.right / MM + 1, height - line.top / MM + 2)
        found = [
            (words.get_charbox(index)[0], words.get_text_range(index, 1))
            for index in range(words.count_chars())
            if box[0] < words.get_charbox(index)[0] < box[2] and box[1] < words.get_charbox(index)[1] < box[3]
        ]
    assert "".join(char for _, char in sorted(found) if not char.isspace()) == "goesfirst,orhandsitover."


def test_labels_on_backs_are_mirrored_too(pdfs: Mapping[str, bytes]) -> None:
    """The imprint at the right, the depth at the left."""
    back = [span for span in spans(pdfs[HEBREW.font]) if span.page == 1 and span.top < TOP + HEIGHT]
    depth = named(back, "Sip")
    imprints = [span for span in back if letters(span.text) == "Kindling"]
    assert any(0 < span.left - depth.right < 40 for span in imprints)


def test_a_preview_is_set_with_the_same_fonts() -> None:
    """The workbench shows one card of such a deck."""
    deck = deck_of(HEBREW)
    assert card_picture(deck, deck.cards[0], fonts=HEBREW.fonts).startswith(b"\x89PNG")


def test_check_knows_the_fonts_too() -> None:
    """All decks at once, each with the fonts it needs; without them each is told what it lacks."""
    decks = [deck_of(script) for script in SCRIPTS]
    fonts = tuple(font for script in SCRIPTS for font in script.fonts)
    assert misfits(decks, fonts) == ()
    assert len({problem.message[-20:] for problem in misfits(decks)}) > 20


def test_a_page_beside_the_decks_is_mirrored_and_finds_its_fonts(tmp_path: Path) -> None:
    """Its items begin at the right, before them a stick; a missing font is told."""
    items = "".join(f"      - {text}\n" for text, _ in HEBREW.prompts)
    (tmp_path / "printables.yml").write_text(
        f"page:\n  title: {HEBREW.title}\n  about: {HEBREW.about}\n  lang: he\n  body:\n"
        f"    - text: {HEBREW.about}\n    - items:\n{items}    - text: All in one row, and that is it.\n",
        "utf-8",
    )
    library, problems = load_library(tmp_path, tmp_path)
    (page,) = library.printables or pytest.fail(str(problems))
    assert print_printable(page).pdf is None
    assert misfit_printables([page], HEBREW.fonts) == ()
    made = print_printable(page, fonts=HEBREW.fonts)
    assert made.pdf, made.problems
    found = spans(made.pdf)
    said = next(span for span in found if letters(span.text) == letters("שקט"))
    first = max((span for span in found if abs(span.bottom - said.bottom) < 2), key=lambda span: span.right)
    latin = named(found, "All in one row, and that is it.")
    assert first.right == pytest.approx(210 - 18, abs=0.6)
    assert latin.right == pytest.approx(210 - 18, abs=0.6)
