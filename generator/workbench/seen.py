"""What someone who writes decks is shown: problems, and the cards they are at."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.library.model import Card, Deck, Library, Place, Problem, Severity
from generator.library.report import summed
from generator.library.words import words
from generator.look.face import face
from generator.printing.fitting import misfits
from generator.site.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

# Where it is served: a folder that no site of ours has.
HERE = "workbench/"
MOST = 12  # cards on it at once
EMPTY = Library()

Pair = tuple[Card, Deck]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen at one look: its number, the library, what is wrong, and the cards last written, newest first.

    `fits` keeps what was found about each deck's prints, for a deck that did not change is not set again.
    """

    number: int = 0
    library: Library = EMPTY
    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    fits: tuple[tuple[Deck, tuple[Problem, ...]], ...] = ()


def seen_after(before: Seen, library: Library, problems: Iterable[Problem]) -> Seen:
    """Return what is seen when the files have changed."""
    known = {deck.id: (deck, found) for deck, found in before.fits if before.library.fonts == library.fonts}
    fits = tuple(fit_of(deck, known.get(deck.id), library.fonts) for deck in library.decks)
    fresh = changed(before.library, library) if before.number else ()
    return Seen(
        before.number + 1,
        library,
        tuple(sorted({*problems, *(problem for _, found in fits for problem in found)})),
        tuple(dict.fromkeys([*fresh, *before.written]))[:MOST],
        fits,
    )


def fit_of(
    deck: Deck, known: tuple[Deck, tuple[Problem, ...]] | None, fonts: tuple[Path, ...]
) -> tuple[Deck, tuple[Problem, ...]]:
    """Return a deck with what does not fit in it; as it is known, if the deck is the same line for line."""
    same = known and known[0] == deck and keys_of(known[0]) == keys_of(deck)
    return known if known and same else (deck, misfits([deck], fonts))


def keys_of(deck: Deck) -> tuple[Mapping[str, Place], ...]:
    """Return where each key of a deck and of its cards stands, which is no part of what makes two decks the same."""
    return (deck.places, *(card.places for card in deck.cards))


def changed(before: Library, after: Library) -> tuple[str, ...]:
    """Return the addresses of the cards that are new or were written anew; a card that only moved was not."""
    old = {card.address: unplaced(card) for deck in before.decks for card in deck.cards}
    return tuple(card.address for deck in after.decks for card in deck.cards if old.get(card.address) != unplaced(card))


def unplaced(card: Card) -> Card:
    """Return a card without its place."""
    return replace(card, place=Place(""))


def shown(seen: Seen) -> list[Pair]:
    """Return the cards to show: those last written, then those with problems; at most a dozen."""
    pairs = {card.address: (card, deck) for deck in seen.library.decks for card in deck.cards}
    written = [pairs[address] for address in seen.written if address in pairs]
    others = [pair for pair in pairs.values() if pair not in written and about(*pair, seen.problems)]
    return [*written, *others][:MOST]


def about(card: Card, deck: Deck, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that lie on a card's lines, or on the empty ones behind it."""
    lines = sorted(other.place.line for other in deck.cards if other.place.line > card.place.line)
    end = lines[0] if lines else math.inf
    here = card.place.file, card.place.line
    return tuple(p for p in problems if p.place.file == here[0] and here[1] <= p.place.line < end)


def state(seen: Seen) -> str:
    """Return, as JSON, what the bar on every page says."""
    errors = [problem for problem in seen.problems if problem.severity is Severity.ERROR]
    first = f"{errors[0].place}: {errors[0].message}" if errors else ""
    return json.dumps(
        {"number": seen.number, "errors": len(errors), "summary": summed(seen.problems), "first": first},
        ensure_ascii=False,
    )


def bench_page(seen: Seen, cards: Sequence[Pair], deck: Deck | None = None) -> str:
    """Return the workbench as HTML: cards as the phone and the printer show them, and all that is wrong."""
    file = deck.place.file if deck else ""
    told = [problem for problem in seen.problems if problem.place.file == file or not deck]
    faces = [(card, owner, face(card, owner), about(card, owner, told)) for card, owner in cards]
    beside = {problem for *_, found in faces for problem in found}
    return rendered(
        "workbench.html",
        HERE,
        deck=deck,
        decks=seen.library.decks,
        cards=faces,
        problems=sorted((p for p in told if p not in beside), key=lambda p: p.severity is not Severity.ERROR),
        number=seen.number,
        summary=summed(told),
        words=words(),
    )
