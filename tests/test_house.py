"""The house's own rules: what may import what, where things stand, how tests speak."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
ROOMS = (
    "library", "look", "checks", "project", "history", "site", "printing", "outputs", "publish", "workbench", "plugin",
    "terminal", "print_choice", "print_work", "print_command", "__main__",
)  # fmt: skip
STRANGERS = {
    "mkdocs": "plugin.py",
    "yaml": "library/load.py",
    "typst": "printing/ink.py",
    "pikepdf": "printing/finishing.py",
}
DRAWERS = re.compile(r"utils?|helpers?|managers?|base|misc|common")
MOST_LINES = 300
ENTRY = re.compile(r"^( {4}(?: {4})?)(\w+)/? ", re.MULTILINE)


def sources(folder: Path) -> list[Path]:
    """Return every Python file below a folder."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def named(path: Path) -> str:
    """Return a file's path as people write it."""
    return path.relative_to(PACKAGE if PACKAGE in path.parents else ROOT).as_posix()


CODE = sources(PACKAGE)
TESTS = sources(ROOT / "tests")


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything a file imports, also for types only and inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path: Path) -> str:
    """Return the room a file stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize(
    "path", [path for path in CODE if path.parent != PACKAGE or path.stem != "__init__"], ids=named
)
def test_a_room_imports_only_from_those_above_it(path: Path) -> None:
    """The flow goes one way: library, look, checks, site and printing, then what joins them."""
    room = room_of(path)
    above = ROOMS[: ROOMS.index(room) + 1]
    used = {name.split(".")[1] for name in imports(path) if name.startswith("generator.")}
    assert used <= set(above)
    if room in {"site", "printing"}:
        assert not used & ({"site", "printing"} - {room})


def test_every_room_is_there() -> None:
    """The order above speaks of rooms that exist, and of all of them."""
    assert {room_of(path) for path in CODE} - {"__init__"} == set(ROOMS)


@pytest.mark.parametrize(("stranger", "host"), STRANGERS.items())
def test_one_module_knows_each_stranger(stranger: str, host: str) -> None:
    """When MkDocs, YAML or Typst changes, one file of ours does."""
    users = {named(path) for path in CODE for name in imports(path) if name.split(".")[0] == stranger}
    assert users == {host}


def test_the_map_names_every_module_and_folder_and_nothing_else() -> None:
    """Who reads the map in generator/__init__.py has seen every room, module and folder of data."""
    assert generator.__doc__
    drawn: set[str] = set()
    room = ""
    for indent, name in ENTRY.findall(generator.__doc__):
        room = name if indent == " " * 4 else room
        drawn.add(name if indent == " " * 4 else f"{room}/{name}")
    there = {path.relative_to(PACKAGE) for path in [*PACKAGE.glob("*"), *PACKAGE.glob("*/*")]}
    shown = {
        path.with_suffix("").as_posix()
        for path in there
        if path.suffix in {"", ".py"} and path.name not in {"__init__.py", "__pycache__"}
    }
    assert drawn == shown


@pytest.mark.parametrize("path", CODE, ids=named)
def test_files_are_short(path: Path) -> None:
    """Whoever opens a file can read all of it."""
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=named)
def test_no_file_is_a_drawer(path: Path) -> None:
    """A file is named for what it holds; there is no place for whatever is left over."""
    assert not any(DRAWERS.fullmatch(word) for word in re.split(r"[_.]", path.name))


@pytest.mark.parametrize("path", CODE, ids=named)
def test_every_module_says_what_it_owns(path: Path) -> None:
    """A module begins with a sentence about itself."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", TESTS, ids=named)
def test_every_test_says_what_it_proves(path: Path) -> None:
    """A test's name is its claim, and its docstring says in a sentence why the claim matters."""
    tests = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    ]
    assert [test.name for test in tests if not ast.get_docstring(test)] == []


def test_no_two_tests_of_a_file_have_one_name() -> None:
    """A second test of the same name would silently take the place of the first."""
    for path in TESTS:
        names = [node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
        assert len(names) == len(set(names)), named(path)
