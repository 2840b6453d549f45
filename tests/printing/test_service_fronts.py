"""Fronts of the service cards: set with a typewriter, whose wide letters make small decks large."""

from __future__ import annotations

from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from generator.printing.backs import label_of
from generator.printing.desk import Front, span
from generator.printing.index import index_fronts
from generator.printing.service import ServiceCard, service_cards
from generator.printing.service_fronts import blank_front, reading_fronts, signal_front, title_fronts
from tests.printing.making import made_card, made_deck, typewriter_desk

DESK = typewriter_desk()
WIDE = "x" * 90


def card(title: str = "Title", *text: str, small: tuple[tuple[str, ...], ...] = ()) -> ServiceCard:
    """Return a service card."""
    return ServiceCard("key", title, text or ("A line.",), small)


def lowest(front: Front) -> float:
    """Return the lowest baseline on a card, in mm."""
    return max(block.y + span([block], 0) for block in front.blocks)


def test_cards_to_read_share_the_largest_size_that_fits_all() -> None:
    """A long one makes its neighbours smaller, and none runs over the foot."""
    short, long = card("Short", "A line."), card("Long", *["Some words that go on for a while."] * 7)
    alone = reading_fronts([short], DESK)[0][0]
    together = [front for front, _ in reading_fronts([short, long], DESK)]
    assert together[0].blocks[0].size == together[1].blocks[0].size < alone.blocks[0].size
    assert lowest(together[1]) <= DESK.foot


def test_a_signal_is_a_large_word() -> None:
    """It is read from across the table: 40 pt, smaller only when the word is long."""
    short, long = signal_front(card("Stop"), DESK)[0].title, signal_front(card("Langsamer"), DESK)[0].title
    assert short
    assert long
    assert short.size == 40
    assert 20 <= long.size < 40


def test_the_index_would_rather_lose_its_line_than_take_two_cards() -> None:
    """What stands under the title is a help; the ids are what the card is for."""
    (front,), wrong = index_fronts(card("Title", WIDE), DESK)
    assert wrong == ()
    assert WIDE not in [line for block in front.blocks for line in block.lines]


def test_what_does_not_fit_a_service_card_is_said_and_not_cut() -> None:
    """Each part of each kind of card: too wide a word, too many lines."""
    many = ["Some words that go on and on for a while."] * 30
    refused = [
        reading_fronts([card(WIDE)], DESK)[0],
        reading_fronts([card("Title", WIDE)], DESK)[0],
        reading_fronts([card("Title", " ".join(many))], DESK)[0],
        signal_front(card(WIDE), DESK),
        signal_front(card("Stop", WIDE), DESK),
        signal_front(card("Stop", *many), DESK),
        blank_front(card(WIDE), DESK),
        index_fronts(card(WIDE), DESK),
    ]
    for _, (misfit,) in refused:
        assert misfit.key == ""
        assert "does not fit" in misfit.message
        assert misfit.hint


def test_what_is_too_long_to_read_on_one_card_goes_on_on_another() -> None:
    """Whole paragraphs at the least size, shares as even as can be, and each card says which it is."""
    many = [f"Paragraph {number} goes on and on for a while." for number in range(14)]
    made = reading_fronts([card("Rules", *many), card("Short")], DESK)
    assert all(wrong == () for _, wrong in made)
    fronts = [front for front, _ in made]
    assert [front.title.lines for front in fronts if front.title] == [("Rules 1/2",), ("Rules 2/2",), ("Short",)]
    assert [len(front.blocks) for front in fronts] == [7, 7, 1]
    assert [" ".join(block.lines) for front in fronts[:2] for block in front.blocks] == many
    assert {block.size for front in fronts for block in front.blocks} == {9}
    assert max(map(lowest, fronts)) <= DESK.foot


def test_a_title_card_too_full_has_its_small_print_on_a_card_of_its_own() -> None:
    """What the deck is about stays whole, and so does whose it is."""
    about = "Some words that go on for a while. " * 5
    small = (("By somebody", "2026"), ("A position. " * 8,))
    first, second = (front for front, _ in title_fronts(card("Title", about, small=small), DESK))
    assert " ".join(first.blocks[0].lines) == about.strip()
    assert second.title
    assert second.title.lines == ("Title 2/2",)
    assert [" ".join(block.lines) for block in second.blocks] == ["By somebody", "2026", ("A position. " * 8).strip()]


def test_the_title_card_names_the_key_that_is_too_long() -> None:
    """Title, about and authors are the author's to shorten."""
    small = (("By somebody",), ("A position.",))
    wrong = {
        "title": card(WIDE, small=small),
        "about": card("Title", "Some words that go on for a while. " * 40, small=small),
        "authors": card("Title", small=((WIDE,),)),
    }
    for key, made in wrong.items():
        ((_, misfits),) = title_fronts(made, DESK)
        assert misfits[0].key == key


def test_the_title_card_has_its_small_print_at_the_foot() -> None:
    """Its last baseline is the card's lowest."""
    ((front, wrong),) = title_fronts(card("Title", small=(("By somebody", "2026"), ("A position.",))), DESK)
    assert wrong == ()
    assert [block.lines for block in front.blocks] == [("A line.",), ("By somebody", "2026"), ("A position.",)]
    assert abs(lowest(front) - DESK.foot) < 1e-6


def test_a_blank_card_has_lines_to_write_on_under_its_words() -> None:
    """As many as there is room for, the last at the foot."""
    front, wrong = blank_front(card("Your own"), DESK)
    assert wrong == ()
    assert len(front.rules) > 4
    assert front.rules[-1] == DESK.foot
    assert front.rules[0] > lowest(front)


def index(ids_by_depth: dict[int, list[str]]) -> tuple[Front, ...]:
    """Return the index of a deck with these cards."""
    cards = [made_card(card_id, "Text?", depth=depth) for depth, ids in ids_by_depth.items() for card_id in ids]
    fronts, wrong = index_fronts(service_cards(made_deck(*cards))[7], DESK)
    assert wrong == ()
    return fronts


def named(fronts: tuple[Front, ...]) -> list[str]:
    """Return the ids that an index names, those that were parted at a hyphen put together."""
    lines = [line for front in fronts for block in front.blocks for line in block.lines if not line.startswith("One ")]
    return "\n".join(lines).replace("-\n", "-").split("\n")


@example([[*range(18)], [*range(18)]])  # a hair too many for one card
@given(st.lists(st.lists(st.integers(0, 9999), unique=True, max_size=30), min_size=1, max_size=4))
def test_the_index_names_every_card_once_and_nothing_runs_over(numbers: list[list[int]]) -> None:
    """For any deck: every id, no id twice, never under 7.5 pt, inside the card, on as few cards as that takes."""
    ids = {depth: [f"id-{depth}-{number}" for number in found] for depth, found in enumerate(numbers, 1) if found}
    fronts = index(ids)
    wanted = sorted(card_id for found in ids.values() for card_id in found)
    assert sorted(filter(None, named(fronts))) == wanted
    for front in fronts:
        assert lowest(front) <= DESK.foot + 1e-6
        assert all(block.size >= 7.5 for block in front.blocks)
        assert all(DESK.left <= block.x < DESK.left + DESK.width for block in front.blocks)


def test_thirty_six_ids_of_four_depths_fit_one_card_in_columns() -> None:
    """The usual deck needs one index card."""
    fronts = index({depth: [f"word-{depth}-{number}" for number in range(9)] for depth in (1, 2, 3, 4)})
    (front,) = fronts
    assert front.title
    assert front.title.lines == ("All 36 cards",)
    assert len({block.x for block in front.blocks[1:]}) in (2, 3)
    assert [block.depth for block in front.blocks if block.depth] == [1, 2, 3, 4]


def test_a_head_says_how_many_cards_its_depth_has_and_is_never_left_alone() -> None:
    """Sort a deck by its strokes and count: the pile that is one short tells where to look."""
    for first, second in product(range(14, 22), range(2, 9)):
        fronts = index({1: [f"a-{n}" for n in range(first)], 2: [f"b-{n}" for n in range(second)]})
        headed = [block for front in fronts for block in front.blocks if block.depth]
        assert [block.label for block in headed] == [f"Sip, {first}", f"Share, {second}"]
        assert all(len(block.lines) >= 2 for block in headed)


def test_a_large_deck_has_its_index_on_several_cards_that_say_so() -> None:
    """120 cards do not fit one: the list goes on, numbered, in the place of blanks."""
    fronts = index({1: [f"word-{number}" for number in range(120)]})
    titles = [front.title.lines[-1] for front in fronts if front.title]
    assert len(titles) == len(fronts) > 1
    assert titles == [f"All 120 cards {number}/{len(fronts)}" for number in range(1, len(fronts) + 1)]
    assert len(set(named(fronts))) == 120


def test_long_ids_are_parted_or_given_the_whole_width_and_at_last_refused() -> None:
    """Hyphens are places to part; without one the columns become one; wider than the card is an error."""
    assert len(index({1: ["what-a-very-long-id-this-is"]})[0].blocks[1].lines) > 1
    assert index({1: ["donaudampfschifffahrt"]})[0].blocks[1].lines == ("donaudampfschifffahrt",)
    deck = made_deck(made_card("x" * 40, "Text?"))
    fronts, (misfit,) = index_fronts(service_cards(deck)[7], DESK)
    assert fronts[0].blocks == ()
    assert "mm wide" in misfit.message


def test_a_label_takes_two_lines_or_a_smaller_size_before_it_refuses() -> None:
    """The deck's name stands on every back whole."""
    one, two = (label_of(made_deck(title=title), DESK, 1) for title in ("Short Name", "A Rather Longer Name Here"))
    assert not isinstance(one, str)
    assert not isinstance(two, str)
    assert len(one.name.lines) == 1
    assert len(two.name.lines) == 2
    assert isinstance(label_of(made_deck(title=WIDE), DESK, 1), str)


def test_only_tender_has_a_frame_and_service_cards_have_no_depth() -> None:
    """A Tender back cannot be mistaken, in grey either; a service card's back says no depth."""
    labels = [label_of(made_deck(), DESK, depth) for depth in range(5)]
    found = [label for label in labels if not isinstance(label, str)]
    assert [label.framed for label in found] == [False, False, False, False, True]
    assert [label.depth_name for label in found] == ["", "Sip", "Share", "Open", "Tender"]
