"""What people do with printed sheets: stack them, cut the stack, lay the piles on one another. Fronts are up."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")


def piles(sheets: Sequence[Sequence[Item | None]]) -> list[list[Item]]:
    """Return what lies under each place of the topmost sheet, from the top; pieces without a card are thrown away."""
    return [[card for card in pieces if card is not None] for pieces in zip(*sheets, strict=True)]


def face_up(sheets: Sequence[Sequence[Item | None]]) -> list[Item]:
    """Return the deck from its top when sheet 1 was on top, and the first pile was laid on top."""
    return [card for pile in piles(sheets) for card in pile]


def face_down(sheets: Sequence[Sequence[Item | None]]) -> list[Item]:
    """Return the deck from its top when sheet 1 was lowest, each pile was laid on the last, and it was turned over."""
    lying: list[Item] = []
    for pile in piles(sheets[::-1]):
        lying = [*pile, *lying]
    return lying[::-1]
