"""Cards that say nearly the same: word trigrams, compared only where two cards share a rare one.

The index is a prefix filter (Chaudhuri, Ganti, Kaushik 2006, "A primitive operator for similarity joins"): sets whose
Jaccard similarity is at least t share a trigram among the rarest |s| - ceil(t |s|) + 1 of each, so nothing is missed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import ceil
from typing import TYPE_CHECKING

from generator.checks.texts import plain, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.library.model import Card

ALIKE = 0.5
RUN = 3
Trigrams = frozenset[tuple[str, ...]]


def trigrams(text: str) -> Trigrams:
    """Return the runs of three words in a text; of a shorter text its words as they are."""
    words = [plain(word) for word in words_in(text)]
    return frozenset(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def jaccard(one: Trigrams, other: Trigrams) -> float:
    """Return the share of trigrams that two texts have in common, from 0 to 1."""
    return len(one & other) / len(one | other)


def nearest_twins(cards: Sequence[Card]) -> Iterator[tuple[Card, Card, float]]:
    """Yield each card that is too much like an earlier one, with the most alike of them, and how alike they are."""
    sets = [trigrams(f"{card.instead} {card.text}") for card in cards]
    common = Counter(trigram for found in sets for trigram in found)
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, found in enumerate(sets):
        rare = sorted(found, key=lambda trigram: (common[trigram], trigram))
        prefix = rare[: len(found) - ceil(ALIKE * len(found)) + 1]
        candidates = {earlier for trigram in prefix for earlier in index[trigram]}
        likeness = [(jaccard(found, sets[earlier]), -earlier) for earlier in candidates]
        best, earlier = max(likeness, default=(0.0, 0))
        if best >= ALIKE:
            yield cards[number], cards[-earlier], best
        for trigram in prefix:
            index[trigram].append(number)
