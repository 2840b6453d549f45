"""Reading aloud: what a screen reader gets, and that hostile text is only ever text."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf

from generator.library.words import words
from generator.look.face import face
from generator.look.typography import typographic
from generator.printing.prints import print_deck
from tests.printing.making import made_card, made_deck
from tests.printing.reading import cards_of, squeezed, structure

if TYPE_CHECKING:
    from generator.library.model import Library

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
    # A long id may go on in the next line, after one of its hyphens, which poppler then takes for a parted word's.
    ids = [card.id.replace("-", "[-\x02]") for card in deck.cards]
    assert all(re.search(rf"(?<![\w-]){card_id}(?![\w-])", index) for card_id in ids)


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
