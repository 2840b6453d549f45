"""A deck to begin from: where it goes, and what stands in it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment, StrictUndefined

from generator.library.decks import CARD_KEYS, DECK_KEYS, free
from generator.library.load import deck_files
from generator.library.nodes import excerpt
from generator.library.report import harmless
from generator.library.shapes import ID_LENGTH, fits_id, id_like, written

# Names that would get in the way: of a sheet in print/, and of what Windows keeps for its devices.
PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
RESERVED = frozenset({"calibration", "con", "prn", "aux", "nul", *PORTS})


class NotStartedError(Exception):
    """Why a deck was not started, in words for its author, with what to type instead."""


def start(deck_id: str, folder: Path) -> Path:
    """Write a small deck with notes into a folder, which is made if it is missing, and return its file.

    NotStartedError if the name cannot be a deck's id or is taken, or if nothing can be written there.
    """
    taken = {path.stem.lower() for path in deck_files(folder)}
    if said := objection(deck_id, folder, taken):
        raise NotStartedError(f"{said} Try: kindling new {suggested(deck_id, taken)}")
    file = folder / f"{deck_id}.yml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        put(starter(deck_id), file)
    except OSError as error:
        reason = f"{file} cannot be written ({str(error.strerror).lower()})."
        raise NotStartedError(f"{reason} Check that {folder} is a folder, and that you may write in it.") from None
    return file


def objection(deck_id: str, folder: Path, taken: set[str]) -> str:
    """Return why a deck cannot have this id, or an empty string."""
    shown = harmless(excerpt(deck_id))
    if len(deck_id) > ID_LENGTH:
        return f"'{shown}' is longer than {ID_LENGTH} characters; a deck's id stands in addresses and on paper."
    if not fits_id(deck_id):
        return f"'{shown}' cannot be a deck's id, which has small letters a-z, numbers and single hyphens only."
    if deck_id in RESERVED:
        return f"'{shown}' is kept for something else."
    if deck_id in taken:
        return f"there is a deck '{shown}' in {folder} already, and it stays as it is."
    return ""


def suggested(text: str, taken: set[str]) -> str:
    """Return an id that can be typed instead: the nearest that fits and is free."""
    near = id_like(text, "my-deck")
    return free(near, taken) if near in taken | RESERVED else near


def starter(deck_id: str) -> str:
    """Return the deck file that an author begins from."""
    template = (files("generator.library") / "starter.yml").read_text("utf-8")
    environment = Environment(  # noqa: S701 - YAML, made of our own words and an id
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    title = " ".join(word.capitalize() for word in deck_id.split("-"))
    return environment.from_string(template).render(title=title, deck=DECK_KEYS, card=CARD_KEYS, written=written)


def put(text: str, file: Path) -> None:
    """Write a file whole or not at all; FileExistsError if something of that name is there."""
    with TemporaryDirectory(prefix=".", dir=file.parent) as aside:
        draft = Path(aside) / file.name
        draft.write_text(text, "utf-8", newline="\n")
        file.touch(exist_ok=False)  # whoever else is writing here, only this file of ours is replaced
        draft.replace(file)
