"""Templates, with everything escaped unless a template says otherwise, and addresses relative to the page."""

from __future__ import annotations

from functools import cache
from posixpath import relpath
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.library.words import direction
from generator.look.sticks import mark_path
from generator.look.tokens import hue_of, lay_of
from generator.look.typography import typographic

if TYPE_CHECKING:
    from generator.library.model import Deck


@cache
def environment() -> Environment:
    """Return the templates of this package."""
    env = Environment(
        loader=PackageLoader("generator.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.filters["typographic"] = typographic
    env.filters["hue"] = hue_of
    env.filters["mark"] = mark_of
    env.filters["dir"] = dir_of
    env.filters["beside"] = beside
    return env


def mark_of(deck: Deck) -> str:
    """Return the path of a deck's mark."""
    return mark_path(lay_of(deck))


def dir_of(lang: str) -> Markup:
    """Return the attribute of an element whose language is written from right to left; for others it needs none."""
    return Markup(' dir="rtl"') if direction(lang) else Markup()


def beside(surrounding: str, lang: str) -> Markup:
    """Return the attributes of an element in `lang`, among words of another language; none where that is the same.

    Where nothing is known of what is around it (""), its language and direction are always said.
    """
    if surrounding.partition("-")[0] == lang.partition("-")[0]:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(lang, direction(lang) or "ltr")


def address(target: str, here: str) -> str:
    """Return the address of `target` as seen from the page `here`; both are paths inside the site.

    A path that ends in `/` (or is empty: the home page) is a page's folder.
    """
    folder = here if here.endswith("/") or not here else here.rpartition("/")[0]
    path, hash_mark, fragment = target.partition("#")
    relative = relpath(path or ".", folder or ".")
    slash = "/" if (path.endswith("/") or not path) and not relative.endswith("/") else ""
    return relative + slash + hash_mark + fragment


def rendered(template: str, here: str, **values: Any) -> str:  # noqa: ANN401 - a template takes anything
    """Return a template filled in for the page `here`; in it, `to(path)` is a relative address."""
    return environment().get_template(template).render(to=lambda target: address(target, here), here=here, **values)
