"""The fronts of the cards to draw: where every line stands, which notes there is room for, and what does not fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.library.model import Severity
from generator.printing.desk import Block, Desk, Front, Misfit, plain, span, under
from generator.printing.foot import foot_of
from generator.printing.lines import Room, sizes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.look.face import Face, Note

# What an author calls the notes of a face.
KEYS = {
    "first": "care",
    "time": "minutes",
    "back_at": "return",
    "ask_more": "follow_up",
    "listen": "listener",
    "instead": "instead",
}
# Distances the look does not name, in mm: what stands above a prompt to the prompt, note to note.
ABOVE_GAP, NOTE_GAP = 6.0, 1.4
# A note's lines stop this much short of the prompt's, in mm, so that it stays a note.
NOTE_INSET = 3.0
ABOVE = -1


@dataclass(frozen=True)
class Draft:
    """A card in the making: what stands above its prompt, and its notes with their place in the order."""

    face: Face
    desk: Desk
    above: Block | None = None
    notes: tuple[tuple[int, Block], ...] = ()

    @cached_property
    def stack(self) -> tuple[Block, ...]:
        """The notes in order."""
        return tuple(block for _, block in sorted(self.notes, key=lambda note: note[0]))

    @cached_property
    def note_line(self) -> float:
        """The first baseline of the notes, in mm from the card's top."""
        return float(self.desk.foot - self.desk.look["card"]["note_gap"] - span(self.stack, NOTE_GAP))

    @cached_property
    def height(self) -> float:
        """The height in mm between the highest a prompt may begin and the lowest its last baseline may be."""
        card, desk = self.desk.look["card"], self.desk
        if self.notes:
            below = self.note_line - desk.rise(self.stack[0])
        else:
            below = desk.foot - desk.cap_height("bold", desk.look["type"]["foot"])
        return float(below - card["note_gap"] - card["prompt_top"])

    @cached_property
    def head(self) -> float:
        """The height in mm that what is above the prompt takes."""
        return self.desk.rise(self.above) + span([self.above], 0) + ABOVE_GAP if self.above else 0.0

    @cached_property
    def prompt(self) -> Block | str:
        """The prompt at its size; or by how much there is no room for it even at the least."""
        type_ = self.desk.look["type"]
        most = type_["lead_prompt_most"] if self.face.lead else type_["prompt_most"]
        tried = sizes(most, type_["prompt_least"], type_["prompt_step"])
        height = self.height - self.head
        room = Room(self.desk.width, height, type_["prompt_leading"], tried, type_["prompt_even"])
        return self.desk.block("text", self.face.prompt, room)

    def blocks(self, prompt: Block) -> tuple[Block, ...]:
        """Return all that stands over the foot line: the prompt at the optical centre, the notes at the bottom."""
        card, desk = self.desk.look["card"], self.desk
        used = self.head + desk.rise(prompt) + span([prompt], 0)
        top = card["prompt_top"] + (self.height - used) * card["optical_centre"]
        above = [replace(self.above, y=top + desk.rise(self.above))] if self.above else []
        return (
            *above,
            replace(prompt, y=top + self.head + desk.rise(prompt)),
            *under(self.stack, NOTE_GAP, self.note_line if self.notes else 0),
        )


def front_of(face: Face, desk: Desk) -> tuple[Front, tuple[Misfit, ...]]:
    """Return the front of a card, and what does not fit on it.

    A note that is not needed stays out when it would bring the prompt under its comfortable size.
    """
    draft, wrong = with_needed(Draft(face, desk))
    for size in smaller_notes(desk) if wrong else ():
        draft, wrong = with_needed(Draft(face, desk), size)
        if not wrong:
            break
    foot, cramped = foot_of(face, desk)
    prompt = draft.prompt
    if isinstance(prompt, str):
        return Front((), foot=foot), (*wrong, *cramped)
    target = min(prompt.size, desk.look["type"]["prompt_even"])
    for number, note in enumerate(face.notes):
        if note.needed:
            continue
        wider = widened(draft, number, note_block(note, desk))
        if wider and isinstance(wider.prompt, Block) and wider.prompt.size >= target:
            draft, prompt = wider, wider.prompt
        else:
            wrong.append(left_out(note))
    return Front(draft.blocks(prompt), foot=foot), (*wrong, *cramped)


def smaller_notes(desk: Desk) -> tuple[float, ...]:
    """Return the sizes for notes that a card cannot do without, when it is too full: some editions allow it."""
    type_ = desk.look["type"]
    return sizes(type_["note"], type_["note_least"], 0.5)[1:]


def with_needed(draft: Draft, size: float = 0.0) -> tuple[Draft, list[Misfit]]:
    """Return a card with all it cannot do without, and a misfit for each part that there is no room for.

    `size` is that of its notes, in points; without it they are as large as all notes are.
    """
    if isinstance(draft.prompt, str):
        return draft, [misfit("need" if draft.face.lead else "text", draft.prompt)]
    wrong = []
    for key, number, part in demands(draft.face, draft.desk, size):
        wider = widened(draft, number, part)
        if not wider:
            wrong.append(misfit(key, str(part)))
        elif isinstance(wider.prompt, str):
            wrong.append(misfit(key, f"with it the text does not: {wider.prompt}"))
        else:
            draft = wider
    return draft, wrong


def demands(face: Face, desk: Desk, size: float) -> Iterator[tuple[str, int, Block | str]]:
    """Yield what has to stand on a card beside its prompt: the author's key, its place, and itself or why not."""
    if face.over:
        yield "instead", ABOVE, note_block(face.over, desk, size)
    if face.lead:
        yield "text", ABOVE, lead_block(face.lead, desk)
    for number, note in enumerate(face.notes):
        if note.needed:
            yield KEYS[note.key], number, note_block(note, desk, size)


def widened(draft: Draft, number: int, part: Block | str) -> Draft | None:
    """Return a draft with one part more, or None when the part itself does not fit the card's width."""
    if isinstance(part, str):
        return None
    if number == ABOVE:
        return replace(draft, above=part)
    return replace(draft, notes=(*draft.notes, (number, part)))


def note_block(note: Note, desk: Desk, size: float = 0.0) -> Block | str:
    """Return a note as a block, or which of its words is wider than the card."""
    block = desk.small_print(note.lines, desk.width - NOTE_INSET, size or desk.look["type"]["note"])
    return block if isinstance(block, str) else replace(block, label=plain(note.label))


def lead_block(lead: str, desk: Desk) -> Block | str:
    """Return the word of a word card, or by how much it does not fit."""
    type_ = desk.look["type"]
    tried = sizes(type_["lead"], type_["lead_prompt_most"], 1)
    return desk.block("text", lead, Room(desk.width, desk.card.height / 4, type_["prompt_leading"], tried))


def misfit(key: str, reason: str) -> Misfit:
    """Return the misfit of something a card cannot do without."""
    return Misfit(key, f"the {key} does not fit the card: {reason}", "say it in fewer or shorter words")


def left_out(note: Note) -> Misfit:
    """Return the misfit of a note that is not printed."""
    key = KEYS[note.key]
    message = f"there is no room in print for the {key}, so it is left out"
    return Misfit(key, message, "shorten it or the text", Severity.WARNING)
