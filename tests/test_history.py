"""Decks as they were: a real repository, made for each test."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.history import NoHistoryError, UnknownTimeError, decks_then

if TYPE_CHECKING:
    from pathlib import Path

DECK = "title: Porch\nabout: Small talk.\ncards:\n  - id: spare-key\n    text: {text}\n"


def git(folder: Path, *words: str, day: str = "2026-11-01") -> None:
    """Run git as a person of no settings, at noon of a day."""
    who = {f"GIT_{role}_{fact}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for fact in ("NAME", "EMAIL")}
    when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00")
    env = os.environ | who | when | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)  # noqa: S607


def written(folder: Path, day: str, name: str = "porch.yml", text: str = "Who has a key?") -> None:
    (folder / "decks").mkdir(exist_ok=True)
    (folder / "decks" / name).write_text(DECK.format(text=text))
    git(folder, "add", ".", day=day)
    git(folder, "commit", "-qm", day, day=day)


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """A project of three days: a first deck, a second, and another word in the first."""
    git(tmp_path, "init", "-q")
    written(tmp_path, "2026-11-01")
    git(tmp_path, "tag", "v1")
    written(tmp_path, "2026-11-05", "stoop.yml")
    written(tmp_path, "2026-11-09", text="Who has your key?")
    return tmp_path / "decks"


def texts(decks: Path, when: str) -> dict[str, str]:
    return {deck.id: deck.cards[0].text for deck in decks_then(decks, when)}


def test_a_day_means_the_last_commit_before_it(decks: Path) -> None:
    """What was committed on the day itself is already a change since that day."""
    assert texts(decks, "2026-11-01") == {}
    assert texts(decks, "2026-11-05") == {"porch": "Who has a key?"}
    assert texts(decks, "2026-11-09") == {"porch": "Who has a key?", "stoop": "Who has a key?"}
    assert texts(decks, "2026-11-10") == {"porch": "Who has your key?", "stoop": "Who has a key?"}


def test_a_tag_or_a_commit_means_itself(decks: Path) -> None:
    """By whatever name git knows it."""
    assert texts(decks, "v1") == {"porch": "Who has a key?"}
    assert texts(decks, "HEAD~1") == texts(decks, "2026-11-09")


def test_what_is_not_committed_is_not_remembered(decks: Path) -> None:
    """A deck in the folder that git does not know yet, and files that are no decks."""
    (decks / "new.yml").write_text(DECK.format(text="Who?"))
    written(decks.parent, "2026-11-12", "notes.txt")
    written(decks.parent, "2026-11-13", "Two Words.yml")
    assert set(texts(decks, "HEAD")) == {"porch", "stoop", "new"}
    assert set(texts(decks, "HEAD~2")) == {"porch", "stoop"}


def test_a_name_that_git_does_not_know_is_refused(decks: Path) -> None:
    """Also one that looks like an option of git's."""
    for name in ("v9", "2026-13-01", "--all", ""):
        with pytest.raises(UnknownTimeError, match="git knows no such tag or commit"):
            decks_then(decks, name)


def test_without_a_repository_there_is_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, one without a commit, no such folder, no git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoHistoryError):
        decks_then(tmp_path, "2026-11-01")
    git(tmp_path, "init", "-q")
    with pytest.raises(NoHistoryError):
        decks_then(tmp_path, "2026-11-01")
    with pytest.raises(NoHistoryError):
        decks_then(tmp_path / "nowhere", "2026-11-01")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoHistoryError):
        decks_then(tmp_path, "2026-11-01")
