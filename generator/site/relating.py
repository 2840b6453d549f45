"""What belongs together. Decks name their essays; one more, and the way back, come from the topics they share."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Card, Deck, Essay, Library

# Below this likeness (0: no topic shared, 1: the same topics in the same shares) nothing is said to belong together.
NEAR = 0.3


def essays_of(deck: Deck, library: Library) -> list[Essay]:
    """Return the essays of a deck: those it names, then the one nearest to its cards by topics, if one is near."""
    named = [essay for slug in deck.essays for essay in library.essays if essay.slug == slug]
    rare, topics = rarity(library), Counter(topic for card in deck.cards for topic in card.topics)
    likely = [
        (likeness(topics, Counter(essay.topics), rare), essay)
        for essay in library.essays
        if essay.slug not in deck.essays
    ]
    near = max(likely, key=lambda pair: pair[0], default=(0.0, None))
    return [*named, *([near[1]] if near[1] and near[0] >= NEAR else [])]


def decks_of(essay: Essay, library: Library) -> list[Deck]:
    """Return the decks of an essay, those that name it first: whoever is led here is led back."""
    found = [deck for deck in library.decks if essay in essays_of(deck, library)]
    return sorted(found, key=lambda deck: essay.slug not in deck.essays)


def essays_for(card: Card, essays: list[Essay]) -> list[Essay]:
    """Return a deck's essays, those that share topics with this card first."""
    return sorted(essays, key=lambda essay: -len(set(card.topics) & set(essay.topics)))


def decks_beside(deck: Deck, library: Library) -> list[Deck]:
    """Return the other decks that name one of a deck's essays, in shelf order."""
    return [other for other in library.decks if other.id != deck.id and set(other.essays) & set(deck.essays)]


def rarity(library: Library) -> dict[str, float]:
    """Return how much a topic says about an essay: little where most essays have it."""
    counts = Counter(topic for essay in library.essays for topic in essay.topics)
    return {topic: log((1 + len(library.essays)) / count) for topic, count in counts.items()}


def likeness(one: Counter[str], other: Counter[str], rare: Mapping[str, float]) -> float:
    """Return how alike two counts of topics are, from 0 to 1: the cosine of the angle between them."""
    shared = sum(one[topic] * other[topic] * rare[topic] ** 2 for topic in one.keys() & other.keys() & rare.keys())
    lengths = (sum((count * rare.get(topic, 1.0)) ** 2 for topic, count in each.items()) for each in (one, other))
    return round(shared / (sqrt(next(lengths) * next(lengths)) or 1.0), 6)
