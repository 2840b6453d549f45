"""`make bench`: one table of sizes and ratios, as Markdown; the machine is named."""

from __future__ import annotations

import os
import platform
import tempfile
from pathlib import Path

from tests.bench.build import build_figures
from tests.bench.craft import craft_figures
from tests.bench.draw import draw_figures
from tests.bench.generated import generated_figures
from tests.bench.lighthouse import lighthouse_figures
from tests.bench.mutations import mutation_figures
from tests.bench.pages import page_figures
from tests.bench.prints import print_figures
from tests.bench.reading import reading_figures

# The first leaves its site for those that measure pages.
FIGURES = (
    build_figures,
    page_figures,
    draw_figures,
    lighthouse_figures,
    reading_figures,
    print_figures,
    generated_figures,
    mutation_figures,
    craft_figures,
)


def main() -> None:
    """Measure everything and print it."""
    cores = os.cpu_count()
    print(f"Measured on {platform.machine()}, {cores} cores, Python {platform.python_version()}.\n")
    print("| what | figure | budget |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for figures in FIGURES:
            for what, figure, budget in figures(Path(folder)):
                print(f"| {what} | {figure} | {budget} |", flush=True)


if __name__ == "__main__":
    main()
