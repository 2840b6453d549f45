"""What is wrong in Material's own HTML, and how it should read. A test fails when a fix is no longer needed."""

from __future__ import annotations

# Each pair: what Material 9.8 writes, what it should write instead, and why.
FIXES = (
    # A dialog needs a name (axe: aria-dialog-name).
    (
        '<div class="md-search" data-md-component="search" role="dialog">',
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
    ),
)


def fixed(html: str) -> str:
    """Return a page of the theme with its known faults mended."""
    for before, after in FIXES:
        html = html.replace(before, after)
    return html
