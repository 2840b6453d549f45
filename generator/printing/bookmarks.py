"""The list beside a deck's PDF: the deck, its depths, its cards. Who looks for a card finds it by its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.printing.finishing import Bookmark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.printing.job import Job

# What stays in sight above a card that a bookmark leads to, in mm.
AIR = 3.0
# The service cards come after the cards of every depth.
LAST = 100


def bookmarks(job: Job, data: Mapping[str, Any]) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a deck as it was composed. Of a print without fronts they are its sheets."""
    inner = tuple(grouped(job, data)) or tuple(sheets(data))
    return (Bookmark(job.title, 0, inner=inner),)


def grouped(job: Job, data: Mapping[str, Any]) -> Iterator[Bookmark]:
    """Yield one bookmark for each depth, the lightest first, with its cards in reading order; then the service cards.

    Cards that say the same, such as the blanks, are found once.
    """
    groups: dict[tuple[int, str], dict[str, Bookmark]] = {}
    for page, place, card in fronts(data):
        foot = card["foot"]
        group = (foot["depth"], foot["depth_name"]) if foot else (LAST, job.said["bookmark_service"])
        title = foot["id"] if foot else " ".join(card["title"]["lines"])
        bleed = data["place"]["bleed"]
        mark = Bookmark(title, page, max(0.0, place["x"] + bleed - AIR), max(0.0, place["y"] + bleed - AIR))
        groups.setdefault(group, {}).setdefault(title, mark)
    for (_, name), marks in sorted(groups.items(), key=lambda group: group[0]):
        first, *_ = marks.values()
        yield Bookmark(name, first.page, first.x, first.y, tuple(marks.values()))


def fronts(data: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, float], Mapping[str, Any]]]:
    """Yield every front in reading order: its page, its place and what stands on it."""
    sides = data["place"]["sides"]
    for number, sheet in enumerate(data["sheets"]):
        for index, side in enumerate(sides):
            for place, card in zip(side["fronts"], sheet["cards"], strict=False):
                yield number * len(sides) + index, place, card


def sheets(data: Mapping[str, Any]) -> Iterator[Bookmark]:
    """Yield one bookmark for each page, named as it is in its margin."""
    labels = [label for sheet in data["sheets"] for label in sheet["labels"]]
    for page, label in enumerate(labels):
        yield Bookmark("".join(label), page)
