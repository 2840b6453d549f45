"""What `kindling print` makes a PDF of each: decks, evenings dealt from them, chosen cards, pages beside the decks."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.library.model import Deck, Problem
from generator.library.report import counted
from generator.print_choice import Batch, Wishes, batches, wished
from generator.printing.dealing import dealt_deck, evenings_in
from generator.printing.job import Job
from generator.terminal import say

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.library.page import Printable
    from generator.printing.ticket import Ticket
    from generator.project import Project


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
