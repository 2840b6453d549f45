"""What Chromium's trace says of each click and of the frame that shows what it did. Times are in ms."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

# What the main thread does for a frame, by its events in the trace. Script is the click's dispatch without the rest.
SCRIPT = "script"
PARTS = {
    SCRIPT: {"EventDispatch"},
    "style": {"UpdateLayoutTree"},
    "layout": {"Layout"},
    "paint": {"PrePaint", "Paint", "Layerize"},
    "commit": {"Commit"},
}

Span = tuple[float, float]
Event = dict[str, Any]


@dataclass(frozen=True)
class Draw:
    """One click: how long the thread worked for it and at what, how long that took by the clock, and until it shows."""

    work: float
    parts: dict[str, float]
    clock: float
    shown: float


def draws(trace: bytes) -> list[Draw]:
    """Return what a trace says of every click in it."""
    events = sorted(json.loads(trace)["traceEvents"], key=lambda event: event.get("ts", 0))
    clicks = [event for event in events if event["name"] == "EventDispatch" and about(event).get("type") == "click"]
    shown = [about(event)["duration"] for event in events if is_timing(event)]
    return [drawn(click, events, time) for click, time in zip(clicks, shown, strict=True)]


def about(event: Event) -> dict[str, Any]:
    """Return what an event says of itself."""
    data: dict[str, Any] = event.get("args", {}).get("data", {})
    return data


def is_timing(event: Event) -> bool:
    """Whether this is Event Timing's entry of a click; its duration lasts until the picture is on the display."""
    return (event["name"], event["ph"], about(event).get("type")) == ("EventTiming", "b", "click")


def drawn(click: Event, events: list[Event], shown: float) -> Draw:
    """Return what was done on a click's thread until the next frame was committed."""
    done = click["ts"] + click["dur"]
    thread = [event for event in events if event["ph"] == "X" and event["tid"] == click["tid"]]
    after = [event for event in thread if event["pid"] == click["pid"] and event["ts"] >= click["ts"]]
    commit = next((event for event in after if event["name"] == "Commit" and event["ts"] >= done), None)
    if not commit:
        raise AssertionError("no frame was committed after a click")
    within = [event for event in after if event["ts"] <= commit["ts"]]
    spans = {part: [span(event) for event in within if event["name"] in names] for part, names in PARTS.items()}
    parts = {part: covered(found) for part, found in spans.items()}
    rest = [one for part, found in spans.items() if part != SCRIPT for one in found]
    parts[SCRIPT] = covered([*spans[SCRIPT], *rest]) - covered(rest)
    work = (span(commit)[1] - span(click)[0]) / 1000
    return Draw(work, parts, (commit["ts"] + commit["dur"] - click["ts"]) / 1000, shown)


def span(event: Event) -> Span:
    """Return when an event began and ended by its thread's own clock, which stands while others have the processor."""
    return event["tts"], event["tts"] + event["tdur"]


def covered(spans: list[Span]) -> float:
    """Return how many ms lie within any of the spans, which may overlap and are in microseconds."""
    total, reached = 0.0, 0.0
    for begin, stop in sorted(spans):
        total += max(0, stop - max(begin, reached))
        reached = max(reached, stop)
    return total / 1000
