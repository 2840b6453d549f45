"""Thirty decks nobody would write, in all sizes, papers, layouts and editions. `make bench` tries two hundred."""

from __future__ import annotations

import pytest

from tests.printing.generated import generated, verdict


@pytest.mark.parametrize("seed", range(30))
def test_a_generated_deck_is_printed_whole_or_refused_with_a_place(seed: int) -> None:
    """Every word is in the PDF and inside its card's safe area, or the deck is refused where it can be mended."""
    assert verdict(seed) in {"printed", "refused"}


def test_generated_decks_are_the_same_every_time() -> None:
    """A seed that fails can be looked at again."""
    assert generated(7) == generated(7)
    assert generated(7) != generated(8)
