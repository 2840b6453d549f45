"""Printing beside others: Kindling, protograf, WeasyPrint and Typst alone set the same cards, both faces, on A4.

Each runs as a process of its own, from nothing but Python's byte code, one after another in turns; the least of the
turns counts. Kindling
reads and checks the deck, fits every text, and has to make a tagged PDF/A; it also makes its nine service cards. Of the
others only Typst fits and tags: protograf leaves a text out that is too long, WeasyPrint clips it. All draw the same
sticks on every back. "Typst alone" reads the cards, breaks the lines and finds the sizes; "sheets ready-made" only
typesets what Kindling has worked out.

The peers come from PyPI, by the hashes in `peers/requirements.txt`, into `.cache/peers/`. To renew them:
`uv pip compile --universal --generate-hashes --no-emit-index-url --no-header peers/requirements.in`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.library.load import load_library
from generator.look.tokens import look
from generator.printing.backs import back_svg
from generator.printing.composing import assembled, one_deck
from generator.printing.ink import FAMILIES, measured
from generator.printing.ink import HERE as TEMPLATES
from generator.printing.job import Job, words_to_measure
from generator.printing.ticket import Ticket
from generator.printing.typefaces import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.library.model import Card

HERE = Path(__file__).parent / "peers"
ROOT = HERE.parents[2]
HOME = ROOT / ".cache" / "peers"
PEERS = ("protograf", "weasyprint")
FEW, MANY = 54, 504
TURNS = 3
# For how memory and time grow: so many cards in decks of so many.
PER_DECK, SOME, LOTS = 50, 500, 5_000
# Whatever is installed has its byte code; so has Kindling here, from the first turn on.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
    "PYTHONPATH": str(ROOT)
}
PROJECT = "site_name: Bench\nplugins:\n  - kindling\n"


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds, and the most memory at once in MB."""

    seconds: float
    memory: float


def print_figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what printing costs beside others, and how it grows."""
    provided()
    costs = {count: compared(folder / f"cards-{count}", count) for count in (FEW, MANY)}
    for count, found in costs.items():
        for name, cost in found.items():
            yield f"printing {count} cards: {name}", f"{cost.seconds:.2f} s, {cost.memory:.0f} MB", "none"
    found = costs[MANY]
    peer = min(found[name].seconds for name in PEERS) / found["kindling"].seconds
    yield f"printing {MANY} cards: the faster peer beside Kindling", f"{peer:.1f} x", "5 x"
    for name, budget in (("Typst alone", "1.5 x"), ("Typst, sheets ready-made", "none")):
        ratio = found["kindling"].seconds / found[name].seconds
        yield f"printing {MANY} cards: Kindling beside {name}", f"{ratio:.2f} x", budget
    few, lots = (grown(folder / f"grown-{count}", count) for count in (SOME, LOTS))
    ratio = lots.seconds / few.seconds
    told = f"{lots.seconds:.1f} s, {ratio:.1f} x {SOME} cards, {lots.memory:.0f} MB"
    yield f"printing {LOTS:,} cards in decks of {PER_DECK}", told, "11 x, 400 MB"


def provided() -> None:
    """Install the peers, unless they are there."""
    stamp, locked = HOME / "installed", (HERE / "requirements.txt").read_text("utf-8")
    if stamp.is_file() and stamp.read_text("utf-8") == locked:
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
    pip = [str(HOME / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(HERE / "requirements.txt")], check=True)
    stamp.write_text(locked, "utf-8")


def cards_of(count: int) -> list[Card]:
    """Return so many cards of our own decks; those that come again are told apart by a number."""
    library, _ = load_library(ROOT / "decks", ROOT / "docs", ())
    return [card for deck in library.decks for card in deck.cards if card.kind == "prompt" and card.depth < 4][:count]


def deck_of(cards: Sequence[Card], count: int, title: str) -> str:
    """Return a deck of so many cards as YAML; where there are not enough, they come again with a number."""
    rows = [f"title: {title}", "about: Cards to count with.", "license: CC-BY-4.0", "authors: [Nobody]", "cards:"]
    for number in range(count):
        card, again = cards[number % len(cards)], number // len(cards)
        text = f"{card.text[:-1]} ({title}{again or ''}){card.text[-1]}"
        rows += [f"  - id: c{number}", f"    text: {json.dumps(text)}", f"    depth: {card.depth}"]
        rows += [f"    follow_up: {json.dumps(list(card.follow_up))}"] if card.follow_up else []
    return "\n".join(rows) + "\n"


def project(folder: Path, decks: dict[str, str]) -> Path:
    """Return a project with some decks."""
    for name, text in {"mkdocs.yml": PROJECT, "docs/index.md": "# Bench\n", **decks}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def compared(folder: Path, count: int) -> dict[str, Cost]:
    """Return what so many cards cost, by whom."""
    project(folder, {"decks/many.yml": deck_of(cards_of(count), count, "Many")})
    deck = load_library(folder / "decks")[0].decks[0]
    rows = [{"prompt": card.text, "note": " ".join(card.follow_up), "foot": f"Sip {card.id}"} for card in deck.cards]
    (folder / "cards.json").write_text(json.dumps(rows), "utf-8")
    (folder / "back.svg").write_text(back_svg(deck, Ticket().card, look()["hue"]["ochre"], look()["back"]), "utf-8")
    job = Job(deck, Ticket())
    composed = one_deck(0, job, measured(words_to_measure(job), job.language))
    data = assembled([job], [composed], FAMILIES)
    (folder / "sheets.json").write_text(json.dumps(data), "utf-8")
    typst = [sys.executable, str(HERE / "with_typst.py")]
    commands = {
        "kindling": [sys.executable, "-m", "generator", "print", "--no-cache", "--out", "."],
        "Typst alone": [*typst, "cards.json", "typst.pdf", "back.svg", str(HERE / "bare.typ"), str(FONTS)],
        "Typst, sheets ready-made": [
            *typst,
            "sheets.json",
            "sheets.pdf",
            "-",
            str(TEMPLATES / "sheet.typ"),
            str(FONTS),
        ],
    }
    for name in PEERS:
        python, script = str(HOME / "bin" / "python"), str(HERE / f"with_{name}.py")
        commands[name] = [python, script, "cards.json", f"{name}.pdf", "back.svg"]
    turns = [{name: cost_of(command, folder) for name, command in commands.items()} for _ in range(TURNS)]
    return {name: min((turn[name] for turn in turns), key=lambda cost: cost.seconds) for name in commands}


def grown(folder: Path, count: int) -> Cost:
    """Return what it costs Kindling to print so many cards in decks of the same size."""
    cards = cards_of(PER_DECK)
    decks = {f"decks/d{i}.yml": deck_of(cards, PER_DECK, f"Deck {i}") for i in range(count // PER_DECK)}
    project(folder, decks)
    return cost_of([sys.executable, "-m", "generator", "print", "--no-cache", "--out", "."], folder)


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Return what a command costs that is run in a folder; an error if it fails."""
    start = time.perf_counter()
    log = folder / "log.txt"
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise AssertionError(f"{' '.join(command)}: {log.read_text()[-2000:]}")
    return Cost(seconds, usage.ru_maxrss / 1024)
