"""The list beside a deck's PDF: the deck, its depths, its cards. Who looks for a card finds it by its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.printing.finishing import Bookmark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.printing.job import Job

    # A front: its page, the corner of its place in mm, what stands on it.
    Laid = tuple[int, tuple[float, float], Mapping[str, Any]]

# What stays in sight above a card that a bookmark leads to, in mm.
AIR = 3.0
# The service cards come after the cards of every depth.
LAST = 100


def bookmarks(jobs: Sequence[Job], data: Mapping[str, Any]) -> tuple[Bookmark, ...]:
    """Return the bookmarks of decks as they were composed. Of a print without fronts they are its sheets."""
    every = list(fronts(data))
    if not every:
        return (Bookmark(data["title"], 0, inner=tuple(sheets(data))),)
    return tuple(of_deck(job, [front for front in every if front[2]["deck"] == i]) for i, job in enumerate(jobs))


def of_deck(job: Job, cards: Sequence[Laid]) -> Bookmark:
    """Return the bookmark of a deck with those of its depths and cards."""
    inner = tuple(grouped(job, cards))
    return Bookmark(job.title, min(page for page, _, _ in cards), inner=inner)


def grouped(job: Job, cards: Sequence[Laid]) -> Iterator[Bookmark]:
    """Yield one bookmark for each depth, the lightest first, with its cards in reading order; then the service cards.

    Cards that say the same, such as the blanks, are found once.
    """
    groups: dict[tuple[int, str], dict[str, Bookmark]] = {}
    for page, (x, y), card in cards:
        foot = card["foot"]
        group = (foot["depth"], foot["depth_name"]) if foot else (LAST, job.said["bookmark_service"])
        title = foot["id"] if foot else " ".join(card["title"]["lines"])
        mark = Bookmark(title, page, max(0.0, x - AIR), max(0.0, y - AIR))
        groups.setdefault(group, {}).setdefault(title, mark)
    for (_, name), marks in sorted(groups.items(), key=lambda group: group[0]):
        first, *_ = marks.values()
        yield Bookmark(name, first.page, first.x, first.y, tuple(marks.values()))


def fronts(data: Mapping[str, Any]) -> Iterator[Laid]:
    """Yield every front in reading order."""
    for number, sheet in enumerate(data["sheets"]):
        place = data["places"][sheet["place"]]
        for index, side in enumerate(place["sides"]):
            for spot, card in zip(side["fronts"], sheet["cards"], strict=False):
                corner = spot["x"] + place["bleed"], spot["y"] + place["bleed"]
                yield number * len(place["sides"]) + index, corner, card


def sheets(data: Mapping[str, Any]) -> Iterator[Bookmark]:
    """Yield one bookmark for each page, named as it is in its margin."""
    labels = [label for sheet in data["sheets"] for label in sheet["labels"]]
    for page, label in enumerate(labels):
        yield Bookmark("".join(label), page)
