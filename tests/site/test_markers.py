"""Markers in hand-written pages."""

import re

import pytest

from generator.library.model import Reach
from generator.library.words import words
from generator.look.typography import typographic
from generator.outputs import plans
from generator.printing.catalogue import catalogue
from generator.site.markers import NAMES, Print, facts, filled
from tests.decks import a_card, a_deck, a_library, a_printable, a_reference, a_resource, an_essay

PRINTS = [
    Print("porch", "A4", "print/porch-a4.pdf", 2, size=104_400, fronts=2.6, backs=34.2),
    Print("porch", "A4", "print/porch-a4-low-ink.pdf", 2, "low-ink", size=84_000, fronts=2.6, backs=2.1),
    Print("porch", "US Letter", "print/porch-letter.pdf", 2, size=110_000),
    Print("doormat", "A4", "print/doormat-a4.pdf", 1, size=9_000),
]


def fill(marker: str, **values: str) -> str:
    library = a_library(
        essays=(an_essay(),),
        references=(a_reference(doi="10.1/x", container="Doors", volume="2", pages="3"),),
        printables=(a_printable(title='Mats & "shoes"'),),
        resources=(a_resource(), a_resource(name="Attic <Light>", kind=Reach.LINE)),
    )
    text, problems = filled(
        f"<!-- kindling: {marker} -->", library, "", PRINTS, plans=plans(), sizes=catalogue(), **values
    )
    assert problems == []
    return text


def test_the_six_consent_lines_stand_word_for_word() -> None:
    """The lines people agree on are the same everywhere, and there are six of them."""
    lines = words()["consent"]
    assert len(lines) == 6
    assert all(f"<li>{typographic(line)}</li>" in fill("consent") for line in lines)


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("card porch/spare-key", "Who has a spare key to your place?"),
        ("shelf", 'href="decks/porch/"'),
        ("essays", 'href="essays/doors/"'),
        ("depths", "Tender"),
        ("prints", 'href="print/porch-a4.pdf"'),
        ("prints", "<small>2 sheets, PDF, 104 KB, ink: fronts 3 %, backs 34 %</small>"),
        ("prints", '<input type="radio" name="edition" value="low-ink" checked>'),
        ("sheets", "US Letter: 8 cards a sheet."),
        ("cuts", "A4: cuts 1\u20134 first, then 5\u20138"),
        ("flip", "Long edge: choose this"),
        ("printables", 'href="print/doormat-a4.pdf"'),
        ("printables", "For wet shoes."),
        ("printables", "Mats &amp; “shoes”"),
        ("references", 'id="lee2001"'),
        ("resources", '<a href="https://porch.example.org" rel="noreferrer">Porch Light</a><p>People who listen.</p>'),
        ("resources", 'For two countries. <time datetime="2026-11-22">Checked on 2026-11-22.</time>'),
        ("resources", "Attic &lt;Light&gt;"),
        ("rules", "What is your biggest regret?"),
        ("keys deck", "<code>license: CC-BY-4.0</code>"),
        ("keys card", "a number from 1 to 4"),
        ("kinds", "The beginning of a sentence, to be finished aloud."),
        ("hues", "<code>ochre</code>, "),
        ("lays", "<code>pairs</code>"),
        ("sizes", "<code>avery-l7414</code></th><td>Avery L7414</td><td>90 \u00d7 52 mm</td><td>10, A4</td>"),
        ("sizes", "<code>tarot-us</code></th><td>US tarot</td><td>69.85 \u00d7 120.65 mm</td><td>4</td><td>4</td>"),
        ("sizes", "<code>a5</code></th><td>A5</td><td>148 \u00d7 210 mm</td><td>4</td>"),
        ("starter", "title: My Deck"),
    ],
)
def test_every_marker_fills_in_what_it_names(marker: str, expected: str) -> None:
    """A page's author writes one line and gets the real thing."""
    assert expected in fill(marker)


def test_low_ink_is_offered_first() -> None:
    """Full backs cost a home printer a lot, so the edition without them comes first wherever there is one."""
    links = re.findall(r'href="print/(porch-a4.*?)\.pdf"', fill("prints"))
    assert links == ["porch-a4-low-ink", "porch-a4"]


def test_with_one_edition_nobody_is_asked_for_it() -> None:
    """A choice of one is none; a file that nobody made is not offered."""
    text, _ = filled("<!-- kindling: prints -->", a_library(), "", [PRINTS[0]])
    assert 'name="edition"' not in text
    assert "Porch, A4</span>" in text
    assert "Letter" not in text


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (Print("porch", "A4", "x.pdf", 1, size=1), "1 sheet, PDF, 1 KB"),
        (Print("porch", "A4", "x.pdf", 6, size=104_600), "6 sheets, PDF, 105 KB"),
        (
            Print("porch", "A4", "x.pdf", 2, size=9000, fronts=2.5, backs=0.4),
            "2 sheets, PDF, 9 KB, ink: fronts 2 %, backs 0 %",
        ),
        (Print("porch", "A4", "x.pdf", 2, left_out=1), "2 sheets, PDF, 1 KB, 1 note left out, for want of room"),
        (
            Print("porch", "A4", "x.pdf", 1, size=1, left_out=3),
            "1 sheet, PDF, 1 KB, 3 notes left out, for want of room",
        ),
    ],
)
def test_facts_of_a_file_are_told_before_it_is_taken(item: Print, told: str) -> None:
    """How many sheets to put in, how large a download, how much ink where that was measured, what it lacks."""
    assert facts(item, words()) == told


def test_equal_numbers_lie_back_to_back_in_the_picture() -> None:
    """The picture of a sheet mirrors it as paper does: A4 left and right, Letter on its side top and bottom."""
    a4, letter = fill("sheets").split("</figure>")[:2]
    rows = [re.findall(r"<text [^>]*>(\d)</text>", side) for side in a4.split("</svg>")[:2]]
    assert rows[0] == rows[1] == list("123456789")
    xs = [re.findall(r'<text x="([\d.]+)"', side)[:3] for side in a4.split("</svg>")[:2]]
    assert xs[0] == xs[1][::-1]
    assert "rotate(180" not in a4
    assert letter.count("rotate(180") == 8


def test_a_single_line_is_hidden_until_a_script_has_seen_its_age() -> None:
    """Without a script nobody could tell that a number is dead; a directory is there from the start."""
    directory, line = re.findall(r"<li ([^>]*)>", fill("resources"))
    assert (directory, line) == ('data-checked="2026-11-22"', 'data-checked="2026-11-22" hidden')


def test_a_card_that_could_hurt_can_be_reported() -> None:
    """With a repository there is a link, without one there are words."""
    assert 'href="https://example.org/k/issues/new?template=this-card-could-hurt.yml"' in fill(
        "report", repository="https://example.org/k"
    )
    assert "Tell whoever runs this site" in fill("report")


@pytest.mark.parametrize(
    ("marker", "message"),
    [
        ("nonsense", "unknown marker 'nonsense'"),
        ("card porch/lost", "there is no card 'porch/lost'"),
        ("keys house", "there are keys of a deck and of a card, but not of 'house'"),
    ],
)
def test_a_marker_that_means_nothing_is_a_problem(marker: str, message: str) -> None:
    """A slip in a page is told with its line, and what could have been meant."""
    text, problems = filled(f"One.\n\n<!-- kindling: {marker} -->", a_library(), "about/")
    assert text == "One.\n\n"
    assert [(p.message, p.place.line) for p in problems] == [(message, 3)]
    assert all(name in problems[0].hint for name in NAMES)


def test_card_text_in_a_page_is_text() -> None:
    """Markup in a card is shown, not obeyed."""
    library = a_library(a_deck(a_card(text="<img src=x onerror=alert(1)> & you?")))
    text, _ = filled("<!-- kindling: card porch/spare-key -->", library, "")
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; you?" in text
