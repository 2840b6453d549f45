"""The command `kindling print`: which decks, and how; then PDFs."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from generator.library.load import read_text
from generator.library.model import Problem
from generator.library.report import counted
from generator.print_choice import Batch, Wishes, choosing
from generator.print_work import to_print
from generator.printing.codes import Codes
from generator.printing.dealing import CURVES, OPEN, Program
from generator.printing.editions import Edition
from generator.printing.finishing import moved
from generator.printing.grid import Axis, UnfitError
from generator.printing.printer import Printer, moves, printer_of, remarks
from generator.printing.profiles import UnknownNameError, card_sizes, papers
from generator.printing.sheets import Layout
from generator.printing.stacking import Order
from generator.printing.stock import stocks
from generator.printing.ticket import Ticket, ticket
from generator.project import checked, loaded
from generator.terminal import CACHE, CONFIG, DONE, PROBLEMS, failed, need, private_option, say, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.library.page import Printable
    from generator.printing.record import Printed

# How somebody's own printer lays things down, in the project's folder.
PROFILE = Path("printer.toml")
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
@click.option(
    "--printer",
    "profile",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="How your printer's pages have to be moved.  [default: printer.toml, if it is here]",
)
@click.option("--calibrate", is_flag=True, help="Make the sheet that shows how far backs lie from their fronts.")
@click.option("--no-cache", is_flag=True, help="Typeset again what was typeset before.")
@private_option
def print_(  # noqa: PLR0913 - one for each option
    names: tuple[str, ...],
    *,
    paper: str,
    card: str,
    target: str,
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
    profile: Path | None,
    calibrate: bool,
    no_cache: bool,
    private: bool,
    **wishes: Unpack[Wishes],
) -> None:
    """Make decks ready for a printer: fronts and backs on sheets, as PDF.

    DECK is a deck's id, such as kettle-on, or that of a page beside the decks, such as talk-agreement; without one,
    all of them are made. With options such as --only, --depth or --favourites only some cards are: those that meet
    all of them, on as few sheets as they need.
    """
    if not calibrate:
        need(CONFIG)
    from generator.printing.press import press  # noqa: PLC0415 - the typesetter takes a moment
    from generator.printing.prints import prepared, print_printable  # noqa: PLC0415

    if deepest != OPEN and not evening:
        raise click.UsageError("--deepest goes with --evening")
    axis = Axis(fold_axis) if fold_axis else None
    asked = ticket_of(lambda: ticket(paper, card, layout, edition, gutter=gutter, fold=axis, target=target))
    printer, odd = printer_at(profile, asked)
    tell(odd)
    if calibrate:
        sys.exit(PROBLEMS if failed(odd) else calibrated(asked, printer, out))
    project = loaded(CONFIG)
    codes = Codes(project.settings.permanent_url, fronts=qr)
    program = Program(int(evening), deepest) if evening else None
    asked = replace(asked, service=service, codes=codes, order=Order(order), program=program)
    cache, fonts = None if no_cache else CACHE, project.library.fonts
    sound = not failed([*odd, *project.problems])
    found = to_print(project, names, wishes, asked, apart=apart) if sound else []
    work = [item for item in found if not isinstance(item, Problem)]
    if codes.why_none and any(isinstance(item, Batch) for item in work):
        say(codes.why_none)
    with press(
        partial(prepared, item.jobs, item.together, cache=cache, fonts=fonts)
        if isinstance(item, Batch)
        else partial(partial, print_printable, item, asked, cache=cache, fonts=fonts)
        for item in work
    ) as prints:
        # While the first decks are typeset, all of them are checked; nothing is written of decks that have mistakes.
        problems = list(checked(project, private=private).problems)
        sound = sound and not failed(problems)
        problems += [item for item in found if isinstance(item, Problem)] if sound else []
        tell(problems)
        for item in work if sound else ():
            say(f"Typesetting {item.title} ...")
            printed = next(prints)
            tell(printed.problems)
            problems += printed.problems
            if printed.pdf:
                write(fitted(printed, item, asked, printer), item, asked, out)
    problems += odd
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


def ticket_of(make: Callable[[], Ticket]) -> Ticket:
    """Return a ticket that can be printed; a usage error names what there is, or says what does not fit."""
    try:
        made = make()
        _ = made.imposition.grid
    except (UnknownNameError, UnfitError) as error:
        raise click.UsageError(str(error)) from None
    return made


def printer_at(file: Path | None, asked: Ticket) -> tuple[Printer | None, list[Problem]]:
    """Return the printer's profile, if there is one, and what somebody should know of it before they print."""
    file = file or (PROFILE if PROFILE.is_file() else None)
    if not file:
        return None, []
    text, problems = read_text(file)
    printer, wrong = printer_of(text, str(file))
    return printer, [*problems, *wrong, *remarks(printer, asked.imposition)]


def fitted(printed: Printed, item: Batch | Printable, asked: Ticket, printer: Printer | None) -> Printed:
    """Return a print with its pages moved as a printer needs it."""
    if not printer or not printed.pdf:
        return printed
    if isinstance(item, Batch):
        return replace(printed, pdf=moved(printed.pdf, moves(printer, asked.imposition)))
    return replace(printed, pdf=moved(printed.pdf, [printer.move("front", landscape=item.landscape)]))


def calibrated(asked: Ticket, printer: Printer | None, out: Path) -> int:
    """Write the calibration sheet, moved as decks would be, and return the exit status."""
    from generator.printing.calibration import Calibration, calibration  # noqa: PLC0415 - as above

    plan = Calibration(asked)
    try:
        pdf = calibration(asked)
    except UnfitError as error:
        raise click.UsageError(str(error)) from None
    if printer:
        pdf = moved(pdf, moves(printer, plan.imposition))
    out.mkdir(parents=True, exist_ok=True)
    file = out / plan.file_name
    file.write_bytes(pdf)
    say(f"{file}: 1 sheet, {SIDES[plan.imposition.layout]}, actual size. What to do stands on it.")
    return DONE
