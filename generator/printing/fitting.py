"""What of a library will not fit its cards, told before anything is printed. No PDF is made."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from generator.library.model import Problem
from generator.printing import profiles
from generator.printing.composing import Flaw, drawn, labelled
from generator.printing.desk import Desk
from generator.printing.flaws import told, typefaces_of, unshowable, written
from generator.printing.index import index_fronts
from generator.printing.ink import TypesettingError, measured
from generator.printing.job import Job, words_to_measure
from generator.printing.leaf import leaf_of
from generator.printing.parting import set_whole_or_in_parts
from generator.printing.prints import REPORT, set_leaf
from generator.printing.service import index_card, title_card
from generator.printing.service_fronts import title_fronts
from generator.printing.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.library.model import Deck
    from generator.library.page import Printable
    from generator.printing.leaf import Leaf
    from generator.printing.runs import Font


def misfits(decks: Iterable[Deck], fonts: tuple[Path, ...] = ()) -> tuple[Problem, ...]:
    """Return all that stands in the way of printing decks as poker cards, and what would be left out; sorted.

    The paper plays no part in it. `fonts` are the project's own.
    """
    jobs = sorted((Job(deck, Ticket(), typefaces=typefaces_of(deck, fonts)) for deck in decks), key=company)
    found: set[Problem] = set()
    for _, alike in groupby(jobs, key=company):
        found.update(problems_of(list(alike)))
    return tuple(sorted(found))


def company(job: Job) -> tuple[str, str]:
    """Return what decks have to share for their words to be measured together."""
    return job.deck.lang, job.typefaces.digest


def misfit_printables(printables: Iterable[Printable], fonts: tuple[Path, ...] = ()) -> tuple[Problem, ...]:
    """Return all that stands in the way of printing pages beside the decks, on any paper at home; sorted."""
    leaves = (leaf_of(printable, paper, fonts) for printable in printables for paper in profiles.home_papers())
    return tuple(sorted({problem for leaf in leaves for problem in refused(leaf)}))


def refused(leaf: Leaf) -> tuple[Problem, ...]:
    """Return what stands in the way of one page."""
    try:
        return set_leaf(leaf)[1]
    except TypesettingError as error:
        return (Problem(leaf.printable.place, str(error), REPORT),)


def problems_of(jobs: list[Job]) -> Iterator[Problem]:
    """Yield what is wrong with decks of one language and typefaces, whose words are measured in one go."""
    words: dict[str, set[str]] = {}
    for job in jobs:
        for style, needed in words_to_measure(job).items():
            words.setdefault(style, set()).update(needed)
    try:
        fonts = measured(
            {style: sorted(needed) for style, needed in words.items()}, jobs[0].language, jobs[0].typefaces
        )
    except TypesettingError as error:
        yield from (Problem(job.deck.place, str(error), REPORT) for job in jobs)
        return
    for job in jobs:
        _, flaws = set_whole_or_in_parts(measured, job, partial(flaws_of, job), fonts)
        yield from unshowable(written(job.deck), job.typefaces)
        yield from told(job.deck, flaws)


def flaws_of(job: Job, fonts: Mapping[str, Font]) -> tuple[None, tuple[Flaw, ...]]:
    """Return what does not fit of what an author wrote: cards, title, the index of ids, labels of the backs."""
    desk = Desk(job.card, job.look, fonts, job.deck.lang)
    fronts = (*title_fronts(title_card(job.deck), desk), index_fronts(index_card(job.deck), desk))
    misfits = (misfit for _, some in fronts for misfit in some)
    return None, (*drawn(job, desk)[1], *(Flaw("", misfit) for misfit in misfits), *labelled(job, desk)[1])
