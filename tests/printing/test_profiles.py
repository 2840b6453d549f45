"""Papers and cards: facts with a source, and a helpful answer to a name that is not known."""

from __future__ import annotations

import pytest

from generator.printing.profiles import UnknownNameError, card_size, card_sizes, paper, papers


def test_a_us_poker_card_is_not_the_european_one() -> None:
    """The default card is 2.5 x 3.5 inches, to the tenth of a millimetre; 63 x 88 is another card."""
    poker = card_size("poker")
    assert (poker.width, poker.height) == (2.5 * 25.4, round(3.5 * 25.4, 6))


def test_papers_are_held_upright() -> None:
    """A4 and Letter have their standards' measures, and are higher than wide."""
    assert (paper("a4").width, paper("a4").height) == (210, 297)
    assert (paper("letter").width, paper("letter").height) == (215.9, 279.4)
    assert all(known.height > known.width for known in papers().values())


def test_every_number_has_a_source() -> None:
    """A profile without a source cannot be checked by anybody."""
    assert all(known.source for known in papers().values())
    assert all(known.source for known in card_sizes().values())


@pytest.mark.parametrize(("ask", "known"), [(paper, ("a4", "letter")), (card_size, ("poker",))])
def test_an_unknown_name_is_answered_with_the_known_ones(ask: type, known: tuple[str, ...]) -> None:
    """Whoever asks for a paper that is not there learns which there are; it is a KeyError for a program."""
    with pytest.raises(UnknownNameError) as caught:
        ask("foolscap")
    assert isinstance(caught.value, KeyError)
    assert caught.value.known == known
    assert str(caught.value).startswith("there is no ")
    assert "'foolscap'" in str(caught.value)
    assert ", ".join(known) in str(caught.value)
