"""The cache: whole entries or none, and never a reason to fail."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from generator.printing.cache import keep, kept, key_of, recipe

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """In a folder that did not exist before, under its key and no other."""
    folder = tmp_path / "deep" / "cache"
    keep(folder, "key", b"content")
    assert kept(folder, "key") == b"content"
    assert kept(folder, "other") is None


def test_no_folder_means_no_cache() -> None:
    """None keeps nothing and finds nothing."""
    keep(None, "key", b"content")
    assert kept(None, "key") is None


def test_a_damaged_entry_counts_as_missing(tmp_path: Path) -> None:
    """Cut short, emptied or altered, an entry is not believed."""
    keep(tmp_path, "key", b"content")
    whole = (tmp_path / "key").read_bytes()
    for damage in (whole[:-1], b"", whole[:64], whole.replace(b"content", b"contend")):
        (tmp_path / "key").write_bytes(damage)
        assert kept(tmp_path, "key") is None
    keep(tmp_path, "key", b"content")
    assert kept(tmp_path, "key") == b"content"


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    """A file where the folder should be, or a folder where the entry should be: nothing is kept, no scrap is left."""
    (tmp_path / "file").write_text("in the way")
    keep(tmp_path / "file", "key", b"content")
    assert kept(tmp_path / "file", "key") is None
    (tmp_path / "cache" / "key").mkdir(parents=True)
    keep(tmp_path / "cache", "key", b"content")
    assert kept(tmp_path / "cache", "key") is None
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["key"]


def test_many_may_write_the_same_entry_at_once(tmp_path: Path) -> None:
    """Whoever reads meanwhile gets the whole entry or none, and no scraps are left."""
    content = b"x" * 200_000

    def write_and_read(_: int) -> bool:
        keep(tmp_path, "key", content)
        return kept(tmp_path, "key") == content

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(write_and_read, range(40)))
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_keys_tell_parts_apart() -> None:
    """Moving a byte from one part to the next is another key."""
    assert key_of(b"ab", b"c") != key_of(b"a", b"bc")
    assert key_of(b"ab", b"c") == key_of(b"ab", b"c")


def test_a_recipe_changes_with_any_of_its_files(tmp_path: Path) -> None:
    """Content, name and number of the files that count are in it; other files are not."""
    (tmp_path / "a.typ").write_text("one")
    first = recipe([tmp_path], (".typ",))
    (tmp_path / "note.txt").write_text("beside the point")
    assert recipe([tmp_path], (".typ",)) == first
    (tmp_path / "a.typ").write_text("two")
    second = recipe([tmp_path], (".typ",))
    (tmp_path / "a.typ").rename(tmp_path / "b.typ")
    third = recipe([tmp_path], (".typ",))
    assert len({first, second, third}) == 3
