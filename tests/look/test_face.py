"""What stands on a card's front."""

from __future__ import annotations

from typing import Any

import pytest

from generator.library.model import DEPTHS, Kind
from generator.look.face import face
from tests.decks import a_card, a_deck


def keys(**values: Any) -> list[str]:  # noqa: ANN401 - any field of a card
    """Return the keys of a card's small print, in the order it stands in."""
    return [note.key for note in face(a_card(**values), a_deck()).notes]


def test_a_plain_question_is_all_there_is() -> None:
    """No lead, nothing above, no small print; depth and kind are words."""
    shown = face(a_card(), a_deck())
    assert (shown.address, shown.id, shown.lang) == ("porch/spare-key", "spare-key", "en")
    assert (shown.lead, shown.over, shown.notes) == ("", None, ())
    assert shown.prompt == "Who has a spare key to your place?"
    assert (shown.depth, shown.depth_name, shown.kind) == (1, "Sip", "Question")


def test_every_text_on_a_card_has_typographic_quotes() -> None:
    """Lead, words to leave out, prompt and small print: straight quotes stay in the file."""
    word = face(a_card(text="'Fine'", kind=Kind.WORD, need='a "yes"'), a_deck())
    assert (word.lead, word.prompt) == ("‘Fine’", "Often needs a “yes”.")  # noqa: RUF001 - the very characters
    swap = face(a_card(text="It's hard.", kind=Kind.SWAP, instead="It's fine.", follow_up=("Isn't it?",)), a_deck())
    assert swap.over
    assert swap.over.lines == ("It’s fine.",)  # noqa: RUF001 - as above
    assert (swap.over.label, swap.over.needed) == ("Instead of", True)
    assert swap.prompt == "It’s hard."  # noqa: RUF001 - as above
    assert swap.notes[0].lines == ("Isn’t it?",)  # noqa: RUF001 - as above


def test_quotes_follow_the_decks_language() -> None:
    """A German deck has German quotes, and says which language it is in."""
    shown = face(a_card(text='Wer sagt "nein"?'), a_deck(lang="de"))
    assert (shown.prompt, shown.lang) == ("Wer sagt „nein“?", "de")


def test_a_word_without_a_need_is_its_own_prompt() -> None:
    """Nothing is left empty while an author is still writing."""
    shown = face(a_card(text="Stretched", kind=Kind.WORD), a_deck())
    assert (shown.lead, shown.prompt) == ("", "Stretched")


@pytest.mark.parametrize("need", ["{a}", "{0}", "100 %s"])
def test_braces_in_a_need_are_text(need: str) -> None:
    """What an author writes is never taken for a placeholder."""
    assert face(a_card(kind=Kind.WORD, need=need), a_deck()).prompt == f"Often needs {need}."


@pytest.mark.parametrize("depth", DEPTHS)
def test_from_open_on_the_listener_comes_before_the_follow_up(depth: int) -> None:
    """Deeper in, the reply matters more than the next question, and may not be left out."""
    shown = face(a_card(depth=depth, follow_up=("Why not?", "Who else?"), listener="Say it back."), a_deck())
    expected = ["listen", "ask_more"] if depth >= 3 else ["ask_more", "listen"]
    assert [note.key for note in shown.notes] == expected
    needed = {note.key: note.needed for note in shown.notes}
    assert needed == {"listen": depth >= 3, "ask_more": False}
    assert {note.key: note.lines for note in shown.notes}["ask_more"] == ("Why not?", "Who else?")


@pytest.mark.parametrize("depth", DEPTHS)
def test_what_to_agree_first_stands_on_every_tender_card(depth: int) -> None:
    """It may be left out for want of room only where the card is not Tender."""
    (note,) = face(a_card(depth=depth, care="Agree how long."), a_deck()).notes
    assert (note.key, note.needed, note.lines) == ("first", depth == 4, ("Agree how long.",))


@pytest.mark.parametrize(
    ("minutes", "line"), [(1, "One minute is plenty."), (2, "2 minutes are plenty."), (60, "60 minutes are plenty.")]
)
def test_time_is_told_in_a_sentence(minutes: int, line: str) -> None:
    """One minute is not plural."""
    (note,) = face(a_card(kind=Kind.PRACTICE, minutes=minutes), a_deck()).notes
    assert (note.key, note.lines, note.needed) == ("time", (line,), True)


def test_a_pause_says_when_to_come_back() -> None:
    """A pause without a return is the one thing a pause card must not be."""
    (note,) = face(a_card(kind=Kind.PAUSE, return_="after tea"), a_deck()).notes
    assert (note.key, note.lines, note.needed) == ("back_at", ("after tea",), True)


def test_small_print_is_sorted_by_need() -> None:
    """What to agree first, time, the way back, then the replies."""
    everything: dict[str, Any] = {"care": "a", "minutes": 2, "return_": "b", "follow_up": ("c",), "listener": "d"}
    assert keys(depth=4, **everything) == ["first", "time", "back_at", "listen", "ask_more"]
    assert keys(depth=1, **everything) == ["first", "time", "back_at", "ask_more", "listen"]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_face(kind: Kind) -> None:
    """Each kind is named by a word at the foot."""
    assert face(a_card(kind=kind), a_deck()).kind
