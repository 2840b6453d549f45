"""Prints kept by what they were made from. A broken, missing or unwritable entry only costs the time to print again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DIGEST = 64  # characters of a sha256 in hex


def key_of(*parts: bytes) -> str:
    """Return one name for what something is made from; the parts cannot run into each other."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def recipe(folders: Iterable[Path], endings: Iterable[str]) -> bytes:
    """Return a digest of the files in some folders that have these endings: what makes a print but its text."""
    paths = sorted(path for folder in folders for ending in endings for path in folder.rglob(f"*{ending}"))
    return key_of(*(part for path in paths for part in (path.name.encode(), path.read_bytes()))).encode()


def kept(folder: Path | None, key: str) -> bytes | None:
    """Return what was kept under a key; None if there is nothing, or not what was written."""
    if folder is None:
        return None
    try:
        entry = (folder / key).read_bytes()
    except OSError:
        return None
    digest, content = entry[:DIGEST], entry[DIGEST:]
    return content if hashlib.sha256(content).hexdigest().encode() == digest else None


def keep(folder: Path | None, key: str, content: bytes) -> None:
    """Keep something under a key, whole or not at all, also when others write the same.

    A full disk or a read-only folder is no reason for a print to fail.
    """
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).hexdigest().encode() + content)
            os.replace(name, folder / key)  # noqa: PTH105 - the pair of mkstemp, and atomic on every system
        except OSError:
            os.unlink(name)  # noqa: PTH108
            raise
