"""What carries each item of the brief, for readers."""

from __future__ import annotations

from generator.library.model import Item, Library
from generator.library.page import Printable
from generator.site.covering import coverage_rows
from generator.site.markers import filled
from tests.decks import a_card, a_deck, a_library, an_essay


def a_covered_library() -> Library:
    """Return a library in which a card, two essays, a page and a printable carry things."""
    return a_library(
        a_deck(*(a_card(f"card-{i}", text=f"What is {i}?", covers=("A01",)) for i in range(6))),
        essays=(an_essay(covers=("A01",)), an_essay("roofs", title="Roofs")),
        printables=(Printable("sheet", "A sheet", "It lies.", (), covers=("A01",)),),
        coverage=(
            Item("A01", "Tea <b>", essays=("roofs#tiles", "roofs"), pages=("draw", "feed.xml"), how='It "boils".'),
            Item("A02", "Milk", left_out="Nobody asked."),
        ),
    )  # fmt: skip


def test_all_that_carries_an_item_is_gathered() -> None:
    """Cards, essays and printables by what they say; an essay once, at its section if one is named."""
    tea, milk = coverage_rows(a_covered_library())
    assert [card.id for card in tea.cards] == [f"card-{i}" for i in range(6)]
    assert tea.essays == (("doors/", "Doors"), ("roofs/#tiles", "Roofs"))
    assert [page.id for page in tea.printables] == ["sheet"]
    assert (milk.cards, milk.essays, milk.printables) == ((), (), ())


def test_the_page_shows_it_with_links() -> None:
    """Four cards and how many more; the section; a feed is named without a link, for a site may have none."""
    html, problems = filled("<!-- kindling: coverage -->", a_covered_library(), "coverage/")
    assert problems == []
    assert html.count('href="../cards/porch/') == 4
    assert "and 2 more" in html
    assert 'href="../essays/roofs/#tiles"' in html
    assert 'href="../draw/"' in html
    assert "feed.xml" not in html
    assert "Tea &lt;b&gt;" in html
    assert "It “boils”." in html
    assert "Nobody asked." in html
