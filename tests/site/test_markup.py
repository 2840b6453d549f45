"""Every page, style sheet and picture of the site, held against the standards by the Nu HTML checker."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from generator.site.theme_fixes import CONTENTS, FIXES, SCHEME, SKIP, escaped
from tests.markup.checker import Remark, remarks

VALUES = re.compile(r"\{\{.*?\}\}")

# What the checker says and we leave as it is: which files, what it says, of which source; and why.
LEFT = (
    # A file on a disk has no origin, so the checker takes nothing for 'self'. In the browser it is tried for every
    # kind of page: test_pages_keep_to_their_policy_and_their_origin.
    (r".*\.html", r"Resource violates Content Security Policy.* blocked by “(style|img|script)-src” directive\.", r""),
    # Data is not run, so no policy blocks it (HTML, "prepare the script element": only then is the policy asked).
    (r".*\.html", r"Inline script violates Content Security Policy", r'type="application/json"'),
    # Safari takes a list without bullets for no list, unless its role is said.
    (r"draw/kept/index\.html", r"The “list” role is unnecessary for element “ul”\.", r""),
    # The checker's CSS is older than these, which every browser of the last two years knows.
    (r"assets/.*\.css", r"CSS: “container-type”: Property .* doesn't exist\.", r""),
    (r"assets/.*\.css", r"CSS: Unrecognized at-rule “@container”", r""),
    (r"assets/.*\.css", r"CSS: “[xy]”: Property .* doesn't exist\.", r""),
    (r"assets/.*\.css", r"CSS: “min-height”: Parse Error\.", r"100dvh"),
)


def left(remark: Remark, rule: tuple[str, str, str]) -> bool:
    where, text, source = rule
    return bool(re.fullmatch(where, remark.where) and re.match(text, remark.text) and re.search(source, remark.source))


@pytest.fixture(scope="module")
def said(site: Path) -> list[Remark]:
    """All that the checker says of the built site."""
    return remarks(site)


def test_the_checker_finds_nothing_in_the_whole_site(said: list[Remark]) -> None:
    """Every page, style sheet and SVG picture keeps to the standards; what is left has its reason beside it."""
    assert [str(remark) for remark in said if not any(left(remark, rule) for rule in LEFT)] == []


@pytest.mark.parametrize("rule", LEFT, ids=lambda rule: rule[1])
def test_nothing_is_left_that_nobody_says_any_more(said: list[Remark], rule: tuple[str, str, str]) -> None:
    """An exception goes when the checker has learned better."""
    assert any(left(remark, rule) for remark in said)


def test_the_checker_sees_every_page(site: Path, tmp_path: Path) -> None:
    """The checker is awake: in a copy of a page with a fault in each, it names the page, the line and the fault."""
    page = (site / "index.html").read_text("utf-8")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(page.replace("</main>", "<p></b></main>"), "utf-8")
    found = {remark.where for remark in remarks(tmp_path) if "End tag “b”" in remark.text or "“b”" in remark.text}
    assert found == {"one/index.html", "two/index.html"}


def test_each_fix_of_the_theme_is_still_needed() -> None:
    """When Material mends a fault itself, our mending goes."""
    folder = Path(str(files("material"))) / "templates"
    theirs = "".join(VALUES.sub("", file.read_text("utf-8")) for file in folder.rglob("*.html"))
    assert [before for before, _ in FIXES if before not in theirs] == []
    assert CONTENTS.search(theirs)
    assert SCHEME.search(theirs)
    assert SKIP.search(theirs)


def test_what_somebody_wrote_about_a_page_cannot_leave_its_place() -> None:
    """Quotes and tags in an essay's title and description arrive as text; everything else stays what it is."""
    meta = {"title": 'a "b" <i>', "description": "it's & more", "hide": ["toc"]}
    assert escaped(meta) == {"title": "a &#34;b&#34; &lt;i&gt;", "description": "it&#39;s &amp; more", "hide": ["toc"]}
