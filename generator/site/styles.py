"""Style sheets: the look's tokens as custom properties, and the sheets that use them, joined per kind of page."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rcssmin import cssmin

from generator.look.tokens import fallbacks, look

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Which source sheets each kind of page gets, in order. Every page loads one file, and the print page two.
SHEETS = {
    "site": ("fonts", "cards", "site", "finding"),
    "card": ("fonts", "cards", "light"),
    "draw": ("fonts", "cards", "draw"),
    "more": ("more",),
    "print": ("print",),
    "kept": ("fonts", "light", "kept"),
    "chosen": ("fonts", "light", "chosen"),
    "pick": ("fonts", "cards", "light", "pick"),
    "find": ("fonts", "light", "finding"),
}
USED, DECLARED = re.compile(r"var\((--[\w-]+)"), re.compile(r"(--[\w-]+):[^;}]*;?")
STAND_IN = re.compile(r'("(?:Text|Sans) as \w+"),')
# What stands in for our fonts on phones: the first card has to be light, and others wait for them.
FIRST = ("Text as Georgia", "Text as Noto", "Sans as Arial", "Sans as Roboto")
# Pixels of a rem, where nobody has chosen larger letters: the theme's are a quarter larger than a browser's.
ROOT, THEME_ROOT = 16, 20
THEMED = frozenset(("site", "print"))


def stylesheet(kind: str, hue: str = "") -> str:
    """Return the style sheet for a kind of page.

    `site` is for pages with the theme, `print` for what only the print page adds to it, `card` for light pages, `find`
    for the one that lists all cards, `pick` for those with a pile, `kept` for what is kept on a phone, `chosen` for
    what somebody prints from the browser, `draw` for the first sight of the draw page, which needs one `hue` only, and
    `more` for what that page shows later: the other hues, and what day and night need to be chosen by hand.
    """
    given = {
        "site": everything() + switch(),
        "card": everything(),
        "kept": everything(),
        "chosen": everything() + on_paper(),
        "draw": ground() + hues([hue] if hue else []) + use(),
        "more": hues(look()["hue"]) + use() + switch(),
        "pick": everything(),
        "find": everything(),
        "print": "",
    }[kind]
    kept = FIRST if kind == "draw" else ()
    sheet = "".join(source(name) + (stand_ins(kept) if name == "fonts" else "") for name in SHEETS[kind])
    whole = given + screen(sheet, THEME_ROOT if kind in THEMED else ROOT) + sheet
    return lean(whole, "".join(map(source, SHEETS["more"]))) if kind == "draw" else whole


def lean(sheet: str, later: str) -> str:
    """Return a style sheet without the custom properties that neither it uses nor the one that comes `later`.

    Nor with typefaces that it does not have.
    """
    sheet = STAND_IN.sub(lambda found: found[0] if f"font-family:{found[1]}" in sheet else "", sheet)
    used = set(USED.findall(sheet + later))
    slim = DECLARED.sub(lambda found: found[0] if found[1] in used else "", sheet)
    return slim if slim == sheet else lean(slim, later)


def screen(sheet: str, root: int) -> str:
    """Return the sizes that a sheet uses; type is in rem of a root of so many pixels, to grow with people's own."""
    sizes = {f"--{name.replace('_', '-')}": value for name, value in look()["screen"].items()}
    used = {name: value for name, value in sizes.items() if f"var({name})" in sheet}
    said = (f"{name}:{value / root:g}rem" if "text" in name else f"{name}:{value}px" for name, value in used.items())
    return f":root{{{';'.join(said)}}}\n" if used else ""


def stand_ins(only: Collection[str] = ()) -> str:
    """Return what holds the place of our fonts until they come: the reader's own, stretched to the same size.

    With `only`, those families alone.
    """
    return "".join(stand_in(face) for face in fallbacks()["face"] if not only or face["family"] in only)


def stand_in(face: dict[str, Any]) -> str:
    """Return one face of fallbacks.toml as CSS."""
    names = ",".join(f'local("{name}")' for name in face["local"])
    return (
        f'@font-face{{font-family:"{face["family"]}";font-weight:{face["weight"]};src:{names};'
        f"size-adjust:{face['size_adjust']:g}%;ascent-override:{face['ascent']:g}%;"
        f"descent-override:{face['descent']:g}%;line-gap-override:{face['line_gap']:g}%}}\n"
    )


def source(name: str) -> str:
    """Return a source sheet without its comments and idle space."""
    return f"{cssmin((files('generator.site') / 'assets' / f'{name}.css').read_text('utf-8'))}\n"


def everything() -> str:
    """Return the look as custom properties: the ground and all hues."""
    return ground() + hues(look()["hue"]) + use()


def ground() -> str:
    """Return the colours of table, paper and ink. Day is the default, night follows the device."""
    data = look()
    day, night = (declarations(data[scheme]) for scheme in ("day", "night"))
    return f":root{{{anatomy(data)}{day}}}\n@media(prefers-color-scheme:dark){{:root{{{night}}}}}\n"


def hues(names: Iterable[str]) -> str:
    """Return the tones of some hues: they hold for whatever carries `data-hue`."""
    data = look()["hue"]
    return "".join(f'[data-hue="{name}"]{{{declarations(data[name], "hue-")}}}\n' for name in names)


def use() -> str:
    """Return what the tones of a hue are used for, by day and by night."""
    by_day, by_night = uses()
    return f"[data-hue]{{{by_day}}}\n@media(prefers-color-scheme:dark){{[data-hue]{{{by_night}}}}}\n"


def switch() -> str:
    """Return day and night for a page where they are chosen by hand: `data-md-color-scheme`, as in Material."""
    data = look()
    day, night = (declarations(data[scheme]) for scheme in ("day", "night"))
    by_day, by_night = uses()
    return (
        f"[data-md-color-scheme=default]{{{day}}}\n[data-md-color-scheme=slate]{{{night}}}\n"
        f"[data-md-color-scheme=default] [data-hue]{{{by_day}}}\n"
        f"[data-md-color-scheme=slate] [data-hue]{{{by_night}}}\n"
    )


def uses() -> tuple[str, str]:
    """Return the roles a hue's tones play, by day and by night, as custom properties."""
    by_day, by_night = ("".join(f"--{role}:var(--hue-{tone});" for role, tone in tones) for tones in (DAY, NIGHT))
    return by_day, by_night


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


def on_paper() -> str:
    """Return a card's anatomy in mm, and the ink, for what is printed from the browser."""
    data = look()
    sides = "".join(f"--{name.replace('_', '-')}:{length:g}mm;" for name, length in data["card"].items())
    return f".sheet,#bench{{{sides}{declarations(data['print'], 'print-')}}}\n"
