"""A whole deck as it will be printed: every front and back in its place on every sheet, and all that does not fit."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.library.words import direction
from generator.look.tokens import hue_of
from generator.printing.arranging import arranged, laid_together
from generator.printing.backs import coded_label, mark_svg
from generator.printing.coded import coded_front, coded_index, coded_title, left_out
from generator.printing.desk import Desk, Front, Misfit
from generator.printing.editions import tones_of
from generator.printing.foot import KIND_ID, STROKE, STROKE_GAP, STROKE_HEIGHT, STROKES_WORD
from generator.printing.grid import BLEED
from generator.printing.service import READING, SIGNALS
from generator.printing.service_fronts import blank_front, reading_fronts, signal_front, title_fronts
from generator.printing.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.printing.job import Job
    from generator.printing.runs import Font

# A card to be printed: the number of its deck, the depth on its back, its front.
Item = tuple[int, int, Front]
# The depth of a card that has none, on a back.
SERVICE = 0


@dataclass(frozen=True, slots=True)
class Flaw:
    """A misfit and the id of the card it is on; an empty id is the deck itself."""

    card: str
    misfit: Misfit


@dataclass(frozen=True, slots=True)
class Composed:
    """A deck among those on some sheets: its cards, what all of them wear, and its flaws."""

    cards: tuple[Item, ...]
    service: tuple[Item, ...]
    dividers: tuple[tuple[Item, ...], ...]
    worn: dict[str, Any]
    flaws: tuple[Flaw, ...]


def assembled(
    jobs: Sequence[Job], made: Sequence[Composed], families: Mapping[str, Sequence[str]], title: str = ""
) -> dict[str, Any]:
    """Return decks on the same sheets, each as it was composed, as the templates want them; all have one ticket.

    `title` is what several are called together. Several are chosen cards: a whole deck lies on sheets of its own.
    """
    first = jobs[0]
    count = len(sheet(first.ticket.imposition).fronts)
    if first.whole:
        sheets = laid_together(first, [item for deck in made for item in (*deck.cards, *deck.service)], count)
    else:
        (deck,) = made
        sheets = arranged(first, deck.cards, deck.service, deck.dividers, count)
    sets = list(dict.fromkeys(map(taken, sheets)))
    places = [sheet(first.ticket.imposition, some) for some in sets]
    faces = ["fold" if side.fronts and side.backs else "front" if side.fronts else "back" for side in places[0].sides]
    titled = title or first.title
    return {
        **document(jobs, titled),
        **appearance(first),
        "fonts": families,
        "decks": [deck.worn for deck in made],
        "places": [asdict(place) for place in places],
        "sheets": [
            sheet_of(first.said, titled, [item for item in items if item], faces, number, len(sheets))
            | {"place": sets.index(taken(items))}
            for number, items in enumerate(sheets, 1)
        ],
    }


def one_deck(number: int, job: Job, fonts: Mapping[str, Font]) -> Composed:
    """Return a deck that is the `number`th of those on the sheets, as it will be printed."""
    desk = Desk(job.card, job.look, fonts, job.deck.lang)
    cards, flaws = drawn(job, desk)
    service, more = served(job, desk)
    labels, wrong = labelled(job, desk)
    dividers, unfit = divided(job, desk)

    def items(fronts: Sequence[tuple[int, Front]]) -> tuple[Item, ...]:
        return tuple((number, depth, front) for depth, front in fronts)

    every = (*flaws, *more, *unfit, *wrong)
    return Composed(items(cards), items(service), tuple(map(items, dividers)), wearing(job) | {"labels": labels}, every)


def taken(items: Sequence[object | None]) -> tuple[int, ...]:
    """Return the places of a sheet that something lies on."""
    return tuple(place for place, item in enumerate(items) if item is not None)


def document(jobs: Sequence[Job], title: str) -> dict[str, Any]:
    """Return what the PDF says of itself: of several decks it names all authors, the latest day, the first language."""
    lang, region = jobs[0].language
    day = max(job.day for job in jobs)
    return {
        "title": title,
        "authors": tuple(dict.fromkeys(author for job in jobs for author in job.deck.authors)),
        "lang": lang,
        "region": region,
        "date": [day.year, day.month, day.day],
    }


def wearing(job: Job) -> dict[str, Any]:
    """Return what the cards of one deck alone wear: its colours, mark and back; and its language."""
    colours = tones_of(job.look, hue_of(job.deck))
    lang, region = job.language
    return {
        "tone": colours["ink"],
        "ground": colours[job.look["back"]["ground"]],
        "mark": mark_svg(job.deck, colours),
        "lang": lang,
        "region": region,
        "dir": direction(job.deck.lang),
    }


def appearance(job: Job) -> dict[str, Any]:
    """Return the look's numbers, the first deck's colour, and the words in every margin."""
    look, colours = job.look, tones_of(job.look, hue_of(job.deck))
    strokes = {"width": STROKE, "gap": STROKE_GAP, "height": STROKE_HEIGHT, "word": STROKES_WORD, "kind": KIND_ID}
    return {
        "colours": {**look["print"], "deck": colours["ink"]},
        "card": {**look["card"], "width": job.card.width, "height": job.card.height},
        "type": look["type"],
        "bleed": BLEED,
        "strokes": strokes,
        "inset": look["back"]["inset"],
        "frame": look["back"]["frame"],
        "notes": {
            "cut": job.said["cut_note_stack" if job.ticket.in_stack else "cut_note"],
            **{key: job.said[key] for key in ("ruler", "ruler_short")},
        },
    }


def sheet_of(
    said: Mapping[str, str], title: str, items: Sequence[Item], faces: Sequence[str], number: int, total: int
) -> dict[str, Any]:
    """Return one sheet: what is written in the margin of each page, its fronts, and the depths of its backs."""

    def label(face: str) -> tuple[str, str, str]:
        return said["sheet_label"].format(deck=title, number=number, total=total, face=said[face]).partition(title)

    return {
        "labels": [label(face) for face in faces],
        "cards": [asdict(front) | {"deck": deck} for deck, _, front in items],
        "backs": [{"deck": deck, "depth": depth} for deck, depth, _ in items],
    }


def drawn(job: Job, desk: Desk) -> tuple[list[tuple[int, Front]], list[Flaw]]:
    """Return the fronts of the cards to draw, each with the depth on its back, and their flaws."""
    fronts: list[tuple[int, Front]] = []
    flaws: list[Flaw] = []
    for face in job.faces:
        front, wrong = coded_front(face, desk, job.ticket.codes.of_card(face.address))
        fronts.append((face.depth, replace(front, dir=desk.dir)))
        flaws += [Flaw(face.id, misfit) for misfit in wrong]
    return fronts, flaws


def served(job: Job, desk: Desk) -> tuple[list[tuple[int, Front]], list[Flaw]]:
    """Return the fronts of the service cards, in order, and their flaws; none if they are not wanted."""
    cards = {card.key: card for card in job.service}
    if not cards:
        return [], []
    index, missed = coded_index(cards["index"], desk, job.address)
    titles, untitled = coded_title(cards["title_card"], desk, job.address)
    found = [
        *((front, ()) for front in titles),
        *reading_fronts([cards[key] for key in READING], desk),
        *(signal_front(cards[key], desk) for key in SIGNALS),
        *((front, ()) for front in index),
        blank_front(cards["blank"], desk),
    ]
    wrong = [*missed, *untitled, *(misfit for _, misfits in found for misfit in misfits)]
    return [(SERVICE, replace(front, dir=desk.dir)) for front, _ in found], [Flaw("", misfit) for misfit in wrong]


def divided(job: Job, desk: Desk) -> tuple[list[list[tuple[int, Front]]], list[Flaw]]:
    """Return the fronts on top of each evening, if the deck was dealt into some, and their flaws."""
    found = [title_fronts(card, desk) for card in job.dividers]
    wrong = [Flaw("", misfit) for fronts in found for _, misfits in fronts for misfit in misfits]
    return [[(SERVICE, replace(front, dir=desk.dir)) for front, _ in fronts] for fronts in found], wrong


def labelled(job: Job, desk: Desk) -> tuple[list[dict[str, Any] | None], list[Flaw]]:
    """Return the labels of the backs by depth, 0 for the service cards; None for a depth the deck does not have."""
    depths = {SERVICE, *(card.depth for card in job.deck.cards)}
    labels: list[dict[str, Any] | None] = []
    bare = False
    for depth in range(max(depths) + 1):
        label = coded_label(job.deck, desk, depth, job.address) if depth in depths else None
        if isinstance(label, str):
            message = f"the title does not fit the label on the back: {label}"
            return [], [Flaw("", Misfit("title", message, "shorten it"))]
        bare = bare or bool(job.address and label and not label.code)
        labels.append(asdict(label) if label else None)
    return labels, [Flaw("", left_out("title", "label of the backs"))] if bare else []
