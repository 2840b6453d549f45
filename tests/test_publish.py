"""A finished site takes the place of the last good one."""

from pathlib import Path

import pytest

from generator.publish import replace, workshop


def test_a_new_site_takes_the_old_ones_place(tmp_path: Path) -> None:
    """Nothing of the old site is left, and nothing lies around beside it."""
    site = tmp_path / "site"
    for text in ("old", "new"):
        with workshop(site) as folder:
            (folder / "site").mkdir()
            (folder / "site" / f"{text}.html").write_text(text)
            replace(site, folder / "site")
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failed_build_leaves_no_trace(tmp_path: Path) -> None:
    """Whatever goes wrong, the workshop is cleared away."""
    with pytest.raises(ZeroDivisionError), workshop(tmp_path / "deep" / "site") as folder:
        folder.joinpath("half").write_text(str(1 / 0))
    assert list((tmp_path / "deep").iterdir()) == []
