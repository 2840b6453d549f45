"""What all tests share: the project's own library, and its built site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import settings

from generator.__main__ import main
from generator.library.load import load_library

if TYPE_CHECKING:
    from generator.library.model import Library

ROOT = Path(__file__).parent.parent
# A project page: its path is the sub-path the tests' server serves it under.
SITE_URL = "https://example.org/kindling/"

# No test asserts a time: on a busy machine an example may take as long as it likes.
settings.register_profile("kindling", deadline=None)
settings.load_profile("kindling")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The decks and essays of this project, which must be free of problems."""
    found, problems = load_library(ROOT / "decks", ROOT / "docs", ("kettle-on",))
    assert problems == []
    return found


def kettle_on_first(shelf: re.Match[str]) -> str:
    return f"shelf: [{', '.join(sorted(shelf[1].split(','), key=lambda deck: deck.strip() != 'kettle-on'))}]"


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's mkdocs.yml with Kettle On first: whoever puts a deck of their own there has sound tests too."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"shelf: \[(.*?)\]", kettle_on_first, text, flags=re.DOTALL)
    folders = f"      decks_dir: '{ROOT / 'decks'}'\n      cache_dir: '{ROOT / '.cache/kindling'}'\n"
    text = text.replace("  - kindling:\n", f"  - kindling:\n{folders}")
    file = tmp_path_factory.mktemp("project") / "mkdocs.yml"
    file.write_text(f"{text}docs_dir: '{ROOT / 'docs'}'\n", "utf-8")
    return file


@pytest.fixture(scope="session")
def site(config: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project, built by the real command for the address it will be published at."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        # Another project's build, in the same process, leaves its own day behind.
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        patch.setenv("KINDLING_SITE_URL", SITE_URL)
        patch.setenv("KINDLING_REPO_URL", "https://example.org/kindling-source")
        result = CliRunner().invoke(main, ["build", "--config", str(config), "--site-dir", str(folder)])
    assert result.exit_code == 0, result.output
    return folder
