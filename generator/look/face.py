"""What stands on the face of a card, and in which place: the same on the phone and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.library.model import TENDER, Card, Kind
from generator.library.words import depth_name, words
from generator.look.typography import typographic

if TYPE_CHECKING:
    from generator.library.model import Deck

OPEN = 3


@dataclass(frozen=True, slots=True)
class Note:
    """Small print on a card. `key` names its kind; a `needed` one may never be left out for want of room."""

    key: str
    label: str
    lines: tuple[str, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Face:
    """The words on a card's front, in reading order, with typographic quotes."""

    address: str
    id: str
    lead: str
    over: Note | None
    prompt: str
    notes: tuple[Note, ...]
    depth: int
    depth_name: str
    kind: str
    lang: str


def face(card: Card, deck: Deck) -> Face:
    """Return the face of a card."""
    said = words(deck.lang)

    def shown(text: str) -> str:
        return typographic(text, deck.lang)

    lead, prompt = "", card.text
    if card.kind is Kind.WORD and card.need:
        lead, prompt = card.text, said["notes"]["often_needs"].format(need=card.need)
    return Face(
        address=card.address,
        id=card.id,
        lead=shown(lead),
        over=Note("instead", said["notes"]["instead"], (shown(card.instead),), needed=True) if card.instead else None,
        prompt=shown(prompt),
        notes=tuple(
            Note(note.key, note.label, tuple(map(shown, note.lines)), note.needed)
            for note in notes(card, said["notes"])
        ),
        depth=card.depth,
        depth_name=depth_name(card.depth, deck.lang),
        kind=said["kinds"][card.kind.value],
        lang=deck.lang,
    )


def notes(card: Card, labels: dict[str, str]) -> tuple[Note, ...]:
    """Return a card's small print, the most needed first.

    What to agree first stands on every Tender card. From Open on the listener's line comes before the follow-up,
    for there the reply matters more than the next question.
    """
    found: list[Note] = []
    if card.care:
        found.append(Note("first", labels["first"], (card.care,), needed=card.depth == TENDER))
    if card.minutes:
        line = labels["minutes_one" if card.minutes == 1 else "minutes_many"].format(count=card.minutes)
        found.append(Note("time", labels["time"], (line,), needed=True))
    if card.return_:
        found.append(Note("back_at", labels["back_at"], (card.return_,), needed=True))
    replies = []
    if card.follow_up:
        replies.append(Note("ask_more", labels["ask_more"], card.follow_up, needed=False))
    if card.listener:
        replies.append(Note("listen", labels["listen"], (card.listener,), needed=card.depth >= OPEN))
    return (*found, *(reversed(replies) if card.depth >= OPEN else replies))
