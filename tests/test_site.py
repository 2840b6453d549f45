"""The built site as a whole, file by file."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from posixpath import join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.library.model import Settings, Severity
from generator.library.words import words
from generator.outputs import outputs, prints
from generator.printing.codes import Codes
from generator.site.scripts import scripts
from tests.conftest import SITE_URL
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library

CSP = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
PAPERS = ("a4", "letter")
PAGES = (
    "index.html",
    "404.html",
    "draw/index.html",
    "draw/kept/index.html",
    "decks/index.html",
    "decks/kettle-on/index.html",
    "cards/kettle-on/postcard/index.html",
    "essays/index.html",
    "essays/going-first/index.html",
    "print/index.html",
    "safety/index.html",
    "evidence/index.html",
    "how-we-write-cards/index.html",
    "write-a-deck/index.html",
)


class Reader(HTMLParser):
    """Collects a page's links, what it loads, and its ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif "src" in values or (tag == "link" and values.get("rel") not in {"canonical", "prev", "next"}):
            self.loads.append(values.get("src") or values.get("href", ""))


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Reader]:
    """Every page of the built site, read."""
    return {path.relative_to(site).as_posix(): Reader(path.read_text("utf-8")) for path in site.rglob("*.html")}


def target_of(link: str, page: str) -> tuple[str, str]:
    """Return the file and the fragment a link leads to."""
    parts = urlsplit(link)
    path = normpath(join(page.rpartition("/")[0], unquote(parts.path))) if parts.path else page
    folder = parts.path.endswith("/") or path == "."
    return (normpath(join(path, "index.html")) if folder else path), parts.fragment


@pytest.mark.parametrize("page", PAGES)
def test_every_promised_page_is_there(site: Path, page: str) -> None:
    """The addresses people were promised exist."""
    assert (site / page).is_file()


def test_every_card_has_its_permanent_page(site: Path, library: Library) -> None:
    """Each printed card's address leads to a page."""
    for deck in library.decks:
        for card in deck.cards:
            assert (site / "cards" / deck.id / card.id / "index.html").is_file()


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Reader]) -> None:
    """No link of the site is dead, not even its fragment; generated pages included."""
    dead = []
    for name, page in pages.items():
        if name == "404.html":  # shown at any depth, so its links begin at the root
            continue
        for link in [*page.links, *page.loads]:
            if urlsplit(link).scheme:
                continue
            target, fragment = target_of(link, name)
            if not (site / target).is_file() or (
                fragment and target != "draw/index.html" and fragment not in pages[target].ids
            ):
                dead.append((name, link))
    assert dead == []


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, Reader]) -> None:
    """Scripts, styles, pictures and fonts are our own files: a visit tells nobody else."""
    assert {link for page in pages.values() for link in page.loads if urlsplit(link).netloc} == set()


def test_every_page_carries_a_strict_policy(site: Path) -> None:
    """Each page has its policy, none lets unknown scripts run, and light pages allow nothing inline."""
    for path in site.rglob("*.html"):
        found = CSP.search(path.read_text("utf-8"))
        assert found, path
        scripts = found[1].split("script-src ")[1].split(";")[0]
        assert found[1].startswith("default-src 'none'")
        assert "unsafe" not in scripts
        assert "http" not in found[1]
        if path.relative_to(site).parts[0] in {"cards", "draw", "404.html"}:
            assert "unsafe" not in found[1]


def test_the_safety_page_says_what_it_must(site: Path) -> None:
    """The position line, six things to agree on, a directory for help, and that no expert has reviewed it yet."""
    html = (site / "safety" / "index.html").read_text("utf-8")
    for text in (
        "not therapy, assessment or mediation",
        "we trust or a professional",
        "findahelpline.com",
        "local emergency number",
        "not yet reviewed by a clinician or a survivor advocate",
    ):
        assert text in html
    assert html.count("<li>", html.index('class="consent"'), html.index("</ol>", html.index('class="consent"'))) == 6


def test_the_safety_page_is_whole_without_a_network(site: Path) -> None:
    """Its scripts are kept on the phone with it, those that another one asks for too."""
    worker = (site / "sw.js").read_text("utf-8")
    first = json.loads(worker.partition('"safety":')[2].partition("]")[0] + "]")
    for name in scripts("safety"):
        assert name in first


def test_only_the_safety_page_has_a_way_out(pages: dict[str, Reader]) -> None:
    """Elsewhere it would be noise; there it leads over https to a page nobody wonders about."""
    leaving = words()["safety"]["leave_to"]
    assert leaving.startswith("https://")
    assert [name for name, page in pages.items() if leaving in page.links] == ["safety/index.html"]
    assert [name for name, page in pages.items() if any("/safety/" in link for link in page.loads)] == [
        "safety/index.html"
    ]


def test_old_places_to_turn_to_are_not_found_by_searching(site: Path, library: Library) -> None:
    """Search knows nothing of age, so it does not know the entries."""
    known = (site / "find" / "pages.json").read_text("utf-8")
    assert "Where to find help" in known
    assert [item.name for item in library.resources if item.what in known] == []


def test_cards_are_not_known_to_the_search_twice(site: Path) -> None:
    """What it knows of pages leaves out the cards that stand on them, and pages that stand alone."""
    known = json.loads((site / "find" / "pages.json").read_text("utf-8"))
    assert {"", "decks/kettle-on/", "essays/going-first/", "safety/"} <= {entry["at"] for entry in known}
    assert [entry["at"] for entry in known if entry["at"].startswith(("cards/", "draw/"))] == []
    assert "put on a postcard" not in json.dumps(known)


def test_every_result_of_a_search_leads_somewhere(site: Path) -> None:
    """To a page that is there, and on it to a heading that is there."""
    pages = [entry["at"] for entry in json.loads((site / "find" / "pages.json").read_text("utf-8"))]
    known = json.loads((site / "find" / "cards.json").read_text("utf-8"))
    cards = [f"cards/{known['decks'][card['in']]['id']}/{card['id']}/" for card in known["cards"]]
    assert len(cards) > 400
    for address in pages + cards:
        path, _, anchor = address.partition("#")
        page = (site / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in page, address


def test_the_same_input_gives_the_same_bytes(
    site: Path, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build in another folder, in another time zone, typeset afresh, is the same to the byte."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KINDLING_SITE_URL", SITE_URL)
    monkeypatch.setenv("KINDLING_REPO_URL", "https://example.org/kindling-source")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    again = tmp_path / "again"
    result = CliRunner().invoke(main, ["build", "--config", str(config), "--no-cache", "--site-dir", str(again)])
    assert result.exit_code == 0, result.output
    first, second = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (site, again)
    )
    assert sorted(first) == sorted(second)
    assert [name for name, content in first.items() if second[name] != content] == []


def test_outputs_of_the_same_library_are_equal(library: Library) -> None:
    """What is made depends on the library alone."""
    assert outputs(library, Settings()) == outputs(library, Settings())


def test_a_feed_needs_an_address(library: Library) -> None:
    """Without `site_url` there is no feed, for it has no relative links."""
    assert "feed.xml" not in outputs(library, Settings())
    assert "feed.xml" in outputs(library, Settings(site_url="https://example.org/"))


def test_each_deck_and_printable_is_printed_for_each_paper(library: Library) -> None:
    """A4 and Letter of every deck, in two editions, and of every page beside them; and a sheet to measure by."""
    told: list[str] = []
    made = prints(library, None, told.append)
    decks = [
        f"{deck.id}-{paper}{edition}" for deck in library.decks for paper in PAPERS for edition in ("", "-low-ink")
    ]
    pages = [
        f"{page}-{paper}" for page in (*(page.id for page in library.printables), "calibration") for paper in PAPERS
    ]
    assert sorted(made.files) == sorted(f"print/{name}.pdf" for name in decks + pages)
    assert len(told) == len(made.listed) == len(made.files) - 2
    first, second, *_ = made.listed
    assert (first.edition, second.edition) == ("low-ink", "color")
    assert 0 < first.backs < second.backs / 10
    assert first.fronts > 0
    assert all(item.size == len(made.files[item.uri]) for item in made.listed)
    assert made.listed[-1].backs == 0
    assert {problem.severity for problem in made.problems} <= {Severity.WARNING}


def test_notes_without_room_are_counted_where_the_file_is_offered() -> None:
    """A follow-up is left out of every file of its deck, and each says so; a code that is left out is no note."""
    full = a_card(text=" ".join(["seven"] * 25) + ".", follow_up=(" ".join(["seven"] * 40) + ".",))
    told: list[str] = []
    made = prints(a_library(a_deck(full)), None, told.append, Codes(f"https://{'a' * 63}.{'b' * 63}.example/"))
    assert [item.left_out for item in made.listed] == [1] * 4
    assert any("QR code" in problem.message for problem in made.problems)


def test_a_deck_that_does_not_fit_is_not_offered_in_print() -> None:
    """What cannot be printed whole is told, and no file of it is made."""
    told: list[str] = []
    made = prints(a_library(a_deck(a_card(text="so " * 300))), None, told.append)
    assert set(made.files) == {"print/calibration-a4.pdf", "print/calibration-letter.pdf"}
    assert made.listed == ()
    assert [problem.severity for problem in made.problems] == [Severity.ERROR]


def test_the_theme_asks_no_repository(site: Path) -> None:
    """A project with a repository links to it where a card can be reported, and no page calls its host by itself."""
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert "https://example.org/kindling-source" in pages["safety/index.html"]
    assert [name for name, html in pages.items() if "md-source" in html] == []
