"""Cards beside one another: twins, borrowed words, shape and balance."""

from __future__ import annotations

from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import check
from generator.checks.originality import borrowed, known, runs
from generator.checks.twins import ALIKE, jaccard, nearest_twins, trigrams
from generator.library.model import Card, Item, Library, Place, Plan, Problem, Severity
from generator.library.page import Printable
from tests.decks import a_card, a_deck, a_library, an_essay

WORDS = ("tea", "door", "rain", "key", "hat", "bus")


def remarks(rule: str, *cards: Card, **values: object) -> list[Problem]:
    """Return what a rule says about a deck of these cards, under house rules."""
    found = check(a_library(a_deck(*cards, **values)), house_rules=True)
    return [problem for problem in found if problem.rule == rule]


def many(texts: list[str], depth: int = 1) -> list[Card]:
    """Return cards with these texts."""
    return [a_card(f"c{depth}-{number}", text=text, depth=depth, care="Slowly.") for number, text in enumerate(texts)]


def test_a_near_twin_is_named_with_how_alike_it_is() -> None:
    """Whoever writes the same question again learns which one it is, and where."""
    cards = many(["What would you like to cook for us on Sunday?", "What would you like to cook for us on Monday?"])
    (problem,) = remarks("L15", *cards)
    assert "78% the words of porch/c1-0" in problem.message
    assert problem.severity is Severity.ERROR


def test_the_same_text_twice_is_told_once() -> None:
    """A card that repeats another word for word is not called a near twin as well."""
    assert len(remarks("L15", *many(["Who has the other key?", "Who has the other key?"]))) == 1


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=2, max_size=8))
def test_the_index_misses_no_twin(texts: list[str]) -> None:
    """Comparing only cards that share a rare run finds exactly the pairs that comparing all would find."""
    cards = many(texts)
    sets = [trigrams(f" {text}") for text in texts]
    slow = {j for i, j in combinations(range(len(texts)), 2) if jaccard(sets[i], sets[j]) >= ALIKE}
    assert {cards.index(card) for card, _, _ in nearest_twins(cards)} == slow


def test_six_words_of_somebody_else_are_found(library: Library) -> None:
    """A run whose hash is on the lists is told; our own decks hold none."""
    run = next(run for deck in library.decks for card in deck.cards for run, _ in runs(card.text))
    assert sha256(run.encode()).hexdigest()[:16] not in known()
    assert len(known()) > 10_000


def test_a_borrowed_run_is_a_problem_under_house_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on the lists may not stand on a card of ours; elsewhere the rule is silent."""
    text = "Which of the seven lamps is yours?"
    listed = frozenset({sha256(next(runs(text))[0].encode()).hexdigest()[:16]})
    monkeypatch.setattr("generator.checks.originality.known", lambda: listed)
    assert list(borrowed(text)) == [("which of the seven lamps is", 0)]
    assert [problem.severity for problem in remarks("L16", a_card(text=text))] == [Severity.ERROR]
    assert [p for p in check(a_library(a_deck(a_card(text=text)))) if p.rule == "L16"] == []


def test_a_deck_fills_its_sheets() -> None:
    """Ten cards leave eight blanks; a deck that is still smaller than a sheet is left in peace."""
    texts = [f"What is thing {number} made of?" for number in range(18)]
    assert [len(remarks("L17", *many(texts[:count]))) for count in (5, 9, 10, 18)] == [0, 0, 1, 0]


def test_a_deck_that_begins_alike_is_noted() -> None:
    """Twelve prompts with the same two first words are one-sided, in how often and in how few ways."""
    found = remarks("L18", *many([f"What is number {number} of {number * 7}?" for number in range(12)]))
    assert [problem.message for problem in found] == [
        "The prompts begin in only 1 ways.",
        "“what is …”: 12 of 12 prompts begin like this.",
    ]


def test_a_deep_deck_says_so_in_its_plan() -> None:
    """Many Tender prompts and few light ones are noted, unless the plan declares them."""
    openings = ["Who", "Which cup", "How long", "Where", "When did", "Name one"]
    cards = many([f"{openings[n % 6]} {n} holds thing {n * 3}?" for n in range(12)], depth=4)
    assert len(remarks("L18", *cards)) == 2
    assert remarks("L18", *cards, plan=Plan({}, (0, 0, 0, 12))) == []


def test_a_borrowed_run_in_an_essay_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Essays are read for other people's sentences too, across line ends; the place is where the run begins."""
    run = "which of the seven lamps is"
    monkeypatch.setattr(
        "generator.checks.originality.known", lambda: frozenset({sha256(run.encode()).hexdigest()[:16]})
    )
    essay = an_essay(body="Two lines first.\n\nAnd then: which of\nthe seven lamps is [@lee2001]", line=7)
    found = [p for p in check(a_library(essays=(essay,)), house_rules=True) if p.rule == "L16"]
    assert [(p.place.file, p.place.line, p.severity) for p in found] == [(essay.place.file, 9, Severity.ERROR)]


def an_item(name: str, **values: object) -> Item:
    """Return an item of the coverage in a line of its own."""
    return Item(name, "A thing", place=Place("coverage.yml", 3), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "carried",
    [
        {"essays": ("doors",)},
        {"essays": ("doors#knocking",)},
        {"pages": ("safety",)},
        {"how": "The site does it."},
        {"left_out": "Not for us."},
    ],
)
def test_an_item_may_be_carried_in_many_ways(carried: dict[str, object]) -> None:
    """By an essay, a page, a feature, or by a decision against it."""
    library = a_library(essays=(an_essay(),), coverage=(an_item("A01", **carried),))
    assert [p for p in check(library, house_rules=True) if p.rule == "L23"] == []


def test_an_item_that_nothing_carries_is_told() -> None:
    """Cards, essays and printables carry what they say they carry; what nobody names, and what is no item, is told."""
    items = tuple(an_item(name) for name in ("A01", "A02", "A03", "A04"))
    page = Printable("sheet", "Sheet", "A sheet.", (), covers=("A03",), place=Place("printables.yml", 5))
    deck = a_deck(a_card(covers=("A01",)), a_card("two", text="Who else?", covers=("Z99",), place=Place("p.yml", 8)))
    library = a_library(deck, essays=(an_essay(covers=("A02",)),), printables=(page,), coverage=items)
    found = [p for p in check(library, house_rules=True) if p.rule == "L23"]
    assert [(str(p.place), p.message) for p in found] == [
        ("coverage.yml:3:1", "“A04”: Nothing carries this item."),
        ("p.yml:8:1", "“Z99”: There is no such item in coverage.yml."),
    ]
    assert [p for p in check(library) if p.rule == "L23"] == []


def test_an_essay_that_carries_an_item_must_be_there() -> None:
    """A slug with a slip in it would be a dead link on the page."""
    library = a_library(essays=(an_essay(),), coverage=(an_item("A01", essays=("door#x",)),))
    (problem,) = [p for p in check(library, house_rules=True) if p.rule == "L23"]
    assert (problem.message, problem.hint) == ("“door#x”: There is no essay of that name.", "one of doors")
