"""The rules for words on cards, each with the examples that explain it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.checks import check, excuses
from generator.checks.rule import Rule, rules
from generator.checks.sets import SET_RULES
from generator.checks.tables import CARD_RULES, ENGLISH
from generator.library.model import Kind, Severity
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from collections.abc import Mapping

# L14 is about kinds that tell people something; its examples do not say which.
TOLD = {"L14": Kind.TIP}
NAMES = {"return": "return_"}
ABOUT_CARDS = [rule for rule in rules().values() if rule.number not in SET_RULES]
EXAMPLES = [(rule, row) for rule in ABOUT_CARDS for row in rule.passes]
MISTAKES = [(rule, row) for rule in ABOUT_CARDS for row in rule.fails]


def speaking(rule: Rule, row: Mapping[str, Any]) -> bool:
    """Say whether a rule has something to say about the card an example describes."""
    values: dict[str, Any] = {
        NAMES.get(key, key): tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    kind = Kind(values.pop("kind", TOLD.get(rule.number, Kind.PROMPT)))
    return rule.number in {problem.rule for problem in check(a_library(a_deck(a_card(kind=kind, **values))))}


@pytest.mark.parametrize(("rule", "row"), EXAMPLES, ids=lambda value: getattr(value, "number", None))
def test_good_examples_pass_their_rule(rule: Rule, row: Mapping[str, Any]) -> None:
    """What a rule shows as good, it lets through."""
    assert not speaking(rule, row)


@pytest.mark.parametrize(("rule", "row"), MISTAKES, ids=lambda value: getattr(value, "number", None))
def test_bad_examples_fail_their_rule(rule: Rule, row: Mapping[str, Any]) -> None:
    """What a rule shows as bad, it finds."""
    assert speaking(rule, row)


def test_the_examples_of_the_design_are_all_here() -> None:
    """Five good and five bad examples for each of the fourteen rules about words: 140."""
    counts = {n: (len(rules()[n].passes), len(rules()[n].fails)) for n in (f"L{i:02}" for i in range(1, 15))}
    assert set(counts.values()) == {(5, 5)}


def test_every_rule_has_a_function_and_every_function_a_rule() -> None:
    """No rule is only described, and none is only code. L20 is among what is always wrong with a card."""
    assert set(rules()) == set(CARD_RULES) | set(SET_RULES) | {"L20"}


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.number)
def test_rules_speak_like_a_colleague(rule: Rule) -> None:
    """Each says why in one sentence, how to mend it, and what it rests on."""
    assert re.fullmatch(r"[A-Z\"].*[.]", rule.why)
    assert rule.mend
    assert rule.rests_on.endswith(".")
    assert "must" not in rule.why


def test_a_remark_names_the_words_and_the_place() -> None:
    """The author sees which words are meant, where, and what would be better."""
    card = a_card(text="Why did you walk off?")
    (problem,) = [p for p in check(a_library(a_deck(card))) if p.rule == "L02"]
    assert problem.message == '“why did you”: "Why did you" asks people to defend themselves.'
    assert problem.severity is Severity.ERROR
    assert "What was going on for you" in problem.hint


def test_a_rule_may_be_broken_for_a_reason() -> None:
    """`lint_ignore` silences one rule on one card; its reason is listed for others to weigh."""
    card = a_card(text="Why did you walk off?", lint_ignore={"L02": "a line from a film"})
    library = a_library(a_deck(card))
    assert [p for p in check(library) if p.rule == "L02"] == []
    assert list(excuses(library)) == ["porch/spare-key L02: a line from a film"]


def test_an_excuse_without_need_is_noted_and_an_unknown_one_refused() -> None:
    """Excuses that outlived their card are cleared away; a rule that does not exist cannot be ignored."""
    card = a_card(lint_ignore={"L02": "once needed", "L99": "typo"})
    found = {p.message: p.severity for p in check(a_library(a_deck(card)))}
    assert found["L02 is ignored here, but has nothing to say"] is Severity.WARNING
    assert found["there is no rule L99"] is Severity.ERROR


def test_rules_about_english_are_silent_about_other_languages() -> None:
    """A German deck is not read with English word lists; a pause still needs its way back."""
    card = a_card(text="Do you like wine? Why did you drink it? 😀", kind=Kind.PAUSE)
    found = {p.rule for p in check(a_library(a_deck(card, lang="de-AT")))}
    assert not found & ENGLISH
    assert {"L20", "L24"} <= found


def test_house_rules_make_taste_count() -> None:
    """What is a note elsewhere is an error in this project; quiet rules speak only here."""
    library = a_library(a_deck(a_card(text="What do you like about me?")))
    usual = {p.severity for p in check(library) if p.rule == "L19"}
    house = {p.severity for p in check(library, house_rules=True) if p.rule == "L19"}
    assert (usual, house) == ({Severity.WARNING}, {Severity.ERROR})


@pytest.mark.parametrize("depth", [2, 3])
def test_ranking_weighs_more_the_deeper_it_goes(depth: int) -> None:
    """Asking for the worst is a note on a light card and an error on a deep one."""
    card = a_card(text="What was the worst day of your life?", depth=depth)
    (problem,) = [p for p in check(a_library(a_deck(card))) if p.rule == "L10"]
    assert problem.severity is (Severity.WARNING if depth < 3 else Severity.ERROR)


def test_length_is_a_note_and_then_an_error() -> None:
    """A few words too many are noted; half as many again are refused."""
    for count, severity in ((26, None), (27, Severity.WARNING), (40, Severity.ERROR)):
        card = a_card(text=" ".join(["so"] * (count - 1)) + " what?")
        found = [p.severity for p in check(a_library(a_deck(card))) if p.rule == "L08"]
        assert found == ([severity] if severity else [])
