"""Rules for decks and cards."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.library.model import DEPTHS, TENDER, Card, Deck, Kind, Problem, Severity
from generator.library.nodes import excerpt, quoted
from generator.library.reading import offer
from generator.look.lays import LAYS
from generator.look.tokens import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.library.model import Library, Plan

    Rule = Callable[[Library], Iterator[Problem]]

CURLY_AROUND = re.compile("[“„«][^“”„«»]+[”“»]")


def cards(library: Library) -> Iterator[Card]:
    """Yield every card of every deck."""
    for deck in library.decks:
        yield from deck.cards


def same_text(library: Library) -> Iterator[Problem]:
    """Find cards that say the same as an earlier one, but for case, spaces and punctuation."""
    seen: dict[str, Card] = {}
    for card in cards(library):
        words = " ".join(re.findall(r"\w+", f"{card.instead} {card.text}".casefold()))
        if words in seen:
            twin = seen[words]
            message = f"this card says the same as {twin.address} ({twin.at('text')})"
            yield Problem(card.at("text"), message, "write another question, or take this card out", rule="L15")
        seen.setdefault(words, card)


def unsaid(card: Card, key: str, value: str) -> bool:
    """Say whether a card lacks a key; one that is there and could not be read has been reported already."""
    return not value and key not in card.places


def tender_without_care(library: Library) -> Iterator[Problem]:
    """Find Tender cards that do not say what to agree on first."""
    for card in cards(library):
        if card.depth == TENDER and unsaid(card, "care", card.care):
            hint = "care: Agree first whether you want comfort or only company."
            yield Problem(card.at("depth"), "a Tender card (depth 4) needs a 'care' note", hint, rule="L09")


def pause_without_return(library: Library) -> Iterator[Problem]:
    """Find pauses that do not say how people come back."""
    for card in cards(library):
        if card.kind is Kind.PAUSE and unsaid(card, "return", card.return_):
            yield Problem(card.at("kind"), "a pause needs a 'return'", "return: a time you both name", rule="L20")


def kind_without_its_key(library: Library) -> Iterator[Problem]:
    """Find word cards without a need, and swaps without the words to leave out."""
    needed = {Kind.WORD: ("need", "a lighter load"), Kind.SWAP: ("instead", "At least it wasn't worse.")}
    for card in cards(library):
        key, example = needed.get(card.kind, ("", ""))
        if key and unsaid(card, key, getattr(card, key)):
            yield Problem(card.at("kind"), f"a {card.kind} card needs '{key}'", f"{key}: {example}")


def key_of_another_kind(library: Library) -> Iterator[Problem]:
    """Find keys that only another kind of card has: they would never be seen."""
    owners = {"need": Kind.WORD, "instead": Kind.SWAP, "return": Kind.PAUSE, "minutes": Kind.PRACTICE}
    for card in cards(library):
        for key, owner in owners.items():
            if key in card.places and card.kind is not owner:
                hint = f"take it out, or write kind: {owner}"
                yield Problem(card.places[key], f"only a {owner} card has '{key}'; this is a {card.kind}", hint)


def curly_quotes_around(library: Library) -> Iterator[Problem]:
    """Find texts wholly in curly quotes: most likely meant for YAML, which takes them for letters of the text."""
    for card in cards(library):
        if CURLY_AROUND.fullmatch(card.text):
            message = "the curly quotes around this text will stand on the card"
            yield Problem(card.at("text"), message, f"text: {quoted(card.text[1:-1])}", Severity.WARNING)


def unknown_look(library: Library) -> Iterator[Problem]:
    """Find decks with a hue or lay that does not exist."""
    for deck in library.decks:
        for key, value, known in (("hue", deck.hue, look()["hue"]), ("lay", deck.lay, LAYS)):
            if value and value not in known:
                yield Problem(
                    deck.at(key), f"'{excerpt(value)}' is no {key} we know", offer(value, known, f"every {key}")
                )


def unlike_its_plan(library: Library) -> Iterator[Problem]:
    """Find decks that do not hold what their plan says."""
    for deck in library.decks:
        if deck.whole and deck.plan:
            yield from plan_differences(deck, deck.plan)


def plan_differences(deck: Deck, plan: Plan) -> Iterator[Problem]:
    """Yield a warning for each line of a deck's plan that does not match its cards."""
    kinds = Counter(card.kind for card in deck.cards)
    for kind in Kind if plan.kinds else ():
        meant = plan.kinds.get(kind, 0)
        if meant != kinds[kind]:
            yield unplanned(deck, f"{meant} of the kind {kind}", f"{kinds[kind]}", f"{kind}: {kinds[kind]}")
    prompts = Counter(card.depth for card in deck.cards if card.kind is Kind.PROMPT)
    found = [prompts[depth] for depth in DEPTHS]
    if plan.depths and found != [*plan.depths, *[0] * (len(DEPTHS) - len(plan.depths))]:
        yield unplanned(deck, f"prompts of the depths {[*plan.depths]}", f"{found}", f"depths: {found}")


def unplanned(deck: Deck, meant: str, found: str, hint: str) -> Problem:
    """Return a warning that plan and cards differ."""
    message = f"the plan says {meant}, the deck has {found}"
    return Problem(deck.at("plan"), message, f"{hint}   (or other cards)", Severity.WARNING, "L17")


DECK_RULES: tuple[Rule, ...] = (
    same_text,
    tender_without_care,
    pause_without_return,
    kind_without_its_key,
    key_of_another_kind,
    curly_quotes_around,
    unknown_look,
    unlike_its_plan,
)
