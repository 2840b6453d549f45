"""What the command line reads from mkdocs.yml, without MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.load import load_settings
from generator.library.model import Settings

if TYPE_CHECKING:
    from pathlib import Path


def settings_of(folder: Path, text: str) -> Settings:
    """Return the settings in this text, which must be free of problems."""
    (folder / "mkdocs.yml").write_text(text)
    settings, problems = load_settings(folder / "mkdocs.yml")
    assert problems == []
    return settings


def test_this_project_can_be_read(root: Path) -> None:
    """Tags such as !ENV are MkDocs' own and no mistake; the shelf is the one in the file."""
    settings, problems = load_settings(root / "mkdocs.yml")
    assert problems == []
    assert settings.site_name == "Kindling"
    assert settings.site_url == ""
    assert settings.shelf[0] == "kettle-on"


def test_what_is_left_out_has_a_default(tmp_path: Path) -> None:
    """A file without any of our keys is a project like any other."""
    assert settings_of(tmp_path, "theme: material\n") == Settings()
    assert settings_of(tmp_path, "plugins: [search, kindling]\ndocs_dir:\n") == Settings()


OPTIONS = "decks_dir: cards, fonts_dir: type, shelf: [b, a, [x]]"


@pytest.mark.parametrize(
    "plugins",
    [
        f"plugins:\n  - search: {{lang: en}}\n  - kindling: {{{OPTIONS}, private: true}}\n",
        f"plugins:\n  search: {{lang: en}}\n  kindling: {{{OPTIONS}, private: True}}\n",
    ],
    ids=["a list", "a group of keys"],
)
def test_the_plugins_options_are_found_wherever_mkdocs_takes_them(plugins: str, tmp_path: Path) -> None:
    """Folders, shelf and switches are read from a list of plugins or from a group of them."""
    settings = settings_of(tmp_path, f"site_name: Porch\ndocs_dir: texts\n{plugins}")
    assert settings == Settings(
        site_name="Porch", docs_dir="texts", decks_dir="cards", fonts_dir="type", shelf=("b", "a"), private=True
    )


def test_values_of_another_shape_are_left_to_mkdocs(tmp_path: Path) -> None:
    """MkDocs says what is wrong with its own file; here the defaults hold."""
    text = "site_name: [a]\nplugins:\n  - kindling: {shelf: kettle-on, house_rules: false}\n  - kindling: yes\n"
    assert settings_of(tmp_path, text) == Settings()
    assert settings_of(tmp_path, "- a\n") == Settings()


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    """What could be read still holds, and the fault is told with its place."""
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Porch: light\ndocs_dir: texts\n")
    settings, problems = load_settings(config)
    assert settings == Settings(docs_dir="texts")
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(1, 17)]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """No traceback: the defaults, and the system's reason."""
    settings, problems = load_settings(tmp_path / "mkdocs.yml")
    assert settings == Settings()
    assert [problem.message for problem in problems] == ["the file cannot be read: no such file or directory"]
