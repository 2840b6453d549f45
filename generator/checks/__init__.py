"""What is wrong with a library that could be read: one small pure function a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.decks import DECK_RULES
from generator.checks.essays import ESSAY_RULES
from generator.checks.licences import odd_licence, unknown_licence
from generator.checks.printables import PRINTABLE_RULES
from generator.checks.rule import Remark, Rule, Spot, rules
from generator.checks.sets import SET_RULES
from generator.checks.tables import CARD_RULES, ENGLISH
from generator.library.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Card, Deck, Item, Library

RULES = (*DECK_RULES, *ESSAY_RULES, *PRINTABLE_RULES, odd_licence)


def check(library: Library, *, house_rules: bool = False, private: bool = False) -> list[Problem]:
    """Return the problems of a library, sorted by place.

    `house_rules` makes the rules that are a matter of taste count as errors, and lets the quiet ones speak. What is
    `private` will not be published, so its licence is nobody's business.
    """
    found = [problem for rule in RULES for problem in rule(library)]
    found += [] if private else unknown_licence(library)
    for deck in library.decks:
        for card in deck.cards:
            found += card_problems(card, deck, house_rules=house_rules)
    for number, rule in SET_RULES.items():
        found += [
            problem_of(rules()[number], owner, remark, house_rules=house_rules)
            for owner, remark in (rule(library) if speaks(rules()[number], house_rules=house_rules) else ())
            if number not in getattr(owner, "lint_ignore", ())
        ]
    return sorted(found)


def speaks(rule: Rule, *, house_rules: bool) -> bool:
    """Say whether a rule is heard at all."""
    return house_rules or not rule.off


def card_problems(card: Card, deck: Deck, *, house_rules: bool) -> Iterator[Problem]:
    """Yield what the rules for single cards have to say about one card."""
    english = deck.lang.split("-")[0] == "en"
    for number, look_at in CARD_RULES.items():
        rule = rules()[number]
        if not speaks(rule, house_rules=house_rules) or (number in ENGLISH and not english):
            continue
        remarks = list(look_at(card))
        if number not in card.lint_ignore:
            yield from (problem_of(rule, card, remark, house_rules=house_rules) for remark in remarks)
        elif not remarks:
            message = f"{number} is ignored here, but has nothing to say"
            yield Problem(card.at("lint_ignore"), message, "take it out", Severity.WARNING, number)
    for number in card.lint_ignore:
        if number not in rules():
            hint = f"one of {', '.join(rules())}"
            yield Problem(card.at("lint_ignore"), f"there is no rule {number}", hint)


def problem_of(rule: Rule, owner: Card | Deck | Item | Spot, remark: Remark, *, house_rules: bool) -> Problem:
    """Return a remark as a problem: the words at fault, why in a sentence, and how to mend it."""
    severity = remark.severity or rule.severity
    if rule.house and house_rules:
        severity = Severity.ERROR
    why = remark.why or rule.why
    message = f"“{remark.words}”: {why}" if remark.words else why
    return Problem(owner.at(remark.key), message, remark.better or rule.mend, severity, rule.number)


def excuses(library: Library) -> Iterator[str]:
    """Yield a line for each rule an author breaks for a reason, so that someone else can weigh it."""
    for deck in library.decks:
        for card in deck.cards:
            for number, reason in card.lint_ignore.items():
                yield f"{card.address} {number}: {reason}"
