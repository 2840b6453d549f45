"""The service worker's list."""

import json
import re
from typing import Any

from generator.library.words import words
from generator.site.offline import digest, farewell, service_worker

SITE = {
    "index.html": b"home",
    "draw/index.html": b"draw",
    "draw/more.html": b"more",
    "draw/kept/index.html": b"kept",
    "draw/decks/porch.json": b"{}",
    "assets/kept.css": b"css",
    "print/chosen/index.html": b"chosen",
    "assets/chosen.css": b"css",
    "assets/chosen/main.js": b"js",
    "assets/kept/main.js": b"js",
    "assets/backs/porch.svg": b"back",
    "assets/draw.css": b"css",
    "assets/draw/first.js": b"js",
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


def test_the_draw_page_is_kept_whole_and_the_safety_page_next() -> None:
    """Page, script and style are the core; decks and backs lie on the table; then the safety page with all it links."""
    build = build_of(service_worker(SITE))
    assert build["core"] == [
        *("assets/draw.css", "assets/draw/first.js", "assets/kept.css", "assets/kept/main.js"),
        *("draw/", "draw/kept/", "draw/more.html"),
    ]
    assert build["table"] == [
        *("assets/backs/porch.svg", "assets/chosen.css", "assets/chosen/main.js"),
        *("draw/decks/porch.json", "print/chosen/"),
    ]
    assert build["safety"] == ["safety/", "assets/site.css", "assets/bundle.js"]


def test_printed_decks_are_never_kept_unasked() -> None:
    """PDFs are large; a phone keeps one only when it is asked to, and then the one of this build."""
    build = build_of(service_worker(SITE))
    assert build["asked"] == {"print/porch-a4.pdf": digest(b"pdf")}
    assert "print/porch-a4.pdf" not in build["files"]
    assert "" in build["files"]
    assert "404.html" not in build["files"]


def test_the_news_is_told_in_the_language_of_the_draw_page() -> None:
    """The worker that waits brings its own words; a language without words of its own gets English."""
    said = words()["draw"]
    for html in (b"", b'<html lang="en">', b'<html lang="xx">'):
        assert build_of(service_worker(SITE | {"draw/index.html": html}))["news"] == [said["news"], said["news_take"]]


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
    build = build_of(service_worker({"draw/index.html": b""}))
    assert (build["core"], build["table"], build["safety"]) == (["draw/"], [], [])


def test_the_preview_server_takes_the_worker_away() -> None:
    """While writing cards, nothing old is ever shown from the phone's memory."""
    assert "unregister" in farewell()
