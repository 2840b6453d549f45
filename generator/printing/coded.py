"""Fronts that carry a QR code in their upper right corner. One that would lose something by it stays without."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.model import Severity
from generator.printing.codes import MASK, corner_code
from generator.printing.desk import ENDLESS, Misfit
from generator.printing.fronts import front_of
from generator.printing.index import index_fronts
from generator.printing.service_fronts import title_front, title_fronts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.look.face import Face
    from generator.printing.codes import Code
    from generator.printing.desk import Desk, Front
    from generator.printing.service import ServiceCard

    Set = tuple[tuple[Front, ...], tuple[Misfit, ...]]

# From the corner of a card to the corner of its code, both ways, in mm.
INSET = 4.5
HINT = "shorten what stands there, or the permanent_url"


def coded_front(face: Face, desk: Desk, address: str) -> tuple[Front, tuple[Misfit, ...]]:
    """Return the front of a card, with the code of an address if there is one and it has room."""
    plain = front_of(face, desk)
    if not address or refused(plain[1]):
        return plain
    code = corner(desk, address, MASK, alt=address)
    made = front_of(face, lowered(desk, code)) if code else plain
    least = desk.look["type"]["prompt_even"]
    if not code or made[1] != plain[1] or size_of(made[0]) < min(least, size_of(plain[0])):
        return plain[0], (*plain[1], left_out("id", "front"))
    return replace(made[0], code=code), made[1]


def coded_title(card: ServiceCard, desk: Desk, address: str) -> Set:
    """Return the title card with a deck's code, and its address in words where there is room; or with neither.

    The address is the last of the card's small print.
    """
    bare = replace(card, small=card.small[:-1]) if address else card
    plain = gathered(title_fronts(bare, desk))

    def make(code: Code) -> Set:
        silent = replace(code, alt=address)
        line = code.y + code.side - desk.look["card"]["prompt_top"]
        tried = [beside(card, code, ENDLESS, desk), *(beside(bare, silent, high, desk) for high in (ENDLESS, line))]
        return next((made for made in tried if made[0] and not made[1]), tried[-1])

    return settled(make, plain, desk, address, "title card")


def coded_index(card: ServiceCard, desk: Desk, address: str) -> Set:
    """Return the index with a deck's code on its first card, or without."""
    return settled(lambda code: index_fronts(card, desk, code), index_fronts(card, desk), desk, address, "index card")


def settled(make: Callable[[Code], Set], plain: Set, desk: Desk, address: str, where: str) -> Set:
    """Return some fronts with a code on the first, or the plain ones where it costs more than room."""
    if not address or refused(plain[1]):
        return plain
    code = corner(desk, address)
    fronts, wrong = make(code) if code else plain
    if not code or wrong != plain[1] or len(fronts) != len(plain[0]):
        return plain[0], (*plain[1], left_out("title", where))
    return (fronts[0] if fronts[0].code else replace(fronts[0], code=code), *fronts[1:]), wrong


def beside(card: ServiceCard, code: Code, height: float, desk: Desk) -> Set:
    """Return the title card with its title, so high at most, left of a code, and all else below it; or nothing."""
    front, wrong = title_front(card, desk, (code.x - code.quiet - desk.left, height))
    text = front.blocks[:1]
    under = bool(text) and text[0].y - desk.rise(text[0]) >= code.y + code.side + code.quiet
    return ((replace(front, code=code),) if under else ()), wrong


def gathered(made: Iterable[tuple[Front, tuple[Misfit, ...]]]) -> Set:
    """Return fronts and all that is wrong with them."""
    fronts, wrong = zip(*made, strict=True)
    return fronts, tuple(misfit for some in wrong for misfit in some)


def corner(desk: Desk, address: str, mask: int | None = None, alt: str = "") -> Code | None:
    """Return the code of an address in the corner across from the mark, or None if it would be too large."""
    code = corner_code(address, desk.card.width - INSET, INSET, mask, alt)
    beside_the_mark = desk.look["card"]["mark_left"] + desk.look["card"]["mark"]
    return code if code and code.x - code.quiet >= beside_the_mark else None


def lowered(desk: Desk, code: Code) -> Desk:
    """Return a desk on which prompts begin under a code."""
    card = {**desk.look["card"], "prompt_top": code.y + code.side + code.quiet}
    return replace(desk, look={**desk.look, "card": card})


def size_of(front: Front) -> float:
    """Return the size of the smallest text of a front that is no small print, in points."""
    return min((block.size for block in front.blocks if block.style == "text"), default=0.0)


def refused(wrong: tuple[Misfit, ...]) -> bool:
    """Say whether something cannot be printed at all, so that its code is no matter."""
    return any(misfit.severity is Severity.ERROR for misfit in wrong)


def left_out(key: str, where: str) -> Misfit:
    """Return the misfit of a code that is not printed."""
    return Misfit(key, f"there is no room for a QR code on the {where}, so it is left out", HINT, Severity.WARNING)
