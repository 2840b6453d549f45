"""The command `kindling print`: which decks, and how; then PDFs."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.library.model import Deck
from generator.library.report import counted
from generator.printing.grid import Axis, UnfitError
from generator.printing.profiles import UnknownNameError, card_sizes, papers
from generator.printing.sheets import Layout
from generator.printing.stock import stocks
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
@click.option("--paper", default="", help=f"The paper in the printer: {', '.join(papers())}.  [default: a4]")
@click.option("--card", default="", help=f"The size of a card: {', '.join(card_sizes())}.  [default: poker]")
@click.option("--for", "target", default="", help=f"Sheets of cards to break out: {', '.join(stocks())}.")
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
@click.option("--no-cache", is_flag=True, help="Typeset again what was typeset before.")
@private_option
def print_(  # noqa: PLR0913 - one for each option
    names: tuple[str, ...],
    *,
    paper: str,
    card: str,
    target: str,
    layout: str,
    gutter: float,
    fold_axis: str | None,
    out: Path,
    no_cache: bool,
    private: bool,
) -> None:
    """Make decks ready for a printer: fronts and backs on sheets, as PDF.

    DECK is a deck's id, such as kettle-on, or that of a page beside the decks, such as talk-agreement; without one,
    all of them are made.
    """
    need(CONFIG)
    from generator.printing.ink import print_item  # noqa: PLC0415 - the typesetter takes a moment to load

    axis = Axis(fold_axis) if fold_axis else None
    asked = ticket_of(lambda: ticket(paper, card, layout, gutter=gutter, fold=axis, target=target))
    library, problems = read(None, private=private)
    tell(problems)
    chosen = [wanted(library, name) for name in names] or [*library.decks, *library.printables]
    for item in chosen if not failed(problems) else ():
        say(f"Typesetting {item.title} ...")
        printed = print_item(item, asked, cache=None if no_cache else CACHE)
        tell(printed.problems)
        problems += printed.problems
        if printed.pdf:
            out.mkdir(parents=True, exist_ok=True)
            file = out / (asked.file_name(item.id) if isinstance(item, Deck) else f"{item.id}-{asked.paper.id}.pdf")
            file.write_bytes(printed.pdf)
            sheets = counted(printed.sheets, "sheet")
            sides = SIDES[asked.imposition.layout] if isinstance(item, Deck) else "one side"
            say(f"  {file}: {sheets}, {sides}, actual size")
    sys.exit(PROBLEMS if failed(problems) else DONE)


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
