"""The fronts of the index: every card's id in columns, under the strokes of its depth.

A deck too large for one card gets as many as it needs; they take the places of blanks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from generator.printing.desk import ENDLESS, Block, Desk, Front, Misfit, at_once, plain, span, under
from generator.printing.foot import STROKES_WORD, depth_width
from generator.printing.headed import NUMBER, beside_mark, numbered
from generator.printing.lines import PT, Room, sizes
from generator.printing.service_fronts import refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.printing.codes import Code
    from generator.printing.service import Group, ServiceCard

# Leading of the list in em; between columns and from the words above to the list, in mm; between groups, in lines.
LEADING, GUTTER, LIST_TOP, GROUP_GAP = 0.45, 2.0, 4.6, 0.3
# Baseline of the title's last line to the line under it, in mm.
TITLE_TEXT = 4.6
# The step in which evener columns are looked for, in lines.
EVEN = 0.2
# A group's head never stands last in a column: this many ids stand with it.
TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a group's ids in one column; the first part has the group's head."""

    group: Group
    ids: list[str]
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Way:
    """A way of listing ids: columns, size in points, whether long ids may be parted, whether cards may be several.

    A `bare` one does without the line under the title.
    """

    columns: int
    size: float
    parted: bool = False
    several: bool = False
    bare: bool = False


def index_fronts(
    card: ServiceCard, desk: Desk, code: Code | None = None
) -> tuple[tuple[Front, ...], tuple[Misfit, ...]]:
    """Return the index on one card, in the largest size at which it fits, or on several; or why it cannot be.

    Where a code will stand in the upper right corner, the title stands beside it and the list below.
    """
    reason = ""
    for way in ways(desk, bare=bool(code)):
        head = headline(card, beside(desk, code) if code else desk, way)
        lists = head if isinstance(head, str) else listed(card.groups, desk, way, list_top(head), code)
        if isinstance(head, str) or isinstance(lists, str):
            reason = str(lists)
            continue
        title, *text = head
        return tuple(front(title, [*text, *blocks], i, len(lists)) for i, blocks in enumerate(lists, 1)), ()
    refusal, wrong = refused(card, reason)
    return (refusal,), wrong


def ways(desk: Desk, *, bare: bool = False) -> tuple[Way, ...]:
    """Return the ways to try: large before small, two columns before three, whole ids before parted ones.

    If `bare`, each is tried without the line under the title too.
    """
    type_ = desk.look["type"]
    tried = sizes(type_["index_most"], type_["index_least"], 0.5)
    found = (
        *(Way(columns, size) for size in tried for columns in (2, 3)),
        *(Way(2, tried[-1], parted=True, bare=bare) for bare in (False, True)),
        *(Way(columns, tried[-1], parted=True, several=True) for columns in (2, 1)),
    )
    return tuple(replace(way, bare=way.bare or less) for way in found for less in ((False, True) if bare else (False,)))


def headline(card: ServiceCard, desk: Desk, way: Way) -> tuple[Block, ...] | str:
    """Return the title, with room for a number if need be, and the line under it if there is room for that."""
    title = beside_mark(f"{card.title} {NUMBER}" if way.several else card.title, desk)
    if isinstance(title, str):
        return title
    if way.bare:
        return (title,)
    text = desk.small_print(card.text, desk.left + desk.width - title.x, desk.look["type"]["index_most"])
    if isinstance(text, str):
        return text
    return title, replace(text, x=title.x, y=title.y + span([title], 0) + TITLE_TEXT)


def beside(desk: Desk, code: Code) -> Desk:
    """Return a desk whose lines end before a code."""
    return replace(
        desk, look={**desk.look, "card": {**desk.look["card"], "right": desk.card.width - code.x + code.quiet}}
    )


def list_top(head: tuple[Block, ...]) -> float:
    """Return the first baseline of the list, in mm."""
    return head[-1].y + span([head[-1]], 0) + LIST_TOP


def rows_lost(desk: Desk, way: Way, top: float, code: Code | None) -> float:
    """Return how many rows of the last column a code above it takes, when the list's first baseline is at `top`."""
    if not code:
        return 0.0
    free = code.y + code.side + code.quiet + desk.cap_height("bold", way.size)
    return max(0.0, (free - top) / desk.pitch("plain", way.size, LEADING))


def front(title: Block, blocks: Sequence[Block], number: int, count: int) -> Front:
    """Return one index card; one of several says which it is."""
    return Front(tuple(blocks), title=numbered(title, NUMBER, number, count))


def listed(
    groups: Sequence[Group], desk: Desk, way: Way, top: float, code: Code | None = None
) -> list[tuple[Block, ...]] | str:
    """Return the blocks of each card that a list takes this way; or why it cannot be listed so."""
    width = (desk.width - GUTTER * (way.columns - 1)) / way.columns
    room = Room(width, ENDLESS, LEADING, (way.size,), parting=False)
    ids = [card_id for group in groups for card_id in group.ids]
    entries = at_once(desk.block("plain", card_id, room) for card_id in ids)
    if isinstance(entries, str):
        return entries
    if any(head_width(group, desk, way.size) > width for group in groups):
        return "the name of a depth is wider than a column"
    if not way.parted and any(entry.rows > 1 for entry in entries):
        return "an id is wider than a column"
    blocks = dict(zip(ids, entries, strict=True))
    most = (desk.foot - top) / desk.pitch("plain", way.size, LEADING) + 1
    lost = rows_lost(desk, way, top, code)
    lines = {card_id: block.lines for card_id, block in blocks.items()}
    columns = even_columns(groups, lines, way.columns, most, lost)
    if not way.several and len(columns) > way.columns:
        return "there are too many ids"
    return [
        tuple(
            block
            for number, parts in enumerate(columns[first : first + way.columns])
            for block in standing(
                parts,
                blocks,
                desk.left + number * (width + GUTTER),
                top + lost * desk.pitch("plain", way.size, LEADING) * (first + number + 1 == way.columns),
            )
        )
        for first in range(0, len(columns), way.columns)
    ]


def head_width(group: Group, desk: Desk, size: float) -> float:
    """Return the width of a group's head at a size in points, its strokes among it, in mm."""
    strokes = depth_width(group.depth) + STROKES_WORD
    return desk.advance("bold", size, plain(group.head)) + strokes * size * PT


def even_columns(
    groups: Sequence[Group], lines: Mapping[str, Sequence[str]], per_card: int, most: float, lost: float = 0.0
) -> list[list[Part]]:
    """Return columns of at most `most` rows: as few cards as can be, their columns as even as can be.

    The last column of the first card has `lost` rows less.
    """
    rows = sum(map(len, lines.values())) + len(groups) + lost
    for columns in count(per_card * max(1, int(rows / most / per_card)), per_card):
        least = min(rows / columns, most)
        tried = (least + EVEN * step for step in range(int((most - least) / EVEN) + 1))
        for height in (*tried, most):
            found = poured(groups, lines, height, {per_card - 1: lost})
            if len(found) <= columns:
                return found
    raise AssertionError  # pragma: no cover - count() has no end


def poured(
    groups: Sequence[Group], lines: Mapping[str, Sequence[str]], height: float, lost: Mapping[int, float]
) -> list[list[Part]]:
    """Return the groups poured into columns of `height` rows, each group under its head; some have `lost` rows less."""
    columns: list[list[Part]] = [[]]
    y = 0.0

    def full(rows: float) -> bool:
        return rows > height - lost.get(len(columns) - 1, 0)

    for group in groups:
        first = sum(len(lines[card_id]) for card_id in group.ids[:TOGETHER])
        if y and full(y + GROUP_GAP + 1 + first):
            columns.append([])
            y = 0.0
        y += (GROUP_GAP if y else 0) + 1
        columns[-1].append(Part(group, []))
        for card_id in group.ids:
            if full(y + len(lines[card_id])) and columns[-1][-1].ids:
                columns.append([Part(group, [], headed=False)])
                y = 0.0
            columns[-1][-1].ids.append(card_id)
            y += len(lines[card_id])
    return columns


def standing(parts: Sequence[Part], blocks: Mapping[str, Block], x: float, top: float) -> tuple[Block, ...]:
    """Return the parts of one column as blocks one under another."""
    placed = []
    for part in parts:
        entries = [blocks[card_id] for card_id in part.ids]
        lines = tuple(line for entry in entries for line in entry.lines)
        label = plain(part.group.head) if part.headed else ""
        depth = part.group.depth if part.headed else 0
        placed.append(replace(entries[0], x=x, lines=lines, label=label, depth=depth))
    return under(placed, GROUP_GAP * placed[0].pitch, top) if placed else ()
