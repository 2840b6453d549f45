"""The service worker, made from the built site: what to keep on the phone, each file with its content hash."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# What the draw page needs; it never comes from two different builds.
TABLE = re.compile(r"draw/.*|assets/(draw\.css|draw/.*|fonts/.*|backs/.*|icon.*)|app\.webmanifest")
SAFETY = "safety/index.html"
# What is never kept unasked: printed decks are large, maps are for developers, a map of the site is for robots,
# the schema is for editors.
LEFT_OUT = re.compile(r".*\.(pdf|map|gz|xml)|schema/.*|sw\.js|404\.html")
LINKED = re.compile(r'(?:href|src)="([^"#?]+\.(?:css|js|svg|woff2))"')


def service_worker(site: Mapping[str, bytes]) -> str:
    """Return the service worker for a built site, given as {path: content}.

    Its table files are answered from the phone and belong to one build; every other page comes from the network
    while there is one. The first to be kept are the draw page, its cards and the safety page.
    """
    kept = {path: digest(content) for path, content in sorted(site.items()) if not LEFT_OUT.fullmatch(path)}
    table = [path for path in kept if TABLE.fullmatch(path)]
    first = [*table, *(path for path in safety_files(site) if path in kept and path not in table)]
    data = {
        "version": digest(json.dumps(kept).encode()),
        "files": {address(path): content for path, content in kept.items()},
        "table": [address(path) for path in table],
        "first": [address(path) for path in first],
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


def safety_files(site: Mapping[str, bytes]) -> list[str]:
    """Return the safety page and the files it links to, so that it is whole offline."""
    html = site.get(SAFETY, b"").decode()
    linked = [link.removeprefix("../") for link in LINKED.findall(html)]
    return [SAFETY, *(path for path in dict.fromkeys(linked) if path in site)]
