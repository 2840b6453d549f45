"""The fronts of the service cards, all but the index: where every line stands.

They have no foot line: their heading is their title. Cards to read begin beside the mark and share one size; a
signal is one large word that can be read from across the table.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.printing.desk import ENDLESS, Block, Desk, Front, Misfit, at_once, span, under
from generator.printing.lines import PT, Room, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.printing.service import ServiceCard

# Sizes in points: of lines to read, of a signal's word.
READ_SIZES = sizes(10.5, 9.0, 0.25)
SIGNAL_SIZES = sizes(40.0, 20.0, 1.0)
# A width and a height, in mm, that a title may not exceed.
Space = tuple[float, float]
BOUNDLESS: Space = (ENDLESS, ENDLESS)
# Leading in em, of a title that takes two lines.
TITLE_LEADING = 0.60
# Distances in mm: mark to title, title to lines, one line to write on to the next.
MARK_TITLE, TITLE_LINES, WRITING = 3.2, 6.6, 9.5
# A large word's baseline to the lines under it: in mm, and in em for its descenders.
WORD_GAP, WORD_GAP_EM = 3.6, 0.36
# Paragraphs stand apart by this share of a line more than lines do.
PARAGRAPH = 0.45


def beside_mark(title: str, desk: Desk) -> Block | str:
    """Return a title right of the mark, its first capital level with the mark's middle."""
    card, type_ = desk.look["card"], desk.look["type"]
    x = desk.left + card["mark"] + MARK_TITLE
    tried = sizes(type_["label"], type_["note"], 0.5)
    block = desk.block("text", title, Room(desk.left + desk.width - x, card["prompt_top"] / 2, TITLE_LEADING, tried))
    if isinstance(block, str):
        return block
    middle = card["mark_top"] + card["mark"] / 2
    return replace(block, x=x, y=middle + desk.cap_height("text", block.size) / 2)


def under_title(title: Block) -> float:
    """Return the first baseline under a title beside the mark, in mm."""
    return title.y + span([title], 0) + TITLE_LINES


def reading_fronts(cards: Sequence[ServiceCard], desk: Desk) -> list[tuple[Front, tuple[Misfit, ...]]]:
    """Return the cards to read, all in the largest size in which every one of them fits."""
    fronts = []
    for size in READ_SIZES:
        fronts = [reading_front(card, desk, size) for card in cards]
        if not any(wrong for _, wrong in fronts):
            break
    return fronts


def reading_front(card: ServiceCard, desk: Desk, size: float) -> tuple[Front, tuple[Misfit, ...]]:
    """Return a card to read at one size, or why it cannot be."""
    title = beside_mark(card.title, desk)
    blocks = at_once(desk.small_print([text], desk.width, size) for text in card.text)
    if isinstance(title, str):
        return refused(card, title)
    if isinstance(blocks, str):
        return refused(card, blocks)
    gap = PARAGRAPH * blocks[0].pitch
    over = under_title(title) + span(blocks, gap) - desk.foot
    if over > 0:
        return refused(card, f"at {size:g} pt it is {over:.1f} mm too long")
    return Front(under(blocks, gap, under_title(title)), title=title), ()


def signal_front(card: ServiceCard, desk: Desk) -> tuple[Front, tuple[Misfit, ...]]:
    """Return a card to lay on the table: one large word, and under it what it asks."""
    return centred(card, desk, SIGNAL_SIZES, desk.look["type"]["lead_prompt_most"], desk.foot)


def title_front(card: ServiceCard, desk: Desk, space: Space = BOUNDLESS) -> tuple[Front, tuple[Misfit, ...]]:
    """Return the title card: title and what the deck is about, and small print at the foot.

    The title stays within `space`.
    """
    type_ = desk.look["type"]
    small = at_once(desk.small_print(lines, desk.width, type_["foot"]) for lines in card.small)
    if isinstance(small, str):
        return refused(card, small, "authors")
    gap = PARAGRAPH * small[0].pitch
    first = desk.foot - span(small, gap)
    bottom = first - desk.rise(small[0]) - desk.look["card"]["note_gap"]
    titles = sizes(type_["lead"], type_["label"], 0.5)
    front, wrong = centred(card, desk, titles, type_["prompt_even"], bottom, space)
    return replace(front, blocks=(*front.blocks, *under(small, gap, first))), wrong


def centred(
    card: ServiceCard, desk: Desk, words: tuple[float, ...], most: float, bottom: float, space: Space = BOUNDLESS
) -> tuple[Front, tuple[Misfit, ...]]:
    """Return a card's title as a large word over its lines, at the optical centre of what is above `bottom` (mm).

    `words` are the sizes to try for the word, which stays within `space`; `most` is the largest of
    the lines, in points.
    """
    top = desk.look["card"]["prompt_top"]
    width, height = space
    word = desk.block(
        "text", card.title, Room(min(width, desk.width), min(height, (bottom - top) / 2), TITLE_LEADING, words)
    )
    if isinstance(word, str):
        return refused(card, word, "title")
    head = desk.rise(word) + span([word], 0) + WORD_GAP + WORD_GAP_EM * word.size * PT
    lines = one_size(card, desk, most, bottom - top - head)
    if isinstance(lines, str):
        return refused(card, lines, "about")
    gap = PARAGRAPH * lines[0].pitch
    used = head + desk.rise(lines[0]) + span(lines, gap)
    top += (bottom - top - used) * desk.look["card"]["optical_centre"]
    return Front(under(lines, gap, top + head + desk.rise(lines[0])), title=replace(word, y=top + desk.rise(word))), ()


def one_size(card: ServiceCard, desk: Desk, most: float, height: float) -> tuple[Block, ...] | str:
    """Return a card's lines at the largest size at which all of them fit one under another; or why none does."""
    type_ = desk.look["type"]
    reason = ""
    for size in sizes(most, type_["prompt_least"], type_["prompt_step"]):
        room = Room(desk.width, ENDLESS, type_["prompt_leading"], (size,))
        blocks = at_once(desk.block("text", text, room) for text in card.text)
        if isinstance(blocks, str):
            reason = blocks
            continue
        over = desk.rise(blocks[0]) + span(blocks, PARAGRAPH * blocks[0].pitch) - height
        if over <= 0:
            return blocks
        reason = f"at {size:g} pt it is {over:.1f} mm too long"
    return reason


def blank_front(card: ServiceCard, desk: Desk) -> tuple[Front, tuple[Misfit, ...]]:
    """Return a card to write on: its lines, and lines of the paper's."""
    front, wrong = reading_front(card, desk, desk.look["type"]["note"])
    if wrong:
        return front, wrong
    last = front.blocks[-1]
    written = last.y + span([last], 0) + WRITING
    count = int((desk.foot - written) / WRITING + 1e-6) + 1
    return replace(front, rules=tuple(desk.foot - WRITING * i for i in reversed(range(count)))), ()


def refused(card: ServiceCard, reason: str, key: str = "") -> tuple[Front, tuple[Misfit, ...]]:
    """Return a service card that cannot be printed, and why. On the title card `key` is what its author calls it."""
    message = f"the service card '{card.title}' does not fit: {reason}"
    return Front(()), (Misfit(key if card.small else "", message, "say it in fewer or shorter words"),)
