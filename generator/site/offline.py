"""The service worker, made from the built site: what to keep on the phone, each file with its content hash."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.library.words import words
from generator.look.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What the draw page cannot do without: it is on the phone whole, or not at all.
CORE = re.compile(r"draw/(index\.html|more\.html|kept/.*)|assets/((draw|more|kept)\.css|(draw|kept)/.*)")
# What else lies on the table; like the core it never comes from two different builds.
TABLE = re.compile(r"draw/.*|print/chosen/.*|assets/(fonts/.*|backs/.*|icon.*|chosen\.css|chosen/.*)|app\.webmanifest")
SAFETY = "safety/index.html"
# Printed decks are large: a phone keeps one only when it is asked to.
ASKED = re.compile(r".*\.pdf")
# What no phone keeps: maps are for developers, a map of the site is for robots, the schema is for editors, shared
# pictures are for chats, the calendar goes into another program.
LEFT_OUT = re.compile(r".*\.(map|gz|xml|ics)|schema/.*|images/share/.*|sw\.js|404\.html")
LINKED = re.compile(r'(?:href|src)="([^"#?]+\.(?:css|js|svg|woff2))"')
LANG = re.compile(r'<html lang="([^"]+)"')
DRAW = "draw/index.html"


def service_worker(site: Mapping[str, bytes]) -> str:
    """Return the service worker for a built site, given as {path: content}.

    Its core and table are answered from the phone and belong to one build; every other page comes from the network
    while there is one. The first to be kept are the draw page, its cards and the safety page. What it says when a new
    build waits is in the language of the draw page.
    """
    hashes = {path: digest(content) for path, content in sorted(site.items()) if not LEFT_OUT.fullmatch(path)}
    asked = [path for path in hashes if ASKED.fullmatch(path)]
    core = [path for path in hashes if CORE.fullmatch(path)]
    table = [path for path in hashes if TABLE.fullmatch(path) and path not in core]
    safety = [path for path in safety_files(site) if path in hashes and path not in {*core, *table}]
    data = {
        "version": digest(json.dumps(hashes).encode()),
        "core": addresses(core),
        "table": addresses(table),
        "safety": addresses(safety),
        "files": {address(path): found for path, found in hashes.items() if path not in asked},
        "asked": {address(path): hashes[path] for path in asked},
        "news": news(site),
    }
    source = (files("generator.site") / "assets" / "sw.js").read_text("utf-8")
    return source.replace("/* BUILD */ null", json.dumps(data, separators=(",", ":")))


def farewell() -> str:
    """Return a service worker that takes itself and its caches away: for the preview server."""
    return (files("generator.site") / "assets" / "farewell.js").read_text("utf-8")


def digest(content: bytes) -> str:
    """Return the first 16 hex digits of a content's SHA-256."""
    return sha256(content).hexdigest()[:16]


def address(path: str) -> str:
    """Return the address a browser asks for."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def addresses(paths: Iterable[str]) -> list[str]:
    """Return the addresses of several paths."""
    return [address(path) for path in paths]


def news(site: Mapping[str, bytes]) -> list[str]:
    """Return what the draw page says, and its button, when this build waits to be taken."""
    lang = LANG.search(site.get(DRAW, b"").decode())
    said = words(lang[1] if lang else "en")
    return [typographic(said["draw"][key], said["lang"]) for key in ("news", "news_take")]


def safety_files(site: Mapping[str, bytes]) -> list[str]:
    """Return the safety page and the files it links to, so that it is whole offline."""
    html = site.get(SAFETY, b"").decode()
    linked = [link.removeprefix("../") for link in LINKED.findall(html)]
    return [SAFETY, *(path for path in dict.fromkeys(linked) if path in site)]
