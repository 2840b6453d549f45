"""Parting: long words are parted by their language's patterns, and only where there is need."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.look.tokens import look
from generator.printing.breaking import joined
from generator.printing.composing import drawn
from generator.printing.desk import Desk
from generator.printing.fitting import misfits
from generator.printing.ink import card_picture, measured
from generator.printing.job import Job
from generator.printing.lines import Room, excess, fitted, sizes
from generator.printing.parting import in_parts, parts_of, set_whole_or_in_parts
from generator.printing.prints import print_deck
from generator.printing.runs import Font
from generator.printing.ticket import Ticket
from tests.printing.making import Typewriter, made_card, made_deck
from tests.printing.reading import spans, structure

COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitän"
HYPHEN = "\2"  # what PDFium gives for a hyphen at the end of a line
PARTS = ("Donau", "dampf", "schiff", "fahrts", "ge", "sell", "schafts", "ka", "pi", "tän")


def parting_font(*words: str, lang: str = "de") -> Font:
    """Return a typewriter that knows the parts of some words."""
    return Font(Typewriter(), 0.5, 0.5, 0.7, {word: parts_of(word, lang) for word in words})


def room(width: float, *tried: float, parting: bool = True) -> Room:
    """Return room as wide as that (mm), and high enough for anything."""
    return Room(width, 1000, 0.8, tried or sizes(17, 10, 0.5), even=12, parting=parting)


def test_a_long_word_is_parted_by_the_patterns_of_its_language() -> None:
    """Marks around it stay with its ends; a variety of a language has that language's patterns."""
    assert parts_of(f"„{COMPOUND}?“", "de-AT") == (f"„{PARTS[0]}", *PARTS[1:-1], "tän?“")
    assert parts_of("disagreement,", "en-NZ") == ("dis", "agree", "ment,")
    assert parts_of("непосредственность", "ru") == ("непо", "сред", "ствен", "ность")


@pytest.mark.parametrize(("word", "lang"), [(COMPOUND, "zxx"), ("kettles", "en"), ("12345678901234", "en"), ("", "en")])
def test_some_words_stay_whole(word: str, lang: str) -> None:
    """In a language without patterns, when it is short, and what is no word."""
    assert parts_of(word, lang) == (word,)


def test_a_word_that_would_change_its_letters_is_not_parted_there() -> None:
    """Hungarian 'asszonnyal' becomes 'asszony-nyal': nobody could undo that, so it stays whole there."""
    assert "".join(parts_of("asszonnyal", "hu")) == "asszonnyal"
    assert "asszon" not in parts_of("asszonnyal", "hu")


def test_only_what_can_be_parted_is_measured_again() -> None:
    """All that a line may begin or end with, and a hyphen; nothing when no word has parts."""
    more, parts = in_parts({"text": ["disagreement", "now"], "plain": ["now"]}, "en")
    assert more == {"text": ["-", "agreement", "dis", "disagree", "disagreement", "ment", "now"], "plain": ["now"]}
    assert parts == {"text": {"disagreement": ("dis", "agree", "ment")}, "plain": {}}
    assert in_parts({"text": ["now"]}, "en") == ({}, {})


def test_no_word_is_parted_where_the_text_fits_whole_at_a_comfortable_size() -> None:
    """Smaller first, as long as it is comfortable; then in parts, as large as that allows."""
    font = parting_font(COMPOUND)
    at_12 = len(COMPOUND) / 2 * 12 * 25.4 / 72
    whole = fitted(COMPOUND, font, room(at_12 + 0.01))
    assert whole
    assert (whole.size, whole.lines) == (12, (COMPOUND,))
    parted = fitted(COMPOUND, font, room(at_12 - 0.01))
    assert parted
    assert parted.size > 12
    assert len(parted.lines) > 1
    assert joined(parted.lines) == COMPOUND


def test_a_word_that_has_room_is_parted_only_when_nothing_else_fits() -> None:
    """In so little height every line has to be full; with one line more the words stay whole."""
    text = "an disagreement an disagreement an disagreement"
    font = parting_font("disagreement", lang="en")
    em = 10 * 25.4 / 72
    low = Room(8 * em, (0.7 + 2 * 1.3) * em, 0.8, (10,))
    high = Room(8 * em, (0.7 + 3 * 1.3) * em, 0.8, (10,))
    whole = fitted(text, font, high)
    assert whole is None or "\u00ad" not in "".join(whole.lines)
    parted = fitted(text, font, low) or fitted(text, font, high)
    assert parted
    assert joined(parted.lines) == text


def test_where_parting_is_not_allowed_a_word_stays_whole() -> None:
    """An id is a name: parted with a hyphen it would be another one."""
    font = parting_font(COMPOUND)
    narrow = room(20, 10, parting=False)
    assert fitted(COMPOUND, font, narrow) is None
    assert excess(COMPOUND, font, narrow).startswith(f"'{COMPOUND}' is")
    assert excess(COMPOUND, font, room(5, 10)).startswith("'schafts' is")


def test_a_compound_is_printed_in_parts_with_a_hyphen_that_is_not_read() -> None:
    """In the PDF: the hyphens stand at the ends of lines, and whoever has it read out hears one word."""
    text = f"Wer war der {COMPOUND}?"
    deck = made_deck(made_card("kap", text, follow_up=(f"Und wo ist der {COMPOUND} jetzt?",)), lang="de")
    made = print_deck(deck)
    assert made.pdf
    assert made.problems == misfits([deck]) == ()
    read = [element.text for element in structure(made.pdf)]
    assert text in read
    found = [span for span in spans(made.pdf) if span.page == 0]
    large = [span for span in found if span.size > 12 and span.top < 70 and span.right < 73.3]
    hyphens = [(before, span) for before, span in pairwise(large) if span.text == HYPHEN]
    assert hyphens
    for before, hyphen in hyphens:
        assert 0 <= hyphen.left - before.right < 1
        assert hyphen.right <= 9.75 + 63.5 - 6


def test_a_preview_parts_what_the_print_parts() -> None:
    """The picture of one card is set like its print."""
    deck = made_deck(made_card("kap", COMPOUND * 2), lang="de")
    assert card_picture(deck, deck.cards[0]).startswith(b"\x89PNG")


def test_long_words_that_fit_leave_all_as_it_was() -> None:
    """Patterns are not even looked for: the fonts are measured once."""
    job = Job(made_deck(made_card("one", "Which disagreement was good?")), Ticket())
    asked = []

    def measure(*args: object) -> object:
        asked.append(args)
        return measured(*args)  # type: ignore[arg-type]

    made, found = set_whole_or_in_parts(measure, job, lambda fonts: drawn(job, Desk(job.card, look(), fonts, "en")))  # type: ignore[arg-type]
    assert len(asked) == 1
    assert (len(made), found) == (1, [])
