"""The parts authors' mistakes are told with."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.library.decks import CARD_KEYS, DECK_KEYS
from generator.library.essays import ESSAY_KEYS, REFERENCE_KEYS
from generator.library.model import Card, Place, Plan
from generator.library.nodes import CONTROL, EXCERPT, Mapping, Scalar, Sequence, excerpt, named, quoted
from generator.library.reading import close_to, offer, read, read_group, tidy
from generator.library.shapes import ID_LENGTH, Choice, Key, Text, Whole, example, fits_id, id_like, wanted

HERE = Place("porch.yml", 3, 5)
KEYS = [key for keys in (DECK_KEYS, CARD_KEYS, ESSAY_KEYS, REFERENCE_KEYS) for key in keys.items()]


@pytest.mark.parametrize(("name", "key"), KEYS, ids=[name for name, _ in KEYS])
def test_the_example_of_every_key_can_be_typed(name: str, key: Key) -> None:
    """What is offered for a missing key is read without a problem once it is typed."""
    assert key.about
    assert wanted(key.shape)
    if name != "cards":
        typed = yaml.safe_load(f"{name}: {example(key.shape)}")
        reading = read(node_of(typed[name]), key.shape, name)
        assert reading.problems == ()
        assert reading.value is not None


def node_of(value: object) -> Scalar | Sequence | Mapping:
    """Return a plain value as a node."""
    if isinstance(value, dict):
        return Mapping(
            tuple((Scalar("on" if key is True else str(key), HERE), node_of(v)) for key, v in value.items()), HERE
        )
    if isinstance(value, list):
        return Sequence(tuple(node_of(item) for item in value), HERE)
    return Scalar(str(value), HERE)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("txt", "text"), ("Text", "text"), ("follow-up", "follow_up"), ("folowups", "follow_up"), ("colour", "")],
)
def test_the_nearest_key_is_offered_if_any_is_near(word: str, expected: str) -> None:
    """Case, hyphens and slips of the finger are understood; nothing is made up."""
    assert close_to(word, CARD_KEYS) == expected


def test_an_offer_is_short_when_something_is_near() -> None:
    """The nearest word first; without one, all of them."""
    assert offer("tipp", ("prompt", "tip", "swap"), "kind") == "tip   (kind: prompt, tip, swap)"
    assert offer("txet", CARD_KEYS, "keys of a card") == "text   (keys of a card: id, kind, text, depth, …)"
    assert offer("zzz", ("prompt", "tip"), "kind") == "one of prompt, tip"


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not CONTROL.search(text)))
def test_quoted_text_is_yaml_for_that_text(text: str) -> None:
    """Whatever a hint puts in quotes reads back as it was."""
    line = tidy(text)
    assert yaml.safe_load(f"text: {quoted(line)}") == {"text": line}


@given(st.text())
def test_tidy_text_is_one_line_without_double_spaces(text: str) -> None:
    """Tidying changes nothing but white space, and nothing at all the second time."""
    line = tidy(text)
    assert "\n" not in line
    assert "  " not in line
    assert line.split() == text.split()
    assert tidy(line) == line


def test_a_no_break_space_stays() -> None:
    """It was typed on purpose."""
    assert tidy("10\u00a0 mm\n") == "10\u00a0 mm"


@given(st.text())
def test_whatever_is_offered_as_an_id_is_one(text: str) -> None:
    """A hint for an id can always be used."""
    assert fits_id(id_like(text, "spare-key"))


@pytest.mark.parametrize(("text", "fits"), [("a", True), ("a-1", True), ("a--b", False), ("-a", False), ("é", False)])
def test_ids_are_small_letters_numbers_and_single_hyphens(text: str, *, fits: bool) -> None:
    """An id can be typed on every keyboard and said aloud."""
    assert fits_id(text) is fits


def test_an_id_has_at_most_forty_characters() -> None:
    """The limit is where it says it is."""
    assert fits_id("a" * ID_LENGTH)
    assert not fits_id("a" * (ID_LENGTH + 1))


def test_long_words_are_cut_in_messages() -> None:
    """A page of text behind a wrong key does not fill the terminal."""
    assert excerpt("a" * EXCERPT) == "a" * EXCERPT
    assert excerpt("a" * 1000) == "a" * (EXCERPT - 1) + "…"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Scalar("", HERE), "nothing"),
        (Scalar("a", HERE), "text"),
        (Sequence((), HERE), "a list"),
        (Mapping((), HERE), "a group of keys"),
    ],
)
def test_nodes_are_called_what_people_call_them(node: Scalar | Sequence | Mapping, expected: str) -> None:
    """No scalar, sequence or mapping ever reaches an author."""
    assert named(node) == expected


@pytest.mark.parametrize(("text", "value"), [("1", 1), ("60", 60), ("007", 7), ("0", None), ("61", None), ("²", None)])
def test_whole_numbers_are_in_range(text: str, value: int | None) -> None:
    """Both ends belong to the range, and only plain digits are numbers."""
    assert read(Scalar(text, HERE), Whole(1, 60), "minutes").value == value


def test_of_an_incomplete_group_nothing_is_missing() -> None:
    """Where a syntax error hides a part, only that error is told."""
    keys = {"text": Key(Text(), "the text", required=True), "kind": Key(Choice(("tip",)), "the kind")}
    assert [problem.message for problem in read_group(Mapping((), HERE), keys, "a card").problems] == [
        "a card has no 'text'"
    ]
    assert read_group(Mapping((), HERE), keys, "a card", complete=False).problems == ()


def test_what_is_left_out_is_empty_and_stays_empty() -> None:
    """The defaults of frozen values cannot be filled by accident."""
    card = Card("porch", "bell", "Who rings?")
    assert card.lint_ignore == {}
    assert Plan().kinds == {}
    with pytest.raises(TypeError):
        card.lint_ignore["L08"] = "no"  # type: ignore[index]
