"""Perforated stock: sheets of cards to break out, as data, and where their cards lie. All in mm."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.printing.grid import Grid
from generator.printing.profiles import CardSize, Paper, UnknownNameError, paper, table

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Stock:
    """A maker's sheet of cards, its paper held upright, in mm.

    `x`, `y` is the first card's corner; `across` and `down` is from one card to the next. `over_print` is how far the
    maker's own template lets colour run over a card's edge.
    """

    id: str
    name: str
    paper: str
    width: float
    height: float
    columns: int
    rows: int
    x: float
    y: float
    across: float
    down: float
    over_print: float
    source: str
    checked_on: str

    @property
    def sheet(self) -> Paper:
        """The paper it is made of."""
        return paper(self.paper)

    @property
    def card(self) -> CardSize:
        """The size of its cards."""
        return CardSize(self.id, self.name, self.width, self.height, self.source, self.checked_on)

    @property
    def grid(self) -> Grid:
        """Where its cards lie: not always in the middle of the paper."""
        xs = tuple(self.x + self.across * number for number in range(self.columns))
        ys = tuple(self.y + self.down * number for number in range(self.rows))
        return Grid(self.sheet.width, self.sheet.height, self.width, self.height, xs, ys)


@cache
def stocks() -> Mapping[str, Stock]:
    """Return all perforated stock by id."""
    return MappingProxyType({key: Stock(key, **row) for key, row in table("stock").items()})


def stock(name: str) -> Stock:
    """Return the stock of this id, in capitals or not; UnknownNameError if there is none."""
    found = stocks().get(name.lower())
    if not found:
        raise UnknownNameError("stock", name, stocks())
    return found
