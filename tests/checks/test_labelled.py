"""The labelled cards that the rules are measured on."""

from collections import Counter
from pathlib import Path

import pytest

from generator.checks.tables import CARD_RULES
from tests.bench.craft import SETS, craft_figures, labelled, measured, told_of

EVERY = [name for names in SETS.values() for name in names]


@pytest.mark.parametrize("name", EVERY)
def test_a_hundred_good_and_a_hundred_bad_cards_are_labelled(name: str) -> None:
    """The measure rests on as many good cards as bad ones, and every label is a rule that reads cards."""
    cards = list(labelled(name))
    assert Counter(bool(breaks) for _, breaks in cards) == {True: 100, False: 100}
    assert {rule for _, breaks in cards for rule in breaks} <= set(CARD_RULES)


def test_what_was_fitted_is_not_kept_for_measuring() -> None:
    """A card that the rules were mended on says nothing about how well they read; few have turned up twice."""
    fitted = {card.text for card, _ in labelled(*SETS["fitted"])}
    kept = measured("kept apart")
    assert not fitted & {card.text for card, _ in kept}
    assert len(kept) >= 190


@pytest.mark.parametrize("name", EVERY)
def test_good_cards_are_mostly_left_in_peace(name: str) -> None:
    """Of a hundred good cards, half of them written to look bad, at most one in eight is remarked upon."""
    good = [card for card, breaks in labelled(name) if not breaks]
    assert sum(bool(told_of(card)) for card in good) <= 12


@pytest.mark.parametrize("name", SETS["fitted"])
def test_what_the_rules_were_mended_on_stays_mended(name: str) -> None:
    """On the fitted sets at least nine labels in ten are found, and nineteen remarks in twenty are right."""
    cards = list(labelled(name))
    found = [(told_of(card) & {rule for _, labels in cards for rule in labels}, breaks) for card, breaks in cards]
    hits = sum(len(told & breaks) for told, breaks in found)
    assert hits >= 0.9 * sum(len(breaks) for _, breaks in found)
    assert hits >= 0.95 * sum(len(told) for told, _ in found)


def test_the_figures_cover_every_labelled_rule() -> None:
    """`make bench` tells of each rule, of the errors, and of all together, for each kind of set."""
    told = {what for what, _, _ in craft_figures(Path())}
    for kind in SETS:
        rules = {rule for _, breaks in measured(kind) for rule in breaks}
        assert {f"{kind}: rule {rule}" for rule in rules} | {f"{kind}: errors", f"{kind}: all"} <= told
