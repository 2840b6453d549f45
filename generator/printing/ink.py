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
from generator.library.words import direction
from generator.printing.cache import recipe
from generator.printing.composing import appearance, document, wearing
from generator.printing.desk import Desk
from generator.printing.flaws import typefaces_of
from generator.printing.fronts import front_of
from generator.printing.job import Job
from generator.printing.parting import set_whole_or_in_parts
from generator.printing.runs import Font
from generator.printing.ticket import Ticket
from generator.printing.typefaces import FONTS, Typefaces, house

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from typst import PDFStandard

    from generator.library.model import Card, Deck
    from generator.printing.parting import Parts

HERE = Path(__file__).parent
LOOK = Path(look.__file__).parent
# The first family shows what it can, the next what it lacks: Greek and Cyrillic are Literata's.
FAMILIES = {
    "text": ("Kindling Text", "Literata", "Atkinson Hyperlegible"),
    "plain": ("Atkinson Hyperlegible", "Kindling Text", "Literata"),
}
# Tagged for a screen reader, and a missing glyph is an error instead of a gap.
STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]


class TypesettingError(RuntimeError):
    """Typst refuses to set something that passed every check of ours, or warns of it."""

    def __str__(self) -> str:
        """Say who says so."""
        return f"the typesetter refuses: {self.args[0]}"


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


def drawing(svg: str, day: date) -> bytes:
    """Return an SVG drawing as the one page of a PDF, as large as the drawing, untagged: a part for another PDF."""
    made: bytes = typst.compile(
        str(HERE / "drawing.typ"),
        root=str(HERE),
        font_paths=typst_fonts(house()),
        format="pdf",
        sys_inputs={"svg": svg},
        pdf_standards=["a-2b"],
        pdf_tags=False,
        timestamp=datetime.combine(day, time(), UTC),
    )
    return made


def picture(svg: str, pixels: int) -> bytes:
    """Return an SVG drawing as PNG, `pixels` wide; what it does not paint stays clear."""
    return drawn(HERE / "picture.typ", {"svg": svg, "pixels": str(pixels)}, house(), 72)[0]


def card_picture(deck: Deck, card: Card, ppi: int = 144, *, fonts: tuple[Path, ...] = ()) -> bytes:
    """Return a card's front as PNG, as it will be printed; TypesettingError if Typst will not have it."""
    alone = replace(deck, cards=(card,))
    job = Job(alone, Ticket(), typefaces=typefaces_of(alone, fonts))
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
