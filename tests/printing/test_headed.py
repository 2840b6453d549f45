"""Cards that go on on another: set with a typewriter, on cards that are too small."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.printing.desk import Front, span
from generator.printing.headed import NUMBER, beside_mark, going_on, numbered, to_read
from generator.printing.service import ServiceCard
from generator.printing.service_fronts import reading_fronts, title_fronts
from tests.printing.making import typewriter_desk

MINI, POKER = typewriter_desk("mini"), typewriter_desk()
LINE = "Some words that go on for a while."


def lines(front: Front) -> list[str]:
    """Return the lines of a card under its title."""
    return [line for block in front.blocks for line in block.lines]


def titles(fronts: list[Front]) -> list[str]:
    """Return the titles of some cards, each on one line."""
    return [" ".join(front.title.lines) for front in fronts if front.title]


def lowest(front: Front) -> float:
    """Return the lowest baseline on a card, in mm."""
    return max(block.y + span([block], 0) for block in front.blocks)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=20))
def test_what_goes_on_is_all_there_in_order_on_numbered_cards(lengths: list[int]) -> None:
    """Every paragraph once, none parted, none below the foot, no more cards than filling each to the brim takes."""
    paragraphs = [" ".join(f"{i}-{j}" for j in range(length)) for i, length in enumerate(lengths)]
    fronts = going_on("Rules", paragraphs, MINI, 9)
    assert not isinstance(fronts, str)
    read = [" ".join(block.lines) for front in fronts for block in front.blocks]
    assert [text.replace("-\u2060 ", "-") for text in read] == paragraphs
    assert all(lowest(front) <= MINI.foot + 1e-6 for front in fronts)
    count = len(fronts)
    assert titles(fronts) == (["Rules"] if count == 1 else [f"Rules {n}/{count}" for n in range(1, count + 1)])
    if count > 1:
        assert isinstance(to_read("Rules", paragraphs, MINI, 9), str)


def test_piles_are_about_even() -> None:
    """Seven equal lines on two cards are four and three, not six and one."""
    fronts = going_on("Rules", ["Word"] * 9, MINI, 9)
    assert not isinstance(fronts, str)
    assert [len(front.blocks) for front in fronts] == [5, 4]


def test_ten_cards_have_room_for_their_numbers() -> None:
    """A title is fitted for longer numbers as soon as there are some."""
    fronts = going_on("Rules", [LINE] * 60, MINI, 9)
    assert not isinstance(fronts, str)
    assert len(fronts) > 9
    assert titles(fronts) == [f"Rules {n}/{len(fronts)}" for n in range(1, len(fronts) + 1)]


def test_a_paragraph_larger_than_a_card_is_refused() -> None:
    """By how much, in mm; and a word or a title wider than the card by its own measure."""
    assert "too long" in str(going_on("Rules", [(LINE + " ") * 9], MINI, 9))
    assert "mm wide" in str(going_on("Rules", ["x" * 60], MINI, 9))
    assert "mm wide" in str(going_on("x" * 60, [LINE], MINI, 9))


def test_a_long_title_takes_more_lines_on_a_narrow_card() -> None:
    """Three at the least size, where two of a larger do not hold it."""
    title = beside_mark("When to leave the deck in the drawer", MINI)
    assert not isinstance(title, str)
    assert (title.size, len(title.lines)) == (9, 3)


def test_a_number_is_put_where_its_room_was_kept() -> None:
    """Also where it came to stand on a line of its own; a single card has none."""
    title = beside_mark(f"Beforehandedly {NUMBER}", MINI)
    assert not isinstance(title, str)
    assert title.lines == ("Beforehandedly", NUMBER)
    assert numbered(title, NUMBER, 2, 3).lines[-1] == "2/3"
    assert " ".join(numbered(title, NUMBER, 1, 1).lines).strip() == "Beforehandedly"


def test_cards_to_read_go_on_at_nine_points_before_any_is_set_smaller() -> None:
    """A short one stays one card; the long one takes more; under 9 points only where a paragraph needs it."""
    short, long = ServiceCard("a", "Abc", ("Word.",)), ServiceCard("b", "Def", (LINE,) * 9)
    found = reading_fronts([short, long], MINI)
    assert not any(wrong for _, wrong in found)
    fronts = [front for front, _ in found]
    assert titles(fronts) == ["Abc", *(f"Def {n}/{len(fronts) - 1}" for n in range(1, len(fronts)))]
    assert {block.size for front in fronts for block in front.blocks} == {9}
    tight = reading_fronts([ServiceCard("b", "Def", ((LINE + " ") * 7,))], MINI)
    assert not any(wrong for _, wrong in tight)
    assert all(7 <= block.size < 9 for front, _ in tight for block in front.blocks)


def test_small_print_that_crowds_the_title_card_has_a_card_of_its_own() -> None:
    """The title and what the deck is about stay together; whose it is follows, numbered after it."""
    card = ServiceCard("title_card", "Abc", ("A line.",), (("By somebody", "2026"), ((LINE + " ") * 4,)))
    whole, several = title_fronts(card, POKER), title_fronts(card, MINI)
    assert len(whole) == 1
    assert not any(wrong for _, wrong in (*whole, *several))
    assert titles([front for front, _ in several]) == ["Abc", "Abc 2/2"]
    assert lines(several[0][0]) == ["A line."]
    assert lines(several[1][0])[:2] == ["By somebody", "2026"]


def test_a_title_card_is_refused_by_the_key_that_is_too_long() -> None:
    """What no second card helps is said once, at its key."""
    small = (("By somebody",),)
    wrong = {
        "title": ServiceCard("title_card", "x" * 60, ("A line.",), small),
        "about": ServiceCard("title_card", "Abc", ((LINE + " ") * 20,), small),
        "authors": ServiceCard("title_card", "Abc", ("A line.",), (("x" * 60,),)),
    }
    for key, card in wrong.items():
        ((_, (misfit,)),) = title_fronts(card, MINI)
        assert misfit.key == key
