"""The page that prints what somebody chose, as text."""

from __future__ import annotations

import json
import re
from typing import Any

from generator.library.model import Library
from generator.library.words import words
from generator.outputs import plans
from generator.site.choosing import chosen_files, chosen_page
from generator.site.scripts import scripts
from tests.decks import a_card, a_deck, a_library


def block(page: str, name: str) -> dict[str, Any]:
    """Return what the page tells its script."""
    found = re.search(f'<script type="application/json" id="{name}">(.*?)</script>', page)
    assert found
    said: dict[str, Any] = json.loads(found[1])
    return said


def test_each_paper_has_its_size_and_the_page_knows_its_plan() -> None:
    """The browser is told the paper; without decks there is nothing to print."""
    made = chosen_files(a_library(), plans())
    assert made["assets/chosen/a4.css"] == "@page{size:210mm 297mm;margin:0}\n"
    assert made["assets/chosen/letter.css"] == "@page{size:279.4mm 215.9mm;margin:0}\n"
    given = block(made["print/chosen/index.html"], "given")
    assert {name: len(plan["fronts"]) for name, plan in given["plans"].items()} == {"a4": 9, "letter": 8}
    assert chosen_files(Library(), plans()) == {}


def test_one_paper_holds_at_a_time() -> None:
    """Until the script chooses, only the first paper's style sheet counts."""
    page = chosen_page(a_library(), plans())
    assert re.findall(r'data-paper="(\w+)"( media="not all")?', page) == [("a4", ""), ("letter", ' media="not all"')]


def test_every_word_of_the_script_is_sent_and_said() -> None:
    """A sentence that is missing would stop the page; one that nobody says would only weigh."""
    code = "".join(scripts("chosen").values())
    counted = {f"{number}_{things}" for number, things in (("one", "card"), ("one", "sheet"))}
    counted |= {"many_cards", "many_sheets"}
    said = set(block(chosen_page(a_library(), plans()), "words"))
    assert said - counted == {key for key in said if f'"{key}"' in code} | {"print"} - counted
    assert set(words()["chosen"]["said"]) <= said


def test_titles_stay_text_and_keep_their_language() -> None:
    """A title cannot become markup or end the block it stands in."""
    page = chosen_page(a_library(a_deck(a_card(), title='</script><b> "Porch"', lang="de")), plans())
    assert block(page, "given")["titles"] == {"porch": "</script><b> „Porch“"}
    assert "<b> " not in page
    assert '<span lang="de" dir="ltr">&lt;/script&gt;' in page


def test_without_a_script_the_page_says_where_to_go() -> None:
    """Whoever has JavaScript off reads why nothing can be ticked, and gets whole decks instead."""
    page = chosen_page(a_library(), plans())
    without = page.partition('<p id="without">')[2].partition("</p>")[0]
    assert words()["chosen"]["no_script"] in without
    assert 'href="../"' in without
