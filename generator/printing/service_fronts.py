"""The fronts of the service cards, all but the index: where every line stands.

They have no foot line: their heading is their title. Cards to read begin beside the mark and share one size; a
signal is one large word that can be read from across the table. What a small card cannot hold goes on on another.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

from generator.printing.desk import ENDLESS, Block, Desk, Front, Misfit, at_once, span, under
from generator.printing.headed import PARAGRAPH, TITLE_LEADING, going_on, to_read, too_long
from generator.printing.lines import PT, Room, sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.printing.service import ServiceCard

    Set = tuple[Front, tuple[Misfit, ...]]

# Sizes in points: of lines to read on one card, of those that go on on another, of a signal's word.
READ_SIZES, GOING_ON_SIZES = sizes(10.5, 9.0, 0.25), sizes(9.0, 7.0, 0.5)
SIGNAL_SIZES = sizes(40.0, 20.0, 1.0)
# One line to write on to the next, in mm.
WRITING = 9.5
# A large word's baseline to the lines under it: in mm, and in em for its descenders.
WORD_GAP, WORD_GAP_EM = 3.6, 0.36


def reading_fronts(cards: Sequence[ServiceCard], desk: Desk) -> list[Set]:
    """Return the cards to read, all in the largest size in which every one of them fits.

    Where that would be under 9 points, those that are too long go on on another card instead.
    """
    fronts: list[Set] = []
    for size in READ_SIZES:
        fronts = [reading_front(card, desk, size) for card in cards]
        if not any(wrong for _, wrong in fronts):
            return fronts
    for size in GOING_ON_SIZES:
        fronts = [front for card in cards for front in going_on_fronts(card, desk, size)]
        if not any(wrong for _, wrong in fronts):
            break
    return fronts


def reading_front(card: ServiceCard, desk: Desk, size: float) -> Set:
    """Return a card to read at one size, or why it cannot be."""
    front = to_read(card.title, [(text,) for text in card.text], desk, size)
    return refused(card, front) if isinstance(front, str) else (front, ())


def going_on_fronts(card: ServiceCard, desk: Desk, size: float) -> Iterator[Set]:
    """Yield the cards that a card to read becomes at one size; one that fits stays one."""
    whole = reading_front(card, desk, size)
    fronts = going_on(card.title, [(text,) for text in card.text], desk, size) if whole[1] else [whole[0]]
    if isinstance(fronts, str):
        yield refused(card, fronts)
    else:
        yield from ((front, ()) for front in fronts)


def signal_front(card: ServiceCard, desk: Desk) -> Set:
    """Return a card to lay on the table: one large word, and under it what it asks."""
    return centred(card, desk, SIGNAL_SIZES, desk.look["type"]["lead_prompt_most"], desk.foot)


def title_fronts(card: ServiceCard, desk: Desk) -> list[Set]:
    """Return the title card. Where its small print would crowd out the rest, that has a card of its own."""
    whole = title_front(card, desk)
    if not whole[1]:
        return [whole]
    first = large_title(card, desk, desk.foot)
    if first[1]:
        return [first]
    for size in GOING_ON_SIZES:
        fronts = going_on(card.title, card.small, desk, size, before=1)
        if not isinstance(fronts, str):
            return [first, *((front, ()) for front in fronts)]
    return [whole]


def title_front(card: ServiceCard, desk: Desk) -> Set:
    """Return the title card: title and what the deck is about, and small print at the foot."""
    small = at_once(desk.small_print(lines, desk.width, desk.look["type"]["foot"]) for lines in card.small)
    if isinstance(small, str):
        return refused(card, small, "authors")
    gap = PARAGRAPH * small[0].pitch
    first = desk.foot - span(small, gap)
    front, wrong = large_title(card, desk, first - desk.rise(small[0]) - desk.look["card"]["note_gap"])
    return replace(front, blocks=(*front.blocks, *under(small, gap, first))), wrong


def large_title(card: ServiceCard, desk: Desk, bottom: float) -> Set:
    """Return the title over what the deck is about, above `bottom` (mm)."""
    type_ = desk.look["type"]
    return centred(card, desk, sizes(type_["lead"], type_["label"], 0.5), type_["prompt_even"], bottom)


def centred(card: ServiceCard, desk: Desk, words: tuple[float, ...], most: float, bottom: float) -> Set:
    """Return a card's title as a large word over its lines, at the optical centre of what is above `bottom` (mm).

    `words` are the sizes to try for the word, `most` is the largest of the lines, in points.
    """
    top = desk.look["card"]["prompt_top"]
    word = desk.block("text", card.title, Room(desk.width, (bottom - top) / 2, TITLE_LEADING, words))
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
    for size in sizes(most, type_["label_small"], type_["prompt_step"]):
        room = Room(desk.width, ENDLESS, type_["prompt_leading"], (size,))
        blocks = at_once(desk.block("text", text, room) for text in card.text)
        if isinstance(blocks, str):
            reason = blocks
            continue
        over = desk.rise(blocks[0]) + span(blocks, PARAGRAPH * blocks[0].pitch) - height
        if over <= 0:
            return blocks
        reason = too_long(size, over)
    return reason


def blank_front(card: ServiceCard, desk: Desk) -> Set:
    """Return a card to write on: its lines, and lines of the paper's."""
    front, wrong = reading_front(card, desk, desk.look["type"]["note"])
    if wrong:
        return front, wrong
    last = front.blocks[-1]
    written = last.y + span([last], 0) + WRITING
    count = floor((desk.foot - written) / WRITING + 1e-6) + 1
    return replace(front, rules=tuple(desk.foot - WRITING * i for i in reversed(range(count)))), ()


def refused(card: ServiceCard, reason: str, key: str = "") -> Set:
    """Return a service card that cannot be printed, and why. On the title card `key` is what its author calls it."""
    message = f"the service card '{card.title}' does not fit: {reason}"
    return Front(()), (Misfit(key if card.small else "", message, "say it in fewer or shorter words"),)
