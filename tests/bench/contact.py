"""Contact sheets: how the site and the printed decks look, on a few large pictures.

`python -m tests.bench.contact OUT` takes the site that `make site` built and writes into OUT, as PNG: pages by day and
by night on phone, tablet and desk, and the first sheet of fronts and of backs of every deck.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, provide
from tests.browser.serving import served
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ViewportSize

PAGES = (
    "",
    "decks/",
    "decks/kettle-on/",
    "cards/kettle-on/postcard/",
    "essays/going-first/",
    "draw/#card=kettle-on/postcard",
    "print/",
    "safety/",
)
# In CSS pixels.
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "tablet": {"width": 820, "height": 1180},
    "desk": {"width": 1440, "height": 900},
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# In pixels: between pictures, and the widest a picture may stand on its sheet.
GAP, WIDEST = 16, 640
GROUND = (128, 128, 128)
# In points an inch and dots an inch, for printed sheets.
POINTS, DOTS = 72, 60
# The pages of a deck's PDF that hold its first fronts and their backs.
FRONTS, BACKS = 0, 1
PRINTED = "*-a4.pdf"


def laid(pictures: list[Image.Image], columns: int) -> Image.Image:
    """Return pictures of one size side by side, in rows of so many, small enough to be seen at once."""
    width = min(WIDEST, pictures[0].width)
    height = round(pictures[0].height * width / pictures[0].width)
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, columns)
        sheet.paste(picture.resize((width, height)), (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return sheet


def screens(browser: Browser, address: str, size: ViewportSize) -> list[Image.Image]:
    """Return what the first screen of every page shows, the day's first, then the night's."""
    found: list[Image.Image] = []
    for scheme in SCHEMES:
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        for path in PAGES:
            page = context.new_page()
            page.goto(address + path, wait_until="networkidle")
            found.append(Image.open(io.BytesIO(page.screenshot())))
        context.close()
    return found


def sheets(folder: Path, page: int) -> Iterator[Image.Image]:
    """Yield one page of every printed deck in colour."""
    for file in sorted(folder.glob(PRINTED)):
        with pypdfium2.PdfDocument(file) as document:
            if len(document) > BACKS and (file.parent / file.name.replace("-a4", "-a4-low-ink")).is_file():
                yield document[page].render(scale=DOTS / POINTS).to_pil()


def contact(site: Path, out: Path) -> None:
    """Write the contact sheets of a built site into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=provide(), args=FLAGS)
        for name, size in SIZES.items():
            laid(screens(browser, address, size), len(PAGES) // 2).save(out / f"{name}.png")
        browser.close()
    for name, page in (("fronts", FRONTS), ("backs", BACKS)):
        laid(list(sheets(site / "print", page)), 5).save(out / f"{name}.png")


if __name__ == "__main__":
    contact(ROOT / "site", Path(sys.argv[1]))
