"""Kept prints: a deck is set once, and again when anything about it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.printing.prints import print_deck
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Deck


def test_a_print_is_kept_and_found_again(tmp_path: Path) -> None:
    """The same bytes and the same warnings, from the folder; another paper is another entry."""
    deck = made_deck(made_card("full", "seven " * 25, follow_up=("seven " * 40,)))
    first = print_deck(deck, cache=tmp_path)
    entries = sorted(tmp_path.iterdir())
    again = print_deck(deck, cache=tmp_path)
    assert again == first
    assert first.problems
    assert first.sheets == 2
    assert sorted(tmp_path.iterdir()) == entries
    assert len(entries) == 1
    print_deck(deck, ticket("letter"), cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_kept_print_is_really_used(tmp_path: Path) -> None:
    """What lies in the folder is given out, so nothing was set again."""
    deck = made_deck(made_card("one", "What now?"))
    print_deck(deck, cache=tmp_path)
    other = print_deck(made_deck(made_card("one", "What else?")), cache=tmp_path)
    mine, its = sorted(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    mine.write_bytes(its.read_bytes())
    assert print_deck(deck, cache=tmp_path).pdf == other.pdf


def test_a_broken_entry_heals(tmp_path: Path) -> None:
    """Half an entry is as good as none: the deck is set again and kept again."""
    deck = made_deck(made_card("one", "What now?"))
    first = print_deck(deck, cache=tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[: len(whole) // 2])
    assert print_deck(deck, cache=tmp_path) == first
    assert entry.read_bytes() == whole


def test_a_deck_with_errors_is_not_kept(tmp_path: Path) -> None:
    """Only prints are kept; an error is found anew each time, at its place of the day."""
    print_deck(made_deck(made_card("long", "seven " * 90)), cache=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_warning_moves_with_its_line(tmp_path: Path) -> None:
    """A kept print knows which key a warning is about, not the line: that is looked up in the deck as it is now."""

    def deck(line: int) -> Deck:
        return made_deck(made_card("full", "seven " * 25, line=line, follow_up=("seven " * 40,)))

    assert print_deck(deck(3), cache=tmp_path).problems[0].place.line == 3
    assert print_deck(deck(99), cache=tmp_path).problems[0].place.line == 99
