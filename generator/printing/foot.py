"""The foot line of a front: depth at the left; kind and id at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.printing.desk import Foot, Misfit, plain
from generator.printing.lines import PT, sizes

if TYPE_CHECKING:
    from generator.look.face import Face
    from generator.printing.desk import Desk

# Distances along the line, in em of its size.
STROKE, STROKE_GAP, STROKES_WORD, DEPTH_KIND, KIND_ID = 0.255, 0.266, 0.5, 1.2, 1.0
STROKE_HEIGHT = 0.975
# A very long id is set smaller, in points, before it is refused.
LEAST, STEP = 5.5, 0.5


def foot_of(face: Face, desk: Desk) -> tuple[Foot, tuple[Misfit, ...]]:
    """Return the foot line. Where room is short the kind goes first, then the line grows smaller."""
    most = desk.look["type"]["foot"]
    ways = [(face.kind, most), *(("", size) for size in sizes(most, LEAST, STEP))]
    for kind, size in ways:
        foot = Foot(face.depth, plain(face.depth_name), plain(kind), face.id, size)
        if width(foot, desk) <= desk.width:
            return foot, ()
    over = width(foot, desk) - desk.width
    return foot, (Misfit("id", f"the id is {over:.1f} mm too wide for the foot of the card", "choose a shorter id"),)


def width(foot: Foot, desk: Desk) -> float:
    """Return the least width of a foot line in mm."""
    gaps = depth_width(foot.depth) + STROKES_WORD + DEPTH_KIND + (KIND_ID if foot.kind else 0)
    texts = desk.advance("bold", foot.size, foot.depth_name) + desk.advance("plain", foot.size, foot.id)
    return texts + (desk.advance("plain", foot.size, foot.kind) if foot.kind else 0) + gaps * foot.size * PT


def depth_width(depth: int) -> float:
    """Return the width of a depth's strokes in em."""
    return depth * STROKE + (depth - 1) * STROKE_GAP
