"""What all tests share: the project's own library, and its built site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.library.load import load_library

if TYPE_CHECKING:
    from generator.library.model import Library

ROOT = Path(__file__).parent.parent
# A project page: its path is the sub-path the tests' server serves it under.
SITE_URL = "https://example.org/kindling/"


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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project, built by the real command for the address it will be published at."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("KINDLING_SITE_URL", SITE_URL)
        patch.setenv("KINDLING_REPO_URL", "https://example.org/kindling-source")
        result = CliRunner().invoke(main, ["build", "--site-dir", str(folder)])
    assert result.exit_code == 0, result.output
    return folder
