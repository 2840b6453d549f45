"""The order in which cards leave the knife: sheet by sheet, or so that the cut piles are the deck in order."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")


class Order(StrEnum):
    """How cards follow one another: along each sheet, or down through the stack of all sheets."""

    SHEET = "sheet"
    STACK = "stack"


def stacked(items: Sequence[Item], count: int) -> list[list[Item | None]]:
    """Return items on sheets of `count` places so that a stack of them, cut at once, falls into piles in order.

    A place of the sheet is a pile: the first holds the first items, one from each sheet, and so on in reading order.
    Only the last sheet may have places left, its last ones, which are None: some piles are one shorter than others.

    Two ways lead to the same deck. Sheets with their fronts up and sheet 1 on top, first pile on top: the deck lies
    face up, and its first card on top. Sheets with their fronts up and sheet 1 lowest, each pile laid onto the one
    before it, and all of it turned over: the deck lies face down, and its first card on top.
    """
    least, longer = divmod(len(items), count)
    sheets: list[list[Item | None]] = [[None] * count for _ in range(least + bool(longer))]
    left = iter(items)
    for place in range(count):
        for number in range(least + (place < longer)):
            sheets[number][place] = next(left)
    return sheets
