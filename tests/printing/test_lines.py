"""Lines: how a text is broken, and at what size it fits. Set with a typewriter, so that widths can be counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.printing.breaking import every_word
from generator.printing.lines import PT, Fit, Room, balanced, excess, fitted, greedy, sizes
from generator.printing.runs import run_of
from tests.printing.making import typewriter

WORDS = st.lists(st.text("abcdefgh,.?", min_size=1, max_size=14), min_size=1, max_size=45)
FONT = typewriter()


def broken(text: str, letters: float, small: frozenset[str] = frozenset(), most: int | None = None) -> tuple[str, ...]:
    """Return a text in lines of at most so many letters."""
    return balanced(run_of(text, FONT), letters / 2, small, most).lines


def room(width: float, height: float, *tried: float) -> Room:
    """Return room for a text on a leading of 0.8 em."""
    return Room(width, height, 0.8, tried or sizes(17, 10, 0.5), even=12)


@given(WORDS, st.integers(8, 60))
def test_no_word_is_lost_doubled_or_moved(words: list[str], letters: int) -> None:
    """Joined again, the lines are the text."""
    assert " ".join(broken(" ".join(words), letters)).split() == words


@given(WORDS, st.integers(8, 60))
def test_no_line_is_wider_than_its_room_unless_one_word_is(words: list[str], letters: int) -> None:
    """A line is only too wide when it is a single word, and then `widest` tells."""
    text = " ".join(words)
    made = balanced(run_of(text, FONT), letters / 2)
    assert all(len(line) <= letters or " " not in line for line in made.lines)
    assert made.widest == max(len(line) / 2 for line in made.lines)


@given(WORDS, st.integers(14, 60))
def test_there_are_never_more_lines_than_allowed(words: list[str], letters: int) -> None:
    """Where evenness would take a line more than there is room for, lines are filled instead."""
    run = run_of(" ".join(words), FONT)
    fewest = len(greedy(run, letters / 2))
    assert len(balanced(run, letters / 2, most=fewest).lines) == fewest


def test_evenness_gives_way_where_a_line_more_has_no_room() -> None:
    """The same words stand on four even lines, or on three full ones when there are only three."""
    text = "a bb. a bb. a bbb, cc: cccccc dd a dddd"
    loose = broken(text, 14, frozenset("a"))
    tight = broken(text, 14, frozenset("a"), most=len(greedy(run_of(text, FONT), 7)))
    assert len(tight) <= len(loose)
    assert " ".join(tight) == text


def test_lines_are_as_even_as_they_can_be() -> None:
    """The last line is not left with what happened to remain."""
    assert broken("aaaa bbbb cccc dddd", 15) == ("aaaa bbbb", "cccc dddd")


def test_no_line_ends_on_a_word_that_leans_on_the_next() -> None:
    """An article goes to the next line with its noun."""
    assert broken("put it on the a postcard", 14) == ("put it on the", "a postcard")
    assert broken("you put on a postcards", 12, frozenset({"a"})) == ("you put on", "a postcards")


def test_a_line_turns_where_a_voice_does() -> None:
    """After a stop, or a stop in quotes, a line may end early; a sentence does not begin at the end of a line."""
    stopped = ("This is a good", "place to stop.", "We pick it up", "again soon.")
    assert broken(" ".join(stopped), 17) == stopped
    quoted = ("This is a good", "place for “ah.”", "We pick it up", "again soon.")
    assert broken(" ".join(quoted), 18) == quoted


def test_a_short_last_word_is_not_left_alone() -> None:
    """A prompt does not end on one short word under full lines."""
    assert broken("aaaa bbbbb cccc ddddd eee", 20)[-1] != "eee"


def test_some_signs_never_begin_a_line() -> None:
    """An ellipsis, a dash or a blank to write on stays with the word before it."""
    assert broken("aaaaaaaa bbbbbb …", 15) == ("aaaaaaaa", "bbbbbb\u00a0…")
    assert every_word(["at ____. Then \u2013 now"]) == ["Then\u00a0\u2013", "at\u00a0____.", "now"]


def test_a_word_is_parted_at_its_hyphen_only_in_need() -> None:
    """A hyphened word stays whole where it can, and is parted without a second hyphen where it must be."""
    assert broken("an eight-year-old child", 23) == ("an eight-year-old child",)
    assert broken("eight-year-old", 8) == ("eight-\u2060", "year-old")


def test_a_text_takes_the_largest_size_that_fits() -> None:
    """A short text is large; the same text in less height is smaller; without room it is None."""
    large = fitted("aaaa bbbb cccc", FONT, room(60, 60))
    small = fitted("aaaa bbbb cccc", FONT, room(60, 4.0))
    assert large == Fit(17, ("aaaa bbbb cccc",))
    assert small
    assert small.size < 17
    assert fitted("aaaa bbbb cccc", FONT, room(60, 1)) is None
    assert fitted("aaaa bbbb cccc", FONT, room(6, 60)) is None


@given(WORDS, st.floats(20, 80), st.floats(5, 80))
def test_what_fits_really_fits(words: list[str], width: float, height: float) -> None:
    """At the size that is returned, no line is too wide and the last baseline is not too low."""
    fit = fitted(" ".join(words), FONT, room(width, height))
    if fit:
        em = fit.size * PT
        assert max(map(len, fit.lines)) / 2 * em <= width + 1e-6
        assert (FONT.cap_height + (len(fit.lines) - 1) * 1.3) * em <= height + 1e-4
    else:
        assert excess(" ".join(words), FONT, room(width, height))


def test_a_little_smaller_is_taken_where_lines_fall_better_but_not_below_the_comfortable_size() -> None:
    """Up to 2 pt are given for a better break, never when that goes under 12 pt."""
    text = "aaaaaaa bb ccccccccc dd eeeee"
    given_up = []
    for width in range(90, 260):
        space = room(width / 4, 60)
        fits = (fitted(text, FONT, Room(space.width, 60, 0.8, (size,))) for size in space.sizes)
        largest = next((fit.size for fit in fits if fit), None)
        fit = fitted(text, FONT, space)
        assert (fit is None) == (largest is None)
        if fit and largest:
            assert largest - 2 <= fit.size <= largest
            assert fit.size >= min(12, largest)
            given_up.append(largest - fit.size)
    assert max(given_up) > 0


def test_the_excess_counts_words_or_measures_the_widest_one() -> None:
    """Somebody who has to shorten a text wants to know by how much."""
    em = 10 * PT
    three_lines = (0.7 + 2 * 1.3) * em
    assert excess("aaa bbb ccc ddd", FONT, room(2 * em, three_lines, 10)) == "at 10 pt it is 1 word too long"
    assert excess("aaa bbb ccc ddd eee", FONT, room(2 * em, three_lines, 10)) == "at 10 pt it is 2 words too long"
    assert excess("aaa bbb", FONT, room(2 * em, 0.1, 10)) == "at 10 pt it is 2 words too long"
    wide = excess("aaa bbbbbbbb", FONT, room(2 * em, 60, 10))
    assert wide == "'bbbbbbbb' is 14.1 mm wide at 10 pt, and there is room for 7.1 mm"


def test_the_excess_of_a_text_without_spaces_is_counted_in_characters() -> None:
    """Japanese has no words to count."""
    em = 10 * PT
    assert excess("今日手紙言葉", FONT, room(1 * em, 0.7 * em, 10)) == "at 10 pt it is 4 characters too long"


def test_sizes_go_down_in_steps_to_the_least() -> None:
    """Both ends are tried."""
    assert sizes(17, 10, 0.5)[0] == 17
    assert sizes(17, 10, 0.5)[-1] == 10
    assert len(sizes(17, 10, 0.5)) == 15


@pytest.mark.parametrize("text", ["a", "…", "x-y", "____"])
def test_the_smallest_texts_can_be_set(text: str) -> None:
    """One piece is one line."""
    assert broken(text, 30) == (text,)
