"""A project folder as it lies on disk: its settings, its library, and all that is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.library.load import deck_files, load_library, load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library, Problem, Settings


FONTS = {".ttf", ".otf", ".ttc", ".otc"}


@dataclass(frozen=True, slots=True)
class Project:
    """What was read of a project; problems are sorted by place."""

    settings: Settings
    library: Library
    problems: tuple[Problem, ...]


def read_project(config: Path, *, private: bool = False) -> Project:
    """Return a project by its `mkdocs.yml`: the decks and docs it names; `private` if nothing will be published."""
    return checked(loaded(config), private=private)


def loaded(config: Path) -> Project:
    """Return a project with what is wrong with its form alone."""
    settings, problems = load_settings(config)
    docs = config.parent / settings.docs_dir
    library, found = load_library(config.parent / settings.decks_dir, docs, settings.shelf)
    library = replace(library, fonts=font_files(config.parent / settings.fonts_dir))
    return Project(settings, library, tuple(sorted([*problems, *found])))


def font_files(folder: Path) -> tuple[Path, ...]:
    """Return the font files in a folder, sorted by name; none if there is no such folder."""
    return tuple(sorted(path for path in folder.glob("[!.]*") if path.suffix.lower() in FONTS))


def checked(project: Project, *, private: bool = False) -> Project:
    """Return a project with what is wrong with its content too."""
    from generator.checks import check  # noqa: PLC0415 - `kindling print` loads it while the typesetter is at work

    settings = project.settings
    found = check(project.library, house_rules=settings.house_rules, private=private or settings.private)
    return replace(project, problems=tuple(sorted([*project.problems, *found])))


def written(config: Path) -> tuple[Path, ...]:
    """Return the files of a project that people write decks and essays in, and those of its fonts."""
    settings, _ = load_settings(config)
    docs = config.parent / settings.docs_dir
    decks = deck_files(config.parent / settings.decks_dir)
    fonts = font_files(config.parent / settings.fonts_dir)
    return (config, *decks, *fonts, *sorted((docs / "essays").glob("*.md")), *sorted(docs.glob("*.yml")))
