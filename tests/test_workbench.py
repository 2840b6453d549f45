"""The workbench: what someone who writes decks is shown, from the files as they lie on disk."""

from __future__ import annotations

import io
import json
import os
import signal
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from wsgiref.util import setup_testing_defaults

import pytest
from PIL import Image

from generator.library.model import Library, Place, Problem, Severity
from generator.workbench.ending import ENDINGS, end_calmly
from generator.workbench.seen import Seen, about, bench_page, changed, seen_after, shown, state
from generator.workbench.serving import Workbench, with_bar, with_workbench
from tests.decks import a_card, a_deck, a_library
from tests.printing.scripts import HEBREW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

DECK = """\
title: Porch
about: Small talk with a view.
cards:
  - id: spare-key
    text: Who has a spare key to your place?
  - id: two-chairs
    text: Who sits in the other chair?
"""
WIDE = "w" * 60  # no rule of English parts it


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """The workbench of a small project."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Porch\n")
    (tmp_path / "decks" / "porch.yml").write_text(DECK)
    return Workbench(tmp_path / "mkdocs.yml")


def write(bench: Workbench, deck: str) -> None:
    (bench.config.parent / "decks" / "porch.yml").write_text(deck)


def nobody(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"the site"]


def get(bench: Workbench, path: str, query: str = "") -> tuple[str, str, bytes]:
    """Return status, type and content of an address, as a browser would get them."""
    told: list[Any] = []
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query}
    setup_testing_defaults(environ)
    content = b"".join(with_workbench(bench, nobody)(environ, lambda *head: told.extend(head)))
    return told[0], dict(told[1]).get("Content-Type", ""), content


def test_a_sound_project_has_nothing_to_show(bench: Workbench) -> None:
    """Nothing is wrong, nothing was written: the page says so, and how to begin."""
    status, kind, page = get(bench, "/workbench/")
    assert (status, kind) == ("200 OK", "text/html; charset=utf-8")
    assert b"No problems." in page
    assert b"Change a card and save" in page


def test_a_mistake_is_told_beside_its_card(bench: Workbench) -> None:
    """The problem stands with the card it is about, with place, words and what to try; the card in both its faces."""
    get(bench, "/workbench/")
    write(bench, DECK.replace("Who sits in the other chair?", "Why did you sit in the other chair?"))
    page = get(bench, "/workbench/")[2].decode()
    section = page[page.index('<section aria-label="porch/two-chairs">') :]
    assert "decks/porch.yml:7:5" in section
    assert "asks people to defend themselves" in section
    assert "Try: " in section
    assert section.count("Why did you sit in the other chair?") == 1
    assert "/workbench/print/porch/two-chairs.png" in section
    assert "porch/spare-key" not in page


def test_what_lies_outside_the_cards_comes_last(bench: Workbench) -> None:
    """An unknown key of the deck has no card to stand beside."""
    write(bench, DECK.replace("about:", "abuot:"))
    page = get(bench, "/workbench/")[2].decode()
    assert page.index("Elsewhere") < page.index("unknown key &#39;abuot&#39;")


def test_a_print_is_a_picture_of_the_card(bench: Workbench) -> None:
    """A poker card, 63.5 by 88.9 mm at 144 dots an inch."""
    status, kind, content = get(bench, "/workbench/print/porch/spare-key.png")
    assert (status, kind) == ("200 OK", "image/png")
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (360, 504)


@pytest.mark.parametrize("path", ["nothing", "print/porch/nobody.png", "assets/fonts/none.woff2", "../mkdocs.yml"])
def test_other_addresses_hold_nothing(path: str, bench: Workbench) -> None:
    """A plain answer, and never a file from the disk."""
    assert get(bench, f"/workbench/{path}")[0] == "404 Not Found"


def test_the_rest_is_the_site_s(bench: Workbench) -> None:
    """Whatever is not the workbench's is answered by the preview server itself."""
    assert get(bench, "/decks/porch/")[2] == b"the site"


def test_a_deck_can_be_looked_at_whole(bench: Workbench) -> None:
    """All cards of one deck in both faces, with the problems of that deck alone."""
    (bench.config.parent / "decks" / "shed.yml").write_text(DECK.replace("about:", "abuot:"))
    page = get(bench, "/workbench/porch/")[2].decode()
    assert page.count("<section") == 2
    assert "abuot" not in page
    assert "abuot" in get(bench, "/workbench/shed/")[2].decode()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("bar.js", "text/javascript"),
        ("bench.js", "text/javascript"),
        ("news.js", "text/javascript"),
        ("bar.css", "text/css"),
        ("assets/card.css", "text/css"),
        ("assets/fonts/kindling-text.woff2", "font/woff2"),
    ],
)
def test_its_own_files_come_with_it(path: str, kind: str, bench: Workbench) -> None:
    """It waits for no build, so it serves its scripts, styles and fonts itself."""
    status, found, content = get(bench, f"/workbench/{path}")
    assert (status, found) == ("200 OK", kind)
    assert content


def test_news_come_as_soon_as_there_are_some(bench: Workbench) -> None:
    """Who asks with the number of the last look waits for the next one."""
    first = json.loads(get(bench, "/workbench/state", "no-number")[2])
    assert first == {"number": 1, "errors": 0, "summary": "no problems", "first": ""}
    saving = threading.Timer(0.5, write, (bench, DECK.replace("text: Who sits", "txet: Who sits")))
    saving.start()
    told = json.loads(get(bench, "/workbench/state", "1")[2])
    assert told["number"] == 2
    assert told["errors"] == 1
    assert told["first"].endswith("decks/porch.yml:7:5: unknown key 'txet'")


def test_patience_ends_without_news(bench: Workbench) -> None:
    """A question is answered in the end, also when nothing happens."""
    assert bench.news(bench.look().number, patience=0).number == 1


def test_a_file_that_vanishes_is_no_traceback(bench: Workbench) -> None:
    """Editors write by replacing: a settings file may be gone for a moment."""
    assert bench.look().number == 1
    (bench.config.parent / "mkdocs.yml").unlink()
    assert bench.look().number == 2


def test_a_card_that_only_moved_was_not_written() -> None:
    """A line put in above does not bring every card below it up; a new card and a changed one do."""
    before = a_library(a_deck(a_card("one", place=Place("p.yml", 4)), a_card("two", place=Place("p.yml", 6))))
    moved = a_card("one", place=Place("p.yml", 5))
    after = a_library(a_deck(moved, a_card("two", text="Who now?"), a_card("three", text="Who else?")))
    assert changed(before, after) == ("porch/two", "porch/three")
    assert changed(Library(), Library()) == ()


def test_the_card_last_written_comes_first() -> None:
    """Card after card is written; the one just saved is on top, and what was taken out is gone."""
    seen = seen_after(Seen(), a_library(a_deck(a_card("one"), a_card("two"))), ())
    assert shown(seen) == []
    seen = seen_after(seen, a_library(a_deck(a_card("one", text="What?"), a_card("two"))), ())
    seen = seen_after(seen, a_library(a_deck(a_card("one", text="What?"), a_card("two", text="How?"))), ())
    assert [card.id for card, _ in shown(seen)] == ["two", "one"]
    seen = seen_after(seen, a_library(a_deck(a_card("one", text="What?"))), ())
    assert [card.id for card, _ in shown(seen)] == ["one"]


def test_what_does_not_fit_is_told_too() -> None:
    """The printer's objections are there before anything is printed, and only a changed deck is measured again."""
    library = a_library(a_deck(a_card("one", text=f"Who owns a {WIDE}?")))
    seen = seen_after(Seen(), library, ())
    assert "does not fit the card" in seen.problems[0].message
    again = seen_after(seen, library, ())
    assert again.fits[0][1] is seen.fits[0][1]
    assert again.problems == seen.problems


def test_a_new_font_is_tried_at_once() -> None:
    """A deck that lacked characters is right as soon as a font that has them is in the project."""
    library = a_library(a_deck(a_card("one", text=HEBREW.title), lang="he"))
    seen = seen_after(Seen(), library, ())
    assert "cannot print" in seen.problems[0].message
    assert seen_after(seen, replace(library, fonts=HEBREW.fonts), ()).problems == ()


def test_a_problem_belongs_to_the_card_on_whose_lines_it_lies() -> None:
    """From the card's first line to the next card's; the last card has the rest of the file."""
    one, two = a_card("one", place=Place("p.yml", 4)), a_card("two", place=Place("p.yml", 8))
    problems = [Problem(Place(file, line), "wrong") for file, line in (("p.yml", 3), ("p.yml", 7), ("p.yml", 90))]
    elsewhere = Problem(Place("q.yml", 5), "wrong")
    deck = a_deck(one, two)
    assert about(one, deck, [*problems, elsewhere]) == (problems[1],)
    assert about(two, deck, [*problems, elsewhere]) == (problems[2],)


def test_a_card_cannot_write_html_into_the_workbench() -> None:
    """A stranger's card is text, here as everywhere."""
    hostile = "</script><img src=x onerror=alert(1)>"
    deck = a_deck(a_card("one", text=hostile), title=hostile)
    problem = Problem(Place(hostile, 1), hostile, hostile, Severity.WARNING, "L01")
    page = bench_page(Seen(1, a_library(deck), (problem,)), [(deck.cards[0], deck)], deck)
    assert "<img src=x" not in page
    assert "<img src=x" not in bench_page(Seen(1, a_library(deck), (problem,)), [])
    assert json.loads(state(Seen(1, a_library(deck), (Problem(Place("p.yml"), hostile),))))["errors"] == 1


def test_every_page_gets_the_bar_at_its_end() -> None:
    """Whatever the site's sub-path: the workbench stands at the server's root."""
    page = with_bar("<html><body><p>Hello</p></body></html>")
    assert page.endswith('<script type="module" src="/workbench/bar.js"></script>\n</body></html>')


def test_a_comment_inside_a_card_moves_what_is_told_about_it(bench: Workbench) -> None:
    """A card whose words stay the same, but stand a line lower, has its problem a line lower too."""
    wide = DECK.replace("Who sits in the other chair?", f"Who owns a {WIDE}?")
    write(bench, wide)
    assert {problem.place.line for problem in bench.look().problems} == {7}
    write(bench, wide.replace("  - id: two-chairs\n", "  - id: two-chairs\n    # to be shortened\n"))
    assert {problem.place.line for problem in bench.look().problems} == {8}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_server_that_is_asked_to_end_first_finishes_what_it_does(ending: signal.Signals) -> None:
    """Nothing is interrupted by the first request, which only asks the server to shut down; the second one ends it."""
    before = {one: signal.getsignal(one) for one in ENDINGS}
    asked = threading.Event()
    try:
        end_calmly(asked.set)
        os.kill(os.getpid(), ending)
        assert asked.wait(60)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), ending)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
