"""What a print is set in: the vendored fonts, and those a project adds for what they lack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import look
from generator.library.model import Place, Problem
from generator.printing.cache import key_of
from generator.printing.glyphs import missing, shown_by, shown_in

if TYPE_CHECKING:
    from collections.abc import Iterable

FONTS = Path(look.__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The font files that stand in for the vendored ones, what all of them can show, and which cannot be read.

    `digest` changes when one of the files does.
    """

    files: tuple[Path, ...]
    shown: frozenset[str]
    problems: tuple[Problem, ...] = ()
    digest: str = ""


@cache
def house() -> Typefaces:
    """Return the vendored typefaces alone."""
    return Typefaces((), shown_by(FONTS))


def typefaces_for(texts: Iterable[str], files: tuple[Path, ...]) -> Typefaces:
    """Return what some texts are set in: a project's own fonts take part only where the vendored ones are not enough.

    So a font that is put into a project changes no print that was right without it.
    """
    if not files or not missing("".join(texts), house().shown):
        return house()
    return added(files, tuple(map(stamp, files)))


def stamp(path: Path) -> tuple[int, int]:
    """Return what changes when a file does; nothing of one that is gone."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@cache
def added(files: tuple[Path, ...], stamps: tuple[tuple[int, int], ...]) -> Typefaces:  # noqa: ARG001 - part of the key
    """Return the vendored typefaces and those in some files, as they are at this moment."""
    shown = set(house().shown)
    good: list[Path] = []
    parts: list[bytes] = []
    problems: list[Problem] = []
    for path in files:
        try:
            content = path.read_bytes()
            shown |= shown_in(content)
        except (OSError, ValueError):
            hint = "put a .ttf, .otf or .ttc file there, or take this one away"
            problems.append(Problem(Place(str(path)), "this is no font that can be read", hint))
            continue
        good.append(path)
        parts += [path.name.encode(), content]
    return Typefaces(tuple(good), frozenset(shown), tuple(problems), key_of(*parts))
