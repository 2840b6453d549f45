"""What is wrong in Material's own HTML, and how it should read. A test fails when a fix is no longer needed."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import escape

# Each pair: what Material 9.8 writes, what it should write instead, and why.
FIXES = (
    # The box that opened the theme's search, which is not there.
    ('<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">', ""),
    # The drawer's is all a keyboard has to open it without JavaScript: it stands in our header, with a name.
    ('<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">', ""),
    ('<div class="md-content" data', '<div class="md-content" id="__content" data'),
    # No number is no place in the order of focus (HTML: tabindex).
    (' tabindex="">', ">"),
)
# Day and night follow the device, without JavaScript too, until somebody chooses; said outright, day would win.
SCHEME = re.compile(r'(?<=<body dir=)("\w*") data-md-color-scheme="[^"]*"')
# A label belongs to a control; on pages that stand in no navigation the contents have none (HTML: label, for).
CONTENTS = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
# Pages whose first heading is HTML got no link past the menus; the others' led past what stands above their heading.
SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
SKIP_LINK = '<div data-md-component="skip"><a href="#__content" class="md-skip">Skip to content</a></div>'
CONTROL = 'id="__toc"'
PUT_INTO_ATTRIBUTES = ("title", "description", "author")


def fixed(html: str) -> str:
    """Return a page of the theme with its known faults mended."""
    for before, after in FIXES:
        html = html.replace(before, after)
    html = SCHEME.sub(r"\1", SKIP.sub(SKIP_LINK, html, count=1), count=1)
    return html if CONTROL in html else CONTENTS.sub(r'<div class="md-nav__title">\1</div>', html)


def escaped(meta: dict[str, Any]) -> dict[str, Any]:
    """Return what a page's head says of it, safe in HTML: Material puts it there as it is, quotes and all."""
    return {
        name: escape(value) if name in PUT_INTO_ATTRIBUTES and isinstance(value, str) else value
        for name, value in meta.items()
    }
