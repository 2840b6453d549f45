"""The vendored fonts: each is the file it says, has its licence beside it, and only the small ones go to the site."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from generator.outputs import fonts
from generator.printing.glyphs import shown_in

FOLDER = files("generator.look") / "fonts"
NAMES = {file.name for file in FOLDER.iterdir()}


def test_every_font_is_the_one_that_is_listed() -> None:
    """By its sha256, so that nobody swaps one unseen."""
    lines = (FOLDER / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in map(str.split, lines)}
    there = {name for name in NAMES if name.endswith((".ttf", ".woff2"))}
    assert set(listed) == there
    for name, digest in listed.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name


def test_every_typeface_has_its_licence() -> None:
    """The SIL Open Font License asks for it wherever a font goes."""
    for family in ("atkinson-hyperlegible", "fraunces", "literata"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / f"OFL-{family}.txt").read_text("utf-8")


def test_what_only_paper_needs_is_not_on_the_site() -> None:
    """A phone loads none of the fonts for print."""
    assert sorted(fonts()) == sorted(f"assets/fonts/{name}" for name in NAMES if name.endswith(".woff2"))
    assert sum(len((FOLDER / name).read_bytes()) for name in NAMES if name.startswith("Literata")) < 320_000


def test_literata_has_greek_and_cyrillic_in_both_weights() -> None:
    """Every letter of the modern alphabets, with their accents."""
    greek = "".join(map(chr, range(0x391, 0x3CF))).replace("\u03a2", "")
    cyrillic = "".join(
        map(chr, [*range(0x401, 0x40D), *range(0x40E, 0x450), *range(0x451, 0x45D), 0x45E, 0x45F, 0x490, 0x491])
    )
    for weight in ("Regular", "Bold"):
        shown = shown_in((FOLDER / f"Literata-{weight}.ttf").read_bytes())
        assert set(greek + "άέήίόύώΐΰ" + cyrillic) <= shown
