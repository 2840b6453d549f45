"""Fitting: `check` says of every deck what its print would say, and makes no PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.load import load_library
from generator.library.model import Severity
from generator.printing.fitting import misfit_printables, misfits
from generator.printing.prints import print_deck, print_printable
from generator.printing.ticket import ticket
from tests.printing.making import made_card, made_deck

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library

LONG = "Which of the things that nobody ever asks you about would you like to be asked about, and by whom? " * 5
WIDE = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"


def test_the_real_decks_are_told_what_their_prints_tell(library: Library) -> None:
    """Not a line more, not a line less, for all of them at once."""
    assert misfits(library.decks) == tuple(sorted(p for deck in library.decks for p in print_deck(deck).problems))


def test_all_that_an_author_wrote_is_tried() -> None:
    """A text too long, a word too wide, a title and an id without room, a character no font has."""
    decks = [
        made_deck(made_card("one", LONG)),
        made_deck(made_card("one", f"Who owns a {WIDE}?"), lang="zxx"),
        made_deck(made_card("one", "Who?"), title=WIDE * 3),
        made_deck(made_card("one", "Who likes 漢?")),
        made_deck(made_card("w" * 40, "Who?")),
        made_deck(made_card("one", LONG[:120], depth=2, follow_up=(LONG[:90],), care=LONG[:90], listener=LONG[:80])),
    ]
    for deck in decks:
        found = misfits([deck])
        assert found
        assert found == print_deck(deck).problems
    assert set(misfits(decks)) == {problem for deck in decks for problem in misfits([deck])}


def test_what_fits_is_not_mentioned() -> None:
    """An ordinary deck, and one whose title was lost on the way in: nothing to say about their size."""
    assert misfits([made_deck(made_card("one", "Who has a spare key?")), made_deck(title="", about="")]) == ()


def test_a_deck_in_no_language_is_told_and_no_traceback() -> None:
    """What the typesetter refuses is a problem of each deck it was asked about."""
    deck = made_deck(made_card("one", "What now?"), lang="gibberish")
    (problem,) = misfits([deck])
    assert problem.severity is Severity.ERROR
    assert (problem,) == print_deck(deck).problems


def test_pages_beside_the_decks_are_tried_too(tmp_path: Path) -> None:
    """A page too long, a word no font has, one in no language: told as the print tells it, for every paper."""
    pages = {
        "long": f'body: [{{text: "{LONG * 20}"}}]',
        "strange": "body: [{text: Who likes 漢?}]",
        "fine": "body: [{text: Who has a spare key?}]",
    }
    (tmp_path / "printables.yml").write_text(
        "".join(f"{name}:\n  title: T\n  about: A\n  {body}\n" for name, body in pages.items()), "utf-8"
    )
    library, problems = load_library(tmp_path, tmp_path)
    printables = library.printables
    assert [printable.id for printable in printables] == ["long", "strange", "fine"], problems
    found = misfit_printables(printables)
    expected = {
        p for one in printables for paper in ("a4", "letter") for p in print_printable(one, ticket(paper)).problems
    }
    assert found == tuple(sorted(expected))
    assert {problem.message.split(":")[0] for problem in found} == {"long", "strange"}
    (problem,) = misfit_printables([replace(printables[-1], lang="gibberish")])
    assert problem.message.startswith("the typesetter refuses")
