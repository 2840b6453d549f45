"""A printable to be put on a paper: where its pieces lie, and what is said on it, before anything is set."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from generator.library.words import words
from generator.look.tokens import hue_of, lay_of
from generator.look.typography import typographic
from generator.printing.breaking import every_word
from generator.printing.desk import plain
from generator.printing.grid import Grid
from generator.printing.job import UNDATED, language_of
from generator.printing.typefaces import Typefaces, house, typefaces_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.library.model import Place
    from generator.library.page import Printable
    from generator.printing.profiles import Paper

# Margins in mm: of a whole page; of a page of pieces, where the sheet's label and ruler need room; inside a piece.
SIDE, TOP = 18.0, 15.0
PIECES_SIDE, PIECES_TOP = 12.0, 16.5
PIECE_PAD = 5.0


@dataclass(frozen=True, slots=True)
class Leaf:
    """A printable to be put on a paper, and in which typefaces."""

    printable: Printable
    paper: Paper
    typefaces: Typefaces = field(default_factory=house)

    @property
    def said(self) -> Mapping[str, str]:
        """The words around it."""
        found: Mapping[str, str] = words(self.printable.lang)["print"]
        return found

    @property
    def whole(self) -> bool:
        """Whether it is a whole page, not cut into pieces."""
        return self.printable.count == 1

    @property
    def title(self) -> str:
        """The title as it is shown."""
        return plain(typographic(self.printable.title, self.printable.lang))

    @property
    def language(self) -> tuple[str, str | None]:
        """The language as Typst takes it."""
        return language_of(self.printable.lang)

    @property
    def day(self) -> date:
        """The date of the PDF: the printable's own."""
        return date.fromisoformat(self.printable.added or UNDATED)

    @property
    def grid(self) -> Grid:
        """Where its pieces lie; a whole page is one piece."""
        width, height = self.paper.width, self.paper.height
        if self.printable.landscape:
            width, height = height, width
        side, top = (SIDE, TOP) if self.whole else (PIECES_SIDE, PIECES_TOP)
        columns, rows = self.printable.columns, self.printable.rows
        across, down = (width - 2 * side) / columns, (height - 2 * top) / rows
        xs, ys = (side + across * i for i in range(columns)), (top + down * i for i in range(rows))
        return Grid(width, height, across, down, tuple(xs), tuple(ys))

    @property
    def pad(self) -> float:
        """What a piece keeps free inside its edges, in mm."""
        return 0.0 if self.whole else PIECE_PAD

    @property
    def place(self) -> str:
        """What everything has to fit on, in words."""
        if self.whole:
            return f"one {self.paper.name} page"
        return f"a piece of {self.grid.card_width:.0f} x {self.grid.card_height:.0f} mm"


def texts(printable: Printable) -> Iterator[tuple[str, Place]]:
    """Yield every text of a printable with its place."""
    yield printable.title, printable.at("title")
    for part in (part for piece in printable.pieces for part in piece):
        if part.text:
            yield part.text, part.place
        for entry in part.entries:
            yield from ((text, entry.place) for text in (entry.title, *entry.texts) if text)


def leaf_of(printable: Printable, paper: Paper, fonts: tuple[Path, ...] = ()) -> Leaf:
    """Return a printable to be put on a paper, with a project's own fonts where it needs them."""
    return Leaf(printable, paper, typefaces_for((plain(text) for text, _ in texts(printable)), fonts))


def manuscript(leaf: Leaf) -> str:
    """Return all that makes one print differ from another, as JSON: the same manuscript, the same PDF."""
    printable = leaf.printable
    pieces = [
        [
            [part.form, part.text, part.columns, [[*entry.texts, entry.title, entry.rows] for entry in part.entries]]
            for part in piece
        ]
        for piece in printable.pieces
    ]
    facts = [printable.id, printable.title, printable.lang, printable.added, hue_of(printable), lay_of(printable)]
    shape = [printable.columns, printable.rows, printable.landscape]
    return json.dumps(
        [facts, shape, pieces, dict(leaf.said), asdict(leaf.paper), leaf.typefaces.digest], ensure_ascii=False
    )


def words_to_measure(leaf: Leaf) -> dict[str, list[str]]:
    """Return every word that has to be measured, by the style it may be set in."""
    shown = [plain(typographic(text, leaf.printable.lang)) for text, _ in texts(leaf.printable)]
    every = every_word([*shown, plain(leaf.said["beside"])])
    return {"text": every, "plain": every, "bold": every}
