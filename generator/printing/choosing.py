"""Some cards of some decks: sieves that cards fall through, one after another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.library.report import counted
from generator.look.face import face

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from generator.library.model import Card, Deck, Kind


@dataclass(frozen=True, slots=True)
class Sieve:
    """One thing asked of cards: in the words it was asked in, and which cards of a deck it keeps."""

    said: str
    keeps: Callable[[Deck, Card], bool]


class NothingLeftError(ValueError):
    """No card is left; says which sieve kept the last ones back."""


def only(said: str, names: Collection[str]) -> Sieve:
    """Return the sieve for cards by name: `postcard` is any deck's, `kettle-on/postcard` one deck's."""
    return Sieve(said, lambda _, card: card.id in names or card.address in names)


def of_kinds(said: str, kinds: Collection[Kind]) -> Sieve:
    """Return the sieve for some kinds."""
    return Sieve(said, lambda _, card: card.kind in kinds)


def of_depths(said: str, depths: Collection[int]) -> Sieve:
    """Return the sieve for some depths."""
    return Sieve(said, lambda _, card: card.depth in depths)


def on_topics(said: str, topics: Collection[str]) -> Sieve:
    """Return the sieve for cards that have at least one of some topics."""
    return Sieve(said, lambda _, card: any(topic in topics for topic in card.topics))


def in_language(said: str, lang: str) -> Sieve:
    """Return the sieve for decks in a language: `en` is `en-GB` too, `en-GB` is only itself."""
    asked = lang.casefold()
    return Sieve(said, lambda deck, _: deck.lang.casefold() == asked or deck.lang.casefold().startswith(f"{asked}-"))


def changed_since(said: str, before: Iterable[Deck]) -> Sieve:
    """Return the sieve for cards that some decks of before did not have, or had with other words on them."""
    faces = {card.address: face(card, deck) for deck in before for card in deck.cards}
    return Sieve(said, lambda deck, card: faces.get(card.address) != face(card, deck))


def added_since(said: str, day: str) -> Sieve:
    """Return the sieve for decks that say they were added on a day, as 2026-11-22, or after it."""
    return Sieve(said, lambda deck, _: deck.added >= day)


def chosen(deck: Deck, sieves: Iterable[Sieve]) -> Deck:
    """Return a deck with the cards that every sieve keeps, in their order."""
    wanted = tuple(sieves)
    return replace(deck, cards=tuple(card for card in deck.cards if all(sieve.keeps(deck, card) for sieve in wanted)))


def choose(decks: Sequence[Deck], sieves: Sequence[Sieve]) -> tuple[Deck, ...]:
    """Return the decks with the cards that every sieve keeps; a deck of none is left out.

    NothingLeftError if there is none at all.
    """
    left = list(decks)
    for number, sieve in enumerate(sieves):
        fewer = [deck for deck in (chosen(deck, [sieve]) for deck in left) if deck.cards]
        if not fewer:
            raise NothingLeftError(nothing_left(left, sieves[:number], sieve))
        left = fewer
    return tuple(left)


def nothing_left(left: Sequence[Deck], before: Sequence[Sieve], last: Sieve) -> str:
    """Return in words which choice left no card, of how many, and what those had been chosen by."""
    cards = counted(sum(len(deck.cards) for deck in left), "card") or "no cards"
    where = left[0].title if len(left) == 1 else counted(len(left), "deck")
    by = f"that {' '.join(sieve.said for sieve in before)} left" if before else f"of {where}"
    return f"no card is left to print: {last.said} takes none of the {cards} {by}."
