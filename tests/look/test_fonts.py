"""The vendored fonts: each is the file it says, has its licence beside it, and only the small ones go to the site."""

from __future__ import annotations

import hashlib
import io
from importlib.resources import files
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from generator.look.tokens import fallbacks
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


def opened(name: str) -> Any:  # noqa: ANN401 - fontTools has no types
    return TTFont(io.BytesIO((FOLDER / name).read_bytes()))


@pytest.mark.parametrize("face", fallbacks()["face"], ids=lambda face: f"{face['family']} {face['weight']}")
def test_what_stands_in_for_a_font_is_as_wide_and_as_high(face: dict[str, Any]) -> None:
    """Nothing moves when a font comes late: its stand-in is stretched by what follows from the font itself."""
    font, letters = opened(face["font"]), fallbacks()["letters"]
    names, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    total = sum(advances[names[ord(letter)]][0] * often for letter, often in letters.items())
    size = total / sum(letters.values()) / em / face["width"]
    header = font["hhea"]
    assert face["size_adjust"] == pytest.approx(100 * size, abs=0.01)
    assert face["ascent"] == pytest.approx(100 * header.ascent / em / size, abs=0.01)
    assert face["descent"] == pytest.approx(-100 * header.descent / em / size, abs=0.01)
    assert face["line_gap"] == pytest.approx(100 * header.lineGap / em / size, abs=0.01)


@pytest.mark.parametrize(
    ("small", "whole"),
    [
        ("atkinson-400", "AtkinsonHyperlegible-Regular"),
        ("atkinson-700", "AtkinsonHyperlegible-Bold"),
        ("kindling-text", "KindlingText-Regular"),
    ],
)
def test_the_two_parts_of_a_font_are_all_of_latin_1(small: str, whole: str) -> None:
    """No letter is in both, none is lost, and each is as wide as on paper, where Typst sets the whole font."""
    parts = [opened(f"{small}{part}.woff2").getBestCmap() for part in ("", "-latin")]
    there = opened(f"{whole}.ttf").getBestCmap()
    assert not set(parts[0]) & set(parts[1])
    wanted = {*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’‚“”…")}  # noqa: RUF001 - those are meant
    assert set(parts[0]) | set(parts[1]) >= wanted & set(there)
