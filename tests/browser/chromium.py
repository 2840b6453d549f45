"""Finds a Chromium, or gets one: Playwright's download, else Debian's package when root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
# As root Chromium refuses its sandbox; the other flags keep it from calling home.
FLAGS = [
    *(["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []),
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def found() -> str | None:
    """Return the path of a browser that is there, or none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None  # noqa: PTH110 - a string comes and a string goes


def provide() -> str:
    """Return the path of a browser, installing one if need be; exit with a plain message if that cannot be."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        ways.append(["apt-get", "update", "-qq"])
        ways.append(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    for way in ways:
        if path := found():
            return path
        print(f"Getting a browser for the tests: {' '.join(way[:3])} ...", flush=True)  # noqa: T201 - for make's reader
        subprocess.run(way, check=False, capture_output=True)
    if path := found():
        return path
    sys.exit("There is no Chromium, and none could be installed. Install Chromium or Chrome, then run make test again.")


if __name__ == "__main__":
    print(f"Browser for the tests: {provide()}")  # noqa: T201 - for make's reader
