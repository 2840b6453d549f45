"""The service worker's list."""

import json
import re
from typing import Any

from generator.site.offline import farewell, service_worker

SITE = {
    "index.html": b"home",
    "draw/index.html": b"draw",
    "draw/decks/porch.json": b"{}",
    "assets/draw.css": b"css",
    "assets/draw/main.js": b"js",
    "safety/index.html": b'<link href="../assets/site.css"><script src="../assets/bundle.js"></script>',
    "assets/site.css": b"site",
    "assets/bundle.js": b"bundle",
    "print/porch-a4.pdf": b"pdf",
    "sitemap.xml": b"xml",
    "404.html": b"lost",
    "schema/deck.json": b"schema",
}


def build_of(worker: str) -> Any:  # noqa: ANN401 - JSON
    match = re.search(r"const BUILD = (\{.*?\});\n", worker)
    assert match
    return json.loads(match[1])


def test_the_draw_page_and_the_safety_page_are_kept_first() -> None:
    """After one visit both work without a network, with all they link to."""
    first = build_of(service_worker(SITE))["first"]
    assert set(first) == {
        "draw/", "draw/decks/porch.json", "assets/draw.css", "assets/draw/main.js",
        "safety/", "assets/site.css", "assets/bundle.js",
    }  # fmt: skip


def test_printed_decks_are_never_kept_unasked() -> None:
    """PDFs are large; a phone keeps them only when someone downloads them."""
    files = build_of(service_worker(SITE))["files"]
    assert "print/porch-a4.pdf" not in files
    assert "" in files
    assert "404.html" not in files


def test_what_is_for_editors_stays_with_them() -> None:
    """The schema of decks helps whoever writes one; no phone needs it."""
    assert "schema/deck.json" not in build_of(service_worker(SITE))["files"]


def test_one_changed_byte_is_a_new_version() -> None:
    """A phone notices every change, and only changes."""
    changed = SITE | {"draw/index.html": b"drew"}
    assert service_worker(SITE) == service_worker(dict(reversed(SITE.items())))
    assert build_of(service_worker(SITE))["version"] != build_of(service_worker(changed))["version"]


def test_a_site_without_a_safety_page_still_has_a_worker() -> None:
    """Someone's own project may name its pages differently."""
    assert build_of(service_worker({"draw/index.html": b""}))["first"] == ["draw/"]


def test_the_preview_server_takes_the_worker_away() -> None:
    """While writing cards, nothing old is ever shown from the phone's memory."""
    assert "unregister" in farewell()
