"""Job tickets: what somebody asks for by names, and what the file is called that they get."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.printing.dealing import Program
from generator.printing.editions import Edition
from generator.printing.grid import Axis, UnfitError
from generator.printing.profiles import UnknownNameError
from generator.printing.sheets import Layout
from generator.printing.stacking import Order
from generator.printing.ticket import Ticket, ticket


def test_a_ticket_without_a_word_is_the_usual_one() -> None:
    """Poker cards on A4, in colour, turned over the long edge."""
    assert ticket() == Ticket()
    assert (ticket().paper.id, ticket().card.id) == ("a4", "poker")
    assert (ticket().imposition.layout, ticket().edition) == (Layout.DUPLEX_LONG, Edition.COLOR)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (ticket(), "mend-a4.pdf"),
        (ticket("letter"), "mend-letter.pdf"),
        (ticket(layout="duplex-short"), "mend-a4-duplex-short.pdf"),
        (ticket(layout="fold", fold=Axis.LEVEL, gutter=6), "mend-a4-fold-gutter-6-level.pdf"),
        (ticket("tabloid", "tarot-us"), "mend-tabloid-tarot-us.pdf"),
        (ticket(target="avery-5371"), "mend-avery-5371.pdf"),
        (ticket(layout="duplex-short", target="Avery-L7414"), "mend-avery-l7414-duplex-short.pdf"),
        (ticket(layout="backs", edition="low-ink", target="avery-8373"), "mend-avery-8373-backs-low-ink.pdf"),
        (ticket("letter", layout="fronts", edition="low-ink"), "mend-letter-fronts-low-ink.pdf"),
    ],
)
def test_a_file_is_called_by_what_is_not_the_default(asked: Ticket, name: str) -> None:
    """Deck, paper, card, layout, edition, in this order: people and links depend on it."""
    assert asked.file_name("mend") == name


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("paper", ("a9",)),
        ("card", ("a4", "tarot")),
        ("layout", ("a4", "poker", "origami")),
        ("edition", ("a4", "poker", "fold", "gold")),
    ],
)
def test_a_name_that_means_nothing_is_refused_with_those_that_do(what: str, names: tuple[str, ...]) -> None:
    """The command line shows the sentence as it is."""
    with pytest.raises(UnknownNameError, match=f"there is no {what} '{names[-1]}'; there is: "):
        ticket(*names)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (replace(ticket(), order=Order.STACK), "mend-a4-stack.pdf"),
        (replace(ticket("letter", edition="low-ink"), order=Order.STACK), "mend-letter-stack-low-ink.pdf"),
        (replace(ticket(), program=Program(25)), "mend-a4-evening-25.pdf"),
        (replace(ticket(layout="fronts"), program=Program(10, 2)), "mend-a4-fronts-evening-10-depth-2.pdf"),
    ],
)
def test_the_order_stands_after_the_layout_in_a_file_s_name(asked: Ticket, name: str) -> None:
    """Evenings are always in a stack, and how deep they go is named when somebody chose it."""
    assert asked.in_stack
    assert asked.file_name("mend") == name


def test_perforated_stock_brings_its_paper_and_its_card() -> None:
    """Nobody has to know what paper a maker's sheet is."""
    asked = ticket(target="avery-5388")
    assert (asked.paper.id, asked.card.width, asked.card.height) == ("letter", 127, 76.2)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"paper": "a4"}, "settles its own paper"),
        ({"card": "poker"}, "settles its own card"),
        ({"gutter": 6}, "settles its own gutter"),
        ({"layout": "fold"}, "does not go with the layout 'fold'"),
        ({"layout": "faces"}, "does not go with the layout 'faces'"),
    ],
)
def test_a_wish_that_stock_cannot_grant_is_refused(wish: dict[str, Any], said: str) -> None:
    """Its cards lie where they are punched: a wish for anything else is not silently forgotten."""
    with pytest.raises(UnfitError, match=f"Avery 5371 .*{said}"):
        _ = ticket(**wish, target="avery-5371").imposition.grid


def test_stock_that_nobody_knows_is_answered_with_what_there_is() -> None:
    """All of it, by the names to type."""
    with pytest.raises(UnknownNameError, match=r"there is no stock 'avery-1'; there is: avery-5371, .*avery-c32015"):
        ticket(target="avery-1")
