"""Addresses relative to the page, and escaping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generator.site.templating import address, beside, dir_of, environment


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [
        ("", "", "./"),
        ("draw/", "", "draw/"),
        ("", "draw/", "../"),
        ("draw/#card=porch/spare-key", "cards/porch/spare-key/", "../../../draw/#card=porch/spare-key"),
        ("assets/card.css", "cards/porch/spare-key/", "../../../assets/card.css"),
        ("safety/", "safety/", "./"),
        ("safety/", "404.html", "safety/"),
        ("decks/porch/", "decks/", "porch/"),
    ],
)
def test_addresses_are_relative_to_the_page(target: str, here: str, expected: str) -> None:
    """A link works under any folder: a project page lies under a sub-path that we do not know."""
    assert address(target, here) == expected


@given(st.text())
def test_whatever_stands_in_a_template_is_escaped(text: str) -> None:
    """Card text can come from a stranger: no character of it ends up as markup."""
    shown = environment().from_string("<p title='{{ text }}'>{{ text }}</p>").render(text=text)
    inside = shown.removeprefix("<p title='").removesuffix("</p>").replace("'>", "", 1)
    assert not set(inside) & set("<>\"'")


def test_json_in_a_page_cannot_end_its_script() -> None:
    """`</script>` in a card's text stays inside the data block."""
    assert "<" not in environment().from_string("{{ data|tojson }}").render(data="</script><script>alert(1)</script>")


def test_a_missing_value_is_an_error() -> None:
    """A misspelt name in a template fails the build instead of printing nothing."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_only_what_runs_from_right_to_left_says_so() -> None:
    """English pages carry no attribute for it."""
    assert [dir_of(lang) for lang in ("en", "he", "")] == ["", ' dir="rtl"', ""]


@pytest.mark.parametrize(
    ("surrounding", "lang", "expected"),
    [
        ("en", "en", ""),
        ("pt", "pt-BR", ""),
        ("en", "he", ' lang="he" dir="rtl"'),
        ("", "", ""),
        ("", "en", ' lang="en" dir="ltr"'),
        ("he", "en", ' lang="en" dir="ltr"'),
        ("en", '"><script>', ' lang="&#34;&gt;&lt;script&gt;" dir="ltr"'),
    ],
)
def test_words_of_another_language_say_so(surrounding: str, lang: str, expected: str) -> None:
    """A voice that reads aloud changes its language, and the words keep their direction."""
    assert beside(surrounding, lang) == expected
