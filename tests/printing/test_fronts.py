"""Fronts: where a card's lines stand, which notes there is room for, what is refused. Set with a typewriter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.library.model import Kind, Severity
from generator.look.face import face
from generator.look.tokens import look
from generator.printing.desk import plain, span
from generator.printing.fronts import KEYS, front_of
from tests.printing.making import made_card, made_deck, typewriter_desk

if TYPE_CHECKING:
    from generator.printing.desk import Block, Front, Misfit

DESK = typewriter_desk()
CARD, TYPE = look()["card"], look()["type"]


def front(text: str, card_id: str = "one", **keys: Any) -> tuple[Front, tuple[Misfit, ...]]:  # noqa: ANN401 - any field
    """Return the front of a card made for the occasion."""
    card = made_card(card_id, text, **keys)
    return front_of(face(card, made_deck(card)), DESK)


def last_baseline(block: Block) -> float:
    return block.y + span([block], 0)


def words(count: int) -> str:
    return " ".join(["seven"] * count)


def test_a_prompt_stands_a_little_above_the_middle() -> None:
    """Two fifths of the free height are above it, three below, up to where the foot line begins."""
    made, wrong = front("What are you halfway through?")
    (prompt,) = made.blocks
    assert wrong == ()
    above = prompt.y - DESK.rise(prompt) - CARD["prompt_top"]
    floor = DESK.foot - DESK.cap_height("bold", TYPE["foot"]) - CARD["note_gap"]
    below = floor - last_baseline(prompt)
    assert above / (above + below) == pytest.approx(CARD["optical_centre"])


def test_notes_stand_at_the_foot_in_the_order_of_need() -> None:
    """From Open on the listener's line comes before the follow-up; the last note keeps clear of the foot line."""
    made, _ = front("Short?", depth=3, listener="Be still.", follow_up=("And then?", "And after that?"))
    assert [block.label for block in made.blocks] == ["", "Listen", "Ask more"]
    assert made.blocks[2].lines == ("And then?", "And after that?")
    assert last_baseline(made.blocks[2]) == pytest.approx(DESK.foot - CARD["note_gap"])
    assert made.blocks[1].y < made.blocks[2].y


def test_a_prompt_never_comes_near_its_notes_or_the_mark() -> None:
    """Whatever the length, between the mark and the notes there is air."""
    for count in range(1, 26):
        made, wrong = front(words(count), listener="Be still.", depth=3)
        prompt, note = made.blocks
        assert wrong == ()
        assert prompt.y - DESK.rise(prompt) >= CARD["prompt_top"] - 1e-6
        assert note.y - DESK.rise(note) - last_baseline(prompt) >= CARD["note_gap"] - 1e-6


def test_the_word_of_a_word_card_stands_large_above_its_need() -> None:
    """The word first, at 20 pt, the need under it at 13 pt at most."""
    made, _ = front("Stretched", kind=Kind.WORD, need="a lighter load")
    lead, prompt = made.blocks
    assert (lead.lines, lead.size) == (("Stretched",), TYPE["lead"])
    assert prompt.size <= TYPE["lead_prompt_most"]
    assert lead.y < prompt.y - DESK.rise(prompt)


def test_what_a_swap_replaces_stands_above_what_to_try() -> None:
    """Under its label, over the prompt."""
    made, _ = front("That landed hard.", kind=Kind.SWAP, instead="At least it wasn't worse")
    over, prompt = made.blocks
    assert over.label == "Instead of"
    assert over.y < prompt.y


def test_a_note_that_is_not_needed_gives_way_to_the_prompt() -> None:
    """When it would bring the prompt under 12 pt it is left out, with a warning that says which and what to do."""
    made, wrong = front(words(25), follow_up=(words(25),))
    (prompt,) = made.blocks
    (misfit,) = wrong
    assert prompt.size >= TYPE["prompt_even"]
    assert (misfit.key, misfit.severity) == ("follow_up", Severity.WARNING)
    assert "left out" in misfit.message


def test_a_note_with_too_wide_a_word_is_left_out_or_refused_by_need() -> None:
    """A follow-up that cannot be set is left out; a line that has to stand there is an error that names the word."""
    made, (misfit,) = front("Short?", follow_up=("x" * 60,))
    assert len(made.blocks) == 1
    assert misfit.severity is Severity.WARNING
    _, (misfit,) = front("Short?", depth=3, listener="x" * 60)
    assert (misfit.key, misfit.severity) == ("listener", Severity.ERROR)
    assert "mm wide at 9 pt" in misfit.message


def test_a_needed_note_without_room_is_an_error_at_its_key() -> None:
    """Care on a Tender card may not be dropped: the author learns that it is the care that is too much."""
    _, (misfit,) = front(words(28), depth=4, care=words(40))
    assert (misfit.key, misfit.severity) == ("care", Severity.ERROR)
    assert "words too long" in misfit.message


def test_a_text_that_does_not_fit_is_refused_with_the_excess() -> None:
    """Nothing is clipped and nothing set under 10 pt."""
    made, (misfit,) = front(words(120))
    assert made.blocks == ()
    assert misfit.key == "text"
    assert "at 10 pt it is" in misfit.message
    assert "words too long" in misfit.message
    assert misfit.hint


def test_a_word_wider_than_the_card_is_refused_in_mm() -> None:
    """A German compound does not run over the edge, it is measured."""
    _, (misfit,) = front("Wo ist deine Rindfleischetikettierungsaufgabe?")
    assert misfit.key == "text"
    assert "'Rindfleischetikettierungsaufgabe?' is 58.2 mm wide at 10 pt" in misfit.message


def test_the_parts_of_word_and_swap_cards_are_refused_by_their_own_keys() -> None:
    """Each finding stands at the key the author has to change."""
    _, (misfit,) = front("Left", kind=Kind.WORD, need=words(120))
    assert misfit.key == "need"
    _, (misfit,) = front("x" * 40, kind=Kind.WORD, need="rest")
    assert misfit.key == "text"
    _, (misfit,) = front("Try this.", kind=Kind.SWAP, instead="x" * 60)
    assert misfit.key == "instead"
    _, (misfit,) = front(words(30), kind=Kind.SWAP, instead=words(60))
    assert misfit.key == "instead"


def test_all_that_is_wrong_with_a_card_is_said_at_once() -> None:
    """Two notes and the id: three findings."""
    _, wrong = front("Short?", "m" * 80, depth=4, care="x" * 60, listener="y" * 60)
    assert [misfit.key for misfit in wrong] == ["care", "listener", "id"]


def test_the_kind_goes_first_when_the_foot_is_short_of_room() -> None:
    """A long id stands alone beside the depth; a very long one is set smaller; a hopeless one is refused."""
    short, long, longer = (front("Short?", "m" * letters)[0].foot for letters in (8, 22, 34))
    assert short
    assert long
    assert longer
    assert (short.kind, short.size) == ("Question", TYPE["foot"])
    assert (long.kind, long.size) == ("", TYPE["foot"])
    assert longer.kind == ""
    assert longer.size < TYPE["foot"]
    assert "too wide" in front("Short?", "m" * 80)[1][0].message


def test_every_note_of_a_face_has_the_author_s_name() -> None:
    """A key without one could not be reported at its place."""
    whole = made_card("one", "Short?", care="a", minutes=3, return_="b", follow_up=("c",), listener="d")
    assert {note.key for note in face(whole, made_deck(whole)).notes} | {"instead"} == set(KEYS)


def test_texts_are_set_on_one_line_with_composed_letters() -> None:
    """Line ends in a file are spaces on a card; a letter with a loose accent becomes one letter; hard spaces stay."""
    assert plain(" a\n b\t\tc\u00a0d ") == "a b c\u00a0d"
    assert plain("Cafe\u0301") == "Café"
