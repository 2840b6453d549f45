"""Decks, chosen cards and pages to print: from values to finished PDFs, kept by what they were made from.

What needs Python comes first, so that Typst, which needs none, can set one print while the next is prepared.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.library.model import Problem, Severity
from generator.library.page import Printable
from generator.printing.bookmarks import bookmarks
from generator.printing.cache import keep, kept, key_of
from generator.printing.composing import Composed, Flaw, assembled, one_deck
from generator.printing.finishing import Turn, finished, turn_of
from generator.printing.flaws import left_out, spelled, told, unshowable, written
from generator.printing.ink import HERE, TypesettingError, drawing, families_of, house_recipe, measured, typeset
from generator.printing.job import Job, manuscript
from generator.printing.leaf import Leaf, leaf_of, texts
from generator.printing.leaf import manuscript as manuscript_of
from generator.printing.leaf import words_to_measure as every_word_of
from generator.printing.parting import measured_in_parts, set_whole_or_in_parts
from generator.printing.printables import composed as composed_leaf
from generator.printing.record import Printed, packed, unpacked
from generator.printing.ticket import Ticket
from generator.printing.typefaces import typefaces_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from generator.library.model import Deck
    from generator.printing.record import Flaws
    from generator.printing.runs import Font

STANDARD = Ticket()
REPORT = "this is a fault of Kindling; please report it with the deck"


def print_deck(
    deck: Deck, ticket: Ticket = STANDARD, *, cache: Path | None = None, fonts: tuple[Path, ...] = ()
) -> Printed:
    """Return a deck as PDF: front 1, back 1, front 2, back 2, ..., or as its ticket says.

    `cache` is a folder for finished prints; None keeps none. `fonts` are the project's own. UnfitError for a card that
    is larger than the paper.
    """
    return prepared((Job(deck, ticket),), cache=cache, fonts=fonts)()


def prepared(
    jobs: Sequence[Job], title: str = "", *, cache: Path | None = None, fonts: tuple[Path, ...] = ()
) -> Callable[[], Printed]:
    """Prepare decks, or what was chosen from them, to lie on the same sheets; return what makes their PDF.

    `title` is what they are together. All have one ticket. UnfitError, `cache` and `fonts` as above.
    """
    typefaces = typefaces_for((text for job in jobs for text, *_ in written(job.deck)), fonts)
    jobs = [replace(job, typefaces=typefaces) for job in jobs]
    key = key_of(title.encode(), *(manuscript(job).encode() for job in jobs), house_recipe()) if cache else ""
    entry = kept(cache, key)
    if entry is not None:
        head, _, pdf = entry.partition(b"\n")
        sheets, flaws = unpacked(head)
        return partial(Printed, pdf, all_told(jobs, flaws), sheets, sum(map(left_out, flaws)))
    try:
        made = [composed_alone(number, job) for number, job in enumerate(jobs)]
    except TypesettingError as error:
        return partial(refused, jobs[0].deck, error)
    flaws = tuple(deck.flaws for deck in made)
    unknown = (bad for job in jobs for bad in unshowable(written(job.deck), typefaces))
    problems = tuple(sorted({*all_told(jobs, flaws), *unknown}))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return partial(Printed, None, problems)
    data = assembled(jobs, made, families_of(typefaces), title)
    return partial(printed, jobs, data, flaws, problems, cache, key)


def printed(
    jobs: Sequence[Job],
    data: dict[str, Any],
    flaws: Flaws,
    problems: tuple[Problem, ...],
    cache: Path | None,
    key: str,
) -> Printed:
    """Return prepared decks, set anew, and keep them."""
    try:
        pdf = typeset(HERE / "sheet.typ", data, max(job.day for job in jobs), jobs[0].typefaces)
    except TypesettingError as error:
        return refused(jobs[0].deck, error)
    backs = [drawing(job.back, job.day) for job in jobs]
    pdf = finished(pdf, turn_of(jobs[0].ticket.imposition), bookmarks(jobs, data), backs)
    sheets = len(data["sheets"])
    keep(cache, key, packed(sheets, flaws) + b"\n" + pdf)
    return Printed(pdf, problems, sheets, sum(map(left_out, flaws)))


def refused(item: Deck | Printable, error: TypesettingError) -> Printed:
    """Return no print, with what Typst says of it: a fault that only somebody who works on Kindling can mend."""
    return Printed(None, (Problem(item.place, str(error), REPORT),))


def composed_alone(number: int, job: Job) -> Composed:
    """Return a deck as it will be printed, its long words parted where it does not fit otherwise."""

    def make(fonts: Mapping[str, Font]) -> tuple[Composed, tuple[Flaw, ...]]:
        made = one_deck(number, job, fonts)
        return made, made.flaws

    return set_whole_or_in_parts(measured, job, make)[0]


def all_told(jobs: Sequence[Job], flaws: Flaws) -> tuple[Problem, ...]:
    """Return the flaws of several decks as problems."""
    return tuple(sorted(bad for job, own in zip(jobs, flaws, strict=True) for bad in told(job.deck, own)))


def print_printable(
    printable: Printable, ticket: Ticket = STANDARD, *, cache: Path | None = None, fonts: tuple[Path, ...] = ()
) -> Printed:
    """Return a printable as PDF, one page. Of the ticket only the paper matters to it; the rest as above."""
    leaf = leaf_of(printable, ticket.paper, fonts)
    key = key_of(manuscript_of(leaf).encode(), house_recipe()) if cache else ""
    pdf = kept(cache, key)
    if pdf is not None:
        return Printed(pdf, sheets=1)
    try:
        return printed_leaf(leaf, cache, key)
    except TypesettingError as error:
        return refused(printable, error)


def printed_leaf(leaf: Leaf, cache: Path | None, key: str) -> Printed:
    """Return a printable set anew, and keep it; TypesettingError if Typst will not have it."""
    data, problems = set_leaf(leaf)
    if problems:
        return Printed(None, problems)
    pdf = finished(typeset(HERE / "printable.typ", data, leaf.day, leaf.typefaces), Turn.NOT)
    keep(cache, key, pdf)
    return Printed(pdf, sheets=1)


def set_leaf(leaf: Leaf) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return a printable as its template wants it, and what stands in its way; TypesettingError as above."""
    printable = leaf.printable
    said = ((spelled(text), place, printable.id) for text, place in texts(printable))
    problems = unshowable(said, leaf.typefaces)
    if problems:
        return {}, problems
    words, families = every_word_of(leaf), families_of(leaf.typefaces)
    data, problems = composed_leaf(leaf, measured(words, leaf.language, leaf.typefaces), families)
    again = measured_in_parts(measured, words, leaf) if problems else None
    return composed_leaf(leaf, again, families) if again else (data, problems)


def prepared_item(
    item: Deck | Printable, ticket: Ticket = STANDARD, *, cache: Path | None = None, fonts: tuple[Path, ...] = ()
) -> Callable[[], Printed]:
    """Prepare a deck or a printable, whichever it is; return what makes its PDF."""
    if isinstance(item, Printable):
        return partial(print_printable, item, ticket, cache=cache, fonts=fonts)
    return prepared((Job(item, ticket),), cache=cache, fonts=fonts)
