"""Answers for the workbench beside the preview server, and waits for no build: it reads the files itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.outputs import fonts
from generator.printing.ink import card_picture
from generator.project import read_project, written
from generator.site.styles import stylesheet
from generator.workbench.seen import HERE, Seen, bench_page, seen_after, shown, state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Deck

PATIENCE = 25.0  # seconds a question for news is kept waiting before it is answered "nothing yet"
PAUSE = 0.15  # seconds between two looks at the files
HTML = "text/html; charset=utf-8"

App = Callable[..., Iterable[bytes]]  # WSGI
Answer = tuple[str, bytes]  # what it is, and itself


class Workbench:
    """Watches one project. Safe to ask from several threads."""

    def __init__(self, config: Path) -> None:
        """Begin with nothing seen; the first question takes the first look."""
        here = Path.cwd()  # places are told as they are in the terminal
        self.config = config.relative_to(here) if config.is_relative_to(here) else config
        self.lock = Lock()
        self.stamp: tuple[Any, ...] = ()
        self.last = Seen()

    def look(self) -> Seen:
        """Return what there is to see now; files are read again only when one has changed."""
        with self.lock:
            stamp = tuple(stamp_of(path) for path in written(self.config))
            if stamp != self.stamp or not self.last.number:
                self.stamp = stamp
                project = read_project(self.config)
                self.last = seen_after(self.last, project.library, project.problems)
            return self.last

    def news(self, number: int, patience: float = PATIENCE) -> Seen:
        """Return what is seen once it is something else than look `number`, or when patience ends, in seconds."""
        end = time.monotonic() + patience
        while (seen := self.look()).number == number and time.monotonic() < end:
            time.sleep(PAUSE)
        return seen


def stamp_of(path: Path) -> tuple[str, int, int]:
    """Return what changes when a file does: its name, when it was written, its size. A file that is gone has none."""
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size


def answer(bench: Workbench, path: str, query: str) -> Answer | None:
    """Return type and content of an address below the workbench; None where there is nothing."""
    if path == "state":
        return "application/json", state(bench.news(int(query) if query.isdecimal() else 0)).encode()
    if path in ASSETS:
        kind, content = ASSETS[path]
        return kind, content()
    if path.startswith("assets/fonts/"):
        font = fonts().get(path)
        return ("font/woff2", font) if isinstance(font, bytes) else None
    seen = bench.look()
    if not path:
        return HTML, bench_page(seen, shown(seen)).encode()
    return next(filter(None, (of_deck(seen, deck, path) for deck in seen.library.decks)), None)


def of_deck(seen: Seen, deck: Deck, path: str) -> Answer | None:
    """Return a deck's page or the print of one of its cards, if that is what an address names."""
    if path == f"{deck.id}/":
        return HTML, bench_page(seen, [(card, deck) for card in deck.cards], deck).encode()
    found = next((card for card in deck.cards if path == f"print/{card.address}.png"), None)
    return ("image/png", card_picture(deck, found, fonts=seen.library.fonts)) if found else None


def asset(name: str) -> bytes:
    """Return one of the workbench's own files."""
    return (files("generator.site") / "assets" / "workbench" / name).read_bytes()


ASSETS: dict[str, tuple[str, Callable[[], bytes]]] = {
    **{name: ("text/javascript", partial(asset, name)) for name in ("bar.js", "bench.js", "news.js")},
    "bar.css": ("text/css", partial(asset, "bar.css")),
    "assets/card.css": ("text/css", lambda: stylesheet("card").encode() + asset("bench.css")),
}


def with_bar(html: str) -> str:
    """Return a page with the bar that tells of problems; its address begins at the server's root."""
    bar = f'<script type="module" src="/{HERE}bar.js"></script>\n'
    before, tag, after = html.rpartition("</body>")
    return f"{before}{bar}{tag}{after}"


def with_workbench(bench: Workbench, app: App) -> App:
    """Return a WSGI application that answers for the workbench, and leaves the rest to another."""

    def both(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        if not path.startswith(f"/{HERE}"):
            return app(environ, start_response)
        return answered(answer(bench, path.removeprefix(f"/{HERE}"), environ.get("QUERY_STRING", "")), start_response)

    return both


def answered(found: Answer | None, start_response: Callable[..., Any]) -> Iterator[bytes]:
    """Yield an answer's content after its head."""
    kind, content = found or ("text/plain; charset=utf-8", b"There is nothing here.")
    head = [("Content-Type", kind), ("Content-Length", str(len(content))), ("Cache-Control", "no-store")]
    start_response("200 OK" if found else "404 Not Found", head)
    yield content
