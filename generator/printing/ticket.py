"""A job ticket: how somebody wants a deck printed. Everything but the deck itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from generator.printing import profiles
from generator.printing.codes import Codes
from generator.printing.editions import Edition
from generator.printing.grid import UnfitError
from generator.printing.profiles import UnknownNameError
from generator.printing.sheets import Imposition, Layout, on_stock
from generator.printing.stacking import Order
from generator.printing.stock import stock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.printing.dealing import Program
    from generator.printing.grid import Axis
    from generator.printing.profiles import CardSize, Paper

Choice = TypeVar("Choice", bound=StrEnum)


def standard() -> Imposition:
    """Return how cards lie when nobody says anything else."""
    return Imposition(*profiles.standard())


@dataclass(frozen=True, slots=True)
class Ticket:
    """How a deck is to be printed. Without a word it is poker cards on A4 in colour, turned over the long edge.

    `service`: cards that were chosen from a deck take its service cards along. `codes` are its QR codes. With a
    program the deck is one that was dealt into evenings; these lie in a stack, whatever the order says.
    """

    imposition: Imposition = field(default_factory=standard)
    edition: Edition = Edition.COLOR
    service: bool = False
    codes: Codes = field(default_factory=Codes)
    order: Order = Order.SHEET
    program: Program | None = None

    @property
    def paper(self) -> Paper:
        """The paper in the printer."""
        return self.imposition.paper

    @property
    def card(self) -> CardSize:
        """What a card measures once it is cut."""
        return self.imposition.card

    @property
    def in_stack(self) -> bool:
        """Whether the sheets are to be cut as one stack."""
        return bool(self.program) or self.order is Order.STACK

    def file_name(self, item: str, part: str = "") -> str:
        """Return what a print of a deck or a page, or of a part of it, is called; what is the default is left out."""
        plan, usual = self.imposition, standard()
        parts = [
            item,
            *((plan.stock.id,) if plan.stock else (plan.paper.id, plan.card.id if plan.card != usual.card else "")),
            plan.layout if plan.layout is not usual.layout else "",
            f"gutter-{plan.gutter:g}" if plan.gutter else "",
            plan.fold or "",
            self.program.name if self.program else self.order if self.in_stack else "",
            self.edition if self.edition is not Edition.COLOR else "",
            part,
        ]
        return "-".join(filter(None, parts)) + ".pdf"


def ticket(  # noqa: PLR0913 - one for each option
    paper: str = "",
    card: str = "",
    layout: str = "duplex-long",
    edition: str = "color",
    *,
    gutter: float = 0.0,
    fold: Axis | None = None,
    target: str = "",
) -> Ticket:
    """Return the ticket that some names ask for, `gutter` in mm; a name left empty is the usual one.

    `target` is perforated stock, which has a paper and a card of its own. UnknownNameError for a name that means
    nothing, UnfitError for a wish that a stock cannot grant.
    """
    chosen = chosen_of(Layout, "layout", layout)
    if target:
        wishes = {"paper": paper, "card": card, "gutter": gutter, "fold axis": fold}
        imposition = stocked(target, chosen, [wish for wish, value in wishes.items() if value])
    else:
        usual = standard()
        sizes = profiles.paper(paper or usual.paper.id), profiles.card_size(card or usual.card.id)
        imposition = Imposition(*sizes, chosen, gutter, fold)
    return Ticket(imposition, chosen_of(Edition, "edition", edition))


def stocked(target: str, layout: Layout, wishes: Sequence[str]) -> Imposition:
    """Return how cards lie on perforated stock; UnfitError if somebody has wishes that its maker has settled."""
    plan = on_stock(stock(target), layout)
    if wishes:
        raise UnfitError(f"{plan.card.name} settles its own {wishes[0]}; leave yours out")
    return plan


def chosen_of(kind: type[Choice], what: str, name: str) -> Choice:
    """Return the choice of this name; UnknownNameError if there is none."""
    try:
        return kind(name)
    except ValueError:
        raise UnknownNameError(what, name, [str(one) for one in kind]) from None
