"""Decks as they were on some day, or at some tag: what git remembers. The only module that asks git."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.library.load import load_library
from generator.library.shapes import fits_day, fits_id

if TYPE_CHECKING:
    from generator.library.model import Deck

SECONDS = 60


class NoHistoryError(Exception):
    """There is no git here, or the folder is in no repository."""


class UnknownTimeError(ValueError):
    """What was typed is neither a day nor anything that git knows."""


def decks_then(folder: Path, when: str) -> tuple[Deck, ...]:
    """Return the decks of a folder as they were committed: before a day, as 2026-11-22, or at a tag or commit.

    Decks that could not be read then are left out. NoHistoryError and UnknownTimeError as above.
    """
    commit = commit_of(folder, when)
    if not commit:
        return ()
    names = git(folder, "ls-tree", "-z", "--name-only", commit).decode("utf-8", "replace").split("\0")
    with tempfile.TemporaryDirectory() as room:
        for name in names:
            if name.endswith(".yml") and fits_id(name.removesuffix(".yml")):
                (Path(room) / name).write_bytes(git(folder, "cat-file", "blob", f"{commit}:./{name}"))
        return load_library(Path(room))[0].decks


def commit_of(folder: Path, when: str) -> str:
    """Return the last commit before a day, nothing if all are younger; or the commit that a tag or a name means."""
    git(folder, "rev-parse", "--git-dir")
    if fits_day(when):
        # Along the main line: what another branch held on that day was not here yet.
        found = git(folder, "log", "-1", "--first-parent", "--format=%H", f"--before={when}T00:00:00", "HEAD")
        return found.decode().strip()
    try:
        return git(folder, "rev-parse", "--verify", "--end-of-options", f"{when}^{{commit}}").decode().strip()
    except NoHistoryError:
        message = f"'{when}' is no date, and git knows no such tag or commit. Try a date such as 2026-11-22, or a tag."
        raise UnknownTimeError(message) from None


def git(folder: Path, *words: str) -> bytes:
    """Return what git answers in a folder; NoHistoryError if it cannot."""
    try:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True, timeout=SECONDS)  # noqa: S603, S607 - git, wherever it is
    except (OSError, subprocess.SubprocessError) as error:
        raise NoHistoryError from error
    return done.stdout
