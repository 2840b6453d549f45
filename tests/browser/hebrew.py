"""A small project of two decks: one in Hebrew, and an English one beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import generator

# The generator that is being tested, wherever another one may be installed.
ROOT = Path(generator.__file__).parent.parent
MKDOCS = """\
site_name: Kikar
theme: {name: material, font: false}
plugins:
  - kindling: {shelf: [kikar, porch]}
"""
# "The square": a bench in the sun; what you still keep; something finished; a word; an old farewell.
KIKAR = """\
title: הכיכר
about: שאלות קטנות לספסל בשמש.
how_to_use: מי ששולף קלף עונה ראשון, או מעביר הלאה. אפשר לוותר תמיד.
lang: he
added: 2026-11-22
cards:
  - id: bench
    text: על איזה ספסל בעיר הכי טוב לשבת, ולמה דווקא שם?
    depth: 1
    follow_up: מי יושב שם לידך?
    topics: [home]

  - id: drawer
    text: מה שמור אצלך במגירה כבר שנים, אף על פי שאין בו צורך?
    depth: 2
    follow_up: ומה היה קורה אילו נעלם?
    listener: להגיד מה שמעת, במילים שלך.
    topics: [memory]

  - id: quiet
    kind: frame
    text: "החלק השקט של השבוע שלי הוא …"
    depth: 1

  - id: stretched
    kind: word
    text: מתוח
    need: קצת מקום לנשום
    depth: 1

  - id: lighter
    kind: swap
    text: זה באמת היה קשה. רוצה שנישאר עם זה רגע?
    instead: זה יכול היה להיות גרוע יותר.
    depth: 1

  - id: farewell
    text: ממי לא הספקת להיפרד?
    depth: 4
    listener: לשמוע, בלי לתקן.
    care: להחליט קודם אם רוצים נחמה או רק חברה.
    topics: [parting]
"""
PORCH = """\
title: Porch
about: Small talk with a view.
added: 2026-11-22
cards:
  - id: spare-key
    text: Who has a spare key to your place?
  - id: two-chairs
    text: Who sits in the other chair?
    depth: 2
"""


def built(folder: Path) -> Path:
    """Build the project in a folder; return its site.

    MkDocs builds it by itself, not strictly: our printed cards have no Hebrew letters, and say so.
    """
    (folder / "decks").mkdir()
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS)
    (folder / "decks" / "kikar.yml").write_text(KIKAR, "utf-8")
    (folder / "decks" / "porch.yml").write_text(PORCH)
    (folder / "docs" / "index.md").write_text("# Kikar\n\n<!-- kindling: shelf -->\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True)
    return folder / "site"
