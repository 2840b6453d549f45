"""Fronts that begin with a title beside the mark: to read, and going on over several cards where one is too small."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.printing.anatomy import BESIDE_MARK
from generator.printing.desk import Block, Desk, Front, at_once, span, under
from generator.printing.lines import Room, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

# Leading in em, of a title that takes two lines.
TITLE_LEADING = 0.60
# A title's last baseline to the first of its lines, in mm.
TITLE_LINES = 6.6
# Paragraphs stand apart by this share of a line more than lines do.
PARAGRAPH = 0.45
# Stand for "1/2" while the title of one of several cards is fitted: of up to nine, and of more.
FEW, NUMBER = "0/0", "00/00"
MOST_FEW = 9
# The step in which evener cards are looked for, in mm.
EVEN = 1.0


def beside_mark(title: str, desk: Desk) -> Block | str:
    """Return a title right of the mark, its first capital level with the mark's middle.

    On a narrow card, where two lines of small type do not hold it, it takes as many as need be.
    """
    card, type_ = desk.look["card"], desk.look["type"]
    x = card["mark_left"] + card["mark"] + BESIDE_MARK
    tried = sizes(type_["label"], type_["label_small"], 0.5)
    room = Room(desk.left + desk.width - x, card["title_height"], TITLE_LEADING, tried)
    block = desk.block("text", title, room)
    if isinstance(block, str):
        block = desk.block("text", title, replace(room, height=2 * room.height, sizes=tried[-1:]))
    if isinstance(block, str):
        return block
    middle = card["mark_top"] + card["mark"] / 2
    return replace(block, x=x, y=middle + desk.cap_height("text", block.size) / 2)


def under_title(title: Block, desk: Desk) -> float:
    """Return the first baseline under a title beside the mark, in mm."""
    return title.y + span([title], 0) + TITLE_LINES * desk.scale


def numbered(title: Block, blank: str, number: int, count: int) -> Block:
    """Return a title that says which of several cards it is on, if there are several, in the place of a blank."""
    mine = f"{number}/{count}" if count > 1 else ""
    return replace(title, lines=tuple(line.replace(blank, mine).rstrip() for line in title.lines))


def to_read(title: str, paragraphs: Sequence[str], desk: Desk, size: float) -> Front | str:
    """Return a card to read at a size in points; or why it cannot be."""
    head, blocks = beside_mark(title, desk), set_in(paragraphs, desk, size)
    if isinstance(head, str):
        return head
    if isinstance(blocks, str):
        return blocks
    over = depth(blocks) - (desk.foot - under_title(head, desk))
    return too_long(size, over) if over > 0 else page(head, blocks, desk)


def going_on(
    title: str, paragraphs: Sequence[str], desk: Desk, size: float, before: int = 0, blank: str = FEW
) -> list[Front] | str:
    """Return the same on as few cards as it takes, numbered if they are several; or why it cannot be.

    `before` is how many cards of this title come first, which are counted too; the numbers take the room of `blank`.
    """
    head, blocks = beside_mark(f"{title} {blank}", desk), set_in(paragraphs, desk, size)
    if isinstance(head, str):
        return head
    if isinstance(blocks, str):
        return blocks
    room = desk.foot - under_title(head, desk)
    over = max(depth([block]) for block in blocks) - room
    if over > 0:
        return too_long(size, over)
    found = piles(blocks, room)
    count = before + len(found)
    if count > MOST_FEW and blank == FEW:
        return going_on(title, paragraphs, desk, size, before, NUMBER)
    return [page(numbered(head, blank, number, count), pile, desk) for number, pile in enumerate(found, before + 1)]


def set_in(paragraphs: Sequence[str], desk: Desk, size: float) -> tuple[Block, ...] | str:
    """Return paragraphs to stand under a title, at a size in points; or what of them is too wide."""
    return at_once(desk.small_print([text], desk.width, size) for text in paragraphs)


def page(title: Block, blocks: Sequence[Block], desk: Desk) -> Front:
    """Return a card of paragraphs under a title."""
    return Front(under(blocks, apart(blocks), under_title(title, desk)), title=title)


def too_long(size: float, over: float) -> str:
    """Say by how much something is too long, in mm."""
    return f"at {size:g} pt it is {over:.1f} mm too long"


def apart(blocks: Sequence[Block]) -> float:
    """Return what stands between paragraphs beside a line's pitch, in mm."""
    return PARAGRAPH * blocks[0].pitch


def depth(blocks: Sequence[Block]) -> float:
    """Return the distance from the first baseline of some paragraphs to the last, in mm."""
    return span(blocks, apart(blocks))


def piles(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    """Return paragraphs, each of which fits in some mm of room, in as few piles as can be, about even ones."""
    fewest = poured(blocks, room)
    least = depth(blocks) / len(fewest)
    tried = (poured(blocks, least + EVEN * step) for step in range(int(max(0, room - least) / EVEN)))
    return next((found for found in tried if len(found) == len(fewest)), fewest)


def poured(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    """Return paragraphs in piles, each as high as room allows, or of a single one."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if found[-1] and depth([*found[-1], block]) > room:
            found.append([])
        found[-1].append(block)
    return found
