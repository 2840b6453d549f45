"""The site's scripts: ES modules, served as they are but for comments and indentation."""

from __future__ import annotations

import re
from importlib.resources import files

# In our scripts a comment begins on a line of its own, and no text runs over lines.
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/\n", re.DOTALL | re.MULTILINE)
INDENT = re.compile(r"^\s+", re.MULTILINE)


def scripts(page: str) -> dict[str, str]:
    """Return the scripts of the draw page (`draw`) or the safety page (`safety`) under their addresses."""
    found = sorted((files("generator.site") / "assets" / page).iterdir(), key=lambda file: file.name)
    return {f"assets/{page}/{file.name}": INDENT.sub("", COMMENT.sub("", file.read_text("utf-8"))) for file in found}
