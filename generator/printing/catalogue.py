"""What sizes there are, for a page that tells: cards, papers and perforated stock, each with how many a sheet holds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.printing.grid import grid_of
from generator.printing.profiles import card_sizes, home_papers, papers, standard
from generator.printing.stock import stocks


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to ask for by its id: its size in mm, and for some papers, by name, how many cards a sheet holds."""

    id: str
    name: str
    width: float
    height: float
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All there is to ask for. Of a paper the count is that of the usual card; stock has its own paper."""

    cards: tuple[Offer, ...]
    papers: tuple[Offer, ...]
    stock: tuple[Offer, ...]


def catalogue() -> Catalogue:
    """Return all there is to ask for, in the order of the profiles."""
    _, usual = standard()
    homes = home_papers()
    return Catalogue(
        cards=tuple(
            Offer(card.id, card.name, card.width, card.height, tuple((p.name, grid_of(p, card).count) for p in homes))
            for card in card_sizes().values()
        ),
        papers=tuple(
            Offer(paper.id, paper.name, paper.width, paper.height, ((usual.name, grid_of(paper, usual).count),))
            for paper in papers().values()
        ),
        stock=tuple(
            Offer(stock.id, stock.name, stock.width, stock.height, ((stock.sheet.name, stock.grid.count),))
            for stock in stocks().values()
        ),
    )
