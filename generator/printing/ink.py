"""Sheets to PDF. The only module that knows Typst; the templates are the `.typ` files beside it.

Text goes in as data and is only ever shown as a string. Fonts are the vendored ones alone, dates are the deck's, so
the same deck gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, time
from functools import cache as once
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from generator import look
from generator.library.model import Problem, Severity
from generator.library.page import Printable
from generator.printing.cache import keep, kept, key_of, recipe
from generator.printing.composing import Flaw, appearance, composed, document
from generator.printing.desk import Desk, Misfit
from generator.printing.flaws import FONTS, told, unshowable, unshowable_texts
from generator.printing.fronts import front_of
from generator.printing.job import Job, manuscript, words_to_measure
from generator.printing.leaf import Leaf, texts
from generator.printing.leaf import manuscript as manuscript_of
from generator.printing.leaf import words_to_measure as every_word_of
from generator.printing.lines import Font
from generator.printing.printables import composed as composed_leaf
from generator.printing.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from typst import PDFStandard

    from generator.library.model import Card, Deck

HERE = Path(__file__).parent
LOOK = Path(look.__file__).parent
# The first family shows what it can, the second what the first lacks.
FAMILIES = {
    "text": ("Kindling Text", "Atkinson Hyperlegible"),
    "plain": ("Atkinson Hyperlegible", "Kindling Text"),
}
# Tagged for a screen reader, and a missing glyph is an error instead of a gap.
STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
STANDARD = Ticket()
REPORT = "this is a fault of Kindling; please report it with the deck"


class TypesettingError(RuntimeError):
    """Typst refuses to set something that passed every check of ours, or warns of it."""

    def __str__(self) -> str:
        """Say who says so."""
        return f"the typesetter refuses: {self.args[0]}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A deck's PDF, or None when something stands in its way; all its author should know; how many sheets it takes."""

    pdf: bytes | None
    problems: tuple[Problem, ...] = ()
    sheets: int = 0


def print_deck(deck: Deck, ticket: Ticket = STANDARD, *, cache: Path | None = None) -> Printed:
    """Return a deck as PDF: front 1, back 1, front 2, back 2, ..., or as its ticket says.

    `cache` is a folder for finished prints; None keeps none. UnfitError for a card that is larger than the paper.
    """
    job = Job(deck, ticket)
    key = key_of(manuscript(job).encode(), house_recipe())
    entry = kept(cache, key)
    if entry is not None:
        head, _, made = entry.partition(b"\n")
        sheets, flaws = unpacked(head)
        return Printed(made, told(deck, flaws), sheets)
    try:
        return printed(job, cache, key)
    except TypesettingError as error:
        return Printed(None, (Problem(deck.place, str(error), REPORT),))


def printed(job: Job, cache: Path | None, key: str) -> Printed:
    """Return a deck set anew, and keep it; TypesettingError if Typst will not have it."""
    data, found = composed(job, measured(words_to_measure(job), job.language), FAMILIES)
    problems = tuple(sorted((*unshowable(job.deck), *told(job.deck, found))))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Printed(None, problems)
    pdf = typeset(HERE / "sheet.typ", data, job.day)
    sheets = len(data["sheets"])
    keep(cache, key, packed(sheets, found) + b"\n" + pdf)
    return Printed(pdf, problems, sheets)


def print_printable(printable: Printable, ticket: Ticket = STANDARD, *, cache: Path | None = None) -> Printed:
    """Return a printable as PDF, one page. Of the ticket only the paper matters to it; `cache` as above."""
    leaf = Leaf(printable, ticket.paper)
    key = key_of(manuscript_of(leaf).encode(), house_recipe())
    pdf = kept(cache, key)
    if pdf is not None:
        return Printed(pdf, sheets=1)
    try:
        return printed_leaf(leaf, cache, key)
    except TypesettingError as error:
        return Printed(None, (Problem(printable.place, str(error), REPORT),))


def printed_leaf(leaf: Leaf, cache: Path | None, key: str) -> Printed:
    """Return a printable set anew, and keep it; TypesettingError if Typst will not have it."""
    data, problems = set_leaf(leaf)
    if problems:
        return Printed(None, problems)
    pdf = typeset(HERE / "printable.typ", data, leaf.day)
    keep(cache, key, pdf)
    return Printed(pdf, sheets=1)


def set_leaf(leaf: Leaf) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return a printable as its template wants it, and what stands in its way; TypesettingError as above."""
    problems = unshowable_texts(texts(leaf.printable), leaf.printable.id)
    if problems:
        return {}, problems
    return composed_leaf(leaf, measured(every_word_of(leaf), leaf.language), FAMILIES)


def print_item(item: Deck | Printable, ticket: Ticket = STANDARD, *, cache: Path | None = None) -> Printed:
    """Return a deck or a printable as PDF, whichever it is."""
    if isinstance(item, Printable):
        return print_printable(item, ticket, cache=cache)
    return print_deck(item, ticket, cache=cache)


def typeset(template: Path, data: dict[str, Any], day: date) -> bytes:
    """Return a template's PDF. A warning is an error too: an unknown font is only that to Typst."""
    with refusals():
        pdf, warnings = typst.compile_with_warnings(
            str(template),
            root=str(template.parent),
            font_paths=fonts(),
            format="pdf",
            sys_inputs={"data": json.dumps(data)},
            pdf_standards=STANDARDS,
            timestamp=datetime.combine(day, time(), UTC),
        )
    if warnings:
        raise TypesettingError("; ".join(warning.message for warning in warnings))
    return pdf


@contextmanager
def refusals() -> Iterator[None]:
    """Raise what Typst refuses as ours, so that nobody else has to know Typst."""
    try:
        yield
    except RuntimeError as error:  # TypstError is one; a query raises the bare one
        raise TypesettingError(str(error)) from error


def measured(words: Mapping[str, list[str]], language: tuple[str, str | None]) -> dict[str, Font]:
    """Return the fonts of some styles with the width of every word, as Typst sets them in a language."""
    lang, region = language
    data = {"words": words, "fonts": FAMILIES, "lang": lang, "region": region}
    with refusals():
        answer = typst.query(
            str(HERE / "measure.typ"),
            "<measured>",
            field="value",
            one=True,
            root=str(HERE),
            font_paths=fonts(),
            sys_inputs={"data": json.dumps(data)},
        )
    styles: dict[str, Any] = json.loads(answer)
    return {
        style: Font(dict(zip(words[style], found.pop("widths"), strict=True)), **found)
        for style, found in styles.items()
    }


def packed(sheets: int, flaws: tuple[Flaw, ...]) -> bytes:
    """Return what is known of a print as one line, to be kept with it: its warnings are given again each time."""
    return json.dumps([sheets, [[flaw.card, *asdict(flaw.misfit).values()] for flaw in flaws]]).encode()


def unpacked(line: bytes) -> tuple[int, tuple[Flaw, ...]]:
    """Return the sheets and flaws of such a line."""
    sheets, rows = json.loads(line)
    return sheets, tuple(
        Flaw(card, Misfit(key, message, hint, Severity(severity))) for card, key, message, hint, severity in rows
    )


def picture(svg: str, pixels: int) -> bytes:
    """Return an SVG drawing as PNG, `pixels` wide; what it does not paint stays clear."""
    made: bytes = typst.compile(
        str(HERE / "picture.typ"),
        root=str(HERE),
        font_paths=fonts(),
        format="png",
        ppi=72,
        sys_inputs={"svg": svg, "pixels": str(pixels)},
    )
    return made


def card_picture(deck: Deck, card: Card, ppi: int = 144) -> bytes:
    """Return a card's front as PNG, as it will be printed; TypesettingError if Typst will not have it."""
    job = Job(replace(deck, cards=(card,)), STANDARD)
    desk = Desk(job.card, job.look, measured(words_to_measure(job), job.language), deck.lang)
    front, _ = front_of(job.faces[0], desk)
    data = {**document(job), **appearance(job), "fonts": FAMILIES, "face": asdict(front)}
    with refusals():
        made: bytes = typst.compile(
            str(HERE / "face.typ"),
            root=str(HERE),
            font_paths=fonts(),
            format="png",
            ppi=ppi,
            sys_inputs={"data": json.dumps(data)},
        )
    return made


@once
def fonts() -> typst.Fonts:
    """Return the vendored fonts and no others: a print must not depend on the machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


@once
def house_recipe() -> bytes:
    """Return a digest of all that makes a print but the deck: our files, the fonts, Typst's version."""
    return recipe((HERE, LOOK), (".py", ".typ", ".toml", ".ttf")) + version("typst").encode()
