"""Glyphs: what the vendored fonts can show is read from the fonts themselves."""

from __future__ import annotations

import struct

import pytest

from generator.printing.glyphs import codes_in, missing, shown_by
from generator.printing.typefaces import FONTS, house


def test_the_fonts_show_what_european_languages_write() -> None:
    """Latin letters with their accents, quotes, dashes and the ellipsis are there."""
    assert missing("Größe, œuvre, žlutý, ął, “quoted” … ½ ñ", house().shown) == ()
    assert missing("\u2018so\u2019 \u2013 \u2014", house().shown) == ()


def test_each_missing_character_is_named_once_in_order() -> None:
    """Signs of other scripts and emoji are found, in the order a reader meets them."""
    assert missing("a 漢 b 🎈 c 漢", house().shown) == ("漢", "🎈")


def test_private_and_control_characters_do_not_count_as_shown() -> None:
    """A font may map them, but nobody can read them, and PDF/A forbids the private ones."""
    assert missing("\ue132\r", house().shown) == ("\ue132", "\r")
    assert "\ue132" not in shown_by(FONTS)


def test_a_font_without_a_table_of_characters_is_refused() -> None:
    """A file that is no such font says so instead of showing nothing."""
    empty = struct.pack(">4sHHHH", b"\0\1\0\0", 0, 0, 0, 0)
    with pytest.raises(ValueError, match="no table cmap"):
        codes_in(empty)
    symbols = struct.pack(">4sHHHH4sIIIHHHHI", b"\0\1\0\0", 1, 0, 0, 0, b"cmap", 0, 28, 12, 0, 1, 3, 0, 12)
    with pytest.raises(ValueError, match="no Unicode table"):
        codes_in(symbols)
    other = struct.pack(">4sHHHH4sIIIHH", b"\0\1\0\0", 1, 0, 0, 0, b"cmap", 0, 28, 4, 0, 0)
    with pytest.raises(ValueError, match="no Unicode table"):
        codes_in(other)
