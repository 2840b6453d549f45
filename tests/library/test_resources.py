"""Resources: what an author writes in docs/resources.yml, and what they are told about mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.load import load_library
from generator.library.model import Place, Reach
from generator.library.report import told
from generator.library.resources import ADDRESS

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library

ENTRY = """- name: Porch Light
  url: https://porch.example.org/light
  what: People who listen.
  kind: line
  where: two countries
  source: A leaflet of 2026.
  checked_on: "2026-11-22"
"""


def read(folder: Path, text: str) -> tuple[Library, list[str]]:
    """Return the library of a docs folder with these resources, and what their author is told, without the path."""
    (folder / "resources.yml").write_text(text, "utf-8")
    (folder / "decks").mkdir(exist_ok=True)
    (folder / "decks" / "porch.yml").write_text("title: T\nabout: A\ncards: [{id: bell, text: Who rings?}]\n")
    library, problems = load_library(folder / "decks", folder)
    return library, [told(problem).replace(f"{folder}/resources.yml:", "") for problem in problems]


def test_a_resource_is_read_whole(tmp_path: Path) -> None:
    """Every key becomes a value, and each knows its place."""
    library, said = read(tmp_path, ENTRY)
    assert said == []
    (resource,) = library.resources
    assert (resource.name, resource.url) == ("Porch Light", "https://porch.example.org/light")
    assert (resource.what, resource.kind, resource.where) == ("People who listen.", Reach.LINE, "two countries")
    assert (resource.source, resource.checked_on) == ("A leaflet of 2026.", "2026-11-22")
    file = str(tmp_path / "resources.yml")
    assert (resource.at("checked_on"), resource.at("cellar")) == (Place(file, 7, 3), Place(file, 1, 3))


def test_resources_stand_in_their_author_s_order(tmp_path: Path) -> None:
    """What helps most people stands first, not what comes first in the alphabet."""
    library, _ = read(tmp_path, ENTRY + ENTRY.replace("Porch", "Attic").replace("porch", "attic"))
    assert [resource.name for resource in library.resources] == ["Porch Light", "Attic Light"]


def test_there_need_not_be_any(tmp_path: Path) -> None:
    """A project without the file, or with nothing but a comment in it, has no resources and no problem."""
    library, said = read(tmp_path, "# none yet\n")
    assert (library.resources, said) == ((), [])
    (tmp_path / "resources.yml").unlink()
    library, problems = load_library(tmp_path / "decks", tmp_path)
    assert (library.resources, problems, library.whole) == ((), [], True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("porch: light\n", "1:1: resources should be a list, but this is a group of keys", id="keys"),
        pytest.param("- light\n", "1:3: a resource should be a group of keys, but is text", id="text"),
        pytest.param(ENTRY.replace("where:", "wehre:"), "5:3: unknown key 'wehre'", id="unknown key"),
        pytest.param(ENTRY.replace("kind: line", "kind: hotline"), "4:9: 'kind' cannot be 'hotline'", id="kind"),
        pytest.param(ENTRY.replace("2026-11-22", "22.11.2026"), "7:15: 'checked_on' is '22.11.2026'", id="day"),
        pytest.param(ENTRY.replace("2026-11-22", "2026-02-30"), "7:15: 'checked_on' is '2026-02-30'", id="no such day"),
        pytest.param(
            ENTRY.replace("  source: A leaflet of 2026.\n", ""), "1:3: a resource has no 'source'", id="no source"
        ),
        pytest.param(
            ENTRY.replace("https:", "http:"),
            "2:3: 'http://porch.example.org/light' is no https: address",
            id="not secret",
        ),
        pytest.param(ENTRY + ENTRY, "9:3: 'https://porch.example.org/light' stands here twice", id="twice"),
        pytest.param(ENTRY + "- name: [\n", "8:9: ", id="syntax"),
    ],
)
def test_authors_of_resources_are_told(text: str, expected: str, tmp_path: Path) -> None:
    """Each mistake is told once, with its place; nobody is sent to half an entry, and essays are still known whole."""
    library, said = read(tmp_path, text)
    assert len(said) == 1
    assert said[0].startswith(expected)
    assert len(library.resources) == (text.startswith(ENTRY))
    assert library.whole


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("http://porch.example.org/light", "url: https://porch.example.org/light"),
        ("porch.example.org", "url: https://porch.example.org"),
        ("javascript:alert(1)", "url: https://findahelpline.com"),
        ("https://porch example.org", "url: https://findahelpline.com"),
        ("https://user@porch.example.org", "url: https://findahelpline.com"),
        ("tel:+15550100", "url: https://findahelpline.com"),
    ],
)
def test_an_address_that_is_none_comes_with_what_to_type(url: str, hint: str, tmp_path: Path) -> None:
    """The same address with https, or what an address looks like."""
    _, (said,) = read(tmp_path, ENTRY.replace("https://porch.example.org/light", url))
    assert said.endswith(f"try: {hint}")


@given(st.text())
def test_nothing_that_is_let_through_leaves_its_quotes(text: str) -> None:
    """An address holds no space, quote or bracket, and always leads to a host over https."""
    for address in (text, f"https://porch.example.org/{text}"):
        if ADDRESS.fullmatch(address):
            assert address.lower().startswith("https://")
            assert not set(address) & set(" \t\r\n\"'<>")


def test_our_own_entries_say_how_they_were_checked(library: Library) -> None:
    """What is listed are directories with a source each, and none claims to have been opened."""
    assert library.resources[0].name == "Find A Helpline"
    for resource in library.resources:
        assert resource.kind is Reach.DIRECTORY
        assert "the site itself was not opened" in resource.source
