"""The bench's own reading of traces, and that it speaks in words where it cannot measure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench import lighthouse
from tests.bench.trace import draws

LOCK = Path(lighthouse.__file__).parent / "package-lock.json"


def event(name: str, ts: int, dur: int = 0, *, tid: int = 1, **data: Any) -> dict[str, Any]:  # noqa: ANN401
    """An event whose thread's clock went at half the pace of the wall's and was read 100 microseconds later."""
    clock = {"ts": ts, "dur": dur, "tts": 100 + ts // 2, "tdur": dur // 2}
    return {"name": name, "ph": "X", "pid": 1, "tid": tid, "args": {"data": data}, **clock}


def trace(*events: dict[str, Any]) -> bytes:
    """A trace of these events, not in the order of time."""
    return json.dumps(
        {"traceEvents": [{"name": "process_name", "ph": "M", "pid": 1, "tid": 1}, *events[::-1]]}
    ).encode()


TIMING = event("EventTiming", 9_000, type="click", duration=64.5) | {"ph": "b"}


def test_a_draw_lasts_from_the_click_to_the_first_frame_after_it() -> None:
    """What comes before the click, after its frame or on another thread is not counted; what overlaps counts once."""
    (draw,) = draws(
        trace(
            event("Layout", 0, 8_000),
            event("Commit", 8_000, 1_000),
            TIMING,
            event("EventDispatch", 10_000, 8_000, type="click"),
            event("Layout", 12_000, 2_000),
            event("EventDispatch", 17_000, 400, type="DOMActivate"),
            event("Commit", 17_000, 9_000, tid=2),
            event("UpdateLayoutTree", 18_000, 2_000),
            event("Paint", 30_000, 6_000),
            event("Paint", 31_000, 2_000),
            event("Commit", 36_000, 4_000),
            event("Layout", 41_000, 8_000),
            event("Commit", 50_000, 4_000),
        )
    )
    assert (draw.work, draw.clock, draw.shown) == (15, 30, 64.5)
    assert draw.parts == {"script": 3, "style": 1, "layout": 1, "paint": 3, "commit": 2}


def test_a_click_without_a_frame_is_no_figure() -> None:
    """A trace that was cut off must not pass for a quick draw."""
    with pytest.raises(AssertionError, match="no frame"):
        draws(trace(TIMING, event("EventDispatch", 10_000, 8_000, type="click")))


def test_the_lock_names_a_checksum_for_each_package_and_no_place() -> None:
    """Whoever runs the bench gets the same Lighthouse, from whichever registry their npm asks."""
    packages = json.loads(LOCK.read_text("utf-8"))["packages"]
    packages.pop("")
    assert "node_modules/lighthouse" in packages
    assert [name for name, one in packages.items() if not one.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []


def test_without_a_registry_the_bench_says_so_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no connection still gets all other figures, and one row in words in the place of Lighthouse's."""
    monkeypatch.setattr(lighthouse, "HOME", tmp_path / "lighthouse")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    ((what, figure, _),) = lighthouse.lighthouse_figures(tmp_path)
    assert what == "Lighthouse"
    assert figure.startswith("not measured: npm could not install Lighthouse (")
    assert "\n" not in figure
    assert "|" not in figure
