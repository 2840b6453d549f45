"""Essays and references: front matter, citations, and what may not stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.load import load_library
from generator.library.report import told

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library

MATTER = "---\ntitle: Doors\nsummary: When to knock.\n---\n"
REFERENCE = """lee2001:
  authors: ["Lee, A.", "Ray, B."]
  year: 2001
  title: "Doors: a study"
  container: Journal of Doors
  volume: 3(1)
  pages: 1-9
  doi: 10.1000/doors.2001
  finding: People knock.
  limits: Twelve doors.
  checked: {on: 2026-11-22, how: Read it.}
"""


def docs(folder: Path, essay: str = "", references: str = "") -> tuple[Library, list[str]]:
    """Return the library of a docs folder with these two files, and what its author is told, without the path."""
    (folder / "essays").mkdir()
    if essay:
        (folder / "essays" / "doors.md").write_text(essay, "utf-8")
    if references:
        (folder / "references.yml").write_text(references, "utf-8")
    decks = folder / "decks"
    decks.mkdir()
    (decks / "porch.yml").write_text("title: T\nabout: A\ncards: [{id: bell, text: Who rings?}]\n")
    library, problems = load_library(decks, folder)
    return library, [told(problem).replace(f"{folder}", "").replace("/essays/", "").lstrip("/") for problem in problems]


def test_an_essay_is_read_with_its_citations(tmp_path: Path) -> None:
    """Front matter becomes values, the body stays as it was written, and every citation knows its place."""
    matter = MATTER.replace("---\n", "---\ntopics: [home]\ncovers: [A01]\nreviewed: 2026-11-22\n", 1)
    body = "\nSome doors [@lee2001] open.\n\n[@ray1999] knocked.\n"
    library, said = docs(tmp_path, matter + body, REFERENCE)
    assert said == []
    assert library.whole
    (essay,) = library.essays
    assert (essay.slug, essay.title, essay.summary, essay.body) == ("doors", "Doors", "When to knock.", body)
    assert (essay.topics, essay.covers, essay.reviewed) == (("home",), ("A01",), "2026-11-22")
    cited = [(citation.reference, citation.place.line, citation.place.column) for citation in essay.citations]
    assert cited == [("lee2001", 9, 12), ("ray1999", 11, 1)]


def test_a_reference_is_read_whole(tmp_path: Path) -> None:
    """Every key of a reference becomes a value; references are found by their id."""
    library, said = docs(tmp_path, references=REFERENCE)
    assert said == []
    reference = library.reference("lee2001")
    assert reference.authors == ("Lee, A.", "Ray, B.")
    assert (reference.year, reference.title, reference.doi) == (2001, "Doors: a study", "10.1000/doors.2001")
    assert (reference.container, reference.volume, reference.pages) == ("Journal of Doors", "3(1)", "1-9")
    assert (reference.finding, reference.limits) == ("People knock.", "Twelve doors.")
    assert (reference.checked_on, reference.checked_how) == ("2026-11-22", "Read it.")


def test_what_is_not_there_cannot_be_found(tmp_path: Path) -> None:
    """Asking for a deck or a reference nobody wrote is a mistake of the program, and says which."""
    library, _ = docs(tmp_path, references=REFERENCE)
    assert library.deck("porch").id == "porch"
    with pytest.raises(KeyError, match="cellar"):
        library.deck("cellar")
    with pytest.raises(KeyError, match="nobody2020"):
        library.reference("nobody2020")


def test_a_docs_folder_may_be_empty(tmp_path: Path) -> None:
    """A deck of one's own needs no essays."""
    library, said = docs(tmp_path)
    assert (library.essays, library.references, said) == ((), (), [])


def test_without_a_docs_folder_nothing_is_known_to_be_missing(tmp_path: Path) -> None:
    """Checking a folder of decks alone says nothing about essays: they were not looked at."""
    (tmp_path / "porch.yml").write_text("title: T\nabout: A\ncards: [{id: bell, text: Who rings?}]\n")
    assert not load_library(tmp_path)[0].whole


def test_the_page_of_all_essays_and_hidden_files_are_no_essays(tmp_path: Path) -> None:
    """`index.md` is a page, and what a file manager leaves behind is nobody's essay."""
    folder = tmp_path / "essays"
    library, said = docs(tmp_path)
    (folder / "index.md").write_text("# Essays\n")
    (folder / "._doors.md").write_bytes(b"\x00\x05")
    library, problems = load_library(tmp_path / "decks", tmp_path)
    assert (library.essays, said, problems) == ((), [], [])


@pytest.mark.parametrize(
    ("essay", "expected"),
    [
        pytest.param("Knock.\n", ["doors.md:1:1: the essay has no front matter"], id="none"),
        pytest.param("---\n---\nKnock.\n", ["doors.md:1:1: the essay has no front matter"], id="empty"),
        pytest.param("---\ntitle: Doors\n", ["doors.md:1:1: the essay has no front matter"], id="open"),
        pytest.param(
            "---\n- title\n---\n", ["doors.md:2:1: an essay's front matter should be keys, but is a list"], id="list"
        ),
        pytest.param("---\ntitle: Doors\n---\n", ["doors.md:2:1: an essay has no 'summary'"], id="no summary"),
        pytest.param(
            MATTER.replace("summary: When", "summary: Now: when"),
            ["doors.md:3:13: a colon inside the text: YAML takes what stands before it for a key"],
            id="colon",
        ),
        pytest.param(
            MATTER.replace("title:", "titel:"),
            ["doors.md:2:1: unknown key 'titel'"],
            id="unknown key",
        ),
        pytest.param(MATTER + "\nA <b>door</b>\n", ["doors.md:6:3: an essay is Markdown, without HTML"], id="HTML"),
        pytest.param(
            MATTER + "[a](javascript:alert) [b](https://x.org) [c](mailto:a@b.c)\n",
            ["doors.md:5:3: a link may not begin with 'javascript:'"],
            id="link",
        ),
        pytest.param(
            MATTER + "[a]: https://x.org\n   [b]: data:text/html\n",
            ["doors.md:6:1: a link may not begin with 'data:'"],
            id="address below",
        ),
    ],
)
def test_authors_of_essays_are_told(essay: str, expected: list[str], tmp_path: Path) -> None:
    """Each mistake in an essay is told once, with its place in the file."""
    library, said = docs(tmp_path, essay)
    assert [line.partition("\n")[0] for line in said] == expected
    assert not library.whole


@pytest.mark.parametrize("harmless", ["`<b>` and `[@x]`", "1 < 2", "<!-- kindling: report -->", "a <3"])
def test_what_only_looks_like_html_is_let_through(harmless: str, tmp_path: Path) -> None:
    """Code, comparisons and the markers of this project are no HTML, and code cites nobody."""
    library, said = docs(tmp_path, f"{MATTER}{harmless}\n")
    assert said == []
    assert library.essays[0].citations == ()


def test_an_essay_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    """Essays are read like decks."""
    docs(tmp_path)
    (tmp_path / "essays" / "doors.md").write_bytes(MATTER.encode("utf-16"))
    library, problems = load_library(tmp_path / "decks", tmp_path)
    assert [problem.message for problem in problems] == ["the file is saved as UTF-16"]
    assert not library.whole


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        pytest.param("# none yet\n", [], id="only a comment"),
        pytest.param("[lee2001]\n", ["1:1: references should be groups of keys, but this is a list"], id="list"),
        pytest.param("lee2001: Doors\n", ["1:10: a reference should be a group of keys, but is text"], id="text"),
        pytest.param(
            REFERENCE.replace("10.1000/", "https://doi.org/10.1000/"),
            ["8:3: 'https://doi.org/10.1000/doors.2001' is no DOI"],
            id="DOI",
        ),
        pytest.param(REFERENCE + REFERENCE, ["12:1: the reference 'lee2001' stands here twice"], id="twice"),
        pytest.param(REFERENCE.replace("on: 2026-11-22, ", ""), ["11:12: 'checked' has no 'on'"], id="not dated"),
        pytest.param(
            REFERENCE.replace("  limits: Twelve doors.\n", ""), ["2:3: a reference has no 'limits'"], id="no limits"
        ),
        pytest.param(
            REFERENCE.replace('"Doors: a study"', "Doors: a study"),
            ["4:15: a colon inside the text: YAML takes what stands before it for a key"],
            id="colon",
        ),
    ],
)
def test_authors_of_references_are_told(references: str, expected: list[str], tmp_path: Path) -> None:
    """Each mistake among the references is told once; the good ones are read."""
    library, said = docs(tmp_path, references=references)
    assert [line.partition("\n")[0].removeprefix("references.yml:") for line in said] == expected
    assert library.whole == (expected == [])


def test_a_broken_references_file_is_told(tmp_path: Path) -> None:
    """A folder in the place of the file is a problem, not a traceback."""
    docs(tmp_path)
    (tmp_path / "references.yml").mkdir()
    library, problems = load_library(tmp_path / "decks", tmp_path)
    assert [problem.message for problem in problems] == ["the file cannot be read: is a directory"]
    assert library.references == ()
