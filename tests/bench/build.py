"""How long a build takes: cold, warm, and beside a bare MkDocs build of the same Markdown pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.library.load import load_library
from generator.library.model import Settings
from generator.outputs import outputs

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ENV = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def seconds(command: list[str], folder: Path) -> float:
    """Return how long a command takes; it must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENV, check=True, capture_output=True)
    return time.perf_counter() - start


def build_figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the build's figures; the built site stays in `folder/site`."""
    project = folder / "project"
    project.mkdir()
    for name in ("decks", "docs"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    build = [sys.executable, "-m", "generator", "build", "--site-dir", str(folder / "site")]
    cold = seconds(build, project)
    deck = project / "decks" / "kettle-on.yml"
    deck.write_text(deck.read_text("utf-8").replace("put on a postcard?", "put on a stamp?"), "utf-8")
    edited = seconds(build, project)
    warm = seconds(build, project)
    bare = seconds([sys.executable, "-m", "mkdocs", "build", "--quiet"], bare_project(folder))
    yield "build, nothing typeset before", f"{cold:.1f} s, {cold / bare:.1f} x bare MkDocs", "none"
    yield "build after editing one card", f"{edited:.1f} s, {edited / bare:.1f} x bare MkDocs", "1.5 x (part 10)"
    yield "build with nothing changed", f"{warm:.1f} s, {warm / bare:.1f} x bare MkDocs", "none"


def bare_project(folder: Path) -> Path:
    """Return a project with the same Markdown pages and theme, without Kindling."""
    bare = folder / "bare"
    shutil.copytree(ROOT / "docs", bare / "docs")
    library, _ = load_library(ROOT / "decks", ROOT / "docs")
    for uri, content in outputs(library, Settings()).items():
        if uri.endswith(".md"):
            file = bare / "docs" / uri
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(str(content), "utf-8")
    (bare / "mkdocs.yml").write_text("site_name: Bare\ntheme: {name: material, font: false}\nplugins: [search]\n")
    return bare
