"""Sheets to PDF. The only module that knows Typst; the templates are the `.typ` files beside it.

Text goes in as data and is only ever shown as a string. Fonts are the vendored ones alone, dates are the deck's, so
the same deck gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime, time
from functools import cache as once
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from generator import look
from generator.library.model import Problem, Severity
from generator.library.page import Printable
from generator.library.words import direction
from generator.printing.bookmarks import bookmarks
from generator.printing.cache import keep, kept, key_of, recipe
from generator.printing.composing import Composed, Flaw, appearance, assembled, document, one_deck, wearing
from generator.printing.coverage import coverage
from generator.printing.desk import Desk
from generator.printing.finishing import Turn, finished, turn_of
from generator.printing.flaws import left_out, spelled, told, typefaces_of, unshowable, written
from generator.printing.fronts import front_of
from generator.printing.job import Job, manuscript
from generator.printing.leaf import Leaf, leaf_of, texts
from generator.printing.leaf import manuscript as manuscript_of
from generator.printing.leaf import words_to_measure as every_word_of
from generator.printing.parting import measured_in_parts, set_whole_or_in_parts
from generator.printing.printables import composed as composed_leaf
from generator.printing.record import Printed, packed, unpacked
from generator.printing.runs import Font
from generator.printing.sheets import sheet
from generator.printing.ticket import Ticket
from generator.printing.typefaces import FONTS, Typefaces, house, typefaces_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from typst import PDFStandard

    from generator.library.model import Card, Deck
    from generator.printing.parting import Parts
    from generator.printing.record import Flaws

HERE = Path(__file__).parent
LOOK = Path(look.__file__).parent
# The first family shows what it can, the next what it lacks: Greek and Cyrillic are Literata's.
FAMILIES = {
    "text": ("Kindling Text", "Literata", "Atkinson Hyperlegible"),
    "plain": ("Atkinson Hyperlegible", "Kindling Text", "Literata"),
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


def print_deck(
    deck: Deck, ticket: Ticket = STANDARD, *, cache: Path | None = None, fonts: tuple[Path, ...] = ()
) -> Printed:
    """Return a deck as PDF: front 1, back 1, front 2, back 2, ..., or as its ticket says.

    `cache` is a folder for finished prints; None keeps none. `fonts` are the project's own. UnfitError for a card that
    is larger than the paper.
    """
    return print_jobs((Job(deck, ticket),), cache=cache, fonts=fonts)


def print_jobs(
    jobs: Sequence[Job], title: str = "", *, cache: Path | None = None, fonts: tuple[Path, ...] = ()
) -> Printed:
    """Return decks, or what was chosen from them, on the same sheets as one PDF; `title` is what they are together.

    All have one ticket. UnfitError, `cache` and `fonts` as above.
    """
    typefaces = typefaces_for((text for job in jobs for text, *_ in written(job.deck)), fonts)
    jobs = [replace(job, typefaces=typefaces) for job in jobs]
    key = key_of(title.encode(), *(manuscript(job).encode() for job in jobs), house_recipe())
    entry = kept(cache, key)
    if entry is not None:
        head, _, made = entry.partition(b"\n")
        sheets, inked, flaws = unpacked(head)
        return Printed(made, all_told(jobs, flaws), sheets, inked, sum(map(left_out, flaws)))
    try:
        return printed(jobs, title, cache, key)
    except TypesettingError as error:
        return Printed(None, (Problem(jobs[0].deck.place, str(error), REPORT),))


def printed(jobs: Sequence[Job], title: str, cache: Path | None, key: str) -> Printed:
    """Return decks set anew, and keep them; TypesettingError if Typst will not have them."""
    made = [composed_alone(number, job) for number, job in enumerate(jobs)]
    found, typefaces = tuple(deck.flaws for deck in made), jobs[0].typefaces
    unknown = (bad for job in jobs for bad in unshowable(written(job.deck), typefaces))
    problems = tuple(sorted({*all_told(jobs, found), *unknown}))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Printed(None, problems)
    data = assembled(jobs, made, families_of(typefaces), title)
    pdf = typeset(HERE / "sheet.typ", data, max(job.day for job in jobs), typefaces)
    pdf = finished(pdf, turn_of(jobs[0].ticket.imposition), bookmarks(jobs, data))
    sheets = len(data["sheets"])
    inked = coverage(pdf, sheet(jobs[0].ticket.imposition))
    keep(cache, key, packed(sheets, inked, found) + b"\n" + pdf)
    return Printed(pdf, problems, sheets, inked, sum(map(left_out, found)))


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


def print_item(
    item: Deck | Printable, ticket: Ticket = STANDARD, *, cache: Path | None = None, fonts: tuple[Path, ...] = ()
) -> Printed:
    """Return a deck or a printable as PDF, whichever it is."""
    if isinstance(item, Printable):
        return print_printable(item, ticket, cache=cache, fonts=fonts)
    return print_deck(item, ticket, cache=cache, fonts=fonts)


def typeset(template: Path, data: dict[str, Any], day: date, typefaces: Typefaces | None = None) -> bytes:
    """Return a template's PDF. A warning is an error too: an unknown font is only that to Typst."""
    with refusals():
        pdf, warnings = typst.compile_with_warnings(
            str(template),
            root=str(template.parent),
            font_paths=typst_fonts(typefaces or house()),
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


def measured(
    words: Mapping[str, list[str]],
    language: tuple[str, str | None],
    typefaces: Typefaces | None = None,
    parts: Mapping[str, Parts] | None = None,
) -> dict[str, Font]:
    """Return the fonts of some styles with the width of every word, as Typst sets them in a language."""
    lang, region = language
    typefaces = typefaces or house()
    data = {"words": words, "fonts": families_of(typefaces), "lang": lang, "region": region}
    with refusals():
        answer = typst.query(
            str(HERE / "measure.typ"),
            "<measured>",
            field="value",
            one=True,
            root=str(HERE),
            font_paths=typst_fonts(typefaces),
            sys_inputs={"data": json.dumps(data)},
        )
    styles: dict[str, Any] = json.loads(answer)
    return {
        style: Font(
            dict(zip(words[style], found.pop("widths"), strict=True)), **found, parts=parts[style] if parts else {}
        )
        for style, found in styles.items()
    }


def picture(svg: str, pixels: int) -> bytes:
    """Return an SVG drawing as PNG, `pixels` wide; what it does not paint stays clear."""
    return drawn(HERE / "picture.typ", {"svg": svg, "pixels": str(pixels)}, house(), 72)[0]


def card_picture(deck: Deck, card: Card, ppi: int = 144, *, fonts: tuple[Path, ...] = ()) -> bytes:
    """Return a card's front as PNG, as it will be printed; TypesettingError if Typst will not have it."""
    alone = replace(deck, cards=(card,))
    job = Job(alone, STANDARD, typefaces=typefaces_of(alone, fonts))
    front, _ = set_whole_or_in_parts(
        measured, job, lambda found: front_of(job.faces[0], Desk(job.card, job.look, found, deck.lang))
    )
    data = {
        **document([job], job.title),
        **appearance(job),
        "decks": [wearing(job)],
        "fonts": families_of(job.typefaces),
        "face": asdict(replace(front, dir=direction(deck.lang))) | {"deck": 0},
    }
    return drawn(HERE / "face.typ", {"data": json.dumps(data)}, job.typefaces, ppi)[0]


def drawn(template: Path, inputs: dict[str, str], typefaces: Typefaces, ppi: float) -> list[bytes]:
    """Return the pages of a template as PNG; TypesettingError if Typst will not have them."""
    with refusals():
        made: bytes | list[bytes] = typst.compile(
            str(template),
            root=str(HERE),
            font_paths=typst_fonts(typefaces),
            format="png",
            ppi=ppi,
            sys_inputs=inputs,
        )
    return made if isinstance(made, list) else [made]


@once
def typst_fonts(typefaces: Typefaces) -> typst.Fonts:
    """Return the vendored fonts and the project's, and no others: a print must not depend on the machine."""
    folders = [str(FONTS), *sorted({str(file.parent) for file in typefaces.files})]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@once
def families_of(typefaces: Typefaces) -> dict[str, tuple[str, ...]]:
    """Return by style the families to look a character up in, one after another: ours, then the project's by name."""
    found = typst_fonts(typefaces).fonts() if typefaces.files else []
    own = sorted({font.family for font in found if font.path and Path(font.path) in typefaces.files})
    return {style: (*ours, *own) for style, ours in FAMILIES.items()}


@once
def house_recipe() -> bytes:
    """Return a digest of all that makes a print but the deck: our files, the fonts, Typst's version."""
    return recipe((HERE, LOOK), (".py", ".typ", ".toml", ".ttf")) + version("typst").encode()
