"""Style sheets: the look's tokens as custom properties, and the sheets that use them, joined per kind of page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from generator.look.tokens import look

# Which source sheets each kind of page gets, in order. Every page loads one file.
SHEETS = {
    "site": ("fonts", "cards", "site"),
    "card": ("fonts", "cards", "light"),
    "draw": ("fonts", "cards", "draw"),
}

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def stylesheet(kind: str) -> str:
    """Return the style sheet for a kind of page: `site`, `card` or `draw`."""
    return tokens() + "".join(source(name) for name in SHEETS[kind])


def source(name: str) -> str:
    """Return a source sheet without its comments and blank lines."""
    text = (files("generator.site") / "assets" / f"{name}.css").read_text("utf-8")
    return "".join(f"{line}\n" for line in COMMENT.sub("", text).splitlines() if line.strip())


@cache
def tokens() -> str:
    """Return the look as custom properties.

    Day is the default, night follows the device; Material's own switch (`data-md-color-scheme`) overrules both.
    """
    data = look()
    day, night = (declarations(data[scheme]) for scheme in ("day", "night"))
    hues = "".join(f'[data-hue="{name}"]{{{declarations(hue, "hue-")}}}\n' for name, hue in data["hue"].items())
    by_day, by_night = ("".join(f"--{role}:var(--hue-{tone});" for role, tone in uses) for uses in (DAY, NIGHT))
    return (
        f":root{{{anatomy(data)}{day}}}\n@media(prefers-color-scheme:dark){{:root{{{night}}}}}\n"
        f"[data-md-color-scheme=default]{{{day}}}\n[data-md-color-scheme=slate]{{{night}}}\n"
        f"{hues}[data-hue]{{{by_day}}}\n@media(prefers-color-scheme:dark){{[data-hue]{{{by_night}}}}}\n"
        f"[data-md-color-scheme=default] [data-hue]{{{by_day}}}\n"
        f"[data-md-color-scheme=slate] [data-hue]{{{by_night}}}\n"
    )


# What each tone of a hue is used for, by day and by night.
DAY = (("deck", "ink"), ("cloth", "wool"), ("sticks", "straw"), ("fill", "wash"))
NIGHT = (("deck", "ember"), ("cloth", "shade"), ("sticks", "twig"), ("fill", "shade"))


def declarations(values: dict[str, Any], prefix: str = "") -> str:
    """Return a table of colours as custom properties."""
    return "".join(f"--{prefix}{name.replace('_', '-')}:{value};" for name, value in values.items())


def anatomy(data: dict[str, Any]) -> str:
    """Return the anatomy of a card as shares of its width, and the length of the one motion."""
    card = data["card"]
    shares = {name: card[name] / card["width"] for name in ("left", "right", "mark_top", "mark", "foot")}
    percent = "".join(f"--card-{name.replace('_', '-')}:{share:.2%};" for name, share in shares.items())
    return f"{percent}--card-ratio:{card['width']:g}/{card['height']:g};--settle:{data['motion']['settle_ms']}ms;"
