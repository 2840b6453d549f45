"""How well the rules read: precision and recall on two hundred labelled cards they were not tuned on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.checks.tables import CARD_RULES
from generator.library.model import Card, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELLED = Path(__file__).parent.parent / "checks" / "labelled.yml"


def labelled() -> Iterator[tuple[Card, frozenset[str]]]:
    """Yield each labelled card, and the rules it breaks."""
    for row in yaml.safe_load(LABELLED.read_text("utf-8")):
        yield card_of(row), frozenset(row["breaks"])


def card_of(row: dict[str, Any]) -> Card:
    """Return the card a row describes."""
    further = row.get("follow_up", ())
    return Card(
        "labelled",
        "card",
        row["text"],
        kind=Kind(row.get("kind", "prompt")),
        depth=row.get("depth", 1),
        care=row.get("care", ""),
        minutes=row.get("minutes"),
        follow_up=(further,) if isinstance(further, str) else tuple(further),
        assumes=tuple(row.get("assumes", ())),
        needs=tuple(row.get("needs", ())),
    )


def craft_figures(_folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield precision and recall of each rule that is labelled, and of all together."""
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    cards = list(labelled())
    known = {rule for _, breaks in cards for rule in breaks}
    for card, breaks in cards:
        found = {rule for rule in known if any(CARD_RULES[rule](card))}
        hits.update(found & breaks)
        extra.update(found - breaks)
        missed.update(breaks - found)
    for rule in sorted(known):
        yield f"rule {rule}", share(hits[rule], extra[rule], missed[rule]), "none"
    yield "rules together", share(hits.total(), extra.total(), missed.total()), "0.95, 0.90 for errors"


def share(hits: int, extra: int, missed: int) -> str:
    """Return precision and recall, with the counts behind them."""
    precision = f"{hits / (hits + extra):.2f}" if hits + extra else "none found"
    return f"precision {precision}, recall {hits / (hits + missed):.2f} ({hits} found, {extra} beside, {missed} missed)"
