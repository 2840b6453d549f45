"""What every command shares: the project it works on, and how it says what it has to say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.library.load import load_library
from generator.library.model import Settings, Severity
from generator.library.report import as_github, as_json, told
from generator.project import font_files, read_project

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.model import Library, Problem

CONFIG = Path("mkdocs.yml")
CACHE = Path(".cache/kindling")
DONE, PROBLEMS = 0, 1

private_option = click.option(
    "--private", is_flag=True, help="For yourself alone: decks of unknown licence may take part."
)


def need(config: Path) -> None:
    """Stop with a usage error when there is no project here."""
    if not config.is_file():
        raise click.UsageError(f"there is no {config} here. Run this in the folder where mkdocs.yml is.")


def read(folder: Path | None, *, private: bool = False) -> tuple[Library, list[Problem]]:
    """Return a library and everything wrong with it: of a folder of decks, or of the project in this folder."""
    if folder:
        from generator.checks import check  # noqa: PLC0415 - `kindling print` loads it while the typesetter is at work

        library, problems = load_library(folder)
        library = replace(library, fonts=font_files(folder.parent / Settings().fonts_dir))
        return library, sorted([*problems, *check(library, private=private)])
    need(CONFIG)
    project = read_project(CONFIG, private=private)
    return project.library, list(project.problems)


def failed(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Say whether problems should stop what was asked for."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def tell(problems: Iterable[Problem], form: str = "text") -> None:
    """Print problems in the form that was asked for."""
    if form == "json":
        click.echo(as_json(problems))
        return
    for problem in problems:
        click.echo(told(problem) if form == "text" else as_github(problem))


def say(line: str) -> None:
    """Print a line about what is going on, apart from the problems."""
    click.echo(line, err=True)
