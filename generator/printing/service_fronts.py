"""The fronts of the service cards, all but the index: where every line stands.

They have no foot line: their heading is their title. Cards to read begin beside the mark and share one size; a
signal is one large word that can be read from across the table. What is too long for one card goes on with whole
paragraphs on another, and each then says which it is.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

from generator.printing.desk import ENDLESS, Block, Desk, Front, Misfit, at_once, span, under
from generator.printing.headed import PARAGRAPH, TITLE_LEADING, going_on, to_read, too_long
from generator.printing.lines import PT, Room, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.printing.service import ServiceCard

    Made = tuple[Front, tuple[Misfit, ...]]
    # In points, the largest first.
    Sizes = tuple[float, ...]

# A width and a height, in mm, that a title may not exceed.
Space = tuple[float, float]
BOUNDLESS: Space = (ENDLESS, ENDLESS)
# One line to write on to the next, in mm.
WRITING = 9.5
# A large word's baseline to the lines under it: in mm, and in em for its descenders.
WORD_GAP, WORD_GAP_EM = 3.6, 0.36


def reading_fronts(cards: Sequence[ServiceCard], desk: Desk) -> list[Made]:
    """Return the cards to read, all in the largest size in which every one of them fits.

    Where none is, those that are too long go on on another card; only if that does not help, all are set smaller.
    """
    type_ = desk.look["type"]
    made: list[Made] = []
    for size in sizes(type_["read_most"], type_["read_least"], 0.25):
        made = [reading_front(card, desk, size) for card in cards]
        if not any(wrong for _, wrong in made):
            return made
    for size in small_sizes(desk):
        made = [one for card in cards for one in going_on_fronts(card, desk, size)]
        if not any(wrong for _, wrong in made):
            break
    return made


def small_sizes(desk: Desk) -> tuple[float, ...]:
    """Return the sizes to try, in points, for what goes on on another card."""
    type_ = desk.look["type"]
    return sizes(type_["read_least"], type_["small_least"], 0.5)


def going_on_fronts(card: ServiceCard, desk: Desk, size: float) -> list[Made]:
    """Return a card to read at one size, on as few cards as take it; or why none do."""
    whole = reading_front(card, desk, size)
    fronts = going_on(card.title, card.text, desk, size) if whole[1] else [whole[0]]
    return [refused(card, fronts)] if isinstance(fronts, str) else [(front, ()) for front in fronts]


def reading_front(card: ServiceCard, desk: Desk, size: float) -> Made:
    """Return a card to read at one size, or why it cannot be."""
    front = to_read(card.title, card.text, desk, size)
    return refused(card, front) if isinstance(front, str) else (front, ())


def signal_front(card: ServiceCard, desk: Desk) -> Made:
    """Return a card to lay on the table: one large word, and under it what it asks."""
    type_ = desk.look["type"]
    words = sizes(type_["signal_most"], type_["signal_least"], 1.0)
    lines = sizes(type_["lead_prompt_most"], type_["label_small"], type_["prompt_step"])
    return centred(card, desk, words, lines, desk.foot)


def title_fronts(card: ServiceCard, desk: Desk) -> list[Made]:
    """Return the title card; where its small print makes it too full, that has cards of its own."""
    whole = title_front(card, desk)
    alone = title_front(replace(card, small=()), desk)
    if not whole[1] or alone[1]:
        return [whole]
    small = [line for lines in card.small for line in lines]
    for size in small_sizes(desk):
        more = going_on(card.title, small, desk, size, before=1)
        if not isinstance(more, str):
            return [alone, *((front, ()) for front in more)]
    return [whole]


def title_front(card: ServiceCard, desk: Desk, space: Space = BOUNDLESS) -> Made:
    """Return the title card on one: its title, within `space`, what the deck is about, and small print at the foot."""
    type_ = desk.look["type"]
    titles = sizes(type_["lead"], type_["label"], 0.5)
    lines = sizes(type_["prompt_even"], type_["prompt_least"], type_["prompt_step"])
    if not card.small:
        return centred(card, desk, titles, lines, desk.foot, space)
    small = at_once(desk.small_print(lines, desk.width, type_["foot"]) for lines in card.small)
    if isinstance(small, str):
        return refused(card, small, "authors")
    gap = PARAGRAPH * small[0].pitch
    first = desk.foot - span(small, gap)
    bottom = first - desk.rise(small[0]) - desk.look["card"]["note_gap"]
    front, wrong = centred(card, desk, titles, lines, bottom, space)
    return replace(front, blocks=(*front.blocks, *under(small, gap, first))), wrong


def centred(card: ServiceCard, desk: Desk, words: Sizes, tried: Sizes, bottom: float, space: Space = BOUNDLESS) -> Made:
    """Return a card's title as a large word over its lines, at the optical centre of what is above `bottom` (mm).

    `words` are the sizes to try for the word, which stays within `space`, and `tried` those for the lines, in points.
    """
    top = desk.look["card"]["prompt_top"]
    width, height = space
    room = Room(min(width, desk.width), min(height, (bottom - top) / 2), TITLE_LEADING, words)
    word = desk.block("text", card.title, room)
    if isinstance(word, str):
        return refused(card, word, "title")
    head = desk.rise(word) + span([word], 0) + WORD_GAP + WORD_GAP_EM * word.size * PT
    lines = one_size(card, desk, tried, bottom - top - head)
    if isinstance(lines, str):
        return refused(card, lines, "about")
    gap = PARAGRAPH * lines[0].pitch
    used = head + desk.rise(lines[0]) + span(lines, gap)
    top += (bottom - top - used) * desk.look["card"]["optical_centre"]
    return Front(under(lines, gap, top + head + desk.rise(lines[0])), title=replace(word, y=top + desk.rise(word))), ()


def one_size(card: ServiceCard, desk: Desk, tried: Sizes, height: float) -> tuple[Block, ...] | str:
    """Return a card's lines at the largest size at which all of them fit one under another; or why none does."""
    reason = ""
    for size in tried:
        room = Room(desk.width, ENDLESS, desk.look["type"]["prompt_leading"], (size,))
        blocks = at_once(desk.block("text", text, room) for text in card.text)
        if isinstance(blocks, str):
            reason = blocks
            continue
        over = desk.rise(blocks[0]) + span(blocks, PARAGRAPH * blocks[0].pitch) - height
        if over <= 0:
            return blocks
        reason = too_long(size, over)
    return reason


def blank_front(card: ServiceCard, desk: Desk) -> Made:
    """Return a card to write on: its lines, and lines of the paper's."""
    front, wrong = reading_front(card, desk, desk.look["type"]["note"])
    if wrong:
        return front, wrong
    last = front.blocks[-1]
    written = last.y + span([last], 0) + WRITING
    count = floor((desk.foot - written) / WRITING + 1e-6) + 1
    return replace(front, rules=tuple(desk.foot - WRITING * i for i in reversed(range(count)))), ()


def refused(card: ServiceCard, reason: str, key: str = "") -> Made:
    """Return a service card that cannot be printed, and why. On the title card `key` is what its author calls it."""
    message = f"the service card '{card.title}' does not fit: {reason}"
    return Front(()), (Misfit(key if card.small else "", message, "say it in fewer or shorter words"),)
