"""The labelled cards that the rules are measured on."""

from collections import Counter
from pathlib import Path

from generator.checks.tables import CARD_RULES
from tests.bench.craft import craft_figures, labelled


def test_a_hundred_good_and_a_hundred_bad_cards_are_labelled() -> None:
    """The measure rests on as many good cards as bad ones, and every label is a rule that reads cards."""
    cards = list(labelled())
    assert Counter(bool(breaks) for _, breaks in cards) == {True: 100, False: 100}
    assert {rule for _, breaks in cards for rule in breaks} <= set(CARD_RULES)


def test_good_cards_are_mostly_left_in_peace() -> None:
    """Of a hundred good cards, forty of them written to look bad, at most one in eight is remarked upon."""
    good = [card for card, breaks in labelled() if not breaks]
    assert sum(any(any(rule(card)) for rule in CARD_RULES.values()) for card in good) <= 12


def test_the_figures_cover_every_labelled_rule() -> None:
    """`make bench` tells of each rule, and of all together."""
    rules = {rule for _, breaks in labelled() for rule in breaks}
    assert {what for what, _, _ in craft_figures(Path())} == {*(f"rule {rule}" for rule in rules), "rules together"}
