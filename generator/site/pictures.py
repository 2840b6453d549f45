"""Drawings for the browser, as SVG: backs that follow day and night, and the icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.look.sticks import BLEED, back_paths, mark_path
from generator.look.tokens import hue_of, lay_of, look

if TYPE_CHECKING:
    from generator.library.model import Deck


def back_svg(deck: Deck) -> str:
    """Return the back of a deck's cards, with its bleed, without its label."""
    card, hue = look()["card"], look()["hue"][hue_of(deck)]
    width, height = card["width"], card["height"]
    body = "".join(f'<path d="{path}"/>' for path in back_paths(deck.id, lay_of(deck), width, height))
    box = f"{-BLEED:g} {-BLEED:g} {width + 2 * BLEED:g} {height + 2 * BLEED:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><style>'
        f"svg{{background:{hue['wool']}}}path{{fill:{hue['straw']};stroke:{hue['wool']};stroke-width:.34;stroke-linejoin:round}}"
        f"@media(prefers-color-scheme:dark){{svg{{background:{hue['shade']}}}path{{fill:{hue['twig']};stroke:{hue['shade']}}}}}"
        f"</style>{body}</svg>\n"
    )


def icon_svg(*, whole: bool = False) -> str:
    """Return the icon: three sticks leaning on one another. `whole` fills the square, for a mask to cut."""
    hue = look()["hue"]["ochre"]
    ground = '<path d="M0 0h32v32H0z"' if whole else '<rect width="32" height="32" rx="3"'
    place = "translate(9.6 9.6) scale(.8)" if whole else "translate(6.4 6.4) scale(1.2)"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{ground} fill="{hue["wool"]}"/>'
        f'<path fill="#fff" transform="{place}" d="{mark_path("tepee")}"/></svg>\n'
    )
