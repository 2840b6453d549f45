"""The parts of a printable, set: how each kind of part becomes words, rules and boxes in their places. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.page import Form
from generator.printing.desk import ENDLESS
from generator.printing.grid import Line, Rect
from generator.printing.lines import Room, sizes
from generator.printing.setting import TIGHT, heading, listed, spoken, words
from generator.printing.stacks import Stack, beside, moved, together, under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.page import Entry, Part
    from generator.printing.setting import Measure

# Sizes as shares of the size that paragraphs have; small print is never below its least, in points.
TITLE, HEADING, SMALL, SMALL_LEAST = 1.9, 1.3, 0.76, 9.0
# What stands between two items, under a title, under a label, and between two rows of groups, in em.
ITEM_GAP, TITLE_GAP, LABEL_TEXT, GROUP_GAP = 0.35, 0.95, 0.6, 1.8
# An item begins with a stick, in em: its width, its height, and from its left edge to the text.
STICK_WIDTH, STICK_HEIGHT, INDENT = 0.13, 0.70, 0.75
# A line to write on, in mm: the least room above it, how far a label stands above it and before it, and what stands
# between one label's last line and the next label.
WRITING, LABEL_RISE, LABEL_END, LABEL_GAP = 8.5, 0.9, 3.0, 5.0
# Boxes, in mm: their padding, the gap between two, between a word and its note, between a mark and its word, a mark.
BOX_PAD, BOX_GAP, NOTE_GAP, BOX_MARK_GAP, BOX_MARK = 4.0, 4.0, 5.5, 4.5, 9.0
# The sizes of a box's word in points, and down to which it is made smaller only to stand on one line.
BOX_SIZES, BOX_LINE = sizes(64.0, 20.0, 1.0), 28.0


def set_part(part: Part, measure: Measure) -> Stack:  # noqa: PLR0911 - one arm a form
    """Return one part, set."""
    match part.form:
        case Form.HEADING:
            return heading("h2", part.text, HEADING, measure, part.place)
        case Form.TEXT:
            return words("p", "text", part.text, measure, part.place)
        case Form.SMALL:
            size = max(SMALL_LEAST, measure.size * SMALL)
            return words("p", "plain", part.text, replace(measure, size=size), part.place)
        case Form.ITEMS:
            return items(part, measure)
        case Form.GROUPS:
            return groups(part, measure)
        case Form.LINES:
            return writing(part.entries, measure)
        case _:
            return boxes(part, measure)


def items(part: Part, measure: Measure) -> Stack:
    """Return items in columns, filled one after another; each item begins with a stick."""
    width, step = measure.columns(part.columns)
    count = -(-len(part.entries) // part.columns)
    runs = [part.entries[start : start + count] for start in range(0, len(part.entries), count)]
    return beside([column(run, replace(measure, width=width)) for run in runs], step)


def column(entries: Sequence[Entry], measure: Measure) -> Stack:
    """Return items one under another."""
    em, indent = measure.em, INDENT * measure.em
    narrow = replace(measure, width=measure.width - indent)
    text = listed([(text, entry.place) for entry in entries for text in entry.texts], narrow, ITEM_GAP * em)
    (said,) = text.words
    sticks, y = [], said.y
    for lines in said.paragraphs:
        sticks.append(Rect(0, y - STICK_HEIGHT * em, STICK_WIDTH * em, STICK_HEIGHT * em))
        y += said.pitch * len(lines) + said.apart
    return together([moved(text, indent, 0), Stack(0, sticks=tuple(sticks))])


def groups(part: Part, measure: Measure) -> Stack:
    """Return groups in rows; the groups of a row share a top."""
    width, step = measure.columns(part.columns)
    found = [group(entry, replace(measure, width=width)) for entry in part.entries]
    rows = [beside(found[start : start + part.columns], step) for start in range(0, len(found), part.columns)]
    return under(rows, GROUP_GAP * measure.em + measure.gap_more)


def group(entry: Entry, measure: Measure) -> Stack:
    """Return a title with its items."""
    title = words(measure.level, "bold", entry.title, measure, entry.place)
    under_it = listed([(text, entry.place) for text in entry.texts], measure, 0)
    return under([title, under_it], TITLE_GAP * measure.em)


def writing(entries: Sequence[Entry], measure: Measure) -> Stack:
    """Return lines to write on. Labels without a text stand at the left of their first line, others above it."""
    row = WRITING + measure.line_more
    if any(entry.texts for entry in entries):
        return under([asked(entry, row, measure) for entry in entries], LABEL_GAP)
    labels = [words("p", "bold", entry.title, measure, entry.place) for entry in entries]
    indent = LABEL_END + max(widest(label, measure) for label in labels)
    return under(
        [labelled(label, entry.rows, indent, row, measure) for label, entry in zip(labels, entries, strict=True)], 0
    )


def widest(label: Stack, measure: Measure) -> float:
    """Return the width of a label's widest line, in mm."""
    return max(
        measure.desk.advance(said.style, said.size, line)
        for said in label.words
        for lines in said.paragraphs
        for line in lines
    )


def asked(entry: Entry, row: float, measure: Measure) -> Stack:
    """Return a label, what to write, and the lines to write it on."""
    said = [words("p", "bold", entry.title, measure, entry.place)]
    said += [words("p", "text", text, measure, entry.place) for text in entry.texts]
    above = under(said, LABEL_TEXT * measure.em)
    return together([above, moved(ruled(entry.rows, row, 0, measure.width), 0, above.height)])


def labelled(label: Stack, count: int, indent: float, row: float, measure: Measure) -> Stack:
    """Return a label at the left of the first of its lines."""
    drop = row - LABEL_RISE - label.height
    return together([moved(label, 0, drop), ruled(count, row, indent, measure.width)])


def ruled(count: int, row: float, left: float, right: float) -> Stack:
    """Return some lines to write on."""
    return Stack(row * count, rules=tuple(Line(left, row * i, right, row * i) for i in range(1, count + 1)))


def boxes(part: Part, measure: Measure) -> Stack:
    """Return boxes in rows, all of one size, their words as large as they can be. A single one has the mark."""
    width, step = measure.columns(part.columns, BOX_GAP)
    inner = replace(measure, width=width - 2 * BOX_PAD)
    peers = measure.peers or part.entries
    note = max(noted(entry, inner).height for entry in peers)
    above = BOX_MARK + BOX_MARK_GAP if len(part.entries) == 1 else 0.0
    least = max(word(entry, inner, Room(inner.width, ENDLESS, TIGHT, BOX_SIZES[-1:])).height for entry in peers)
    room = Room(inner.width, least + measure.box_more, TIGHT, BOX_SIZES)
    size = min(word(entry, inner, room).words[0].size for entry in peers)
    height = 2 * BOX_PAD + above + room.height + (NOTE_GAP + note if note else 0)
    titles = [word(entry, inner, replace(room, sizes=(size,))) for entry in part.entries]
    top = (height - above - max(title.height for title in titles) - (NOTE_GAP + note if note else 0)) / 2
    found = []
    for entry, title in zip(part.entries, titles, strict=True):
        inside = together([title, moved(noted(entry, inner), 0, title.height + NOTE_GAP)])
        mark = (Rect((width - BOX_MARK) / 2, top, BOX_MARK, BOX_MARK),) if above else ()
        frame = Stack(height, boxes=(Rect(0, 0, width, height),), marks=mark)
        found.append(together([frame, centred(moved(inside, BOX_PAD, top + above))]))
    rows = [beside(found[start : start + part.columns], step) for start in range(0, len(found), part.columns)]
    return under(rows, BOX_GAP)


def word(entry: Entry, measure: Measure, room: Room) -> Stack:
    """Return the large word of a box at the largest size the room allows, on one line where that is large enough."""
    shown = measure.shown(entry.title)
    level = tuple(size for size in room.sizes if measure.desk.advance("text", size, shown) <= room.width)
    if level and level[0] >= BOX_LINE:
        room = replace(room, sizes=level)
    return spoken("p", [measure.block("text", entry.title, room, entry.place)], measure)


def noted(entry: Entry, measure: Measure) -> Stack:
    """Return what stands under the word of a box, if anything does."""
    texts = [(text, entry.place) for text in entry.texts]
    return listed(texts, measure, 0) if texts else Stack(0)


def centred(stack: Stack) -> Stack:
    """Return a stack with its lines in the middle of their width."""
    return replace(stack, words=tuple(replace(said, centred=True) for said in stack.words))
