"""A whole deck as it will be printed: every front and back in its place on every sheet, and all that does not fit."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from generator.look.tokens import hue_of, look
from generator.printing.backs import back_svg, label_of, mark_svg
from generator.printing.desk import Desk, Front, Misfit
from generator.printing.foot import KIND_ID, STROKE, STROKE_GAP, STROKE_HEIGHT, STROKES_WORD
from generator.printing.fronts import front_of
from generator.printing.grid import BLEED
from generator.printing.index import index_fronts
from generator.printing.service import READING, SIGNALS
from generator.printing.service_fronts import blank_front, reading_fronts, signal_front, title_fronts
from generator.printing.sheets import dealt, sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.printing.job import Job
    from generator.printing.lines import Font

# The depth of a card that has none, on a back.
SERVICE = 0


@dataclass(frozen=True, slots=True)
class Flaw:
    """A misfit and the id of the card it is on; an empty id is the deck itself."""

    card: str
    misfit: Misfit


def composed(
    job: Job, fonts: Mapping[str, Font], families: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Any], tuple[Flaw, ...]]:
    """Return a deck as the templates want it, and every flaw in it."""
    desk = Desk(job.card, job.look, fonts, job.deck.lang)
    cards, flaws = drawn(job, desk)
    service, more = served(job, desk)
    labels, wrong = labelled(job, desk)
    place = sheet(job.ticket.imposition)
    blank = service[-1]
    items = [*cards, *service, *[blank] * (-(len(cards) + len(service)) % len(place.fronts))]
    sheets = dealt(items, len(place.fronts))
    faces = ["fold" if side.fronts and side.backs else "front" if side.fronts else "back" for side in place.sides]
    data = {
        **document(job),
        **appearance(job),
        "fonts": families,
        "labels": labels,
        "place": asdict(place),
        "sheets": [sheet_of(job, items, faces, number, len(sheets)) for number, items in enumerate(sheets, 1)],
    }
    return data, (*flaws, *more, *wrong)


def document(job: Job) -> dict[str, Any]:
    """Return what the PDF says of itself."""
    lang, region = job.language
    return {
        "title": job.title,
        "authors": job.deck.authors,
        "lang": lang,
        "region": region,
        "date": [job.day.year, job.day.month, job.day.day],
    }


def appearance(job: Job) -> dict[str, Any]:
    """Return the look's numbers, the deck's colours and drawings, and the words in every margin."""
    colours = look()["hue"][hue_of(job.deck)]
    strokes = {"width": STROKE, "gap": STROKE_GAP, "height": STROKE_HEIGHT, "word": STROKES_WORD, "kind": KIND_ID}
    return {
        "colours": {**look()["print"], "deck": colours["ink"], "wool": colours["wool"]},
        "card": {**job.look["card"], "width": job.card.width, "height": job.card.height},
        "type": job.look["type"],
        "bleed": BLEED,
        "strokes": strokes,
        "mark": mark_svg(job.deck, colours),
        "back": back_svg(job.deck, job.card, colours),
        "notes": {"cut": job.said["cut_note"], **{key: job.said[key] for key in ("ruler", "ruler_short")}},
    }


def sheet_of(
    job: Job, items: Iterable[tuple[int, Front]], faces: Sequence[str], number: int, total: int
) -> dict[str, Any]:
    """Return one sheet: what is written in the margin of each page, its fronts, and the depths of its backs."""

    def label(face: str) -> tuple[str, str, str]:
        said = job.said["sheet_label"].format(deck=job.title, number=number, total=total, face=job.said[face])
        return said.partition(job.title)

    return {
        "labels": [label(face) for face in faces],
        "cards": [asdict(front) for _, front in items],
        "backs": [depth for depth, _ in items],
    }


def drawn(job: Job, desk: Desk) -> tuple[list[tuple[int, Front]], list[Flaw]]:
    """Return the fronts of the cards to draw, each with the depth on its back, and their flaws."""
    fronts: list[tuple[int, Front]] = []
    flaws: list[Flaw] = []
    for face in job.faces:
        front, wrong = front_of(face, desk)
        fronts.append((face.depth, front))
        flaws += [Flaw(face.id, misfit) for misfit in wrong]
    return fronts, flaws


def served(job: Job, desk: Desk) -> tuple[list[tuple[int, Front]], list[Flaw]]:
    """Return the fronts of the service cards, in order, and their flaws."""
    cards = {card.key: card for card in job.service}
    index, missed = index_fronts(cards["index"], desk)
    found = [
        *title_fronts(cards["title_card"], desk),
        *reading_fronts([cards[key] for key in READING], desk),
        *(signal_front(cards[key], desk) for key in SIGNALS),
        *((front, ()) for front in index),
        blank_front(cards["blank"], desk),
    ]
    wrong = [*missed, *(misfit for _, misfits in found for misfit in misfits)]
    return [(SERVICE, front) for front, _ in found], [Flaw("", misfit) for misfit in wrong]


def labelled(job: Job, desk: Desk) -> tuple[list[dict[str, Any] | None], list[Flaw]]:
    """Return the labels of the backs by depth, 0 for the service cards; None for a depth the deck does not have."""
    depths = {SERVICE, *(card.depth for card in job.deck.cards)}
    labels: list[dict[str, Any] | None] = []
    for depth in range(max(depths) + 1):
        label = label_of(job.deck, desk, depth) if depth in depths else None
        if isinstance(label, str):
            message = f"the title does not fit the label on the back: {label}"
            return [], [Flaw("", Misfit("title", message, "shorten it"))]
        labels.append(asdict(label) if label else None)
    return labels, []
