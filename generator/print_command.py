"""The command `kindling print`: which decks, and how; then PDFs."""

from __future__ import annotations

import sys
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from generator.library.load import load_settings
from generator.library.model import Deck
from generator.library.report import counted
from generator.print_choice import Batch, Wishes, batches, choosing, wished
from generator.printing.codes import Codes
from generator.printing.grid import Axis, UnfitError
from generator.printing.job import Job
from generator.printing.profiles import UnknownNameError, card_sizes, papers
from generator.printing.sheets import Layout
from generator.printing.ticket import Ticket, ticket
from generator.terminal import CACHE, CONFIG, DONE, PROBLEMS, failed, need, private_option, read, say, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.library.model import Library
    from generator.library.page import Printable

# What to choose in the printer's window, for each way that fronts and backs come together.
SIDES = {
    Layout.DUPLEX_LONG: "both sides, flip on the long edge",
    Layout.DUPLEX_SHORT: "both sides, flip on the short edge",
    Layout.FOLD: "one side, then fold and glue",
    Layout.FRONTS: "one side, fronts only",
    Layout.BACKS: "one side, backs only",
    Layout.FACES: "one face a page, with 3 mm of bleed",
}


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
@click.option("--gutter", type=click.FloatRange(0, 50), default=0.0, metavar="MM", help="Room between two cards.")
@click.option(
    "--fold-axis",
    type=click.Choice([str(axis) for axis in Axis]),
    help="Which way to fold, for --layout fold.  [default: what takes the most cards]",
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
    gutter: float,
    fold_axis: str | None,
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

    axis = Axis(fold_axis) if fold_axis else None
    settings, _ = load_settings(CONFIG)
    codes = Codes(settings.permanent_url, fronts=qr)
    asked = replace(
        ticket_of(lambda: ticket(paper, card, layout, gutter=gutter, fold=axis)), service=service, codes=codes
    )
    library, problems = read(None, private=private)
    tell(problems)
    cache = None if no_cache else CACHE
    work = to_print(library, names, wishes, asked, apart=apart) if not failed(problems) else []
    if codes.why_none and any(isinstance(item, Batch) for item in work):
        say(codes.why_none)
    for item in work:
        say(f"Typesetting {item.title} ...")
        if isinstance(item, Batch):
            printed = print_jobs(item.jobs, item.together, cache=cache)
        else:
            printed = print_printable(item, asked, cache=cache)
        tell(printed.problems)
        problems += printed.problems
        if printed.pdf:
            out.mkdir(parents=True, exist_ok=True)
            file = out / (item.file if isinstance(item, Batch) else f"{item.id}-{paper}.pdf")
            file.write_bytes(printed.pdf)
            sheets = counted(printed.sheets, "sheet")
            sides = SIDES[asked.imposition.layout] if isinstance(item, Batch) else "one side"
            of = f"{item.told}, " if isinstance(item, Batch) and item.jobs[0].whole else ""
            say(f"  {file}: {of}{sheets}, {sides}, actual size")
    sys.exit(PROBLEMS if failed(problems) else DONE)


def to_print(
    library: Library, names: tuple[str, ...], wishes: Wishes, asked: Ticket, *, apart: bool
) -> list[Batch | Printable]:
    """Return what becomes a PDF each: decks and printables, or the cards that were asked for."""
    items = [wanted(library, name) for name in names] or [*library.decks, *library.printables]
    if not wished(wishes):
        if apart or asked.service:
            raise click.UsageError("--apart and --service go with chosen cards, such as --only or --depth choose.")
        return [
            Batch((Job(item, asked),), asked.file_name(item.id)) if isinstance(item, Deck) else item for item in items
        ]
    page = next((item for item in items if not isinstance(item, Deck)), None)
    if names and page:
        raise click.UsageError(f"{page.id} is a page, and has no cards to choose from.")
    settings, _ = load_settings(CONFIG)
    decks = [item for item in items if isinstance(item, Deck)]
    return [*batches(decks, wishes, library, Path(settings.decks_dir), asked, apart=apart)]


def ticket_of(make: Callable[[], Ticket]) -> Ticket:
    """Return a ticket that can be printed; a usage error names what there is, or says what does not fit."""
    try:
        made = make()
        _ = made.imposition.grid
    except (UnknownNameError, UnfitError) as error:
        raise click.UsageError(str(error)) from None
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
