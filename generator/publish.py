"""A finished site takes the place of the last good one, whole or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def workshop(site: Path) -> Iterator[Path]:
    """Yield an empty folder beside `site` to build in; it is removed at the end, whatever happened."""
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def replace(site: Path, built: Path) -> None:
    """Put the folder `built` in the place of `site`; both lie on one disk. The old site is whole until it is gone."""
    built.chmod(0o755)
    with workshop(site) as aside:
        if site.exists():
            site.replace(aside / "old")
        built.replace(site)
