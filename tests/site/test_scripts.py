"""Scripts as they are served: without comments, and those of the first card as one module."""

from __future__ import annotations

import re
from importlib.resources import files

from generator.site.scripts import FIRST, joined, needed, scripts

SOURCES = {
    "main.js": 'import { lay } from "./page.js";\nlay();\nimport("./later.js");\n',
    "page.js": 'import { fair } from "./fair.js";\nexport const lay = () => fair(1);\nexport const part = 1;\n',
    "fair.js": "export function fair(n) {\nreturn n;\n}\n",
    "later.js": 'import { part } from "./page.js";\nimport { own } from "./own.js";\nown(part);\n',
    "own.js": "export const own = () => {};\n",
}


def bare(source: str) -> str:
    """A script without comments and without any space."""
    return re.sub(r"\s", "", re.sub(r"^[ \t]*/\*.*?\*/\n", "", source, flags=re.DOTALL | re.MULTILINE))


def test_scripts_lose_their_comments_and_space_and_nothing_else() -> None:
    """What is served says the same as the source."""
    for name in ("sheet.js", "keeping.js", "offline.js"):
        source = (files("generator.site") / "assets" / "draw" / name).read_text("utf-8")
        assert bare(scripts("draw")[f"assets/draw/{name}"]) == bare(
            re.sub(r"\./(page|face|fitting)\.js", "./first.js", source)
        )


def test_what_the_first_card_needs_is_one_module() -> None:
    """Each module stands after what it needs, once; it gives to the others what they ask of it."""
    assert joined(SOURCES)[FIRST] == (
        "function fair(n) {\nreturn n;\n}\nconst lay = () => fair(1);\nconst part = 1;\n"
        'lay();\nimport("./later.js");\nexport { part };\n'
    )


def test_the_others_take_from_it_what_they_took_from_its_parts() -> None:
    """There is one of everything: a module that comes later shares what the first card has."""
    served = joined(SOURCES)
    assert sorted(served) == [FIRST, "later.js", "own.js"]
    assert served["later.js"] == 'import { part } from "./first.js";\nimport { own } from "./own.js";\nown(part);\n'


def test_what_is_used_later_is_not_among_the_first() -> None:
    """The first card waits for nothing that it does not show."""
    folder = files("generator.site") / "assets" / "draw"
    sources = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    assert set(needed("main.js", sources)) == {
        *("main.js", "table.js", "evening.js", "fitting.js", "shuffle.js", "session.js", "face.js", "page.js")
    }


def test_private_names_of_the_first_modules_are_each_their_own() -> None:
    """They come to stand in one module, where a name is declared once."""
    folder = files("generator.site") / "assets" / "draw"
    sources = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    together = "".join(sources[name] for name in needed("main.js", sources))
    names = re.findall(r"^(?:export )?(?:async )?(?:const|let|function) (\w+)", together, re.MULTILINE)
    assert len(names) > 60
    assert len(names) == len(set(names))
