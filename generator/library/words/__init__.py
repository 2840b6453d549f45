"""The words Kindling itself says: buttons, labels, the consent lines, the service cards. One TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(lang: str = "en") -> dict[str, Any]:
    """Return the words of a language, or of the one it is a variety of, or English.

    Treat the result as read-only: it is shared.
    """
    shipped = {file.name: file for file in files(__package__).iterdir()}
    wanted = (f"{name}.toml" for name in (lang, lang.partition("-")[0], "en"))
    file = next(shipped[name] for name in wanted if name in shipped)
    return tomllib.loads(file.read_text("utf-8"))


def depth_name(depth: int, lang: str = "en") -> str:
    """Return what a depth is called: Sip, Share, Open, Tender."""
    name: str = words(lang)["depths"][str(depth)]["name"]
    return name


# Languages usually written from right to left, and the scripts that are (Unicode CLDR, layout orientation).
RIGHT_TO_LEFT = frozenset(
    (
        *("ar", "arc", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb"),
        *("ps", "sd", "syr", "ug", "ur", "yi"),
    )
)
SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"))


def direction(lang: str) -> str:
    """Return `rtl` for a language (a BCP 47 tag) that is written from right to left, else nothing.

    A script in the tag decides: `ku-Arab` is, `az-Latn` is not.
    """
    language, *rest = lang.lower().split("-")
    script = next((part for part in rest if len(part) == len("arab") and part.isalpha()), "")
    return "rtl" if (script in SCRIPTS if script else language in RIGHT_TO_LEFT) else ""
