"""The rules for decks and cards, on cards that no file holds."""

from __future__ import annotations

from inspect import isfunction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from generator.checks import RULES, check, decks, essays, licences, printables
from generator.checks.decks import (
    curly_quotes_around,
    key_of_another_kind,
    kind_without_its_key,
    pause_without_return,
    same_text,
    tender_without_care,
    unknown_look,
    unlike_its_plan,
)
from generator.library.model import Card, Kind, Library, Place, Plan, Severity
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from generator.checks.decks import Rule

HERE = Place("porch.yml", 9, 5)


def of(*cards: Card, **values: Any) -> Library:  # noqa: ANN401 - any field of a deck
    """Return a library of one deck with these cards."""
    return a_library(a_deck(*cards, **values))


def test_this_projects_decks_are_free_of_errors(library: Library) -> None:
    """What we publish passes every rule we ask of others."""
    assert [problem for problem in check(library) if problem.severity is Severity.ERROR] == []


def test_every_rule_is_asked() -> None:
    """A rule that is written and not listed would never be heard."""
    written = {
        name
        for module in (decks, essays, licences, printables)
        for name, value in vars(module).items()
        if isfunction(value) and (value.__doc__ or "").startswith("Find ")
    }
    assert {rule.__name__ for rule in (*RULES, licences.unknown_licence)} == written


def test_problems_come_sorted_by_place() -> None:
    """Whatever rule finds them, problems stand in the order of the file."""
    late = a_card("late", depth=4, text="b", place=Place("porch.yml", 20, 5))
    early = a_card("early", kind=Kind.PAUSE, text="a", place=Place("porch.yml", 3, 5))
    places = [problem.place for problem in check(of(late, early))]
    assert places == sorted(places)
    assert {place.line for place in places} == {3, 20}


@pytest.mark.parametrize("twin", ["who has a spare key to your place", "“Who has a spare — key to your place?!”"])
def test_a_text_is_said_once(twin: str) -> None:
    """The same words in another dress are the same card, in another deck too; the second one is told."""
    other = a_deck(a_card("twin", deck="attic", text=twin, place=HERE), id="attic")
    (problem,) = same_text(a_library(a_deck(), other))
    assert (problem.place, problem.rule) == (HERE, "L15")
    assert "porch/spare-key" in problem.message


def test_a_swap_is_told_apart_by_both_its_texts() -> None:
    """Two swaps may try the same words instead of different ones."""
    one, two = (a_card(name, kind=Kind.SWAP, instead=name, text="Oh no.") for name in ("one", "two"))
    assert list(same_text(of(one, two))) == []


def test_a_tender_card_says_what_to_agree_first() -> None:
    """Depth 4 needs care; the problem stands at the depth."""
    card = a_card(depth=4, places=MappingProxyType({"depth": HERE}))
    (problem,) = tender_without_care(of(card))
    assert (problem.place, problem.rule) == (HERE, "L09")
    assert list(tender_without_care(of(a_card(depth=4, care="Agree."), a_card("x", depth=3)))) == []


def test_a_pause_says_when_to_come_back() -> None:
    """A pause needs a return; other kinds do not."""
    (problem,) = pause_without_return(of(a_card(kind=Kind.PAUSE, places=MappingProxyType({"kind": HERE}))))
    assert (problem.place, problem.rule) == (HERE, "L20")
    assert list(pause_without_return(of(a_card(kind=Kind.PAUSE, return_="later"), a_card("x")))) == []


@pytest.mark.parametrize(("kind", "key"), [(Kind.WORD, "need"), (Kind.SWAP, "instead")])
def test_words_and_swaps_have_both_their_halves(kind: Kind, key: str) -> None:
    """Half a card is told; what is offered begins with the missing key."""
    (problem,) = kind_without_its_key(of(a_card(kind=kind)))
    assert problem.hint.startswith(f"{key}: ")
    assert list(kind_without_its_key(of(a_card(kind=kind, **{key: "something"})))) == []


@pytest.mark.parametrize(
    ("rule", "kind", "key"),
    [
        (kind_without_its_key, Kind.WORD, "need"),
        (pause_without_return, Kind.PAUSE, "return"),
        (tender_without_care, Kind.PROMPT, "care"),
    ],
)
def test_a_key_that_could_not_be_read_is_not_missing_too(rule: Rule, kind: Kind, key: str) -> None:
    """One mistake, one problem: the reader of the file has already told it."""
    card = a_card(kind=kind, depth=4, places=MappingProxyType({key: HERE}))
    assert list(rule(of(card))) == []


@pytest.mark.parametrize(
    ("key", "owner"), [("need", "word"), ("instead", "swap"), ("return", "pause"), ("minutes", "practice")]
)
def test_a_key_of_another_kind_is_told(key: str, owner: str) -> None:
    """What would never be seen on the card is told at its key, and its own kind may keep it."""
    places = MappingProxyType({key: HERE})
    (problem,) = key_of_another_kind(of(a_card(places=places)))
    assert problem.place == HERE
    assert problem.hint == f"take it out, or write kind: {owner}"
    assert list(key_of_another_kind(of(a_card(kind=Kind(owner), places=places)))) == []


@pytest.mark.parametrize("text", ["“All of it.”", "„Ganz.“", "«Tout.»"])
def test_curly_quotes_around_a_whole_text_are_noted(text: str) -> None:
    """An author who took them for YAML's quotes is told; nothing is stopped."""
    (problem,) = curly_quotes_around(of(a_card(text=text)))
    assert problem.severity is Severity.WARNING
    assert problem.hint == f'text: "{text[1:-1]}"'


@pytest.mark.parametrize("text", ["What does “mine” mean?", "“Yes” or “no”", "“", "“”"])
def test_curly_quotes_inside_a_text_are_fine(text: str) -> None:
    """Only quotes around everything are suspect."""
    assert list(curly_quotes_around(of(a_card(text=text)))) == []


@pytest.mark.parametrize(("key", "wrong", "right"), [("hue", "Clay", "clay"), ("lay", "rafts", "raft")])
def test_an_unknown_look_is_told_with_the_nearest(key: str, wrong: str, right: str) -> None:
    """A hue or lay that does not exist is told, one that does or is left out is not."""
    (problem,) = unknown_look(of(**{key: wrong}, places=MappingProxyType({key: HERE})))
    assert problem.place == HERE
    assert problem.hint.startswith(f"{right}   (every {key}: ")
    assert list(unknown_look(of(**{key: right}))) == []
    assert list(unknown_look(of())) == []


CARDS = (a_card("a", depth=1), a_card("b", depth=2), a_card("c", kind=Kind.TIP))


@pytest.mark.parametrize(
    ("plan", "hints"),
    [
        (None, []),
        (Plan(), []),
        (Plan({Kind.PROMPT: 2, Kind.TIP: 1}, (1, 1, 0, 0)), []),
        (Plan({Kind.PROMPT: 2, Kind.TIP: 1}, (1, 1)), []),
        (Plan({Kind.PROMPT: 2}), ["tip: 1   (or other cards)"]),
        (Plan({Kind.PROMPT: 2, Kind.TIP: 1, Kind.WORD: 1}), ["word: 0   (or other cards)"]),
        (Plan(depths=(2, 1)), ["depths: [1, 1, 0, 0]   (or other cards)"]),
        (Plan(depths=(1,)), ["depths: [1, 1, 0, 0]   (or other cards)"]),
    ],
)
def test_a_deck_unlike_its_plan_is_noted(plan: Plan | None, hints: list[str]) -> None:
    """Each number that differs is one note that says what the deck holds; no plan, no note."""
    problems = list(unlike_its_plan(of(*CARDS, plan=plan)))
    assert [problem.hint for problem in problems] == hints
    assert {(problem.severity, problem.rule) for problem in problems} <= {(Severity.WARNING, "L17")}


def test_a_deck_that_was_not_read_whole_is_not_held_to_its_plan() -> None:
    """Cards that could not be read are told already, and not counted as missing."""
    assert list(unlike_its_plan(of(*CARDS, plan=Plan({Kind.PROMPT: 9}), whole=False))) == []


def test_a_good_deck_has_no_problem() -> None:
    """An empty library and a plain deck pass every rule."""
    assert check(Library()) == []
    assert check(of()) == []
