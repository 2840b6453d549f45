"""The site's scripts: ES modules, served as they are but for comments and space.

What the draw page needs for its first card is served as one module: a file compressed by itself costs a fifth more.
"""

from __future__ import annotations

import re
from importlib.resources import files

from rjsmin import jsmin

JOINED = "draw"
FIRST = "first.js"
MAIN = "main.js"

STATIC_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function))", re.MULTILINE)


def scripts(page: str) -> dict[str, str]:
    """Return the scripts of a page, such as `kept`, under their addresses; those of `draw` partly joined."""
    found = sorted((files("generator.site") / "assets" / page).iterdir(), key=lambda file: file.name)
    sources = {file.name: file.read_text("utf-8") for file in found}
    served = joined(sources) if page == JOINED else sources
    return {f"assets/{page}/{name}": f"{jsmin(source)}\n" for name, source in served.items()}


def minisearch() -> dict[str, str]:
    """Return the search library, with the notice that its licence asks for, under its address."""
    folder = files("generator.site") / "vendored"
    source, notice = (
        (folder / name).read_text("utf-8").strip() for name in ("minisearch.js", "LICENSE-minisearch.txt")
    )
    return {"assets/find/minisearch.js": f"/*! MiniSearch. {notice} */\n{jsmin(source)}\n"}


def joined(sources: dict[str, str]) -> dict[str, str]:
    """Return modules with `main.js` and all it imports at once as `first.js`; the others import from there.

    What is private to a module must have a name of its own: a browser refuses a name that is declared twice.
    """
    first = needed(MAIN, sources)
    later = {name: source for name, source in sources.items() if name not in first}
    asked = {
        name
        for source in later.values()
        for names, module in STATIC_IMPORT.findall(source)
        if module in first
        for name in names.split(", ")
    }
    body = "".join(EXPORT.sub("", STATIC_IMPORT.sub("", sources[name])) for name in first)
    served = {name: pointed(source, first) for name, source in later.items()}
    return served | {FIRST: f"{body}export {{ {', '.join(sorted(asked))} }};\n"}


def needed(name: str, sources: dict[str, str]) -> list[str]:
    """Return a module and all it imports at once, each after what it needs itself; not what it imports later."""
    order: list[str] = []

    def visit(module: str) -> None:
        for _, other in STATIC_IMPORT.findall(sources[module]):
            visit(other)
        if module not in order:
            order.append(module)

    visit(name)
    return order


def pointed(source: str, first: list[str]) -> str:
    """Return a module that takes from `first.js` what it took from one of the modules joined there."""

    def aim(match: re.Match[str]) -> str:
        return match[0].replace(match[2], FIRST) if match[2] in first else match[0]

    return STATIC_IMPORT.sub(aim, source)
