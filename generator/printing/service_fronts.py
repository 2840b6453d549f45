"""The fronts of the service cards, all but the index: where every line stands.

They have no foot line: their heading is their title. Cards to read begin beside the mark and share one size; a
signal is one large word that can be read from across the table. What is too long for one card at the least size goes
on with whole paragraphs on another, and each then says which it is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from generator.printing.desk import ENDLESS, Block, Desk, Front, Misfit, at_once, span, under
from generator.printing.lines import PT, Room, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.printing.service import ServiceCard

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
# One card goes on over this many at most.
MOST_SHARES = 4
# Stand for "1/2" while the title of one of several cards is fitted, of few and of many.
FEW, NUMBER = "0/0", "00/00"

Made = tuple[Front, tuple[Misfit, ...]]


def beside_mark(title: str, desk: Desk) -> Block | str:
    """Return a title right of the mark, its first capital level with the mark's middle."""
    card, type_ = desk.look["card"], desk.look["type"]
    x = desk.left + card["mark"] + MARK_TITLE
    tried = sizes(type_["label"], type_["note"], 0.5)
    block = desk.block("text", title, Room(desk.left + desk.width - x, card["title_height"], TITLE_LEADING, tried))
    if isinstance(block, str):
        return block
    middle = card["mark_top"] + card["mark"] / 2
    return replace(block, x=x, y=middle + desk.cap_height("text", block.size) / 2)


def under_title(title: Block, desk: Desk) -> float:
    """Return the first baseline under a title beside the mark, in mm."""
    return title.y + span([title], 0) + TITLE_LINES * desk.scale


def reading_fronts(cards: Sequence[ServiceCard], desk: Desk) -> list[Made]:
    """Return the cards to read, all in the largest size in which every one of them fits, or on several in the least."""
    type_ = desk.look["type"]
    tried = sizes(type_["read_most"], type_["read_least"], 0.25)
    for size in tried:
        fronts = [reading_front(card, desk, size) for card in cards]
        if not any(wrong for _, wrong in fronts):
            return fronts
    return [made for card in cards for made in parted(card, desk, tried[-1])]


def parted(card: ServiceCard, desk: Desk, size: float) -> list[Made]:
    """Return a card to read on as few cards as take it at one size, their shares as even as can be; or why not."""
    end = len(card.text)
    for count in range(1, min(end, MOST_SHARES) + 1):
        ways = [shares(card, (0, *cuts, end)) for cuts in combinations(range(1, end), count - 1)]
        for way in sorted(ways, key=fullest):
            made = [reading_front(share, desk, size) for share in way]
            if not any(wrong for _, wrong in made):
                return [(told_apart(front, i, count), ()) for i, (front, _) in enumerate(made, 1)]
    return [reading_front(card, desk, size)]


def shares(card: ServiceCard, ends: Sequence[int]) -> list[ServiceCard]:
    """Return a card in shares of its paragraphs; of several each title has room for a number."""
    pairs = list(pairwise(ends))
    title = f"{card.title} {FEW}" if len(pairs) > 1 else card.title
    return [replace(card, title=title, text=card.text[a:b]) for a, b in pairs]


def fullest(way: Sequence[ServiceCard]) -> int:
    """Return how many characters the fullest of some cards has."""
    return max(len(" ".join(card.text)) for card in way)


def told_apart(front: Front, number: int, count: int) -> Front:
    """Return one of some fronts with its number in its title."""
    return replace(front, title=front.title and numbered(front.title, FEW, number, count))


def numbered(title: Block, blank: str, number: int, count: int) -> Block:
    """Return a title that says which of several cards it is on, if there are several, in the place of a blank."""
    mine = f"{number}/{count}" if count > 1 else ""
    return replace(title, lines=tuple(line.replace(blank, mine).rstrip() for line in title.lines))


def reading_front(card: ServiceCard, desk: Desk, size: float) -> Made:
    """Return a card to read at one size, or why it cannot be."""
    title = beside_mark(card.title, desk)
    blocks = at_once(desk.small_print([text], desk.width, size) for text in card.text)
    if isinstance(title, str):
        return refused(card, title)
    if isinstance(blocks, str):
        return refused(card, blocks)
    gap = PARAGRAPH * blocks[0].pitch
    over = under_title(title, desk) + span(blocks, gap) - desk.foot
    if over > 0:
        return refused(card, f"at {size:g} pt it is {over:.1f} mm too long")
    return Front(under(blocks, gap, under_title(title, desk)), title=title), ()


def signal_front(card: ServiceCard, desk: Desk) -> Made:
    """Return a card to lay on the table: one large word, and under it what it asks."""
    type_ = desk.look["type"]
    words = sizes(type_["signal_most"], type_["signal_least"], 1.0)
    return centred(card, desk, words, type_["lead_prompt_most"], desk.foot)


def title_fronts(card: ServiceCard, desk: Desk) -> list[Made]:
    """Return the title card; where its small print makes it too full, that has cards of its own."""
    whole = title_front(card, desk)
    alone = title_front(replace(card, small=()), desk)
    if not whole[1] or alone[1]:
        return [whole]
    small = replace(card, text=tuple(line for lines in card.small for line in lines), small=())
    more = parted(small, desk, desk.look["type"]["foot"])
    return [whole] if any(wrong for _, wrong in more) else [alone, *more]


def title_front(card: ServiceCard, desk: Desk, space: Space = BOUNDLESS) -> Made:
    """Return the title card on one: its title, within `space`, what the deck is about, and small print at the foot."""
    type_ = desk.look["type"]
    titles = sizes(type_["lead"], type_["label"], 0.5)
    if not card.small:
        return centred(card, desk, titles, type_["prompt_even"], desk.foot, space)
    small = at_once(desk.small_print(lines, desk.width, type_["foot"]) for lines in card.small)
    if isinstance(small, str):
        return refused(card, small, "authors")
    gap = PARAGRAPH * small[0].pitch
    first = desk.foot - span(small, gap)
    bottom = first - desk.rise(small[0]) - desk.look["card"]["note_gap"]
    front, wrong = centred(card, desk, titles, type_["prompt_even"], bottom, space)
    return replace(front, blocks=(*front.blocks, *under(small, gap, first))), wrong


def centred(
    card: ServiceCard, desk: Desk, words: tuple[float, ...], most: float, bottom: float, space: Space = BOUNDLESS
) -> Made:
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


def blank_front(card: ServiceCard, desk: Desk) -> Made:
    """Return a card to write on: its lines, and lines of the paper's."""
    front, wrong = reading_front(card, desk, desk.look["type"]["note"])
    if wrong:
        return front, wrong
    last = front.blocks[-1]
    written = last.y + span([last], 0) + WRITING
    count = int((desk.foot - written) / WRITING + 1e-6) + 1
    return replace(front, rules=tuple(desk.foot - WRITING * i for i in reversed(range(count)))), ()


def refused(card: ServiceCard, reason: str, key: str = "") -> Made:
    """Return a service card that cannot be printed, and why. On the title card `key` is what its author calls it."""
    message = f"the service card '{card.title}' does not fit: {reason}"
    return Front(()), (Misfit(key if card.small else "", message, "say it in fewer or shorter words"),)
