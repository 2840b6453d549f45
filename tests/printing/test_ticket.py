"""Job tickets: what somebody asks for by names, and what the file is called that they get."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.printing.dealing import Program
from generator.printing.editions import Edition
from generator.printing.grid import Axis
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
