"""The command `kindling print`: which decks, and how; then PDFs."""

from __future__ import annotations

import sys
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from generator.library.model import Deck, Problem
from generator.library.report import counted
from generator.print_choice import Batch, Wishes, batches, choosing, wished
from generator.printing.codes import Codes
from generator.printing.dealing import CURVES, OPEN, Program, dealt_deck, evenings_in
from generator.printing.editions import Edition
from generator.printing.grid import Axis, UnfitError
from generator.printing.job import Job
from generator.printing.profiles import UnknownNameError, card_sizes, papers
from generator.printing.sheets import Layout
from generator.printing.stacking import Order
from generator.printing.ticket import Ticket, ticket
from generator.project import checked, loaded
from generator.terminal import CACHE, CONFIG, DONE, PROBLEMS, failed, need, private_option, say, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.library.model import Library
    from generator.library.page import Printable
    from generator.printing.ink import Printed
    from generator.project import Project

# What to choose in the printer's window, for each way that fronts and backs come together.
SIDES = {
    Layout.DUPLEX_LONG: "both sides, flip on the long edge",
    Layout.DUPLEX_SHORT: "both sides, flip on the short edge",
    Layout.FOLD: "one side, then fold and glue",
    Layout.FRONTS: "one side, fronts only",
    Layout.BACKS: "one side, backs only",
    Layout.FACES: "one face a page, with 3 mm of bleed",
}
# How sheets in a stack become a deck that lies face down, its first card on top.
STACKING = "stack them, fronts up, sheet 1 lowest; cut; lay pile 2 onto pile 1, 3 onto 2, and so on; turn the deck over"


@click.command("print")
@click.argument("names", metavar="[DECK]...", nargs=-1)
@click.option("--paper", default="a4", show_default=True, help=f"The paper in the printer: {', '.join(papers())}.")
@click.option("--card", default="poker", show_default=True, help=f"The size of a card: {', '.join(card_sizes())}.")
@click.option(
    "--layout",
    type=click.Choice([str(layout) for layout in Layout]),
    default=str(Layout.DUPLEX_LONG),
    show_default=True,
    help="How fronts and backs come together.",
)
@click.option(
    "--edition",
    type=click.Choice([str(edition) for edition in Edition]),
    default=str(Edition.COLOR),
    show_default=True,
    help="In colour, with little ink, in large print, or in black alone.",
)
@click.option("--gutter", type=click.FloatRange(0, 50), default=0.0, metavar="MM", help="Room between two cards.")
@click.option(
    "--fold-axis",
    type=click.Choice([str(axis) for axis in Axis]),
    help="Which way to fold, for --layout fold.  [default: what takes the most cards]",
)
@click.option(
    "--order",
    type=click.Choice([str(order) for order in Order]),
    default=str(Order.SHEET),
    show_default=True,
    help="How cards follow one another: along each sheet, or so that sheets cut as one stack are the deck in order.",
)
@click.option(
    "--evening",
    type=click.Choice([str(minutes) for minutes in CURVES]),
    help="Deal each deck into evenings of so many minutes, for 2 to 4 people; they come out of the stack ready.",
)
@click.option(
    "--deepest",
    type=click.IntRange(1, OPEN),
    default=OPEN,
    show_default=True,
    metavar="1|2|3",
    help="How deep an --evening may go: Sip, Share or Open.",
)
@click.option(
    "--out",
    default=Path("printed"),
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where the PDFs go.",
)
@choosing
@click.option("--apart", is_flag=True, help="One file for each deck of the chosen cards, not all on the same sheets.")
@click.option("--service", is_flag=True, help="With chosen cards, their decks' nine service cards too.")
@click.option("--qr", is_flag=True, help="A QR code on every card. Needs a permanent_url in mkdocs.yml.")
@click.option("--no-cache", is_flag=True, help="Typeset again what was typeset before.")
@private_option
def print_(  # noqa: PLR0913 - one for each option
    names: tuple[str, ...],
    *,
    paper: str,
    card: str,
    layout: str,
    edition: str,
    gutter: float,
    fold_axis: str | None,
    order: str,
    evening: str | None,
    deepest: int,
    out: Path,
    apart: bool,
    service: bool,
    qr: bool,
    no_cache: bool,
    private: bool,
    **wishes: Unpack[Wishes],
) -> None:
    """Make decks ready for a printer: fronts and backs on sheets, as PDF.

    DECK is a deck's id, such as kettle-on, or that of a page beside the decks, such as talk-agreement; without one,
    all of them are made. With options such as --only, --depth or --favourites only some cards are: those that meet
    all of them, on as few sheets as they need.
    """
    need(CONFIG)
    from generator.printing.ink import print_jobs, print_printable  # noqa: PLC0415 - the typesetter takes a moment
    from generator.printing.press import press  # noqa: PLC0415

    if deepest != OPEN and not evening:
        raise click.UsageError("--deepest goes with --evening")
    axis = Axis(fold_axis) if fold_axis else None
    project = loaded(CONFIG)
    codes = Codes(project.settings.permanent_url, fronts=qr)
    asked = replace(
        ticket_of(lambda: ticket(paper, card, layout, edition, gutter=gutter, fold=axis)),
        service=service,
        codes=codes,
        order=Order(order),
        program=Program(int(evening), deepest) if evening else None,
    )
    cache = None if no_cache else CACHE
    found = to_print(project, names, wishes, asked, apart=apart) if not failed(project.problems) else []
    work = [item for item in found if not isinstance(item, Problem)]
    if codes.why_none and any(isinstance(item, Batch) for item in work):
        say(codes.why_none)
    with press(
        partial(print_jobs, item.jobs, item.together, cache=cache)
        if isinstance(item, Batch)
        else partial(print_printable, item, asked, cache=cache)
        for item in work
    ) as prints:
        # While the first decks are typeset, all of them are checked; nothing is written of decks that have mistakes.
        problems = list(checked(project, private=private).problems)
        sound = not failed(problems)
        problems += [item for item in found if isinstance(item, Problem)] if sound else []
        tell(problems)
        for item in work if sound else ():
            say(f"Typesetting {item.title} ...")
            printed = next(prints)
            tell(printed.problems)
            problems += printed.problems
            if printed.pdf:
                write(printed, item, asked, out)
    sys.exit(PROBLEMS if failed(problems) else DONE)


def write(printed: Printed, item: Batch | Printable, asked: Ticket, out: Path) -> None:
    """Write a print to its file, and say which, and how to print it."""
    out.mkdir(parents=True, exist_ok=True)
    file = out / (item.file if isinstance(item, Batch) else f"{item.id}-{asked.paper.id}.pdf")
    file.write_bytes(printed.pdf or b"")
    sides = SIDES[asked.imposition.layout] if isinstance(item, Batch) else "one side"
    of = f"{item.told}, " if isinstance(item, Batch) and item.jobs[0].whole else ""
    say(f"  {file}: {of}{counted(printed.sheets, 'sheet')}, {sides}, actual size")
    if isinstance(item, Batch) and asked.in_stack:
        say(f"  {STACKING}")


def to_print(
    project: Project, names: tuple[str, ...], wishes: Wishes, asked: Ticket, *, apart: bool
) -> list[Batch | Printable | Problem]:
    """Return what becomes a PDF each: decks and printables, or the cards that were asked for; or why one cannot."""
    library = project.library
    items = [wanted(library, name) for name in names] or all_of(library, asked)
    if not wished(wishes):
        if apart or asked.service:
            raise click.UsageError("--apart and --service go with chosen cards, such as --only or --depth choose.")
        return [batch_of(ready(library, asked, item), asked) for item in items]
    if asked.program:
        raise click.UsageError("--evening deals whole decks; leave out what chooses cards, such as --only or --depth.")
    page = next((item for item in items if not isinstance(item, Deck)), None)
    if names and page:
        raise click.UsageError(f"{page.id} is a page, and has no cards to choose from.")
    decks = [item for item in items if isinstance(item, Deck)]
    return [*batches(decks, wishes, library, Path(project.settings.decks_dir), asked, apart=apart)]


def batch_of(item: Deck | Printable | Problem, asked: Ticket) -> Batch | Printable | Problem:
    """Return a deck as a batch of its own; anything else as it is."""
    return Batch((Job(item, asked),), asked.file_name(item.id)) if isinstance(item, Deck) else item


def ticket_of(make: Callable[[], Ticket]) -> Ticket:
    """Return a ticket that can be printed; a usage error names what there is, or says what does not fit."""
    try:
        made = make()
        _ = made.imposition.grid
    except (UnknownNameError, UnfitError) as error:
        raise click.UsageError(str(error)) from None
    return made


def all_of(library: Library, asked: Ticket) -> list[Deck | Printable]:
    """Return all that can be printed as a ticket asks; a page beside the decks has no evenings."""
    return [*library.decks] if asked.program else [*library.decks, *library.printables]


def ready(library: Library, asked: Ticket, item: Deck | Printable) -> Deck | Printable | Problem:
    """Return what is to be printed: a deck dealt into evenings if the ticket asks for some and it has enough cards."""
    if not asked.program or not isinstance(item, Deck):
        return item
    made = dealt_deck(item, library.decks, asked.program)
    if not made.cards:
        message = f"{item.id}: there are too few cards for an evening of {asked.program.minutes} minutes"
        hint = f"it takes {len(asked.program.curve)} to draw, light ones first, and one of kind closing"
        return Problem(item.place, message, hint)
    say(f"{item.title} gives {counted(len(list(evenings_in(made))), 'evening')} of {asked.program.minutes} minutes.")
    return made


def wanted(library: Library, name: str) -> Deck | Printable:
    """Return a deck or a printable by its id; a usage error names the nearest one."""
    items: tuple[Deck | Printable, ...] = (*library.printables, *library.decks)
    known = {item.id: item for item in items}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Try one of {', '.join(sorted(known))}."
    raise click.UsageError(f"there is no deck '{name}'. {hint}")
