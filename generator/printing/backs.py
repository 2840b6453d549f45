"""The backs of a deck: dyed wool with sticks laid on it, and a plain paper label. One for each depth, one without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.library.model import TENDER
from generator.library.words import depth_name
from generator.look.sticks import back_paths, mark_path
from generator.look.tokens import lay_of
from generator.look.typography import typographic
from generator.printing.desk import span
from generator.printing.foot import DEPTH_KIND, STROKES_WORD, depth_width
from generator.printing.grid import BLEED
from generator.printing.lines import PT, Room, sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Deck
    from generator.library.page import Printable
    from generator.printing.desk import Block, Desk
    from generator.printing.profiles import CardSize

IMPRINT = "Kindling"
# The label's inner margin at its sides, in mm; the name's least size, in points; its leading on two lines, in em.
PAD, NAME_LEAST, NAME_LEADING = 3.8, 9.0, 0.56
# A label as wide as this, in mm, has the whole inner margin. The least size of the line under the name, in points.
WIDE, LINE_LEAST = 49.0, 7.0
# The baseline of the name's last line to the top of the line under it, and the most the name may take, in mm.
NAME_LINE, NAME_MOST = 2.9, 7.0
# On a back every stick has an edge in the colour of the ground, in mm: it shows where two cross, and nowhere else.
EDGE = 0.34


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on a back's label: the name; on a line under it, `line` mm from the label's top, imprint and depth.

    Places are in mm from the label's top left corner, sizes in points. Depth 0 is none.
    """

    name: Block
    line: float
    size: float
    imprint: str
    depth: int
    depth_name: str
    depth_size: float
    framed: bool


def label_of(deck: Deck, desk: Desk, depth: int) -> Label | str:
    """Return the label of a depth, or of the service cards (depth 0); or by how much the deck's title does not fit."""
    card, type_ = desk.look["card"], desk.look["type"]
    tried = sizes(type_["label"], NAME_LEAST, 0.5)
    pad = PAD * min(1, card["label_width"] / WIDE)
    width = card["label_width"] - 2 * pad
    name = desk.block("text", typographic(deck.title, deck.lang), Room(width, NAME_MOST, NAME_LEADING, tried))
    if isinstance(name, str):
        return name
    said = depth_name(depth, deck.lang) if depth else ""
    imprint, size = imprint_of(desk, depth, said, width)
    cap = desk.cap_height("text", name.size)
    line = cap + span([name], 0) + NAME_LINE + desk.cap_height("plain", size)
    top = (card["label_height"] - line) / 2
    return Label(
        name=replace(name, x=pad, y=top + cap),
        line=top + line,
        size=size,
        imprint=imprint,
        depth=depth,
        depth_name=said,
        depth_size=size,
        framed=depth == TENDER,
    )


def imprint_of(desk: Desk, depth: int, said: str, width: float) -> tuple[str, float]:
    """Return what stands beside the depth in some mm of width, and the size of both in points.

    On a narrow label the line is set smaller; where that is not enough the depth stands alone.
    """
    most = desk.look["type"]["label_small"]
    strokes = depth_width(depth) + STROKES_WORD + DEPTH_KIND if depth else 0.0

    def fits(imprint: str, size: float) -> bool:
        texts = desk.advance("plain", size, imprint) + (desk.advance("bold", size, said) if said else 0)
        return texts + strokes * size * PT <= width

    found = (size for size in sizes(most, LINE_LEAST, 0.5) if fits(IMPRINT, size))
    size = next(found, 0.0)
    return (IMPRINT, size) if size else ("", most)


def back_svg(deck: Deck, card: CardSize, colours: Mapping[str, str]) -> str:
    """Return the sticks of a back, with its bleed, as SVG in mm. `colours` are the tones of the deck's hue.

    The wool is not in it: a sheet has one piece of wool under all its backs, so that no seam shows at a shared cut.
    """
    width, height = card.width + 2 * BLEED, card.height + 2 * BLEED
    paths = "".join(f'<path d="{path}"/>' for path in back_paths(deck.id, lay_of(deck), card.width, card.height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-BLEED:g} {-BLEED:g} {width:g} {height:g}">'
        f'<g fill="{colours["straw"]}" stroke="{colours["wool"]}" stroke-width="{EDGE}">{paths}</g></svg>'
    )


def mark_svg(deck: Deck | Printable, colours: Mapping[str, str]) -> str:
    """Return a deck's or printable's mark as SVG, in the ink of its hue."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
        f'<path fill="{colours["ink"]}" d="{mark_path(lay_of(deck))}"/></svg>'
    )
