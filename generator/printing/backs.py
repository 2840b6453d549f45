"""The backs of a deck: dyed wool with sticks laid on it, and a plain paper label. One for each depth, one without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.library.model import TENDER
from generator.library.words import depth_name
from generator.look.sticks import back_paths, mark_path
from generator.look.tokens import lay_of
from generator.look.typography import typographic
from generator.printing.codes import end_code
from generator.printing.desk import span
from generator.printing.foot import STROKES_WORD, depth_width
from generator.printing.grid import BLEED
from generator.printing.lines import PT, Room, sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.library.model import Deck
    from generator.library.page import Printable
    from generator.printing.codes import Code
    from generator.printing.desk import Block, Desk
    from generator.printing.profiles import CardSize

IMPRINT = "Kindling"
# The label's inner margin at its sides, in mm, and the least width of a label that has all of it; the name's leading on
# two lines, in em.
PAD, WIDE, NAME_LEADING = 3.8, 49.0, 0.56
# The baseline of the name's last line to the top of the line under it, and the most the name may take: shares of the
# label's height.
NAME_LINE, NAME_MOST = 2.9 / 18, 7 / 18
# The label's inner margin beside a code, and in a frame beside one, in mm.
CODED_PAD, FRAMED_PAD = 2.6, 3.4
# The least between the imprint and the depth on one line, in mm.
IMPRINT_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on a back's label: the name; on a line under it, `line` mm from the label's top, imprint and depth.

    Places are in mm from the label's top left corner, sizes in points. Depth 0 is none. Words and frame keep to the
    left `room` mm; a code stands right of them.
    """

    name: Block
    line: float
    size: float
    imprint: str
    depth: int
    depth_name: str
    depth_size: float
    framed: bool
    room: float
    code: Code | None = None


def coded_label(deck: Deck, desk: Desk, depth: int, address: str) -> Label | str:
    """Return a label as `label_of` does, with the code of an address if it has room; or without."""
    card = desk.look["card"]
    code = end_code(address, card["label_width"], card["label_height"]) if address else None
    label = label_of(deck, desk, depth, code) if code else ""
    return label if isinstance(label, Label) else label_of(deck, desk, depth)


def label_of(deck: Deck, desk: Desk, depth: int, code: Code | None = None) -> Label | str:
    """Return the label of a depth, or of the service cards (depth 0); or by how much the deck's title does not fit."""
    card, type_ = desk.look["card"], desk.look["type"]
    tried = sizes(type_["label"], type_["label_least"], 0.5)
    room, height = code.x - code.quiet if code else card["label_width"], card["label_height"]
    pad = PAD * min(1, room / WIDE) if not code else FRAMED_PAD if depth == TENDER else CODED_PAD
    width = room - 2 * pad
    name = desk.block("text", typographic(deck.title, deck.lang), Room(width, NAME_MOST * height, NAME_LEADING, tried))
    if isinstance(name, str):
        return name
    said = depth_name(depth, deck.lang) if depth else ""
    fitting = (way for way in line_ways(desk, beside=bool(code)) if line_width(desk, depth, said, *way) <= width)
    imprint, size = next(fitting, ("", 0.0))
    if not size:
        return "there is no room for the name of a depth"
    cap = desk.cap_height("text", name.size)
    line = cap + span([name], 0) + NAME_LINE * height + desk.cap_height("plain", size)
    top = (height - line) / 2
    return Label(
        name=replace(name, x=pad, y=top + cap),
        line=top + line,
        size=size,
        imprint=imprint,
        depth=depth,
        depth_name=said,
        depth_size=size,
        framed=depth == TENDER,
        room=room,
        code=code,
    )


def line_ways(desk: Desk, *, beside: bool) -> Iterator[tuple[str, float]]:
    """Yield ways to set the line under the name, the best first: the imprint in it, and its size in points.

    On a narrow label it is set smaller before the imprint goes; beside a code the imprint goes at once.
    """
    type_ = desk.look["type"]
    tried = sizes(type_["label_small"], type_["small_least"], 0.5)
    for imprint in (IMPRINT, ""):
        yield from ((imprint, size) for size in (tried[:1] if beside else tried))


def line_width(desk: Desk, depth: int, said: str, imprint: str, size: float) -> float:
    """Return the least width of the line under the name, in mm."""
    width = desk.advance("plain", size, imprint) if imprint else 0.0
    if not depth:
        return width
    strokes = (depth_width(depth) + STROKES_WORD) * size * PT
    return width + strokes + desk.advance("bold", size, said) + (IMPRINT_GAP if imprint else 0)


def back_svg(deck: Deck, card: CardSize, colours: Mapping[str, str], drawn: Mapping[str, Any]) -> str:
    """Return the sticks of a back, with its bleed, as SVG in mm: in some `colours`, `drawn` as look.toml says of backs.

    The ground is not in it: a sheet has one piece of wool under all its backs, so that no seam shows at a shared cut.
    """
    width, height = card.width + 2 * BLEED, card.height + 2 * BLEED
    paths = "".join(f'<path d="{path}"/>' for path in back_paths(deck.id, lay_of(deck), card.width, card.height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-BLEED:g} {-BLEED:g} {width:g} {height:g}">'
        f'<g fill="{colours[drawn["stick"]]}" stroke="{colours[drawn["edge"]]}" stroke-width="{drawn["edge_width"]}">'
        f"{paths}</g></svg>"
    )


def mark_svg(deck: Deck | Printable, colours: Mapping[str, str]) -> str:
    """Return a deck's or printable's mark as SVG, in the ink of its hue."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
        f'<path fill="{colours["ink"]}" d="{mark_path(lay_of(deck))}"/></svg>'
    )
