"""Which function speaks for which rule about single cards."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checks import doing, questions, shape, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.checks.rule import Remark
    from generator.library.model import Card

    CardRule = Callable[[Card], Iterator[Remark]]

CARD_RULES: Mapping[str, CardRule] = MappingProxyType(
    {
        "L01": questions.l01,
        "L02": questions.l02,
        "L03": wording.l03,
        "L04": questions.l04,
        "L05": questions.l05,
        "L06": wording.l06,
        "L07": wording.l07,
        "L08": shape.l08,
        "L09": wording.l09,
        "L10": wording.l10,
        "L11": wording.l11,
        "L12": wording.l12,
        "L13": wording.l13,
        "L14": wording.l14,
        "L19": doing.l19,
        "L21": doing.l21,
        "L22": doing.l22,
        "L24": shape.l24,
        "L25": shape.l25,
    }
)

# Rules that know English words: they are silent about decks in other languages.
ENGLISH = frozenset(CARD_RULES) - {"L24"}
