"""Which card lies on which sheet: service cards and cards to draw, in the order that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.printing.dealing import evenings_in
from generator.printing.sheets import dealt
from generator.printing.stacking import stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.printing.job import Job

Item = TypeVar("Item")


def arranged(
    job: Job, cards: Sequence[Item], service: Sequence[Item], dividers: Sequence[Sequence[Item]], count: int
) -> list[list[Item | None]]:
    """Return all cards on sheets of `count` places; a place that nothing lies on is None.

    The last of the service cards is a blank one. Blanks fill the last sheet, but not under evenings: there the last
    closing card is the lowest of all.
    """
    *served, blank = service
    if job.ticket.program:
        return stacked([*served, *with_dividers(job, cards, dividers)], count)
    if job.ticket.in_stack:
        return stacked(filled([*served, *cards, blank], blank, count), count)
    return [[*sheet] for sheet in dealt(filled([*cards, *service], blank, count), count)]


def laid_together(job: Job, items: Sequence[Item], count: int) -> list[list[Item | None]]:
    """Return chosen cards on sheets of `count` places; what is left of the last sheet stays empty."""
    return stacked(items, count) if job.ticket.in_stack else [[*sheet] for sheet in dealt(items, count)]


def filled(items: list[Item], blank: Item, count: int) -> list[Item]:
    """Return items with as many blanks as fill the last sheet of `count`."""
    return items + [blank] * (-len(items) % count)


def with_dividers(job: Job, cards: Sequence[Item], dividers: Sequence[Sequence[Item]]) -> list[Item]:
    """Return the cards of the evenings in a row, each evening under its divider, which may take two cards."""
    found: list[Item] = []
    left = iter(cards)
    for divider, evening in zip(dividers, evenings_in(job.deck), strict=True):
        found += [*divider, *(next(left) for _ in evening)]
    return found
