"""The anatomy of a card of any size: the look's distances and type, which are a poker card's, made to go with it.

A larger card keeps the distances, and its words grow. On a smaller one the distances shrink and the words do not:
they have a floor, below which nobody reads them at a dinner table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.printing.profiles import CardSize

# Nothing but colour lies nearer to a card's edge, in mm: a cut that strays, and the curve of a rounded corner.
SAFE = 4.0
# How far a letter reaches below its baseline at the foot, in mm.
DESCENT = 0.75
# What stands over another thing keeps so far off, in mm: small print must not run on into the foot line.
GAP = 4.6
# How much of a distance remains at least, of the mark, and of the label's height.
LEAST, MARK_LEAST, LABEL_LEAST = 0.65, 0.8, 0.85
# How much words grow at most. Small print grows by the root of it.
MOST = 1.5
HALF = 2  # sizes are in half points
# What grows with the card: what is read aloud, and small print.
LARGE, SMALL = ("prompt_most", "lead", "lead_prompt_most"), ("note", "foot")
# A card this much wider than high lies. From the mark to what stands beside it, in mm.
LYING, BESIDE_MARK = 1.2, 3.2
# From the mark to a prompt under it on a card that is low, in mm.
UNDER_MARK = 1.6
# Wool left and right of a label, in mm.
BESIDE_LABEL = 4.75
# A size that differs by less than this share is a poker card to the eye.
SAME = 0.98


def sized(look: Mapping[str, Any], card: CardSize) -> dict[str, Any]:
    """Return the look for a card: lengths in mm, sizes in points. A poker card's is the look itself."""
    wide, high = card.width / look["card"]["width"], card.height / look["card"]["height"]
    return {
        **look,
        "card": {**look["card"], **distances(look["card"], card, share(wide), share(high))},
        "type": {**look["type"], **grown(look["type"], max(1.0, min(wide, high, MOST)))},
    }


def share(size: float) -> float:
    """Return how much of a distance remains on a card of a size, as a share of a poker card's."""
    return 1.0 if size > SAME else max(size, LEAST)


def distances(usual: Mapping[str, float], card: CardSize, across: float, down: float) -> dict[str, float]:
    """Return the distances on a card that is smaller by these shares, across and down.

    On a card that lies, text stands beside the mark instead of under it.
    """
    inner = {key: usual[key] * (across + down) / 2 for key in ("left", "right")}
    inner |= {key: usual[key] * down for key in ("mark_top", "label_foot")}
    inner = {key: round(max(SAFE, length), 2) for key, length in inner.items()}
    mark = round(usual["mark"] * max(min(across, down), MARK_LEAST), 2)
    lies = card.width > card.height * LYING
    return {
        **inner,
        "foot": round(max(SAFE + DESCENT, usual["foot"] * down), 2),
        "mark": mark,
        "mark_left": inner["left"],
        "left": inner["left"] + (mark + BESIDE_MARK if lies else 0),
        "prompt_top": prompt_top(usual, inner["mark_top"], mark, down, lies=lies),
        "title_height": round(usual["title_height"] * down, 2),
        "note_gap": round(max(GAP, usual["note_gap"] * down), 2),
        "label_width": min(usual["label_width"], round(card.width - 2 * BESIDE_LABEL, 2)),
        "label_height": round(usual["label_height"] * max(down, LABEL_LEAST), 2),
    }


def prompt_top(usual: Mapping[str, float], mark_top: float, mark: float, down: float, *, lies: bool) -> float:
    """Return how high a prompt may begin: under the mark, or level with it on a card that lies."""
    if lies:
        return mark_top
    return round(mark_top + mark + UNDER_MARK, 2) if down < 1 else usual["prompt_top"]


def grown(usual: Mapping[str, float], growth: float) -> dict[str, float]:
    """Return the sizes of type on a card that is larger, in half points."""
    factors = {**dict.fromkeys(LARGE, growth), **dict.fromkeys(SMALL, growth**0.5)}
    return {key: round(usual[key] * factor * HALF) / HALF for key, factor in factors.items()}
