"""The words Kindling itself says."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from generator.library.model import DEPTHS, Kind
from generator.library.words import depth_name, direction, words

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = sorted(
    file.name.removesuffix(".toml")
    for file in files("generator.library.words").iterdir()
    if file.name.endswith(".toml")
)


def texts(node: Any, path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - whatever TOML holds
    """Yield every text with the path to it."""
    if isinstance(node, str):
        yield path, node
    else:
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from texts(value, f"{path}.{key}")


def test_english_is_always_there() -> None:
    """The language every other one falls back to ships with the package."""
    assert "en" in LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_everything(lang: str) -> None:
    """A translation has the same words to say, with the same placeholders, and leaves none of them empty."""
    said, english = dict(texts(words(lang))), dict(texts(words("en")))
    assert said.keys() == english.keys()
    for path, text in said.items():
        assert text.strip(), path
        assert sorted(re.findall(r"{\w*}", text)) == sorted(re.findall(r"{\w*}", english[path])), path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_and_depth_has_a_word(lang: str) -> None:
    """Nothing on a card is told by a number or a colour alone."""
    assert words(lang)["kinds"].keys() == words(lang)["about_kinds"].keys() == {kind.value for kind in Kind}
    assert len({depth_name(depth, lang) for depth in DEPTHS}) == len(DEPTHS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_six_consent_lines_are_there(lang: str) -> None:
    """Ask, pass, pause, keep, no phones, first: six lines, each its own."""
    assert len(set(words(lang)["consent"])) == 6


@pytest.mark.parametrize("lang", ["xx", "pt-BR", "../../look/look", ""])
def test_a_language_without_words_of_its_own_gets_english(lang: str) -> None:
    """An unknown language, or something that is none, is never an error here."""
    assert words(lang) == words("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_variety_of_a_language_gets_its_words(lang: str) -> None:
    """Nobody has to translate twice for two countries."""
    assert words(f"{lang}-XX") == words(lang)


def test_depths_have_names() -> None:
    """The names people meet on screen, on paper and in the documentation."""
    assert [depth_name(depth) for depth in DEPTHS] == ["Sip", "Share", "Open", "Tender"]


@pytest.mark.parametrize("lang", ["ar", "he", "fa-IR", "ur", "YI", "ku-Arab", "az-Arab-IR", "he-Hebr", "ff-Adlm"])
def test_languages_written_from_right_to_left(lang: str) -> None:
    """The language decides, or the script where the tag names one."""
    assert direction(lang) == "rtl"


@pytest.mark.parametrize(
    "lang", ["en", "de-AT", "pt-BR", "sr-Latn", "ar-Latn", "he-Latn-IL", "az-Latn", "ku", "", "1994"]
)
def test_all_others_need_no_direction(lang: str) -> None:
    """Left to right is what a page does anyway; Arabic in Latin letters too."""
    assert not direction(lang)


def test_a_region_or_a_number_is_no_script() -> None:
    """`de-1996` names a spelling, not a script."""
    assert not direction("de-1996")
    assert direction("ar-1694") == "rtl"
