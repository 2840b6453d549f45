"""How well the rules read: precision and recall on cards that people have labelled.

The rules were mended on three sets of two hundred: what is found there is a fit. A fourth is kept for
measuring alone.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.checks import check
from generator.checks.rule import rules
from generator.checks.tables import CARD_RULES
from generator.library.model import Card, Deck, Kind, Library, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELLED = Path(__file__).parent.parent / "checks" / "labelled"
SETS = {"fitted": ("one", "two", "three"), "kept apart": ("four",)}


def labelled(*names: str) -> Iterator[tuple[Card, frozenset[str]]]:
    """Yield each labelled card of some sets, and the rules it breaks."""
    for name in names:
        for row in yaml.safe_load((LABELLED / f"{name}.yml").read_text("utf-8")):
            yield card_of(row), frozenset(row["breaks"])


def measured(kind: str) -> list[tuple[Card, frozenset[str]]]:
    """Return the cards of a kind of set; of those kept apart, none that also stands among the fitted by chance."""
    fitted = {card.text for card, _ in labelled(*SETS["fitted"])} if kind == "kept apart" else set()
    return [(card, breaks) for card, breaks in labelled(*SETS[kind]) if card.text not in fitted]


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
    """Yield precision and recall of each rule that is labelled, of the rules that are errors, and of all together."""
    for told in SETS:
        hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
        cards = measured(told)
        known = {rule for _, breaks in cards for rule in breaks}
        for card, breaks in cards:
            found = told_of(card) & known
            hits.update(found & breaks)
            extra.update(found - breaks)
            missed.update(breaks - found)
        strict = {rule for rule in known if rules()[rule].severity is Severity.ERROR}
        for rule in sorted(known):
            yield f"{told}: rule {rule}", share(hits[rule], extra[rule], missed[rule]), "none"
        for what, group in (("errors", strict), ("all", known)):
            sums = (sum(count[rule] for rule in group) for count in (hits, extra, missed))
            yield f"{told}: {what}", share(*sums), "0.95, 0.90 for errors"


def told_of(card: Card) -> set[str]:
    """Return the rules for cards that an author is told of, for a card by itself in a house that minds all of them."""
    deck = Deck("labelled", "Labelled", "One card.", (card,))
    return {problem.rule for problem in check(Library((deck,), whole=False), house_rules=True)} & set(CARD_RULES)


def share(hits: int, extra: int, missed: int) -> str:
    """Return precision and recall, with the counts behind them."""
    precision = f"{hits / (hits + extra):.2f}" if hits + extra else "none found"
    return f"precision {precision}, recall {hits / (hits + missed):.2f} ({hits} found, {extra} beside, {missed} missed)"
