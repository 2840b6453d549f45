"""A deck dealt into evenings: each begins light, opens by single steps, lands, and ends on a closing card.

Nothing is left to chance: the same deck gives the same evenings, and a depth that is scarce is spread over all of them.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.library.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.library.model import Card, Deck

    Evening = tuple[Card, ...]
    Pool = Mapping[int, deque[Card]]

# How deep each card before the closing one is meant to go, by the minutes there are. Time is the limit and the count
# a ceiling, for two people; three or four leave some lying, take the last card and close. After Open comes
# something lighter, and at most one step leads deeper: so no evening can reach Tender.
CURVES = {10: (1, 1, 2), 25: (1, 1, 2, 2, 3, 2), 60: (1, 1, 2, 2, 3, 2, 3, 2, 3, 2, 1)}
SHARE, OPEN = 2, 3
# What is taken for a depth, the best first: a missing one takes the next lower. Too few Sip cards may be Share.
TAKEN = {1: (1, 2), 2: (2, 1), 3: (3, 2, 1)}
# What the draw page deals without being asked; what comes at its moment; what has to be asked for first.
DEALT = (Kind.PROMPT, Kind.FRAME, Kind.WORD, Kind.FOLLOWUP, Kind.REPAIR, Kind.SWAP)
AT_THEIR_MOMENT = (Kind.PAUSE, Kind.CLOSING, Kind.SETTING)
ASKED_FIRST = {"touch", "gaze"}
# A deck with fewer prompts than this borrows some, and deals them and its own cards in turn.
ENOUGH = 6


@dataclass(frozen=True, slots=True)
class Program:
    """How long an evening is meant to be, one of CURVES, and how deep it may go: Open at most."""

    minutes: int
    deepest: int = OPEN

    @property
    def curve(self) -> tuple[int, ...]:
        """The depth that each card before the closing one is meant to have."""
        return tuple(min(depth, self.deepest) for depth in CURVES[self.minutes])

    @property
    def name(self) -> str:
        """What a file with such evenings is called by."""
        return f"evening-{self.minutes}" + ("" if self.deepest == OPEN else f"-depth-{self.deepest}")


def dealt_deck(deck: Deck, shelf: Sequence[Deck], program: Program) -> Deck:
    """Return a deck whose cards are its evenings in a row: none if it has too few cards. `shelf` are all decks."""
    return replace(deck, cards=tuple(card for evening in evenings(deck, shelf, program) for card in evening))


def evenings_in(deck: Deck) -> Iterator[Evening]:
    """Yield the evenings of such a deck: each ends with its closing card."""
    evening: list[Card] = []
    for card in deck.cards:
        evening.append(card)
        if card.kind is Kind.CLOSING:
            yield tuple(evening)
            evening = []


def evenings(deck: Deck, shelf: Sequence[Deck], program: Program) -> tuple[Evening, ...]:
    """Return as many evenings as a deck gives without showing a card twice.

    Where its own do not reach, closing cards come from any deck of the shelf, questions from the first, if those are
    in its language and by the same authors under the same licence: the title card credits nobody else.
    """
    own = dealable(deck, program.deepest)
    closings = closings_of(deck, shelf, program.deepest)
    asked, others = sources(own, deck, shelf, program.deepest)
    light = min((card.depth for card in asked), default=OPEN)
    if light > SHARE:
        return ()
    most = min(len(own), len(closings), len([*asked, *others]) // len(program.curve))
    for count in range(most, 0, -1):
        found = dealt(count, asked, others, program.curve)
        made = tuple((*cards, closing) for cards, closing in zip(found, closings, strict=False))
        # All that is borrowed would be another deck's evening under this one's name.
        if made and all(any(card.deck == deck.id for card in evening) for evening in made):
            return made
    return ()


def sources(own: list[Card], deck: Deck, shelf: Sequence[Deck], deepest: int) -> tuple[list[Card], list[Card]]:
    """Return what an evening's first, third, ... card is taken from, and what the others are; none: all the first.

    Where a deck borrows questions, one of them comes first and then a card of its own, and so on; its own comes last.
    """
    lent = [card for other in shelf[:1] for card in prompts_of(dealable(other, deepest))]
    borrowed = lendable(lent, deck, shelf)
    if len(prompts_of(deck.cards)) >= ENOUGH or not borrowed:
        return own, []
    return [*prompts_of(own), *borrowed], [card for card in own if card.kind is not Kind.PROMPT]


def prompts_of(cards: Iterable[Card]) -> list[Card]:
    """Return those of some cards that are questions of their own."""
    return [card for card in cards if card.kind is Kind.PROMPT]


def dealable(deck: Deck, deepest: int) -> list[Card]:
    """Return the cards of a deck that may lie in an evening, as the draw page deals them to who chose this deck.

    A deck with nothing else gives all it has, but for the cards that have a moment of their own.
    """
    there = [card for card in deck.cards if card.kind not in AT_THEIR_MOMENT]
    usual = [card for card in there if card.kind in DEALT]
    return [card for card in usual or there if fits(card, deepest)]


def fits(card: Card, deepest: int) -> bool:
    """Say whether a card is for anybody: it takes nothing for granted, and asks for no touch and no long look."""
    return card.depth <= deepest and not card.assumes and ASKED_FIRST.isdisjoint(card.needs)


def closings_of(deck: Deck, shelf: Sequence[Deck], deepest: int) -> list[Card]:
    """Return closing cards, none deeper than Share: a deck's own first, then those of other decks, light ones first."""

    def closing(one: Deck) -> list[Card]:
        most = min(deepest, SHARE)
        return [card for card in one.cards if card.kind is Kind.CLOSING and fits(card, most)]

    others = sorted((card for other in shelf for card in closing(other)), key=lambda card: card.depth)
    return [*closing(deck), *lendable(others, deck, shelf)]


def lendable(cards: list[Card], deck: Deck, shelf: Sequence[Deck]) -> list[Card]:
    """Return the cards that a deck can borrow: from a deck of the same kin, and under an id that it does not have.

    A deck for making up borrows nothing: what is fun at another table may hurt there.
    """
    if any(card.kind is Kind.REPAIR for card in deck.cards):
        return []
    kin = {other.id for other in shelf if other.id != deck.id and kinship(other) == kinship(deck)}
    ids = {card.id for card in deck.cards}
    return list({card.id: card for card in cards if card.deck in kin and card.id not in ids}.values())


def kinship(deck: Deck) -> tuple[str, str, tuple[str, ...], str]:
    """Return what two decks have to share if one is to lend the other cards."""
    return deck.lang, deck.license, deck.authors, deck.source


def dealt(count: int, asked: list[Card], others: list[Card], curve: tuple[int, ...]) -> list[list[Card]]:
    """Return so many evenings without their closing cards, or none if the cards do not reach.

    All first cards are dealt, then all second ones, so that no evening has what another lacks.
    """
    first = by_depth(asked)
    second = by_depth(others) if others else first
    light = min(first)
    found: list[list[Card]] = [[] for _ in range(count)]
    for number, wished in enumerate(curve, 1):
        pool = first if number % 2 and number < len(curve) else second
        for evening in found:
            depths = [depth for depth in TAKEN[wished] if depth <= limit(evening)] if evening else [light]
            depth = next((depth for depth in depths if pool.get(depth)), None)
            if depth is None:
                return []
            evening.append(pool[depth].popleft())
    return found


def by_depth(cards: list[Card]) -> Pool:
    """Return cards by their depth, in their order."""
    found: dict[int, deque[Card]] = {}
    for card in cards:
        found.setdefault(card.depth, deque()).append(card)
    return found


def limit(evening: list[Card]) -> int:
    """Return how deep the next card may go: one step deeper, and after a heavy card no deeper than Share."""
    last = evening[-1].depth
    return last + 1 if last < OPEN else SHARE
